import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { changedFigures } from '../../application/check-entries.ts';
import { standingFiling } from '../../application/file-submission.ts';
import type { ReadEntries } from '../../application/read-entries.ts';
import {
  type FormPurpose,
  isAfter,
  type SubmissionForm,
} from '../../application/submission-form.ts';
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
import { attestationFor } from '../../domain/wording/attestation.ts';
import { figureChange } from '../../domain/wording/figure-change.ts';
import { willShowAs } from '../../domain/wording/headline.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { smallNumbersLine } from '../../domain/wording/qualifier-lines.ts';
import { ACTION, VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { paragraphs } from '../standing-blocks.ts';
import { digestWords } from './digest-words.ts';
import { enteredWords } from './entered-words.ts';
import type { Asking } from './field-room.ts';
import { placeOf, writePlace } from './metadata.ts';
import { formTitle } from './page-view.ts';
import { pagesOf } from './pages.ts';
import { particularBlocks } from './particular-blocks.ts';
import { confirmBlocks, informationBlocks, standingBlocks } from './question-blocks.ts';

const LINE_CHARACTERS = 400;
const LABEL_CHARACTERS = 150;

/** What the review shows beside the judgements. */
export interface Shown extends Asking {
  /** Why it is shown again, on top. */
  readonly notice?: string | null;
  /** Whether it is drawn with words that could not be saved. */
  readonly unsaved?: boolean;
  /** What later quarters become by it. */
  readonly effects?: readonly string[];
  /** What is asked for already and waits, where another correction is asked for. */
  readonly waiting?: readonly string[];
}

type Entries = Pick<ReadEntries, 'figures' | 'notes' | 'additionalInformation'>;

/** What filing will show, before anything is filed. */
export const reviewView = (
  form: SubmissionForm,
  assessments: readonly Assessment[],
  entries: Entries,
  { notice = null, effects = [], waiting = [], unsaved = false, ...asking }: Shown,
): ModalView => {
  const before = [
    ...(notice === null ? [] : [noticeBlock(notice)]),
    section(mrkdwn`*${INTRODUCTION[form.purpose]}*`),
  ];
  const attestation = attestationOf(form, entries);
  const after = [
    ...informationBlocks(asking),
    ...listBlocks('How some figures were read', entries.notes),
    ...changeBlocks(form, entries),
    ...listBlocks('What later quarters become', effects),
    ...listBlocks('What waits already', waiting),
    ...particularBlocks(form, entries, asking.typed),
    ...confirmBlocks(asking),
    divider(),
    context(mrkdwn`${consequences(form, entries).join(' ').trim()}`),
    ...(attestation === null ? [] : [section(mrkdwn`${attestation}`)]),
    actions([button({ text: 'Back', actionId: ACTION.submitBack })]),
  ];
  const room = LIMITS.view.blocks - before.length - after.length;
  return {
    type: 'modal',
    callback_id: VIEW.submitReview,
    private_metadata: writePlace({
      ...placeOf(form, pagesOf(form.measures).length + 1),
      unsaved,
    }),
    title: plain(formTitle(form), LIMITS.view.title),
    submit: plain(form.purpose === 'ask_correction' ? 'Ask' : 'File'),
    close: plain('Close'),
    notify_on_close: true,
    blocks: [
      ...before,
      ...standingBlocks(assessments, standingLine, { ...asking, room }),
      ...after,
    ],
  };
};

const INTRODUCTION: Readonly<Record<FormPurpose, string>> = {
  file: 'This is how the figures will be judged. Nothing is filed yet.',
  file_on_behalf: 'This is how the figures will be judged. Nothing is filed yet.',
  ask_correction: 'This is how the figures would be judged. Nothing is asked yet.',
  correct: 'This is how the corrected figures will be judged. Nothing is changed yet.',
};

const standingLine = (assessment: Assessment): Mrkdwn => {
  const words = [willShowAs, enteredWords, smallNumbersLine]
    .map((say) => say(assessment))
    .filter((each) => each !== '')
    .join(' ');
  return mrkdwn`${positionSymbol(assessment.position)} ${truncateEscaped(oneLine(words), LINE_CHARACTERS)}`;
};

const listBlocks = (heading: string, lines: readonly string[]): Block[] =>
  lines.length === 0
    ? []
    : [
        section(mrkdwn`*${heading}*`),
        ...paragraphs(lines.map((line) => mrkdwn`${truncate(oneLine(line), LINE_CHARACTERS)}`)),
      ];

/**
 * What filing would change on record. Somebody else may have filed since this was typed, so it is
 * shown and never overwritten unseen.
 */
const changeBlocks = (
  { measures, submission }: SubmissionForm,
  { figures }: Pick<ReadEntries, 'figures'>,
): Block[] => {
  if (submission?.filing == null) return [];
  const lines = figures.flatMap(({ ref, figure }) => {
    const question = measures.find(({ measure }) => measure.ref === ref);
    const change =
      question === undefined ? null : figureChange(question.measure, question.current, figure);
    return change === null ? [] : [change];
  });
  return lines.length === 0
    ? [section(mrkdwn`No figure differs from what is on record.`)]
    : listBlocks('What changes on record', lines);
};

/** What File does, sentence by sentence. */
const consequences = (form: SubmissionForm, entries: Entries): readonly string[] => {
  if (standingFiling(form, entries) !== null) {
    return [
      form.purpose === 'ask_correction'
        ? 'Nothing here differs from what is on record, so there is nothing to ask for.'
        : 'Nothing here differs from what is on record, so File changes nothing.',
    ];
  }
  const isCorrection = form.submission?.filing != null;
  if (form.purpose === 'ask_correction') {
    return [
      'Ask sends this to the coordinator, who approves or declines it. Until then what is on record stays.',
    ];
  }
  const { onlyBehind } = form;
  return [
    filingConsequence(form),
    ...(form.late && (onlyBehind || !isCorrection) ? ['It will be marked as late.'] : []),
    ...(isCorrection && onlyBehind ? ['What was filed before stays as it is.'] : []),
    ...(isCorrection && !onlyBehind
      ? [
          'This return has been filed before: what you changed becomes a correction, and the earlier figures stay on record.',
        ]
      : []),
    digestConsequence(form, !isCorrection || changedFigures(form, entries).length > 0),
  ];
};

/** What whoever presses File confirms by it; null where pressing it files nothing. */
const attestationOf = (form: SubmissionForm, entries: Entries): string | null =>
  form.purpose === 'ask_correction' || standingFiling(form, entries) !== null
    ? null
    : attestationFor(form.purpose);

const filingConsequence = ({ purpose, project }: SubmissionForm): string => {
  const agency = truncate(oneLine(project.agency), LABEL_CHARACTERS);
  switch (purpose) {
    case 'file_on_behalf':
      return `File puts these figures on record for ${agency}, marked as filed by you, and sends you and its leads a receipt.`;
    case 'correct':
      return `File puts the correction on record under your name, with its reason, and sends you and the leads of ${agency} a receipt.`;
    case 'file':
    case 'ask_correction':
      return 'File puts these figures on record under your name and sends you a receipt.';
  }
};

/** Where no figure changes, only the digest's thread has something to say. */
const digestConsequence = (
  { stored, digest, today, due }: SubmissionForm,
  showsInDigest: boolean,
): string =>
  digestWords(
    { digest, channel: stored.programme.channel, isOverdue: isAfter(today, due) },
    (name) =>
      showsInDigest
        ? `The digest in ${name} is changed, and its thread says what changed.`
        : `The thread of the digest in ${name} says what changed.`,
  );

/** The review exactly as it was shown, with a sentence on top: for when nothing can be read to draw it anew. */
export const sameReview = (shown: ViewOutput, sentence: string): ModalView => ({
  type: 'modal',
  callback_id: VIEW.submitReview,
  private_metadata: shown.private_metadata,
  title: plain(shown.title.text, LIMITS.view.title),
  submit: plain(shown.submit?.text ?? 'File', LIMITS.view.title),
  close: plain('Close'),
  notify_on_close: shown.notify_on_close,
  blocks: [noticeBlock(sentence), ...shown.blocks.filter(({ type }) => type !== 'alert')],
});
