import type { Decimal } from '../decimal.ts';
import { isRelative, targetOf } from '../judging/needed.ts';
import { isPercentage, type Measure, type Project } from '../measure.ts';
import { printBareNeed, printValue } from '../wording/print-value.ts';
import { aboutDefinition, type Finding } from './finding.ts';

/** What is odd about one measure's target by itself. */
export const targetFindings = (measure: Measure): readonly Finding[] => [
  ...zeroTarget(measure),
  ...impossiblePercentage(measure),
];

const SAYS_NONE = /\b(?:0|zero|no|none|nil|nought)\b/i;

/** At least nought is always met; at most nought is meant only where the plan says so. */
const zeroTarget = (measure: Measure): readonly Finding[] => {
  const target = targetOf(measure);
  if (target === null || target.kind === 'between' || !target.value.eq(0)) return [];
  const { kind } = target;
  if (kind === 'above') return [];
  if (kind === 'at_most' && SAYS_NONE.test(measure.target.text ?? '')) return [];
  const means = {
    at_least: 'which every figure meets',
    at_most: 'which a single case misses',
    below: 'which no figure can meet',
  }[kind];
  return [
    aboutDefinition(measure.ref, {
      code: 'zero_target',
      found: `The target of ${measure.ref} is ${printBareNeed(target, measure.unit)}, ${means}.`,
      ask: 'Is nought really the target?',
    }),
  ];
};

/** Given outright, or computed from a baseline. */
const impossiblePercentage = (measure: Measure): readonly Finding[] => {
  const target = targetOf(measure);
  if (target === null || !isPercentage(measure.unit)) return [];
  const values = target.kind === 'between' ? [target.low, target.high] : [target.value];
  const impossible =
    values.find((value) => value.gt(100) || value.lt(0)) ??
    (target.kind === 'above' ? values.find((value) => value.eq(100)) : undefined);
  if (impossible === undefined) return [];
  if (impossible.eq(100)) {
    return [
      aboutDefinition(measure.ref, {
        code: 'impossible_percentage',
        found: `The target of ${measure.ref} is above 100%, which no share of its cases can be.`,
        ask: 'Is 100% itself meant?',
      }),
    ];
  }
  const side = impossible.gt(100) ? 'more than all there is' : 'less than nothing';
  return [
    aboutDefinition(measure.ref, {
      code: 'impossible_percentage',
      found: `The target of ${measure.ref} comes to ${printValue(impossible, '%')}, ${side}.`,
      ask: isRelative(measure)
        ? 'Is the change meant in points, or is the baseline wrong?'
        : 'What share of the cases is meant?',
    }),
  ];
};

/** What is odd about the profile beside the plan's own target, whose shape a revised one keeps. */
export const profileFindings = (measure: Measure): readonly Finding[] => {
  const { profile, ref, unit } = measure;
  if (profile === null) return [];
  const levels = profile.map((level) => printValue(level, '')).join(', ');
  const [first, second, third, last] = profile;
  const falls = second.lt(first) || third.lt(second) || last.lt(third);
  const end = endOf(measure);
  return [
    ...(falls
      ? [
          aboutDefinition(ref, {
            code: 'profile_falls',
            found: `The profile of ${ref} falls (${levels}), and what has been counted cannot become less.`,
            ask: 'What is needed by the end of each quarter, all of the year so far included?',
          }),
        ]
      : []),
    ...(end === null || last.eq(end) || isMilestone(last, measure)
      ? []
      : [
          aboutDefinition(ref, {
            code: 'profile_misses_target',
            found: `The profile of ${ref} ends at ${printValue(last, unit)}, and its target is ${printValue(end, unit)}.`,
            ask: 'Which of the two is right?',
          }),
        ]),
  ];
};

/** Of several years the profile is one year's. */
const isMilestone = (level: Decimal, { target: { path } }: Measure): boolean =>
  path.kind === 'milestones' && path.levels.some(({ value }) => value.eq(level));

const endOf = (measure: Measure): Decimal | null => {
  const target = targetOf(measure);
  return target === null || target.kind === 'between' ? null : target.value;
};

/**
 * Measures without a target where the plan does not say that they are for information. An outcome
 * judged through one of its parts needs none for the others.
 */
export const missingTargets = ({ measures }: Project): readonly Finding[] => {
  const judgedOutcomes = new Set(
    measures.filter(hasTarget).flatMap(({ partOf }) => (partOf === null ? [] : [partOf.ref])),
  );
  const missing = measures.filter(
    (measure) =>
      !hasTarget(measure) &&
      (measure.target.text === null || /\d/.test(measure.target.text)) &&
      !(measure.partOf !== null && judgedOutcomes.has(measure.partOf.ref)),
  );
  // Of an outcome in parts one question is enough.
  return missing
    .filter(
      ({ partOf }, index) =>
        partOf === null || missing.findIndex((each) => each.partOf?.ref === partOf.ref) === index,
    )
    .map(missingTarget);
};

/** A target set only later in the year is one. */
const hasTarget = ({ target, revisedTargets }: Measure): boolean =>
  [target, ...revisedTargets].some(({ rule }) => rule.kind !== 'none');

const missingTarget = ({ ref, partOf, target }: Measure): Finding => {
  const words = target.text === null ? '' : `, though the plan says “${target.text}”`;
  return aboutDefinition(ref, {
    code: 'missing_target',
    found:
      partOf === null
        ? `${ref} has no target to be judged against${words}.`
        : `No part of ${partOf.ref} has a target to be judged against${words}.`,
    ask: 'Is it for information only?',
  });
};
