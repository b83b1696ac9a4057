import type { FiguresBehind } from '../application/figures-behind.ts';
import type { StoredProgramme } from '../application/ports.ts';
import type { FormPurpose } from '../application/submission-form.ts';
import { type Block, button, section } from '../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../blockkit/escape.ts';
import { printDay, printQuarter } from '../domain/calendar/calendar.ts';
import { ACTION } from './ids.ts';
import { writeFormReference } from './references.ts';
import { counted, listUpTo } from './standing-words.ts';

const TITLE_CHARACTERS = 200;
const MOST_REFS = 6;

/** Figures of an earlier quarter that are due now, and whose they are. */
export interface BehindLine {
  readonly behind: FiguresBehind;
  /** Whose they are, where the reader has some of their own as well. */
  readonly forWhom: string | null;
  readonly purpose: Extract<FormPurpose, 'file' | 'file_on_behalf'>;
}

/** `2 figures of Q3 2015/16 and Q4 2015/16`. */
export const behindFigures = (behind: readonly FiguresBehind[]): string => {
  const figures = behind.flatMap(({ measures }) => measures).length;
  const quarters = [...new Set(behind.map(({ quarter }) => printQuarter(quarter)))];
  return `${counted(figures, 'figure')} of ${quarters.join(' and ')}`;
};

/** `is`, `were`: of one figure or several, before and after they were due. */
export const dueVerb = (figures: number, isOver: boolean): string => {
  if (figures === 1) return isOver ? 'was' : 'is';
  return isOver ? 'were' : 'are';
};

/** `Drug treatment: 2.4 of Q1 2015/16 is due too`, with the button that opens that return at it. */
export const behindBlock = (
  { id }: StoredProgramme,
  { behind: { project, quarter, due, measures }, forWhom, purpose }: BehindLine,
  { isToo, isOver }: { readonly isToo: boolean; readonly isOver: boolean },
): Block => {
  const refs = measures.map(({ ref }) => ref);
  const key = { programmeId: id, projectNumber: project.number, quarter };
  const verb = dueVerb(refs.length, isOver);
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
