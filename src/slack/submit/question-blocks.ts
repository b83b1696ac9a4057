import type { InputBlock } from '@slack/types';
import {
  type AskedQuestion,
  INFORMATION_REF,
  LONGEST_REASON,
  reasonKey,
} from '../../application/check-entries.ts';
import { fieldKey, LONGEST_TEXT } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import { type Block, plain } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { paragraphs } from '../standing-blocks.ts';
import { listUpTo } from '../standing-words.ts';
import { actionInputs } from './action-blocks.ts';
import { CONFIRM, fingerprintOf } from './confirmation.ts';
import { INPUT } from './fields.ts';
import { textInput } from './inputs.ts';

/** What is asked on the review, and what has been typed to it so far. */
export interface Asking {
  readonly asked: readonly AskedQuestion[];
  readonly typed: DraftValues;
  /** The measures of which it is asked what is being done, and whether that must be answered. */
  readonly actions: { readonly refs: readonly string[]; readonly needed: boolean };
}

const QUESTION_CHARACTERS = 450;
const SHORT_QUESTION_CHARACTERS = 150;
// A window holds 100 blocks. Beyond this many, questions are still asked, but only the tick answers them.
const MOST_WITH_FIELDS = 12;
const MOST_NAMES = 8;

/** Each measure's line, and under it what is asked about it with the fields to answer in. */
export const standingBlocks = (
  assessments: readonly Assessment[],
  lineOf: (assessment: Assessment) => Mrkdwn,
  { asked, typed, actions }: Asking,
): Block[] => {
  const blocks: Block[] = [];
  let lines: Mrkdwn[] = [];
  // What is being done about a figure off track has its fields whatever else is asked.
  let fields = actions.refs.length;
  for (const assessment of assessments) {
    const { ref } = assessment.measure;
    const about = asked.filter((each) => each.ref === ref);
    const hasAction = actions.refs.includes(ref);
    const withFields = hasAction || fields < MOST_WITH_FIELDS;
    lines.push(lineOf(assessment), ...about.map((each) => questionLine(each, withFields)));
    if ((about.length === 0 && !hasAction) || !withFields) continue;
    blocks.push(
      ...paragraphs(lines),
      ...(hasAction ? actionInputs(ref, typed, actions.needed) : []),
      ...answerInputs(ref, about, typed),
    );
    lines = [];
    fields += hasAction ? 0 : 1;
  }
  return [...blocks, ...paragraphs(lines)];
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
        ...answerInputs(INFORMATION_REF, about, typed),
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

const answerInputs = (
  ref: string,
  about: readonly AskedQuestion[],
  typed: DraftValues,
): readonly InputBlock[] => {
  const isMissing = ({ question }: AskedQuestion): boolean => question.code === 'no_commentary';
  return [
    // What is typed here is the commentary itself, and stands in it from then on.
    ...(about.some(isMissing)
      ? [
          textInput(typed, {
            field: fieldKey('commentary', ref),
            label: `${ref}: what can the committee be told about it?`,
            most: LONGEST_TEXT,
          }),
        ]
      : []),
    ...(about.every(isMissing)
      ? []
      : [
          textInput(typed, {
            field: reasonKey(ref),
            label: `${ref}: why is it right? (for the coordinator)`,
            most: LONGEST_REASON,
          }),
        ]),
  ];
};

/** The one tick that answers everything asked above it. Never set beforehand. */
export const confirmBlocks = ({ asked }: Asking): readonly InputBlock[] =>
  asked.length === 0
    ? []
    : [
        {
          type: 'input',
          block_id: CONFIRM,
          // Checked when it is filed, where a reason for each question will do instead.
          optional: true,
          label: plain(`What is asked about ${named(asked.map(({ ref }) => ref))}`),
          element: {
            type: 'checkboxes',
            action_id: INPUT,
            options: [
              {
                text: plain('I have checked it: file it as it stands'),
                value: fingerprintOf(asked),
              },
            ],
          },
        },
      ];

/** Said beside the tick where it is missing. */
export const confirmSentence = (refs: readonly string[]): string =>
  `Tick this if ${named(refs)} can be filed as ${refs.length === 1 ? 'it stands' : 'they stand'}. Or answer above what is asked, or press Back and change it.`;

const named = (refs: readonly string[]): string => listUpTo([...new Set(refs)], MOST_NAMES);
