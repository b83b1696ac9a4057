import type { FormPurpose } from '../application/submission-form.ts';
import { type Block, button, section } from '../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../blockkit/escape.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';
import { measuresDue } from '../domain/obligations.ts';
import { ACTION } from './ids.ts';
import { writeFormReference } from './references.ts';
import { counted } from './standing-words.ts';

const TITLE_CHARACTERS = 200;

/** A project that is owed, with the button that opens its form. */
export const owedProject = (
  { programmeId, quarter }: { readonly programmeId: number; readonly quarter: Quarter },
  project: Project,
  {
    forWhom = null,
    purpose = 'file',
  }: { readonly forWhom?: string | null; readonly purpose?: FormPurpose } = {},
): Block => {
  const text = purpose === 'file_on_behalf' ? 'Enter their figures' : 'Enter figures';
  const key = { programmeId, projectNumber: project.number, quarter };
  const measures = counted(measuresDue(project).length, 'measure');
  return section(
    mrkdwn`${truncate(project.title, TITLE_CHARACTERS)}: ${measures}${forWhom === null ? '' : `, for ${forWhom}`}`,
    {
      accessory: button({
        text,
        actionId: ACTION.submitOpen,
        value: writeFormReference({ key, purpose, ref: null }),
        accessibilityLabel: `${text} for project ${project.number}, ${project.title}`,
      }),
    },
  );
};
