import { z } from 'zod';
import { KINDS, POLARITIES, type Programme } from '../domain/measure.ts';
import { decimalCodec as decimal, textOf } from './codecs.ts';

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
const tolerance = z.object({ onTrack: band, marginal: band });

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
  target: z.object({ rule, text: words, years: z.number() }),
  profile: z.tuple([decimal, decimal, decimal, decimal]).readonly().nullable(),
  tolerance: tolerance.nullable(),
  minimumBase: z.number(),
  dataLagQuarters: z.number().int(),
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
