import type { ModalView } from '@slack/types';
import type { Asked } from '../../application/ask-correction.ts';
import type { Filed } from '../../application/file-submission.ts';
import type { StoredFiling } from '../../application/ports.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { formTitle } from './page-view.ts';

const TITLE_CHARACTERS = 200;

/** What stands in the window once the return is on record. */
export const filedView = (
  form: SubmissionForm,
  filed: Filed | Asked,
  readerId: string,
): ModalView => {
  const lines = linesOf(form, filed, readerId);
  return {
    type: 'modal',
    title: plain(formTitle(form), LIMITS.view.title),
    close: plain('Done'),
    blocks: lines.map((line) => section(line)),
  };
};

const linesOf = (
  form: SubmissionForm,
  filed: Filed | Asked,
  readerId: string,
): readonly Mrkdwn[] => {
  switch (filed.kind) {
    case 'filed':
      return filedLines(form, filed.filing);
    case 'unchanged':
      return unchangedLines(filed.filing, readerId);
    case 'asked':
      return [
        mrkdwn`*Asked: the coordinator has your correction of ${printQuarter(form.key.quarter)}.*`,
        mrkdwn`What is on record stays until they approve it. You are told either way.`,
        mrkdwn`You can take it back until then: from the message you get now, or on Home.`,
      ];
  }
};

const filedLines = ({ project, key }: SubmissionForm, filing: StoredFiling): readonly Mrkdwn[] => {
  const correction = filing.revision > 1 ? `, revision ${filing.revision}` : '';
  const late = filing.late ? ' It is marked as late.' : '';
  return [
    mrkdwn`*Filed${correction}: ${truncateEscaped(oneLine(project.title), TITLE_CHARACTERS)}, ${printQuarter(key.quarter)}.*${late}`,
    mrkdwn`Your receipt is on its way in a direct message, with exactly what is on record.`,
  ];
};

const unchangedLines = (
  { filedAt, filedBy }: StoredFiling,
  readerId: string,
): readonly Mrkdwn[] => {
  const isReader = filedBy.kind === 'person' && filedBy.key === readerId;
  const day = printDay(dayIn(filedAt));
  const filed = isReader
    ? `you filed on ${day}`
    : `${filedBy.name ?? 'a colleague'} filed on ${day}`;
  return [
    mrkdwn`*Nothing was changed: what is on record is what ${truncateEscaped(oneLine(filed), TITLE_CHARACTERS)}.*`,
    mrkdwn`No new receipt is sent. To correct a figure, open the return again and change it.`,
  ];
};
