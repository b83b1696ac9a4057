import type { ModalView } from '@slack/types';
import type { ReadEntries } from '../../application/read-entries.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  plain,
  section,
} from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { willShowAs } from '../../domain/wording/headline.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { ACTION, VIEW } from '../ids.ts';
import { paragraphs } from '../standing-blocks.ts';
import { writePlace } from './metadata.ts';
import { formTitle, noticeBlock } from './page-view.ts';
import { pagesOf } from './pages.ts';

const LINE_CHARACTERS = 400;

/** What filing will show, before anything is filed. */
export const reviewView = (
  form: SubmissionForm,
  assessments: readonly Assessment[],
  entries: Pick<ReadEntries, 'notes'>,
  notice: string | null = null,
): ModalView => ({
  type: 'modal',
  callback_id: VIEW.submitReview,
  private_metadata: writePlace({ key: form.key, page: pagesOf(form.measures).length + 1 }),
  title: plain(formTitle(form), LIMITS.view.title),
  submit: plain('File'),
  close: plain('Close'),
  blocks: [
    ...(notice === null ? [] : [noticeBlock(notice)]),
    section(mrkdwn`*This is how the figures will be judged. Nothing is filed yet.*`),
    ...paragraphs(assessments.map(standingLine)),
    ...noteBlocks(entries.notes),
    ...commentaryWanted(assessments),
    divider(),
    context(consequence(form)),
    actions([button({ text: 'Back', actionId: ACTION.submitBack })]),
  ],
});

const standingLine = (assessment: Assessment): Mrkdwn =>
  mrkdwn`${positionSymbol(assessment.position)} ${truncateEscaped(oneLine(willShowAs(assessment)), LINE_CHARACTERS)}`;

const noteBlocks = (notes: readonly string[]): Block[] =>
  notes.length === 0
    ? []
    : [
        section(mrkdwn`*How some figures were read*`),
        ...paragraphs(notes.map((note) => mrkdwn`${truncate(oneLine(note), LINE_CHARACTERS)}`)),
      ];

/** The committee asks why of every figure off track, so the lead is asked first. */
const commentaryWanted = (assessments: readonly Assessment[]): Block[] =>
  paragraphs(
    assessments
      .filter(({ position, figure }) => position === 'off_track' && figure?.commentary == null)
      .map(
        ({ measure }) =>
          mrkdwn`${measure.ref} needs a sentence on what is being done, by whom and by when. Press Back to add it.`,
      ),
  );

const consequence = ({ stored, late, submission }: SubmissionForm): Mrkdwn => {
  const again =
    submission?.filing == null
      ? ''
      : ' You have filed this return before: what you changed becomes a correction, and the earlier figures stay on record.';
  const marked = late ? ' It will be marked as late.' : '';
  return mrkdwn`File puts these figures on record under your name and sends you a receipt.${marked}${again} The digest is posted in #${oneLine(stored.programme.channel)} when every project has filed, or on the due date.`;
};
