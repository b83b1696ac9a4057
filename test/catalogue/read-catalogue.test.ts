import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { documentOf, faultsOf, measureOf, SOUND, spoilt } from './support.ts';

const LEVEL_BASELINE = '{ value: 24, period: 2013/14 }';
const LEVEL_TARGET = '{ at least: 41, text: "41%" }';
const FLOW_TARGET = 'target: { at least: 60 }';

describe('what a catalogue says is what is read', () => {
  test('a programme keeps its names, its year and its people', () => {
    const { programme } = documentOf(SOUND);
    expect(programme).toMatchObject({
      title: 'Barnet MOPAC projects',
      body: 'Community Leadership Committee',
      year: 2015,
      channel: 'safer-communities',
      coordinators: ['coordinator@example.org'],
      managers: [],
    });
  });

  test('a number is the exact decimal of its own text, never a float', () => {
    const text = spoilt(
      [LEVEL_TARGET, '{ at least: 123456789012345.123456789012345 }'],
      ['unit: "%"', 'unit: rate'],
    );
    const { target } = measureOf(text, '2.4');
    expect(target.rule).toEqual({
      kind: 'at_least',
      value: decimal('123456789012345.123456789012345'),
    });
  });

  test('a number may be written as text, with commas for thousands', () => {
    const text = spoilt([FLOW_TARGET, 'target: { at least: "1,234.5" }']);
    expect(measureOf(text, '2.5').target.rule).toEqual({
      kind: 'at_least',
      value: decimal('1234.5'),
    });
  });

  test('a reference written without quotes keeps its last nought', () => {
    const text = spoilt(['ref: "2.5"', 'ref: 2.10'], ['"2.5":', '2.10:']);
    expect(measureOf(text, '2.10').title).toBe('Victims supported');
  });

  test('a channel may be written with its hash', () => {
    const text = spoilt(['channel: safer-communities', 'channel: "#safer-communities"']);
    expect(documentOf(text).programme.channel).toBe('safer-communities');
  });

  test.each([
    ['{ at most: 41 }', 'lower', { kind: 'at_most', value: decimal(41) }],
    ['{ above: 41 }', 'higher', { kind: 'above', value: decimal(41) }],
    ['{ below: 41 }', 'lower', { kind: 'below', value: decimal(41) }],
    [
      '{ between: [30, 40.5] }',
      'range',
      { kind: 'between', low: decimal(30), high: decimal('40.5') },
    ],
    ['{ change: -5% }', 'lower', { kind: 'change', percent: decimal(-5) }],
    ['{ points: 3 }', 'higher', { kind: 'points', points: decimal(3) }],
    ['{ maintain: true }', 'higher', { kind: 'maintain' }],
    ['{ none: true, text: data only }', 'higher', { kind: 'none' }],
    ['none', 'higher', { kind: 'none' }],
  ])('the target %s of a measure with polarity %s is understood', (target, polarity, rule) => {
    const text = spoilt([LEVEL_TARGET, target], ['polarity: higher', `polarity: ${polarity}`]);
    expect(measureOf(text, '2.4').target.rule).toEqual(rule);
  });

  test.each([
    ['to be established', { kind: 'to_be_established', text: null }],
    ['{ to be established: true, text: TBC }', { kind: 'to_be_established', text: 'TBC' }],
    ['{ to be established: by March }', { kind: 'to_be_established', text: 'by March' }],
    ['not applicable', { kind: 'not_applicable', text: null }],
    ['{ not applicable: true, text: N/A }', { kind: 'not_applicable', text: 'N/A' }],
  ])('the baseline %s is understood', (baseline, expected) => {
    expect(measureOf(spoilt([LEVEL_BASELINE, baseline]), '2.4').baseline).toEqual(expected);
  });

  test.each([
    ['10%', { in: 'percent', size: decimal(0) }, { in: 'percent', size: decimal(10) }],
    ['0%', { in: 'percent', size: decimal(0) }, { in: 'percent', size: decimal(0) }],
    ['2 points', { in: 'points', size: decimal(0) }, { in: 'points', size: decimal(2) }],
    [
      '{ on track: 5%, marginal: 10% }',
      { in: 'percent', size: decimal(5) },
      { in: 'percent', size: decimal(10) },
    ],
  ])('the tolerance %s is understood', (tolerance, onTrack, marginal) => {
    const text = spoilt(['year: 2015/16', `year: 2015/16\ntolerance: ${tolerance}`]);
    expect(documentOf(text).programme.tolerance).toEqual({
      onTrack,
      marginal,
      edges: 'inclusive',
      of: 'level',
    });
  });

  test('without a tolerance a shortfall of up to 10% is marginal', () => {
    const { tolerance } = documentOf(SOUND).programme;
    expect(tolerance.marginal).toEqual({ in: 'percent', size: decimal(10) });
  });

  test('a profile, a minimum base and a data lag are kept', () => {
    const more = `${FLOW_TARGET}\n        profile: [10, 30, 45, 60]\n        minimum base: 5\n        data lag: 1 quarter`;
    expect(measureOf(spoilt([FLOW_TARGET, more]), '2.5')).toMatchObject({
      profile: [10, 30, 45, 60].map((level) => decimal(level)),
      minimumBase: 5,
      dataLagQuarters: 1,
    });
  });

  test('JSON of the same shape is read the same way', () => {
    const json = JSON.stringify(
      {
        programme: 'P',
        body: 'B',
        year: '2015/16',
        channel: 'c',
        coordinators: ['c@example.org'],
        projects: [
          {
            number: 1,
            title: 'T',
            agency: 'A',
            leads: ['U0123ABCD'],
            measures: [
              {
                ref: '1.1',
                title: 'M',
                unit: '%',
                polarity: 'higher',
                kind: 'level',
                baseline: 'not applicable',
                target: { 'at least': 0.72 },
              },
            ],
          },
        ],
      },
      null,
      '\t',
    );
    const [project] = documentOf(json, 'barnet.json').programme.projects;
    expect(project?.measures[0]?.target.rule).toEqual({ kind: 'at_least', value: decimal('0.72') });
  });

  test('line ends and a byte order mark from Windows do no harm', () => {
    expect(faultsOf(`\ufeff${SOUND.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });
});

describe('the parts of an outcome', () => {
  const withParts = (parts: string): string =>
    spoilt(
      [LEVEL_TARGET, 'none'],
      ['        target: none\n', parts],
      ['      "2.4": { value: 17 }\n', ''],
    );

  test('are measures of their own that share what the outcome says', () => {
    const text = withParts(`        parts:
          a: { title: Overall, target: { at least: 85 } }
          b: { title: Confidence, polarity: lower, short title: Sure }
`);
    const outcome = { ref: '2.4', title: 'Engagement on release from prison' };
    expect(measureOf(text, '2.4a')).toMatchObject({ title: 'Overall', unit: '%', partOf: outcome });
    expect(measureOf(text, '2.4b')).toMatchObject({
      shortTitle: 'Sure',
      polarity: 'lower',
      baseline: { kind: 'known', value: decimal(24) },
      target: { rule: { kind: 'none' } },
    });
  });

  test('may be given as a list, lettered in order', () => {
    const text = withParts('        parts: [{ title: Overall }, { title: Confidence }]\n');
    expect(measureOf(text, '2.4b').title).toBe('Confidence');
  });

  test('take the place of the outcome, which then has no target of its own', () => {
    const text = spoilt([
      LEVEL_TARGET,
      `${LEVEL_TARGET}\n        parts: { a: { title: Overall } }`,
    ]);
    expect(faultsOf(text)).toContain(
      'barnet.yaml line 18, projects[0].measures[0].target: this outcome has parts: give each part its own target.',
    );
    expect(faultsOf(text).at(-1)).toContain(
      "I don't know a measure 2.4. Did you mean 2.4a or 2.5?",
    );
  });
});

describe('submissions', () => {
  const figureOf = (figure: string) =>
    documentOf(spoilt(['{ value: 17 }', figure])).submissions[0]?.figures[0]?.figure;

  test('say who filed, when, and for which project and quarter', () => {
    const [submission] = documentOf(SOUND).submissions;
    expect({ ...submission, filedOn: String(submission?.filedOn) }).toMatchObject({
      projectNumber: 2,
      quarter: { year: 2015, number: 1 },
      by: 'lead@example.org',
      filedOn: '2015-07-14',
    });
  });

  test('a share is worked out from its counts', () => {
    expect(figureOf('{ numerator: 4, denominator: 5, provisional: true }')).toMatchObject({
      provisional: true,
      answer: {
        value: decimal(80),
        share: { numerator: decimal(4), denominator: decimal(5) },
        basis: null,
      },
    });
  });

  test.each([
    ['no cases', 'no_cases'],
    ['not started', 'not_started'],
    ['not available', 'not_available'],
    ['not due', 'not_due'],
  ])('"nothing: %s" is an answer of its own, never nought', (words, kind) => {
    expect(figureOf(`{ nothing: ${words} }`)?.answer.kind).toBe(kind);
  });

  test('a figure not yet available may say when it is expected', () => {
    const answer = figureOf('{ nothing: not available, expected: 2015-08-01 }')?.answer;
    expect(answer?.kind === 'not_available' && String(answer.expected)).toBe('2015-08-01');
  });

  test('commentary, judgement and a small sample are kept as they were given', () => {
    expect(
      figureOf(
        '{ value: 17, commentary: " As <!channel> said ", judgement: No, small sample: true }',
      ),
    ).toMatchObject({ commentary: 'As <!channel> said', judgement: 'No', smallSample: true });
  });

  test('a year-to-date figure keeps its basis', () => {
    const text = spoilt(['basis: this quarter', 'basis: year to date']);
    expect(documentOf(text).submissions[0]?.figures[1]?.figure.answer).toMatchObject({
      basis: 'year_to_date',
    });
  });
});
