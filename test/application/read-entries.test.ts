import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_TEXT } from '../../src/application/entry-fields.ts';
import type { DraftValues } from '../../src/application/ports.ts';
import { readEntries } from '../../src/application/read-entries.ts';
import type { FormMeasure } from '../../src/application/submission-form.ts';
import { opensOn, type Quarter } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../src/domain/figure.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { measuresOf } from '../../src/domain/measure.ts';
import { hostileText } from '../blockkit/hostile.ts';
import { barnet } from '../support/barnet.ts';

const Q1: Quarter = { year: 2015, number: 1 };
const Q2: Quarter = { year: 2015, number: 2 };

const MEASURES = measuresOf(barnet().programme);

const measureOf = (ref: string): Measure => {
  const measure = MEASURES.find((each) => each.ref === ref);
  if (measure === undefined) throw new Error(`The example has no ${ref}.`);
  return measure;
};

const question = (ref: string, change: Partial<FormMeasure> = {}): FormMeasure => ({
  measure: measureOf(ref),
  current: null,
  lastQuarter: null,
  optionalUntil: null,
  ...change,
});

const formOf = (quarter: Quarter) => ({
  locked: new Set<string>(),
  key: { programmeId: 1, projectNumber: 2, quarter },
  purpose: 'file' as const,
  today: opensOn(quarter),
});

const read = (questions: readonly FormMeasure[], typed: DraftValues, quarter: Quarter = Q1) =>
  readEntries(formOf(quarter), questions, typed);

const onRecord = (ref: string, answer: Answer, change: Partial<FiledFigure> = {}): FiledFigure => ({
  ref,
  quarter: Q1,
  revision: 1,
  late: false,
  answer,
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: true,
  judgement: 'Target met',
  ...change,
});

const number = (value: string): Answer => ({
  kind: 'number',
  value: decimal(value),
  share: null,
  basis: null,
});

/** The one figure read for one question, or the sentence beside its fault. */
const one = (ref: string, typed: DraftValues, change: Partial<FormMeasure> = {}, quarter = Q1) => {
  const { figures, faults, notes } = read([question(ref, change)], typed, quarter);
  return { figure: figures[0]?.figure ?? null, fault: faults[0] ?? null, notes };
};

describe('reading what was typed for a measure', () => {
  test('a number with all that was said of it', () => {
    const { figure } = one('2.4', {
      'value:2.4': ' 17% ',
      'commentary:2.4': 'Two prisons moved.',
      'provisional:2.4': true,
      'awaited:2.4': 'Two late returns from the prisons.',
      'final-by:2.4': '2015-08-31',
    });
    expect(figure?.awaited?.finalBy.toString()).toBe('2015-08-31');
    expect(figure?.awaited?.what).toBe('Two late returns from the prisons.');
    expect(figure?.answer.kind === 'number' && figure.answer.value.toString()).toBe('17');
    expect(figure).toMatchObject({ commentary: 'Two prisons moved.', provisional: true });
  });

  test('a share keeps both its numbers', () => {
    const { figure } = one('2.4', { 'value:2.4': '7 of 41' });
    const share = figure?.answer.kind === 'number' ? figure.answer.share : null;
    expect([share?.numerator.toString(), share?.denominator.toString()]).toEqual(['7', '41']);
  });

  test.each(['no_cases', 'not_started', 'not_due'])('the reason %s, and no number', (reason) => {
    expect(one('2.4', { 'nothing:2.4': reason }).figure?.answer).toEqual({ kind: reason });
  });

  test('"not available" with the day it is expected on', () => {
    const typed = { 'nothing:2.4': 'not_available', 'expected:2.4': '2015-08-14' };
    const answer = one('2.4', typed).figure?.answer;
    expect(answer?.kind === 'not_available' && answer.expected?.toString()).toBe('2015-08-14');
  });

  test.each([
    [{}, 'Choose the day on which you expect the figure.'],
    [{ 'expected:2.4': '2015-06-30' }, 'Choose a day from 1 July 2015 on.'],
    [{ 'expected:2.4': '2051-08-14' }, 'Choose a day before 1 July 2018.'],
    [{ 'expected:2.4': '2015-02-30' }, 'Choose the day on which you expect the figure.'],
    [{ 'expected:2.4': 'soon' }, 'Choose the day on which you expect the figure.'],
  ])('"not available" with %j is asked for the day, beside its field', (day, sentence) => {
    const { figure, fault } = one('2.4', { 'nothing:2.4': 'not_available', ...day });
    expect(figure).toBeNull();
    expect(fault).toEqual({ field: 'expected:2.4', sentence });
  });

  test('a provisional figure says what is awaited and by when it is final, each beside its field', () => {
    const typed = { 'value:2.4': '17', 'provisional:2.4': true };
    expect(one('2.4', typed).fault?.field).toBe('awaited:2.4');
    const half = one('2.4', { ...typed, 'awaited:2.4': 'Two late returns.' });
    expect(half.figure).toBeNull();
    expect(half.fault?.field).toBe('final-by:2.4');
  });

  test('what is being done is kept whole or not at all', () => {
    const typed = { 'value:2.4': '17', 'action-what:2.4': 'Weekly visits.' };
    expect(one('2.4', typed).figure?.action).toBeNull();
    const whole = { ...typed, 'action-who:2.4': 'The team', 'action-by:2.4': '2015-09-30' };
    const action = one('2.4', whole).figure?.action;
    expect([action?.what, action?.who, action?.by.toString()]).toEqual([
      'Weekly visits.',
      'The team',
      '2015-09-30',
    ]);
  });

  test.each([
    [{}],
    [{ 'value:2.4': null }],
    [{ 'value:2.4': '' }],
    [{ 'value:2.4': '  \n ' }],
    [{ 'value:2.4': '\u200B\u202E' }],
    [{ 'value:2.4': 17 }],
  ])('%j says nothing, and what to enter is said beside the field', (typed) => {
    const { fault } = one('2.4', typed);
    expect(fault?.field).toBe('value:2.4');
    expect(fault?.sentence).toMatch(/^Enter a percentage, for example 77%/);
  });

  test('a reason that is not on the list is no reason', () => {
    expect(one('2.4', { 'nothing:2.4': 'holiday' }).fault?.field).toBe('value:2.4');
  });

  test('a figure and a reason cannot both be true', () => {
    expect(one('2.4', { 'value:2.4': '17', 'nothing:2.4': 'not_started' }).fault).toEqual({
      field: 'nothing:2.4',
      sentence:
        'You entered a figure and chose “Not started yet”. Clear one of the two: a figure, or a reason there is none.',
    });
  });

  test('every fault of a page is found at once, each beside its own field', () => {
    const { faults, figures } = read([question('2.1'), question('2.2'), question('2.3')], {
      'value:2.1': 'tbc',
      'value:2.2': '50',
      'value:2.3': '280',
    });
    expect(faults.map(({ field }) => field)).toEqual(['value:2.1', 'value:2.3']);
    expect(figures.map(({ ref }) => ref)).toEqual(['2.2']);
  });

  test('how a figure was understood is said where that is not plain', () => {
    expect(one('2.4', { 'value:2.4': 'approx 40' }).notes).toEqual([
      '2.4: read as 40%; mark it provisional if it may change',
    ]);
  });

  test('fields of measures that are not asked about are left alone', () => {
    const { figures, faults } = read([question('2.4')], { 'value:2.4': '17', 'value:3.1': 'x' });
    expect([figures.length, faults]).toEqual([1, []]);
  });
});

describe('what a figure covers', () => {
  test('in Q1 the quarter is the year so far, so nothing is asked', () => {
    const { figure } = one('4.1', { 'value:4.1': '34' });
    expect(figure?.answer).toMatchObject({ basis: 'this_quarter' });
  });

  test('from Q2 on it has to be chosen', () => {
    expect(one('4.1', { 'value:4.1': '34' }, {}, Q2).fault).toEqual({
      field: 'basis:4.1',
      sentence: 'Choose what the figure covers: this quarter only, or the year so far.',
    });
    const chosen = { 'value:4.1': '34', 'basis:4.1': 'year_to_date' };
    expect(one('4.1', chosen, {}, Q2).figure?.answer).toMatchObject({ basis: 'year_to_date' });
  });

  test('a reason there is none needs no basis', () => {
    expect(one('4.1', { 'nothing:4.1': 'not_started' }, {}, Q2).fault).toBeNull();
  });

  test('a level has none, whatever is sent for it', () => {
    const sent = { 'value:2.4': '17', 'basis:2.4': 'year_to_date' };
    expect(one('2.4', sent, {}, Q2).figure?.answer).toMatchObject({ basis: null });
  });
});

describe('what was written about a figure', () => {
  test('is kept to the letter, line ends and markup included', () => {
    const words = '  <!channel> *bold*\r\n\t`code` \u202E=cmd|x \u0000 😀';
    expect(one('2.4', { 'value:2.4': '17', 'commentary:2.4': words }).figure?.commentary).toBe(
      words,
    );
  });

  test.each([' ', '\n\n', '\u200B', '\u202E\u2066', '\u0000\u0007'])(
    'is nothing where it has nothing to see: %j',
    (words) => {
      const typed = { 'value:2.4': '17', 'commentary:2.4': words, 'additional-information': words };
      const entries = read([question('2.4')], typed);
      expect(entries.figures[0]?.figure.commentary).toBeNull();
      expect(entries.additionalInformation).toBeNull();
    },
  );

  test('half a character, which no database can hold, becomes the mark for one', () => {
    const { figure } = one('2.4', { 'value:2.4': '17', 'commentary:2.4': 'cut \uD83D here' });
    expect(figure?.commentary).toBe('cut \uFFFD here');
  });

  test('3,000 characters are taken, emoji counted once, and one more is not', () => {
    const most = '😀'.repeat(LONGEST_TEXT);
    const typed = { 'value:2.4': '17', 'commentary:2.4': most };
    expect(one('2.4', typed).figure?.commentary).toBe(most);
    expect(one('2.4', { ...typed, 'commentary:2.4': `${most}x` }).fault).toEqual({
      field: 'commentary:2.4',
      sentence:
        'This is 3,001 characters long and the record holds 3,000. Shorten it, or send the longer text to the coordinator.',
    });
  });

  test('too much additional information is said beside that field, and the figures are still read', () => {
    const { faults, figures } = read([question('2.4')], {
      'value:2.4': '17',
      'additional-information': 'x'.repeat(40_000),
    });
    expect(faults.map(({ field }) => field)).toEqual(['additional-information']);
    expect(faults[0]?.sentence).toMatch(/^This is 40,000 characters long/);
    expect(figures).toHaveLength(1);
  });

  test('too long a commentary and an unreadable figure are both said', () => {
    const { faults } = read([question('2.4')], {
      'value:2.4': 'tbc',
      'commentary:2.4': 'x'.repeat(3001),
    });
    expect(faults.map(({ field }) => field).sort()).toEqual(['commentary:2.4', 'value:2.4']);
  });
});

describe('a figure that is on record already', () => {
  test('keeps the officer’s judgement and the small sample where the answer is the same', () => {
    const current = onRecord('2.4', number('17'));
    const typed = { 'value:2.4': '17.0%', 'commentary:2.4': 'New words' };
    expect(one('2.4', typed, { current }).figure).toMatchObject({
      judgement: 'Target met',
      awaited: null,
      action: null,
      smallSample: true,
      commentary: 'New words',
    });
  });

  test('loses the judgement where the answer is another: nobody has judged that one', () => {
    const current = onRecord('2.4', number('17'));
    expect(one('2.4', { 'value:2.4': '18' }, { current }).figure?.judgement).toBeNull();
    expect(one('2.4', { 'nothing:2.4': 'no_cases' }, { current }).figure?.judgement).toBeNull();
  });

  test('keeps the day "not available" was expected on where a window did not ask for it', () => {
    const expected = barnet().submissions[0]?.filedOn ?? null;
    expect(expected).not.toBeNull();
    const current = onRecord('2.4', { kind: 'not_available', expected });
    const { figure } = one('2.4', { 'nothing:2.4': 'not_available' }, { current });
    expect(figure?.answer).toEqual({ kind: 'not_available', expected });
    expect(figure?.judgement).toBe('Target met');
  });
});

test('nothing anybody can type throws, is read as an infinity, or is taken without being shown', () => {
  const texts = fc.oneof(
    hostileText,
    fc.constantFrom('1e309', '-0', 'NaN', 'Infinity', '=1+1', '9'.repeat(400)),
  );
  fc.assert(
    fc.property(texts, texts, fc.constantFrom('2.4', '2.5', '4.1', '1.1'), (value, words, ref) => {
      const { figure, fault } = one(ref, { [`value:${ref}`]: value, [`commentary:${ref}`]: words });
      expect((figure === null) !== (fault === null)).toBe(true);
      if (fault !== null) {
        expect(fault.sentence.length).toBeGreaterThan(20);
        expect(fault.sentence.length).toBeLessThan(500);
      }
      if (figure?.answer.kind === 'number') {
        expect(Number.isFinite(figure.answer.value.toNumber())).toBe(true);
        expect(figure.answer.value.toString()).not.toBe('-0');
      }
    }),
    { numRuns: 1000 },
  );
});
