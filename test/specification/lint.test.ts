import { describe, expect, test } from 'vitest';
import type { FiledFigure } from '../../src/domain/figure.ts';
import type { Finding } from '../../src/domain/lint/finding.ts';
import { lintProgramme } from '../../src/domain/lint/lint-programme.ts';
import { barnet } from '../support/barnet.ts';

const { programme, submissions } = barnet();

const figures = new Map<string, readonly FiledFigure[]>(
  submissions.flatMap(({ quarter, figures: filed }) =>
    filed.map(({ ref, figure }) => [ref, [{ ...figure, ref, quarter, revision: 1, late: false }]]),
  ),
);

const findings = lintProgramme({ programme, figures });

const aboutRef = (ref: string): readonly Finding[] => findings.filter((each) => each.ref === ref);

const wordsOf = ({ found, ask }: Finding): string => `${found} ${ask}`;

/** Every slip of the committee appendix, by measure; anything else found in it would be noise. */
const SLIPS = [
  ['1.1', 'target_worse_than_baseline', 'target 293 above baseline 286'],
  ['1.2', 'unclear_strictness', '"maintain or reduce below 19": is 19 good enough?'],
  ['1.2', 'claims_met_early', '"Target met" for a count of part of the year'],
  ['1.2', 'other_period', 'the update of Quarter One headed "Q4"'],
  ['2.3', 'pooled_outside_parts', 'a pooled baseline of 80% over parts of 40% and 60%'],
  ['2.3', 'judgement_differs', '"exceeding" at exactly the target'],
  ['2.4', 'no_commentary', 'no commentary on the only stated failure'],
  ['2.5', 'unreproducible_percentage', '59% printed for 60.0%'],
  ['3.1', 'other_comparator', 'a baseline that is not what the target compares with'],
  ['3.2', 'baseline_period', 'baseline year "2013/10"'],
  ['4.1', 'claims_met_early', '"Target met" for a count of part of the year'],
  ['5.1', 'target_worse_than_baseline', 'target 60 below baseline 65'],
  ['5.1', 'wrong_period', 'the title names 2014/15'],
] as const;

describe('the slips of the committee appendix', () => {
  test('are found, and nothing else is', () => {
    const found = findings.map(({ ref, code }) => `${ref} ${code}`);
    expect(found).toEqual(SLIPS.map(([ref, code]) => `${ref} ${code}`));
  });

  test.each(SLIPS)('%s %s: %s', (ref, code) => {
    expect(aboutRef(ref).filter((each) => each.code === code)).toHaveLength(1);
  });

  test('definitions are the coordinator’s to answer, figures and their words the lead agency’s', () => {
    const asked = new Map<string, readonly string[]>();
    for (const { whom, ref } of findings) {
      const name = whom.kind === 'coordinator' ? 'coordinator' : whom.agency;
      asked.set(name, [...(asked.get(name) ?? []), ref ?? '']);
    }
    expect(Object.fromEntries(asked)).toEqual({
      coordinator: ['1.1', '1.2', '2.3', '3.1', '3.2', '5.1', '5.1'],
      'Youth Offending Service': ['1.2', '1.2'],
      'Public Health': ['2.3', '2.4', '2.5'],
      'Victim Support': ['4.1'],
    });
  });

  test('each says what was found and what to ask', () => {
    expect(findings.map(wordsOf)).toEqual([
      'The target, at most 293, is worse than the baseline of 286 per 100,000 young people (2013/14). Is that intended?',
      '“Maintain or reduce below 19” asks both to maintain and to better a bound. Is exactly 19 young people good enough?',
      "1.2 has its target for the whole year, and its officer's judgement already says “target met”. Is it met for good, or on the way to being met?",
      'The words on 1.2 are headed “Q4”, and the figure is for Q1 2015/16. Are they the right ones?',
      'By its title 2.3 takes 2.1 and 2.2 together, and its baseline of 80% (2013/14) lies outside theirs, 40% (2014/15) and 60% (2013/14). Which of them is right?',
      "2.3 is on track: 88% against 88% needed (Drug and alcohol engagement); the officer's judgement says “Target met – Q1 performance on line to exceeding target”. Which is right?",
      '2.4 is off track and nothing is said yet about what is being done, by whom and by when. What can the committee be told?',
      'On 2.5 the words say “59% reduction”, and 0.72 against 1.8 gives a reduction of 60.0%; only their rounding leaves room for it (58.6% to 61.4%). Was it worked out from unrounded figures?',
      '“A 15% reduction in offending rate of IOM cohort compared to the cohort members offending rate in the 12 months prior to joining the programme” compares with something other than the stated baseline of 2.91 offences per person per year (2014/15). Which comparison is meant?',
      'The baseline of 3.2 names “2013/10”, which is no financial year. Which year is meant?',
      "4.1 has its target for the whole year, and its officer's judgement already says “target met”. Is it met for good, or on the way to being met?",
      'The target, at least 60, is worse than the baseline of 65 recipients (2013/14). Is that intended?',
      'The title names 2014/15, but the figures are for 2015/16. Which year is meant?',
    ]);
  });
});

test('without its figures the definitions alone are asked about', () => {
  const alone = lintProgramme({ programme, figures: new Map() });
  expect(alone.map(({ ref, code }) => `${ref} ${code}`)).toEqual([
    '1.1 target_worse_than_baseline',
    '1.2 unclear_strictness',
    '2.3 pooled_outside_parts',
    '3.1 other_comparator',
    '3.2 baseline_period',
    '5.1 target_worse_than_baseline',
    '5.1 wrong_period',
  ]);
});
