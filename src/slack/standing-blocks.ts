import type { Button } from '@slack/types';
import type { Standing } from '../application/assess.ts';
import { type Block, button, section } from '../blockkit/blocks.ts';
import {
  countCharacters,
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncate,
  truncateEscaped,
} from '../blockkit/escape.ts';
import { LIMITS } from '../blockkit/limits.ts';
import type { Table } from '../blockkit/table.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { bareFigure, digestLine } from '../domain/wording/headline.ts';
import { positionSymbol, wordFor } from '../domain/wording/position-words.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { printBareNeed } from '../domain/wording/print-value.ts';
import { isWithheld, withheldFigure } from '../domain/wording/withheld-words.ts';
import { ACTION } from './ids.ts';
import { type StatusReference, writeStatusReference } from './references.ts';

// Short titles come from files of any length.
const LINE_CHARACTERS = 250;
const CELL_CHARACTERS = 90;

/** `🔴 Off track`: a symbol to scan for and always the word beside it. */
export const positionCell = (assessment: Assessment): string =>
  `${positionSymbol(assessment.position)} ${wordFor(assessment.position, assessment)}`;

/** The number judged, or why there is none. */
const figureCell = (assessment: Assessment): string => {
  const { actual, figure, measure } = assessment;
  if (isWithheld(assessment)) return withheldFigure(assessment);
  if (actual !== null) return bareFigure(assessment);
  return figure === null ? '' : printAnswer(figure.answer, measure.unit);
};

/** Measures as a table, a row each, in the order given. */
export const standingsTable = (caption: string, standings: readonly Standing[]): Table => ({
  caption,
  header: ['Measure', 'Figure', neededHeader(standings), 'Position'],
  rows: standings.map(({ assessment }) => {
    const { measure, needed } = assessment;
    return [
      truncate(`${measure.ref} ${measure.shortTitle}`, CELL_CHARACTERS),
      figureCell(assessment),
      needed === null ? '' : printBareNeed(needed, measure.unit),
      positionCell(assessment),
    ];
  }),
  pageSize: Math.max(1, Math.min(standings.length, LIMITS.dataTable.pageSize)),
});

const neededHeader = (standings: readonly Standing[]): string =>
  standings.every(({ assessment }) => assessment.quarter.number === 4) ? 'Needed' : 'Needed by now';

/** A measure in one line, its position in words: `🔴 Off track: 2.4 Engagement after prison: 17%, 41% needed.` */
export const standingLine = (assessment: Assessment): Mrkdwn =>
  mrkdwn`${positionCell(assessment)}: ${truncateEscaped(oneLine(digestLine(assessment)), LINE_CHARACTERS)}`;

export const measureReference = ({ measure, quarter }: Assessment): StatusReference => ({
  scope: { kind: 'measure', ref: measure.ref },
  quarter,
});

export const whyButton = (assessment: Assessment): Button =>
  button({
    text: 'Why?',
    actionId: ACTION.statusWhy,
    value: writeStatusReference(measureReference(assessment)),
    accessibilityLabel: `Why? How ${assessment.measure.ref} is judged`,
  });

/** Lines of text as few paragraphs as will hold them; a single line must fit one by itself. */
export const paragraphs = (lines: readonly Mrkdwn[]): Block[] => {
  const groups: Mrkdwn[][] = [];
  let room = 0;
  for (const line of lines) {
    const length = countCharacters(line.text) + 1;
    if (length > room) {
      groups.push([]);
      room = LIMITS.section.text;
    }
    groups.at(-1)?.push(line);
    room -= length;
  }
  return groups.map((group) => section(joinMrkdwn(group)));
};
