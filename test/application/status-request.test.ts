import { describe, expect, test } from 'vitest';
import { readStatusRequest } from '../../src/application/status-request.ts';

const measure = (ref: string) => ({ kind: 'measure', ref }) as const;
const project = (number: number) => ({ kind: 'project', number }) as const;
const PROGRAMME = { kind: 'programme' } as const;

describe('what is asked about', () => {
  test.each([
    ['', PROGRAMME],
    ['all', PROGRAMME],
    ['2', project(2)],
    ['project 2', project(2)],
    ['of project 2 please', project(2)],
    ['2.4', measure('2.4')],
    ['4.2', measure('4.2')],
    ['4,2 A', measure('4.2a')],
    ['how is outcome 2.4 doing?', measure('2.4')],
    ['９.９', measure('9.9')],
  ])('“%s”', (words, scope) => {
    expect(readStatusRequest(words)).toEqual({ scope, quarter: null });
  });

  test.each(['banana', '2.4 2.5', '12345', 'project 2 and project 3', '17.5%'])(
    '“%s” names no one thing',
    (words) => {
      expect(readStatusRequest(words).scope).toEqual({ kind: 'unreadable', asked: words });
    },
  );
});

const q1 = (year: number | null) => ({ kind: 'named', number: 1, year }) as const;

describe('which quarter is asked about', () => {
  test.each([
    ['Q1', q1(null)],
    ['q1 2015/16', q1(2015)],
    ['Q1 15/16', q1(2015)],
    ['Q1 2015-16', q1(2015)],
    ['Q1 2015–16', q1(2015)],
    ['Q1 2015/2016', q1(2015)],
    ['Q1, 2015/16', q1(2015)],
    ['Q1 FY15/16', q1(2015)],
    ['Q1 99/00', q1(2099)],
    ['Q1 2015', q1(2015)],
    ['quarter 1 of 2015/16', q1(2015)],
    ['last', { kind: 'last' }],
    ['last quarter', { kind: 'last' }],
    ['previous', { kind: 'last' }],
    ['this quarter', null],
    ['', null],
  ])('“%s”', (words, quarter) => {
    expect(readStatusRequest(words)).toEqual({ scope: PROGRAMME, quarter });
    expect(readStatusRequest(`2.4 ${words}`)).toEqual({ scope: measure('2.4'), quarter });
    expect(readStatusRequest(`${words} 4.2a`)).toMatchObject({ quarter });
    expect(readStatusRequest(`2 ${words}`)).toEqual({ scope: project(2), quarter });
  });

  test.each([
    ['Q5', 'Q5'],
    ['2.4 Q0', 'Q0'],
    ['Q1 2015/17', 'Q1 2015/17'],
    ['2015/16', '2015/16'],
    ['2.4 2015/16', '2015/16'],
    ['Q1 Q2', 'Q1 Q2'],
    ['2.4 last year', 'last year'],
    ['how was 2.4 the previous financial year', 'previous financial year'],
  ])('“%s” is no quarter: it is said back as typed', (words, asked) => {
    expect(readStatusRequest(words).quarter).toEqual({ kind: 'unreadable', asked });
  });

  test('Q4 2016 is asked about: it is January 2016 to some and January 2017 to others', () => {
    expect(readStatusRequest('Q4 2016').quarter).toEqual({ kind: 'unreadable', asked: 'Q4 2016' });
    expect(readStatusRequest('Q4 2016/17').quarter).toMatchObject({ number: 4, year: 2016 });
  });
});

test('a long text is said back at no more than 500 characters', () => {
  const { scope } = readStatusRequest('a'.repeat(40_000));
  expect(scope.kind === 'unreadable' && scope.asked.length).toBe(500);
});
