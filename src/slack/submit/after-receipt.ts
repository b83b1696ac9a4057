import type { Temporal } from 'temporal-polyfill';
import type { DigestStanding } from '../../application/digest-standing.ts';
import type { FilingPurpose } from '../../application/file-submission.ts';
import type { StoredFiling, StoredProgramme, StoredSubmission } from '../../application/ports.ts';
import { type FormPurpose, isAfter } from '../../application/submission-form.ts';
import { button } from '../../blockkit/blocks.ts';
import { dayIn, printDay, type Quarter } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import type { Project } from '../../domain/measure.ts';
import { lastDayToFile } from '../../domain/obligations.ts';
import { ACTION } from '../ids.ts';
import { writeFormReference, writeSubmissionKey } from '../references.ts';
import { digestWords } from './digest-words.ts';

/** A return on record, and how whoever reads of it can change it. */
export interface Answered {
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly quarter: Quarter;
  /** What stands on record now. */
  readonly filing: StoredFiling;
  readonly digest: DigestStanding;
  readonly amend: Amend;
}

interface Amend {
  readonly text: string;
  readonly purpose: FormPurpose;
  /** The last day on which it is the agency's own to change; null where that is over. */
  readonly until: Temporal.PlainDate | null;
}

/** What changes a return for somebody who has just filed it like this, while it is open and afterwards. */
export const amendBy = (
  purpose: FilingPurpose,
  {
    state,
    quarter,
    today,
  }: {
    readonly state: StoredSubmission['state'];
    readonly quarter: Quarter;
    readonly today: Temporal.PlainDate;
  },
): Amend => {
  const until = lastDayToFile(quarter);
  const isOpen = state !== 'accepted' && state !== 'published' && !isAfter(today, until);
  if (isOpen && purpose !== 'correct') return { text: 'Amend', purpose, until };
  return purpose === 'file'
    ? { text: 'Ask for a correction', purpose: 'ask_correction', until: null }
    : { text: 'Correct', purpose: 'correct', until: null };
};

/** What becomes of the digest, and what to do where something is wrong. */
export const whatNext = ({ stored, quarter, filing, digest, amend }: Answered): string => {
  const { channel } = stored.programme;
  const isOverdue = isAfter(dayIn(filing.filedAt), dueDate(quarter));
  const about = { digest, channel, isOverdue };
  const said = digestWords(about, (name) => `The digest in ${name} has these figures.`);
  const until = amend.until === null ? '' : ` until ${printDay(amend.until)}`;
  return `${said} Something wrong? Press ${amend.text}${until}; the earlier figures stay on record.`.trim();
};

export const amendButton = ({ stored, project, quarter, amend: { text, purpose } }: Answered) =>
  button({
    text,
    actionId: ACTION.submitOpen,
    value: writeFormReference({
      key: { programmeId: stored.id, projectNumber: project.number, quarter },
      purpose,
      ref: null,
    }),
    accessibilityLabel: `${text}: the figures of project ${project.number}`,
  });

export const discussButton = ({ stored, project, quarter }: Answered) =>
  button({
    text: 'Discuss',
    actionId: ACTION.reviewDiscuss,
    value: `${writeSubmissionKey({ programmeId: stored.id, projectNumber: project.number, quarter })}/1`,
    accessibilityLabel: `Discuss project ${project.number} with the coordinator`,
  });
