import type { FiguresBehind } from '../application/figures-behind.ts';
import type { StoredProgramme } from '../application/ports.ts';
import type { FormPurpose } from '../application/submission-form.ts';
import { type Block, button, section } from '../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../blockkit/escape.ts';
import { printDay, printQuarter } from '../domain/calendar/calendar.ts';
import { ACTION } from './ids.ts';
import { writeFormReference } from './references.ts';
import { listUpTo } from './standing-words.ts';

const TITLE_CHARACTERS = 200;
const MOST_REFS = 6;

/** Figures of an earlier quarter that are due now, and whose they are. */
export interface BehindLine {
  readonly behind: FiguresBehind;
  /** Whose they are, where the reader has some of their own as well. */
  readonly forWhom: string | null;
  readonly purpose: Extract<FormPurpose, 'file' | 'file_on_behalf'>;
}

/** `Drug treatment: 2.4 of Q1 2015/16 is due too`, with the button that opens that return at it. */
export const behindBlock = (
  { id }: StoredProgramme,
  { behind: { project, quarter, due, measures }, forWhom, purpose }: BehindLine,
  { isToo, isOver }: { readonly isToo: boolean; readonly isOver: boolean },
): Block => {
  const refs = measures.map(({ ref }) => ref);
  const key = { programmeId: id, projectNumber: project.number, quarter };
  const verb = refs.length === 1 ? (isOver ? 'was' : 'is') : isOver ? 'were' : 'are';
  const when = isToo ? `${verb} due too, by ${printDay(due)}` : `${verb} due by ${printDay(due)}`;
  const text = purpose === 'file_on_behalf' ? 'Enter their figures' : 'Enter figures';
  const whose = forWhom === null ? '' : `, for ${forWhom}`;
  return section(
    mrkdwn`${truncate(project.title, TITLE_CHARACTERS)}: ${listUpTo(refs, MOST_REFS)} of ${printQuarter(quarter)} ${when}${whose}`,
    {
      accessory: button({
        text,
        actionId: ACTION.submitOpen,
        value: writeFormReference({ key, purpose, ref: refs[0] ?? null }),
        accessibilityLabel: `${text} for project ${project.number}, ${printQuarter(quarter)}`,
      }),
    },
  );
};
