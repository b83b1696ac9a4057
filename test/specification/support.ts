import { readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import type { Quarter, QuarterNumber } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../src/domain/figure.ts';
import type { Assessment } from '../../src/domain/judging/assessment.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import { measuresOf, type Programme } from '../../src/domain/measure.ts';
import { wordFor } from '../../src/domain/wording/position-words.ts';
import { printBareNeed } from '../../src/domain/wording/print-value.ts';

/** The lines of a measure in a catalogue file, by key; what a table does not say is as here. */
export type Lines = Readonly<Record<string, string>>;

const USUAL: Lines = {
  title: 'A measure',
  unit: '"%"',
  polarity: 'higher',
  kind: 'level',
  baseline: 'not applicable',
  target: '{ at least: 40 }',
};

export const COUNT: Lines = { unit: 'victims', kind: 'flow', target: '{ at least: 60 }' };

/** The programme of a catalogue file with one measure, 1.1, and the usual tolerance of 10%. */
const programmeWith = (lines: Lines): Programme => {
  const definition = Object.entries({ ...USUAL, ...lines }).map(
    ([key, value]) => `        ${key}: ${value}`,
  );
  const text = [
    'programme: Community safety',
    'body: The council',
    'year: 2015/16',
    'channel: safety',
    'coordinators: [coordinator@example.org]',
    'projects:',
    '  - number: 1',
    '    title: A project',
    '    agency: An agency',
    '    leads: [lead@example.org]',
    '    measures:',
    '      - ref: "1.1"',
    ...definition,
  ].join('\n');
  const read = readCatalogue(text, 'table.yaml');
  if (!read.ok) throw new Error(read.fault.map(({ message }) => message).join('\n'));
  return read.value.programme;
};

/**
 * Judges what was filed: `17`, `7 of 41`, `no cases`; for several quarters `Q1 10, Q2 25 to date`, each
 * quarter only unless it says "to date". The last quarter named is the one judged, unless `at` names
 * another; one without a year is of 2015/16.
 */
export const judging = (lines: Lines, filed: string, at?: string): Assessment => {
  const figures = filed === '' ? [] : filed.split(', ').map(figureIn);
  const last = figures.at(-1)?.quarter ?? { year: 2015, number: 1 as const };
  const programme = programmeWith(lines);
  const [measure] = measuresOf(programme);
  if (measure === undefined) throw new Error('The table defines no measure.');
  return judge({
    measure,
    quarter: at === undefined ? last : quarterIn(at),
    figures: figures.map(({ quarter, text }) => filedAs(answerIn(text, measure.kind), quarter)),
    programmeTolerance: programme.tolerance,
  });
};

/** The position in the words that are shown: `Ahead`, `Target met`. */
export const verdict = (lines: Lines, filed: string, at?: string): string => {
  const assessment = judging(lines, filed, at);
  return wordFor(assessment.position, assessment);
};

/** The level needed by then: `at least 15`. */
export const needed = (lines: Lines, filed: string, at?: string): string => {
  const assessment = judging(lines, filed, at);
  return assessment.needed === null
    ? 'nothing'
    : printBareNeed(assessment.needed, assessment.measure.unit);
};

const quarterIn = (text: string): Quarter => {
  const [, number, year = '2015'] = /^Q([1-4])(?: (\d{4})\/\d\d)?$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`${text} is no quarter.`);
  return { year: Number(year), number: Number(number) as QuarterNumber };
};

const figureIn = (text: string) => {
  const [, named = 'Q1', value = ''] = /^(Q[1-4](?: \d{4}\/\d\d)?)? ?(.*)$/.exec(text) ?? [];
  return { quarter: quarterIn(named), text: value };
};

const NOTHING = {
  'no cases': { kind: 'no_cases' },
  'not started': { kind: 'not_started' },
  'not available': { kind: 'not_available', expected: null },
  'not due': { kind: 'not_due' },
} as const satisfies Record<string, Answer>;

const answerIn = (text: string, kind: string): Answer => {
  const nothing = Object.entries(NOTHING).find(([words]) => words === text)?.[1];
  if (nothing !== undefined) return nothing;
  const [, number, of, denominator, toDate] =
    /^(-?[\d.]+)(?:( of )([\d.]+))?( to date)?$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`${text} is no figure.`);
  const numeric = decimal(number);
  const share =
    of === undefined || denominator === undefined
      ? null
      : { numerator: numeric, denominator: decimal(denominator) };
  return {
    kind: 'number',
    value:
      share === null || share.denominator.eq(0)
        ? numeric
        : share.numerator.times(100).div(share.denominator),
    share,
    basis: kind === 'flow' ? (toDate === undefined ? 'this_quarter' : 'year_to_date') : null,
  };
};

const filedAs = (answer: Answer, quarter: Quarter): FiledFigure => ({
  ref: '1.1',
  quarter,
  revision: 1,
  late: false,
  answer,
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
});
