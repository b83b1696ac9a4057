import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import type {
  Actor,
  AnsweredQuestion,
  NewFiling,
  NewOutboxMessage,
  Store,
} from '../../src/application/ports.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Figure } from '../../src/domain/figure.ts';
import type { Measure, Programme } from '../../src/domain/measure.ts';
import { openStore } from '../../src/store/open.ts';

export const Q1: Quarter = { year: 2015, number: 1 };
export const Q2: Quarter = { year: 2015, number: 2 };
export const Q4_BEFORE: Quarter = { year: 2014, number: 4 };

export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
export const NOON = instant('2015-07-21T12:00:00Z');

export const PRIYA: Actor = { kind: 'person', key: 'U0PRIYA', name: 'Priya Shah' };
export const OPERATOR: Actor = { kind: 'operator', name: 'root' };

/** A new folder, gone when the test is. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mopac-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const temporaryPath = (): string => join(temporaryFolder(), 'mopac.sqlite');

const NOBODY = 65_534;

export const isSuperuser = process.geteuid?.() === 0;

/**
 * The superuser may read and write everything, so what files refuse is tried as somebody else, to whom
 * these are given first.
 */
export const withoutPrivileges = (...owned: readonly string[]): void => {
  if (!isSuperuser) return;
  for (const path of owned) chownSync(path, NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  onTestFinished(() => {
    process.seteuid?.(0);
  });
};

/** A store on a real file, closed when the test is. */
export const storeAt = (path: string = temporaryPath()): Store => {
  const store = openStore(path);
  onTestFinished(() => store.close());
  return store;
};

/** Another program's connection to the same file. */
export const rawAt = (path: string): Database.Database => {
  const raw = new Database(path);
  onTestFinished(() => {
    raw.close();
  });
  return raw;
};

export const number = (value: string, change: Partial<Figure> = {}): Figure => ({
  answer: { kind: 'number', value: decimal(value), share: null, basis: null },
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
  ...change,
});

export const filing = (programmeId: number, change: Partial<NewFiling> = {}): NewFiling => ({
  programmeId,
  projectNumber: 2,
  quarter: Q1,
  filedBy: PRIYA,
  filedAt: NOON,
  late: false,
  additionalInformation: null,
  reason: null,
  onBehalf: null,
  attestation: null,
  state: 'submitted',
  figures: [{ ref: '2.4', figure: number('17') }],
  ...change,
});

/** Two things that were asked before a filing: one answered, one only confirmed. */
export const ASKED: readonly AnsweredQuestion[] = [
  {
    ref: '2.4',
    code: 'unchanged',
    found: '2.4 is 17%, exactly the figure of last quarter.',
    ask: 'Was it counted again, or carried over?',
    said: 'Counted again; both prisons confirmed it.',
  },
  {
    ref: '2.1',
    code: 'past_target',
    found: '2.1 is 77%, 27 points better than its target (at least 50%).',
    ask: 'Is the figure right?',
    said: null,
  },
];

export const message = (change: Partial<NewOutboxMessage> = {}): NewOutboxMessage => ({
  kind: 'receipt',
  key: 'filing/1',
  target: { kind: 'person', person: 'U0PRIYA' },
  payload: { revision: 1 },
  parentId: null,
  dueAt: NOON,
  ...change,
});

const band = (size: string) => ({ in: 'percent', size: decimal(size) }) as const;

const engagement: Measure = {
  ref: '2.4',
  title: 'Increased engagement rate of substance misusing offenders on release from prison',
  shortTitle: 'Engagement on release',
  projectNumber: 2,
  partOf: null,
  unit: '%',
  polarity: 'higher',
  kind: 'level',
  baseline: { kind: 'known', value: decimal(24), period: '2013/14', text: null },
  target: {
    rule: { kind: 'at_least', value: decimal(41) },
    text: '41%',
    years: 1,
    path: { kind: 'whole', from: null },
    revision: null,
  },
  revisedTargets: [],
  profile: null,
  tolerance: null,
  minimumBase: 20,
  dataLagQuarters: 0,
  deadBand: null,
  comparableFrom: null,
  suppressSmallCounts: false,
};

const burglary: Measure = {
  ...engagement,
  ref: '2.5a',
  partOf: { ref: '2.5', title: 'Fewer victims' },
  kind: 'flow',
  polarity: 'lower',
  baseline: { kind: 'to_be_established', text: 'TBC' },
  target: {
    rule: { kind: 'between', low: decimal('0.1'), high: decimal('0.30000000000000004') },
    text: null,
    years: 2,
    path: { kind: 'straight_line', from: 2015 },
    revision: null,
  },
  revisedTargets: [
    {
      rule: { kind: 'at_most', value: decimal('0.25') },
      text: null,
      years: 2,
      path: { kind: 'milestones', levels: [{ year: 2016, value: decimal('0.25') }] },
      revision: { from: { year: 2015, number: 3 }, reason: 'A new contract', by: 'The board' },
    },
  ],
  profile: [decimal('7.5'), decimal(15), decimal('22.5'), decimal(30)],
  tolerance: {
    onTrack: band('0'),
    marginal: { in: 'points', size: decimal('0.5') },
    edges: 'exclusive',
    of: 'level',
  },
  deadBand: { in: 'points', size: decimal('0.1') },
  comparableFrom: { from: Q2, reason: 'Counted by the police since' },
  suppressSmallCounts: true,
};

export const programme = (change: Partial<Programme> = {}): Programme => ({
  title: 'Barnet MOPAC projects',
  body: 'Community Leadership Committee',
  year: 2015,
  channel: 'safer-communities',
  coordinators: ['coordinator@example.org'],
  managers: [],
  tolerance: { onTrack: band('0'), marginal: band('10'), edges: 'inclusive', of: 'improvement' },
  projects: [
    {
      number: 2,
      title: 'Reducing Substance Misuse Offending',
      agency: 'Public Health',
      leads: ['lead@example.org'],
      deputies: [],
      manager: null,
      measures: [engagement, burglary],
    },
  ],
  ...change,
});

/** A store holding one programme. */
export const storeWithProgramme = (path?: string): { store: Store; programmeId: number } => {
  const store = storeAt(path);
  return { store, programmeId: store.saveProgramme(programme(), OPERATOR, NOON) };
};
