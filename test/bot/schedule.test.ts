import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { beat } from '../../src/application/beat.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { JobRecord, Store } from '../../src/application/ports.ts';
import { at } from '../../src/demo/instants.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';
import { startTown } from '../support/town.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;
const LEADS = ['yos', 'public.health', 'probation', 'victim.support', 'environmental.health'].map(
  (mailbox) => `${mailbox}.lead@example.org`,
);

interface Year {
  readonly store: Store;
  /** One minute's work at this time, on a clock that stands still. */
  beatAt(instant: Temporal.Instant): void;
  /** What was queued, by kind and key, and when. */
  queued(kind: string): ReadonlyMap<string, Temporal.Instant>;
  readonly jobs: readonly JobRecord[];
  /** How often the returns of a quarter were read. */
  returnsRead(): number;
  /** Forgets everything but the database, as a restart does. */
  restart(): void;
}

/** A programme nobody files for, and a record of everything its schedule does. */
const yearOf = (document: CatalogueDocument = barnet()): Year => {
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  let now = at('2015-04-01T00:00');
  const clock = { now: () => now };
  importCatalogue(
    { store, clock },
    { ...document, submissions: [] },
    { by: OPERATOR, dryRun: false },
  );
  const posts: Array<{
    readonly kind: string;
    readonly key: string;
    readonly at: Temporal.Instant;
  }> = [];
  const jobs: JobRecord[] = [];
  let reads = 0;
  const watched = (): Store => ({
    ...store,
    submissions: (programmeId, quarter) => {
      reads += 1;
      return store.submissions(programmeId, quarter);
    },
    enqueue: (message) => {
      const id = store.enqueue(message);
      if (id !== null) posts.push({ kind: message.kind, key: message.key, at: now });
      return id;
    },
    recordJob: (job) => {
      const recorded = store.recordJob(job);
      if (recorded) jobs.push(job);
      return recorded;
    },
  });
  let seen = watched();
  return {
    store,
    jobs,
    returnsRead: () => reads,
    beatAt: (instant) => {
      now = instant;
      beat({ store: seen, clock });
    },
    queued: (kind) => {
      const found = posts.filter((post) => post.kind === kind);
      const byKey = new Map(found.map((post) => [post.key, post.at]));
      expect(byKey.size, `no ${kind} is queued twice`).toBe(found.length);
      return byKey;
    },
    restart: () => {
      seen = watched();
    },
  };
};

// Each quarter's opening message and due date, written down by hand from the calendar.
const QUARTERS = [
  { key: '2015-Q1', opens: '2015-07-01T09:00', due: '2015-07-21', closes: '2015-10-01' },
  { key: '2015-Q2', opens: '2015-10-01T09:00', due: '2015-10-21', closes: '2016-01-01' },
  // 1 January is a bank holiday, and 2 and 3 January a weekend.
  { key: '2015-Q3', opens: '2016-01-04T09:00', due: '2016-01-21', closes: '2016-04-01' },
  { key: '2015-Q4', opens: '2016-04-01T09:00', due: '2016-04-21', closes: '2016-07-01' },
] as const;

const hours = fc.double({ min: 0.01, max: 6, noNaN: true });
const gap = fc.oneof(
  { weight: 8, arbitrary: hours.map((each) => ({ hours: each, restart: false })) },
  // Down for up to forty days.
  {
    weight: 1,
    arbitrary: fc
      .double({ min: 0, max: 40, noNaN: true })
      .map((days) => ({ hours: days * 24, restart: true })),
  },
);

const startOf = (day: string): Temporal.Instant => at(`${day}T00:00`);

describe('a year with random downtime', () => {
  test('each lead’s opening message is queued once, or recorded as too late with its reason', () => {
    fc.assert(
      fc.property(fc.array(gap, { minLength: 40, maxLength: 400 }), (gaps) => {
        const year = yearOf();
        const beats: Temporal.Instant[] = [];
        let now = at('2015-06-01T00:00');
        for (const each of gaps) {
          now = now.add({ milliseconds: Math.ceil(each.hours * 3_600_000) });
          if (each.restart) year.restart();
          year.beatAt(now);
          beats.push(now);
        }
        const sent = year.queued('opening');
        const skipped = new Map(
          year.jobs
            .filter(({ kind, outcome }) => kind === 'reminder:opening' && outcome === 'skipped')
            .map((job) => [job.key, job.reason]),
        );
        for (const { key, opens, due } of QUARTERS) {
          const tooLate = startOf(due).add({ hours: 24 });
          const first = beats.find((beat) => Temporal.Instant.compare(beat, at(opens)) >= 0);
          const inTime = first !== undefined && Temporal.Instant.compare(first, tooLate) < 0;
          for (const lead of LEADS) {
            const name = `1/${key}/${lead}`;
            expect(sent.get(name)?.toString()).toBe(inTime ? first.toString() : undefined);
            expect(skipped.has(name)).toBe(first !== undefined && !inTime);
            if (skipped.has(name)) expect(skipped.get(name)).toMatch(/^Figures were due on /);
          }
        }
      }),
      { numRuns: 40, seed: 20150401 },
    );
  });

  test('each quarter’s digest is queued once at the first minute after five, or recorded as skipped', () => {
    fc.assert(
      fc.property(fc.array(gap, { minLength: 40, maxLength: 400 }), (gaps) => {
        const year = yearOf();
        const beats: Temporal.Instant[] = [];
        let now = at('2015-06-01T00:00');
        for (const each of gaps) {
          now = now.add({ milliseconds: Math.ceil(each.hours * 3_600_000) });
          year.beatAt(now);
          beats.push(now);
        }
        const sent = year.queued('digest');
        const skipped = year.jobs.filter(
          ({ kind, outcome }) => kind === 'digest' && outcome === 'skipped',
        );
        for (const { key, due, closes } of QUARTERS) {
          const first = beats.find(
            (beat) => Temporal.Instant.compare(beat, at(`${due}T17:00`)) >= 0,
          );
          const inTime =
            first !== undefined && Temporal.Instant.compare(first, startOf(closes)) < 0;
          expect(sent.get(`1/${key}`)?.toString()).toBe(inTime ? first.toString() : undefined);
          expect(skipped.filter((job) => job.key === `1/${key}`)).toHaveLength(
            first !== undefined && !inTime ? 1 : 0,
          );
        }
        expect(
          skipped.every(({ reason }) => /had closed before its digest/.test(reason ?? '')),
        ).toBe(true);
      }),
      { numRuns: 40, seed: 20150402 },
    );
  });
});

test('a quarter that has closed is gone through once and then left alone', () => {
  const year = yearOf();
  year.beatAt(at('2016-08-01T09:00'));
  const reasons = year.jobs.filter(({ outcome }) => outcome === 'skipped');
  year.restart();
  const before = year.returnsRead();
  year.beatAt(at('2016-08-01T09:01'));
  expect(reasons.length).toBeGreaterThan(0);
  expect(year.returnsRead()).toBe(before);
});

/**
 * The minute, of those in these days, in which something of this kind was first queued. Beats come by
 * the hour at first and by the minute at the end, where it is expected: too early shows either way.
 */
const firstMinute = (
  kind: string,
  key: string,
  from: string,
  until: string,
  document?: CatalogueDocument,
): string | undefined => {
  const year = yearOf(document);
  const minutely = at(until).subtract({ hours: 3 });
  for (let now = at(from); Temporal.Instant.compare(now, at(until)) <= 0; ) {
    year.beatAt(now);
    const isNear = Temporal.Instant.compare(now, minutely) >= 0;
    now = now.add(isNear ? { minutes: 1 } : { hours: 1 });
  }
  return [...year.queued(kind)].find(([name]) => name.startsWith(key))?.[1].toString();
};

const inYear = (year: number): CatalogueDocument => {
  const document = barnet();
  return { ...document, programme: { ...document.programme, year } };
};

describe('the hour is London’s, summer and winter, whatever the server’s zone', () => {
  test.each([
    [
      'in summer time',
      'opening',
      '1/2015-Q1',
      '2015-07-01T07:00',
      '2015-07-01T10:00',
      '2015-07-01T08:00:00Z',
    ],
    [
      'in winter, after a bank holiday and a weekend',
      'opening',
      '1/2015-Q3',
      '2016-01-01T00:00',
      '2016-01-04T10:00',
      '2016-01-04T09:00:00Z',
    ],
    [
      'in summer time',
      'digest',
      '1/2015-Q1',
      '2015-07-21T15:00',
      '2015-07-21T18:00',
      '2015-07-21T16:00:00Z',
    ],
    [
      'in winter',
      'digest',
      '1/2015-Q3',
      '2016-01-21T15:00',
      '2016-01-21T18:00',
      '2016-01-21T17:00:00Z',
    ],
    [
      'in the last week before winter time',
      'digest',
      '1/2015-Q2',
      '2015-10-21T15:00',
      '2015-10-21T18:00',
      '2015-10-21T16:00:00Z',
    ],
  ])('%s: the %s of %s', (_, kind, key, from, until, expected) => {
    expect(firstMinute(kind, key, from, until)).toBe(expected);
  });

  test('a quarter that ends before Easter waits for the Tuesday after it', () => {
    // Good Friday is 30 March 2018 and Easter Monday 2 April; the clocks changed on 25 March.
    expect(
      firstMinute('opening', '1/2017-Q4', '2018-04-01T00:00', '2018-04-03T10:00', inYear(2017)),
    ).toBe('2018-04-03T08:00:00Z');
  });

  test('a quarter that ends three days after the clocks went forward opens at nine of the new time', () => {
    expect(
      firstMinute('opening', '1/2014-Q4', '2015-03-28T00:00', '2015-04-01T10:00', inYear(2014)),
    ).toBe('2015-04-01T08:00:00Z');
  });

  test('the nights on which the clocks change send nothing, and nothing twice', () => {
    const year = yearOf();
    year.beatAt(at('2015-10-01T09:00'));
    const before = year.queued('opening').size;
    for (const night of ['2015-10-24T23:00', '2016-03-26T23:00']) {
      for (let minute = 0; minute < 6 * 60; minute += 1)
        year.beatAt(at(night).add({ minutes: minute }));
    }
    // The digest of Q2 was due on 21 October, that of Q3 on 21 January: one each, at the first minute.
    expect([...year.queued('digest').keys()]).toEqual(['1/2015-Q2', '1/2015-Q3']);
    expect(year.queued('opening').size).toBe(before);
  });

  test('a clock that goes back an hour, or a day, sends nothing again', () => {
    const year = yearOf();
    for (const time of [
      '2015-07-01T09:30',
      '2015-07-01T08:30',
      '2015-06-30T09:30',
      '2015-07-01T09:31',
    ])
      year.beatAt(at(time));
    expect(year.queued('opening').size).toBe(LEADS.length);
  });
});

test('two minutes’ work at once over Slack sends each message once', async () => {
  const town = await startTown({ now: '2015-07-01T08:00' });
  town.clock.moveTo(at('2015-07-01T09:00'));
  await Promise.all([town.bot().beat(), town.bot().beat(), town.bot().beat()]);
  expect(LEADS.map((lead) => town.person(lead).directMessages().length)).toEqual([1, 1, 1, 1, 1]);
});

test('down from before the opening until the day before the due date: one message, at once', async () => {
  const town = await startTown({ now: '2015-06-30T12:00' });
  await town.bot().stop();
  town.clock.moveTo(at('2015-07-20T23:00'));
  await town.restart();
  await town.goTo('2015-07-21T08:00');
  expect(LEADS.map((lead) => town.person(lead).directMessages().length)).toEqual([1, 1, 1, 1, 1]);
});
