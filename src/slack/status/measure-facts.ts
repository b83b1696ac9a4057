import { truncate } from '../../blockkit/escape.ts';
import type { Assessment, Qualifier } from '../../domain/judging/assessment.ts';
import { officerDiffers } from '../../domain/wording/officer.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { printValue, sentenceCase } from '../../domain/wording/print-value.ts';
import { qualifierLines } from '../../domain/wording/qualifier-lines.ts';
import { remainingLine } from '../../domain/wording/remaining-words.ts';
import {
  baselineLine,
  outlookLine,
  positionLine,
  SAID_IN_STATUS_LINES,
  targetLine,
  travelLine,
} from '../../domain/wording/status-lines.ts';
import { isWithheld, withheldFigure } from '../../domain/wording/withheld-words.ts';

/** The name of a fact and what it is. */
export type Fact = readonly [string, string];

// Titles, targets and judgements come from files of any length; a fact is a line or two.
const FACT_CHARACTERS = 600;

// Who corrected it, and in which revision, is told with who filed it; what it was before, in its own row.
const SAID_ELSEWHERE: readonly Qualifier[] = [...SAID_IN_STATUS_LINES, 'revised'];

/** The numbers behind a position, in the order in which they are asked for; `changed` says what the figure was. */
export const factsOf = (assessment: Assessment, changed: string): readonly Fact[] => {
  const { position } = assessment;
  const facts: readonly Fact[] = [
    ['Position', `${positionSymbol(position)} ${positionLine(assessment)}`],
    ['Year-end outlook', outlookOf(assessment)],
    ['Rest of the year', remainingLine(assessment)],
    ['Figure', figureOf(assessment)],
    ['Changed', changed],
    ['Target', targetLine(assessment)],
    ['Baseline', baselineLine(assessment)],
    ['Direction', assessment.actual === null ? '' : travelLine(assessment)],
    ['Bear in mind', qualifierLines(assessment, SAID_ELSEWHERE).join(' ')],
    ["Officer's judgement", officerOf(assessment)],
  ];
  return facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, truncate(value, FACT_CHARACTERS)]);
};

/** Left out where nothing was judged, and once the year is over: the position has said it already. */
const outlookOf = (assessment: Assessment): string =>
  assessment.outlook === null || assessment.quarter.number === 4
    ? ''
    : `${positionSymbol(assessment.outlook.position)} ${outlookLine(assessment)}`;

const inTheYear = ({ quarter }: Assessment): string =>
  quarter.number === 4 ? ' in the whole year' : ' in the year so far';

/**
 * What the headline does not say of the figure: its basis or the numbers behind it, and the year to
 * date where that is another number.
 */
const figureOf = (assessment: Assessment): string => {
  const { figure, actual, measure, withheld } = assessment;
  if (figure?.answer.kind !== 'number') return '';
  if (isWithheld(assessment)) return sentenceCase(withheldFigure(assessment));
  // Beside the year so far, this quarter's own number would give away that of the quarters before.
  if (withheld !== null && measure.kind === 'flow') {
    return actual === null ? '' : `${printValue(actual, measure.unit)}${inTheYear(assessment)}`;
  }
  const { share, value } = figure.answer;
  if (share === null && measure.kind !== 'flow') return '';
  const given = printAnswer(figure.answer, measure.unit);
  return measure.kind === 'flow' && actual !== null && !value.eq(actual)
    ? `${given}; ${printValue(actual, measure.unit)}${inTheYear(assessment)}`
    : given;
};

/** Kept beside the computed position, never in its place. */
const officerOf = (assessment: Assessment): string => {
  // Words may hold the number that the post keeps back.
  const judgement = isWithheld(assessment) ? null : (assessment.figure?.judgement ?? null);
  if (judgement === null) return '';
  const quoted = `“${truncate(judgement, FACT_CHARACTERS / 2)}”`;
  return officerDiffers(assessment) ? `${quoted} (differs from the position above)` : quoted;
};
