import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { opensOn, type Quarter, sameQuarter } from '../../src/domain/calendar/calendar.ts';
import { dueDate } from '../../src/domain/calendar/working-days.ts';
import {
  figureAskedFrom,
  figureDue,
  lastDayForFigure,
  longestLag,
  quarterBehind,
} from '../../src/domain/data-lag.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import {
  lastDayToFile,
  measuresAsked,
  measuresDue,
  openingOf,
  owingQuarters,
} from '../../src/domain/obligations.ts';
import { barnet } from '../support/barnet.ts';
import { measure } from './judge-fixtures.ts';

const behind = (dataLagQuarters: number) => measure({ dataLagQuarters });
const quarter = (year: number, number: Quarter['number']): Quarter => ({ year, number });
const day = Temporal.PlainDate.from;

describe('when a figure that comes behind is asked, due and over', () => {
  test.each([
    [0, quarter(2015, 1), '2015-07-01', '2015-07-21', '2015-09-30'],
    [1, quarter(2015, 1), '2015-10-01', '2015-10-21', '2015-12-31'],
    [2, quarter(2015, 1), '2016-01-01', '2016-01-21', '2016-03-31'],
    // 21 January 2017 is a Saturday.
    [1, quarter(2016, 2), '2017-01-01', '2017-01-23', '2017-03-31'],
    // Across the year's end.
    [1, quarter(2015, 4), '2016-07-01', '2016-07-21', '2016-09-30'],
    [2, quarter(2015, 4), '2016-10-01', '2016-10-21', '2016-12-31'],
  ])('%i quarters behind, of %o: from %s, by %s, until %s', (lag, of, from, due, until) => {
    expect(
      [figureAskedFrom, figureDue, lastDayForFigure].map((at) => String(at(behind(lag), of))),
    ).toEqual([from, due, until]);
  });

  test('without a lag it is as the return itself, and with one as that of the later quarter', () => {
    const quarters = fc.record({
      year: fc.integer({ min: 2010, max: 2040 }),
      number: fc.constantFrom<Quarter['number']>(1, 2, 3, 4),
    });
    fc.assert(
      fc.property(quarters, fc.nat(6), (filedWith, lag) => {
        const of = quarterBehind(behind(lag), filedWith);
        expect(figureAskedFrom(behind(lag), of)).toEqual(opensOn(filedWith));
        expect(figureDue(behind(lag), of)).toEqual(dueDate(filedWith));
        expect(lastDayForFigure(behind(lag), of)).toEqual(lastDayToFile(filedWith));
        expect(sameQuarter(of, filedWith)).toBe(lag === 0);
      }),
    );
  });
});

describe('what it is judged as without a figure', () => {
  const positionOn = (lag: number, today: string) =>
    judge({
      measure: behind(lag),
      quarter: quarter(2015, 1),
      figures: [],
      programmeTolerance: barnet().programme.tolerance,
      today: day(today),
    }).position;

  test.each([
    [0, '2015-07-01', 'awaiting'],
    [1, '2015-07-01', 'not_due'],
    [1, '2015-10-21', 'not_due'],
    [1, '2015-10-22', 'awaiting'],
    [2, '2015-10-22', 'not_due'],
    [2, '2016-01-21', 'not_due'],
    [2, '2016-01-22', 'awaiting'],
  ])('%i quarters behind, on %s: %s', (lag, today, position) => {
    expect(positionOn(lag, today)).toBe(position);
  });
});

describe('what a return asks for', () => {
  const { programme } = barnet();
  const [project] = programme.projects;
  if (project === undefined) throw new Error('The example has no project.');
  const lagging = {
    ...project,
    measures: [behind(1), behind(0), behind(2)].map((each, at) => ({ ...each, ref: `1.${at}` })),
  };
  const refs = (measures: ReturnType<typeof measuresAsked>) => measures.map(({ ref }) => ref);

  test('what is due with it first, then what comes behind', () => {
    expect(refs(measuresDue(lagging))).toEqual(['1.1']);
    expect(refs(measuresAsked(lagging))).toEqual(['1.1', '1.0', '1.2']);
  });

  test('in catalogue order where nothing comes behind', () => {
    expect(measuresAsked(project)).toEqual(project.measures);
  });

  test('figures are owed after the year’s end for as many quarters as the longest lag', () => {
    const late = { ...programme, projects: [lagging] };
    expect([longestLag(programme), longestLag(late)]).toEqual([0, 2]);
    const today = day('2017-06-30');
    expect(owingQuarters(programme, today)).toHaveLength(4);
    expect(owingQuarters(late, today).slice(4)).toEqual([quarter(2016, 1), quarter(2016, 2)]);
    expect(owingQuarters(late, day('2016-07-01')).slice(4)).toEqual([quarter(2016, 1)]);
    expect(openingOf(quarter(2016, 2), today).kind).toBe('closed');
  });
});
