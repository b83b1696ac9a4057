import type { Temporal } from 'temporal-polyfill';
import type { Standing } from '../../application/assess.ts';
import { actions, type Block, button, context, plain, section } from '../../blockkit/blocks.ts';
import {
  escapeMrkdwn,
  joinMrkdwn,
  mrkdwn,
  truncate,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import type { Message, Rung } from '../../blockkit/ladder.ts';
import { tableAt } from '../../blockkit/table.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { headline } from '../../domain/wording/headline.ts';
import { ACTION } from '../ids.ts';
import { measureReference, paragraphs, whyButton } from '../standing-blocks.ts';
import type { Asker } from './answer.ts';
import { filedLine, saidWords } from './filed-words.ts';
import { type Fact, factsOf } from './measure-facts.ts';
import { shareButton, sharedLine } from './share-blocks.ts';

const TITLE_CHARACTERS = 300;
const FILED_CHARACTERS = 1_500;

interface Showing {
  readonly rung: Rung;
  readonly audience: Asker['audience'];
  readonly today: Temporal.PlainDate;
  /** Who put this figure on record and what was decided about it; null while there is none. */
  readonly figureFiled: string | null;
  /** What the figure was before, in words; empty where it never changed. */
  readonly changed: string;
}

/** One measure: the finding, the numbers, what is behind them, what to do next. */
export const measureMessage = (standing: Standing, showing: Showing): Message => {
  const { assessment } = standing;
  const { rung } = showing;
  const finding = headline(assessment);
  const facts = factsOf(assessment, showing.changed);
  const words = saidWords(assessment);
  const filed = filedLine(standing, showing);
  if (rung === 'text') {
    const lines = [finding, ...facts.map(([name, value]) => `${name}: ${value}`), words, filed];
    return { text: joinMrkdwn(lines.filter((line) => line !== '').map(escapeMrkdwn)).text };
  }
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*\n${truncate(titleOf(standing), TITLE_CHARACTERS)}`),
      ...factBlocks(rung, standing, facts),
      // What people typed stands in text that Slack does not parse.
      ...(words === '' ? [] : [{ type: 'section' as const, text: plain(words) }]),
      ...(filed === '' ? [] : [context(mrkdwn`${truncateEscaped(filed, FILED_CHARACTERS)}`)]),
      ...nextBlocks(standing, showing),
    ],
  };
};

const nextBlocks = ({ assessment }: Standing, { audience }: Showing): Block[] =>
  audience.kind === 'asker'
    ? [
        actions([
          whyButton(assessment),
          historyButton(assessment),
          shareButton(measureReference(assessment)),
        ]),
      ]
    : [actions([whyButton(assessment)]), ...sharedLine(audience.sharedBy)];

/** Opens the whole year's history: what the figure was before, and who said what. */
const historyButton = ({ measure, quarter }: Standing['assessment']) =>
  button({
    text: 'History',
    actionId: ACTION.historyOpen,
    value: [measure.ref, quarter.year, quarter.number, 'year', 1].join('|'),
    accessibilityLabel: `History of ${measure.ref}`,
  });

/** A part is hard to know by its own title ("Confidence"), so its outcome's stands before it. */
const titleOf = ({ assessment: { measure } }: Standing): string =>
  measure.partOf === null ? measure.title : `${measure.partOf.title}: ${measure.title}`;

const whereOf = ({ project, assessment }: Standing): string =>
  [project.title, project.agency, printQuarter(assessment.quarter)].join(' · ');

const factBlocks = (rung: Rung, standing: Standing, facts: readonly Fact[]): Block[] => {
  if (rung === 'plain') {
    const lines = facts.map(([name, value]) => mrkdwn`*${name}:* ${value}`);
    return [
      context(mrkdwn`${truncate(whereOf(standing), TITLE_CHARACTERS)}`),
      ...paragraphs(lines),
    ];
  }
  // Facts are read from top to bottom: a table to sort and page would only be in the way.
  return tableAt('standard', {
    caption: whereOf(standing),
    header: [standing.assessment.measure.ref, printQuarter(standing.assessment.quarter)],
    rows: facts,
  });
};
