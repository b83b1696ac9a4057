import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQuarters, type Quarter } from '../../src/domain/calendar/calendar.ts';
import {
  type Assessment,
  JUDGED_POSITIONS,
  type Position,
  QUALIFIERS,
} from '../../src/domain/judging/assessment.ts';
import { isOutturn } from '../../src/domain/judging/target-years.ts';
import { forPublic } from '../../src/domain/judging/withheld.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { digestLine, headline, willShowAs } from '../../src/domain/wording/headline.ts';
import { officerDiffers } from '../../src/domain/wording/officer.ts';
import { wordFor } from '../../src/domain/wording/position-words.ts';
import { qualifierLines } from '../../src/domain/wording/qualifier-lines.ts';
import { remainingLine } from '../../src/domain/wording/remaining-words.ts';
import {
  baselineLine,
  levelNeededLine,
  outlookLine,
  positionLine,
  targetLine,
  travelLine,
} from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { figures, measures, quarters, tolerances } from './judge-arbitraries.ts';
import { judged } from './judge-fixtures.ts';

const isVerdict = (position: Position): boolean =>
  JUDGED_POSITIONS.some((verdict) => verdict === position);

/** Everything that is ever said of an assessment. */
const linesOf = (assessment: Assessment): readonly string[] => [
  headline(assessment),
  positionLine(assessment),
  outlookLine(assessment),
  targetLine(assessment),
  baselineLine(assessment),
  travelLine(assessment),
  digestLine(assessment),
  willShowAs(assessment),
  ...qualifierLines(assessment),
  ...whyParagraphs(assessment),
  ...[remainingLine(assessment)].filter((line) => line !== ''),
];

const SOUND = /^(?!.*(undefined|null|NaN|\[object|!| {2}|\.\.$)).+$/s;

describe('whatever a catalogue and its returns hold', () => {
  test('a measure is judged, and its words and its working are there', () => {
    fc.assert(
      fc.property(measures, figures, quarters, tolerances, (of, given, at, tolerance) => {
        const assessment = judged(of, given, { at, tolerance });
        officerDiffers(assessment);
        expect(whyParagraphs(assessment).length).toBeGreaterThan(1);
        const lines = [
          ...linesOf(assessment),
          levelNeededLine(of, at),
          ...forPublic([assessment]).flatMap(linesOf),
        ];
        for (const line of lines) expect(line).toMatch(SOUND);
      }),
      { numRuns: 600 },
    );
  });

  test('a verdict explains itself: figure, level, gap, tolerance and rule', () => {
    fc.assert(
      fc.property(measures, figures, quarters, tolerances, (of, given, at, tolerance) => {
        const assessment = judged(of, given, { at, tolerance });
        const why = whyParagraphs(assessment).join('\n');
        const steps = isVerdict(assessment.position)
          ? ['Figure', 'Level needed', 'Gap', 'Tolerance|Scheme', 'Rule']
          : ['Figure', 'Rule'];
        for (const step of steps) expect(why).toMatch(new RegExp(`^(${step}): `, 'm'));
      }),
      { numRuns: 600 },
    );
  });

  test('no target is called met, exceeded or missed before its last year is over', () => {
    // What the council and its officers wrote is theirs.
    const ours = (line: string): string => line.replace(/“[^”]*”/g, '');
    const settledWords =
      /target (met|exceeded|not met)|target bettered|narrow|ha(s|ve) (not |partly )?(met|exceeded|bettered)|misses it/i;
    fc.assert(
      fc.property(measures, figures, quarters, tolerances, (of, given, at, tolerance) => {
        const assessment = judged(of, given, { at, tolerance });
        if (isOutturn(assessment.measure.target, at)) {
          if (isVerdict(assessment.position)) {
            expect(wordFor(assessment.position, assessment)).toMatch(settledWords);
          }
          return;
        }
        for (const line of linesOf(assessment)) expect(ours(line)).not.toMatch(settledWords);
      }),
      { numRuns: 600 },
    );
  });

  test('a verdict has a gap and no other position has', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        const { position, gap } = judged(of, given, { at });
        expect(gap !== null).toBe(isVerdict(position));
      }),
    );
  });

  test('qualifiers are in their order and said once', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        const { qualifiers } = judged(of, given, { at });
        expect(qualifiers).toEqual(QUALIFIERS.filter((each) => qualifiers.includes(each)));
      }),
    );
  });

  test('the order in which figures are given does not matter', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        expect(judged(of, given.toReversed(), { at })).toEqual(judged(of, given, { at }));
      }),
    );
  });

  test('a target revised later changes nothing that was judged before', () => {
    const withoutDefinition = ({ measure: _, ...rest }: Assessment) => rest;
    const keptBefore = (of: Measure, at: Quarter): Measure => ({
      ...of,
      revisedTargets: of.revisedTargets.filter(
        ({ revision }) => revision !== null && compareQuarters(revision.from, at) <= 0,
      ),
    });
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        const before = judged(keptBefore(of, at), given, { at });
        expect(withoutDefinition(judged(of, given, { at }))).toEqual(withoutDefinition(before));
      }),
    );
  });
});
