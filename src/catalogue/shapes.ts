import { z } from 'zod';
import { KINDS, POLARITIES } from '../domain/measure.ts';
import * as field from './fields.ts';

// What each mapping of a catalogue may hold. A value that has several forms of its own (a target, a
// tolerance, a list of measures) is left `unknown` here and read by its own reader.

export const MAPPING = 'a mapping of keys and values';

const mapping = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? MAPPING : undefined),
  });

export const listOf = (things: string) => z.array(z.unknown(), { error: `a list of ${things}` });

const optional = z.unknown().optional();

export const programmeShape = mapping({
  programme: field.label,
  body: field.label,
  year: field.financialYear,
  channel: field.channel,
  coordinators: field.people,
  managers: field.people.optional(),
  tolerance: optional,
  scheme: optional,
  projects: optional,
  submissions: optional,
});

export type ProgrammeWords = z.output<typeof programmeShape>;

export const projectShape = mapping({
  number: field.wholeNumber({ from: 1, to: 999 }),
  title: field.label,
  agency: field.label,
  leads: field.people,
  deputies: field.people.optional(),
  manager: field.person.optional(),
  measures: optional,
});

const definition = {
  title: field.label,
  'short title': field.label.optional(),
  unit: field.label,
  polarity: z.enum(POLARITIES, { error: 'higher, lower or range' }),
  kind: z.enum(KINDS, { error: 'flow, level or rolling' }),
  baseline: optional,
  target: optional,
  revised: optional,
  profile: optional,
  tolerance: optional,
  scheme: optional,
  'minimum base': field.wholeNumber({ from: 0, to: 1_000_000 }).optional(),
  'data lag': field.dataLag.optional(),
  'dead band': field.band.optional(),
  'comparable from': optional,
  'suppress small counts': field.yes.optional(),
};

export const measureShape = mapping({ ref: field.reference, ...definition, parts: optional });

/** A part says only what it does not share with its outcome. */
export const partShape = mapping({
  ref: field.reference.optional(),
  ...definition,
  unit: definition.unit.optional(),
  polarity: definition.polarity.optional(),
  kind: definition.kind.optional(),
});

export type MeasureWords = z.output<typeof measureShape>;

export const knownBaseline = mapping({
  value: field.exactNumber,
  period: field.label,
  text: field.prose.optional(),
});

export const pendingBaseline = mapping({
  'to be established': z.union([field.chosen, field.label], { error: 'true' }),
  text: field.prose.optional(),
});

export const absentBaseline = mapping({
  'not applicable': field.chosen,
  text: field.prose.optional(),
});

export const MOST_YEARS = 20;

export const targetShape = mapping({
  'at least': field.exactNumber.optional(),
  'at most': field.exactNumber.optional(),
  above: field.exactNumber.optional(),
  below: field.exactNumber.optional(),
  between: z
    .tuple([field.exactNumber, field.exactNumber], { error: 'two numbers such as [5, 10]' })
    .optional(),
  change: field.percentage.optional(),
  points: field.exactNumber.optional(),
  maintain: field.chosen.optional(),
  none: field.chosen.optional(),
  text: field.prose.optional(),
  years: field.wholeNumber({ from: 1, to: MOST_YEARS }).optional(),
  from: field.financialYear.optional(),
  milestones: optional,
  'straight line': field.chosen.optional(),
});

export type TargetWords = z.output<typeof targetShape>;

/** The keys are financial years; they are read where a fault can name the key. */
export const milestonesShape = z.record(z.string(), field.exactNumber, {
  error: 'a level for each year, such as { 2015/16: 6.5, 2016/17: 5.6 }',
});

/** A target changed within the year. */
export const revisedShape = mapping({
  from: field.quarter,
  target: optional,
  reason: field.prose,
  by: field.label.optional(),
});

export const comparableShape = mapping({ quarter: field.quarter, reason: field.prose.optional() });

const FOUR_LEVELS = 'four numbers, the level needed by the end of each quarter';

export const profileShape = z.tuple(
  [field.exactNumber, field.exactNumber, field.exactNumber, field.exactNumber],
  { error: FOUR_LEVELS },
);

export const toleranceShape = mapping({
  'on track': field.band.optional(),
  marginal: field.band,
  edges: z.enum(['inclusive', 'exclusive'], { error: 'inclusive or exclusive' }).optional(),
});

/** From what share of the improvement wanted a measure is on track, and from what share marginal. */
export const schemeShape = mapping({
  'improvement share': mapping({ 'on track': field.percentage, marginal: field.percentage }),
});

export const submissionShape = mapping({
  project: field.wholeNumber({ from: 1, to: 999 }),
  quarter: field.quarter,
  by: field.person.optional(),
  filed: field.day.optional(),
  figures: optional,
  'additional information': field.prose.optional(),
});

export type SubmissionWords = z.output<typeof submissionShape>;

const NOTHING = ['no cases', 'not started', 'not available', 'not due'] as const;

export const figureShape = mapping({
  value: field.exactNumber.optional(),
  numerator: field.exactNumber.optional(),
  denominator: field.exactNumber.optional(),
  basis: z
    .enum(['this quarter', 'year to date'], { error: 'this quarter or year to date' })
    .optional(),
  nothing: z.enum(NOTHING, { error: 'no cases, not started, not available or not due' }).optional(),
  expected: field.day.optional(),
  provisional: field.yes.optional(),
  'small sample': field.yes.optional(),
  commentary: field.prose.optional(),
  judgement: field.prose.optional(),
});

export type FigureWords = z.output<typeof figureShape>;
