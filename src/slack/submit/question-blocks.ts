import type { InputBlock } from '@slack/types';
import {
  type AskedQuestion,
  INFORMATION_REF,
  LONGEST_REASON,
  reasonKey,
} from '../../application/check-entries.ts';
import { fieldKey, LONGEST_TEXT } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import { actionSaid } from '../../application/read-beside.ts';
import { type Block, plain } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { actionWords } from '../../domain/wording/beside-figure.ts';
import { paragraphs } from '../standing-blocks.ts';
import { listUpTo } from '../standing-words.ts';
import { actionInputs } from './action-blocks.ts';
import { CONFIRM, fingerprintOf } from './confirmation.ts';
import { type Asking, fieldsFor, isMissing, isOther, QUESTION_CHARACTERS } from './field-room.ts';
import { INPUT } from './fields.ts';
import { textInput } from './inputs.ts';

const SHORT_QUESTION_CHARACTERS = 150;
const MOST_NAMES = 8;

/** Each measure's line, and under it what is asked about it with the fields to answer in, in this many blocks. */
export const standingBlocks = (
  assessments: readonly Assessment[],
  lineOf: (assessment: Assessment) => Mrkdwn,
  { room, ...asking }: Asking & { readonly room: number },
): Block[] => {
  const about = (ref: string) => asking.asked.filter((each) => each.ref === ref);
  const { actionsFor, answersFor } = fieldsFor(
    assessments.map(({ measure: { ref } }) => ({ ref, asked: about(ref) })),
    asking,
    room,
  );
  const blocks: Block[] = [];
  let lines: Mrkdwn[] = [];
  const then = (fields: readonly InputBlock[]): void => {
    if (fields.length === 0) return;
    blocks.push(...paragraphs(lines), ...fields);
    lines = [];
  };
  for (const assessment of assessments) {
    const { ref } = assessment.measure;
    const [missing, others] = [about(ref).filter(isMissing), about(ref).filter(isOther)];
    const whole = answersFor.has(ref);
    lines.push(lineOf(assessment), ...missing.map((each) => questionLine(each, whole)));
    if (actionsFor.has(ref)) then(actionInputs(ref, asking.typed, asking.actions.needed));
    else if (asking.actions.refs.includes(ref)) lines.push(...actionLine(ref, asking.typed));
    if (whole) then(commentaryInputs(ref, missing, asking.typed));
    lines.push(...others.map((each) => questionLine(each, whole)));
    if (whole) then(reasonInputs(ref, others, asking.typed));
  }
  return [...blocks, ...paragraphs(lines)];
};

const actionLine = (ref: string, typed: DraftValues): readonly Mrkdwn[] => {
  const said = actionSaid(typed, ref);
  return said === null
    ? []
    : [mrkdwn`> ${truncateEscaped(oneLine(actionWords(said)), QUESTION_CHARACTERS)}`];
};

/** What is asked about the additional information, with the field to answer in. */
export const informationBlocks = ({
  asked,
  typed,
}: Pick<Asking, 'asked' | 'typed'>): readonly Block[] => {
  const about = asked.filter(({ ref }) => ref === INFORMATION_REF);
  return about.length === 0
    ? []
    : [
        ...paragraphs(about.map((each) => questionLine(each, true))),
        ...reasonInputs(INFORMATION_REF, about, typed),
      ];
};

const questionLine = (
  { question: { found, ask, meant } }: AskedQuestion,
  whole: boolean,
): Mrkdwn => {
  const instead = meant === null ? '' : ` If ${meant} was meant, press Back and enter it.`;
  const text = oneLine(`${found} ${ask}${instead}`);
  return mrkdwn`> ${truncateEscaped(text, whole ? QUESTION_CHARACTERS : SHORT_QUESTION_CHARACTERS)}`;
};

/** What is typed here is the commentary itself, and stands in it from then on. */
const commentaryInputs = (
  ref: string,
  missing: readonly AskedQuestion[],
  typed: DraftValues,
): readonly InputBlock[] =>
  missing.length === 0
    ? []
    : [
        textInput(typed, {
          field: fieldKey('commentary', ref),
          label: `${ref}: why is it off track? (for the committee)`,
          most: LONGEST_TEXT,
        }),
      ];

const reasonInputs = (
  ref: string,
  about: readonly AskedQuestion[],
  typed: DraftValues,
): readonly InputBlock[] => {
  const isAboutWords = about.every(({ question }) => question.code === 'personal_data');
  return about.length === 0
    ? []
    : [
        textInput(typed, {
          field: reasonKey(ref),
          label: `${ref}: why ${isAboutWords ? 'can these words stay' : 'is it right'}? (for the coordinator)`,
          most: LONGEST_REASON,
        }),
      ];
};

/** The one tick that answers everything asked above it. Never set beforehand. */
export const confirmBlocks = ({ asked, actions }: Asking): readonly InputBlock[] => {
  // Once it is said what is being done, nothing is missing any more; a tick does not say it.
  const open = asked.filter(
    (each) => isOther(each) || !(actions.needed && actions.refs.includes(each.ref)),
  );
  const several = new Set(open.map(({ ref }) => ref)).size > 1;
  return open.length === 0
    ? []
    : [
        {
          type: 'input',
          block_id: CONFIRM,
          // Checked when it is filed, where a reason for each question will do instead.
          optional: true,
          label: plain(`What is asked about ${named(open.map(({ ref }) => ref))}`),
          element: {
            type: 'checkboxes',
            action_id: INPUT,
            options: [
              {
                text: plain(
                  several
                    ? 'I have checked them: file them as they stand'
                    : 'I have checked it: file it as it stands',
                ),
                value: fingerprintOf(asked),
              },
            ],
          },
        },
      ];
};

/** Said beside the tick where it is missing. */
export const confirmSentence = (refs: readonly string[]): string =>
  `Tick this if ${named(refs)} can be filed as ${refs.length === 1 ? 'it stands' : 'they stand'}. Or answer above what is asked, or press Back and change it.`;

const named = (refs: readonly string[]): string => listUpTo([...new Set(refs)], MOST_NAMES);
