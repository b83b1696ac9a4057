import { z } from 'zod';
import { KINDS, POLARITIES, type Programme } from '../domain/measure.ts';
import { decimalCodec as decimal, quarterSchema as quarter, textOf } from './codecs.ts';

// What a definition has learnt to say since the first version has a default here: revisions written
// before are read as what they meant.

const words = z.string().nullable();

const baseline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), value: decimal, period: z.string(), text: words }),
  z.object({ kind: z.literal('to_be_established'), text: words }),
  z.object({ kind: z.literal('not_applicable'), text: words }),
]);

const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at_least'), value: decimal }),
  z.object({ kind: z.literal('at_most'), value: decimal }),
  z.object({ kind: z.literal('above'), value: decimal }),
  z.object({ kind: z.literal('below'), value: decimal }),
  z.object({ kind: z.literal('between'), low: decimal, high: decimal }),
  z.object({ kind: z.literal('change'), percent: decimal }),
  z.object({ kind: z.literal('points'), points: decimal }),
  z.object({ kind: z.literal('maintain') }),
  z.object({ kind: z.literal('none') }),
]);

const band = z.object({ in: z.literal(['percent', 'points']), size: decimal });
const tolerance = z.object({
  onTrack: band,
  marginal: band,
  edges: z.literal(['inclusive', 'exclusive']).default('inclusive'),
  of: z.literal(['level', 'improvement']).default('level'),
});

const path = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole'), from: z.number().int().nullable() }),
  z.object({
    kind: z.literal('milestones'),
    levels: z.array(z.object({ year: z.number().int(), value: decimal })).readonly(),
  }),
  z.object({ kind: z.literal('straight_line'), from: z.number().int() }),
]);

const target = z.object({
  rule,
  text: words,
  years: z.number(),
  path: path.default({ kind: 'whole', from: null }),
  revision: z.object({ from: quarter, reason: z.string(), by: words }).nullable().default(null),
});

const measure = z.object({
  ref: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  projectNumber: z.number().int(),
  partOf: z.object({ ref: z.string(), title: z.string() }).nullable(),
  unit: z.string(),
  polarity: z.literal(POLARITIES),
  kind: z.literal(KINDS),
  baseline,
  target,
  revisedTargets: z.array(target).readonly().default([]),
  profile: z.tuple([decimal, decimal, decimal, decimal]).readonly().nullable(),
  tolerance: tolerance.nullable(),
  minimumBase: z.number(),
  dataLagQuarters: z.number().int(),
  deadBand: band.nullable().default(null),
  comparableFrom: z.object({ from: quarter, reason: words }).nullable().default(null),
  suppressSmallCounts: z.boolean().default(false),
});

const project = z.object({
  number: z.number().int(),
  title: z.string(),
  agency: z.string(),
  leads: z.array(z.string()).readonly(),
  deputies: z.array(z.string()).readonly(),
  manager: z.string().nullable(),
  measures: z.array(measure).readonly(),
});

/** A whole programme as JSON text, every decimal a string. */
export const programmeCodec = textOf(
  z.object({
    title: z.string(),
    body: z.string(),
    year: z.number().int(),
    channel: z.string(),
    coordinators: z.array(z.string()).readonly(),
    managers: z.array(z.string()).readonly(),
    tolerance,
    projects: z.array(project).readonly(),
  }),
) satisfies z.ZodType<Programme, string>;
