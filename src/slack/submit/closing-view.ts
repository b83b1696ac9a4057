import type { ModalView } from '@slack/types';
import type { Filed } from '../../application/file-submission.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { withCommands } from '../refusal-message.ts';
import { formTitle } from './page-view.ts';

const TITLE_CHARACTERS = 200;

/** What stands in the window once the return is on record. */
export const filedView = (form: SubmissionForm, filed: Filed): ModalView => {
  const { project, key } = form;
  const correction = filed.filing.revision > 1 ? `, revision ${filed.filing.revision}` : '';
  const late = filed.filing.late ? ' It is marked as late.' : '';
  return {
    type: 'modal',
    title: plain(formTitle(form), LIMITS.view.title),
    close: plain('Done'),
    blocks: [
      section(
        mrkdwn`*Filed${correction}: ${truncate(oneLine(project.title), TITLE_CHARACTERS)}, ${printQuarter(key.quarter)}.*${late}`,
      ),
      section(
        mrkdwn`Your receipt is on its way in a direct message, with exactly what is on record.`,
      ),
    ],
  };
};

/** A window that can only say why it cannot go on; what was typed stays in the draft. */
export const refusalView = (sentence: string): ModalView => ({
  type: 'modal',
  title: plain('Not possible now'),
  close: plain('Close'),
  blocks: [section(withCommands(sentence))],
});
