import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { standingsOf } from '../../src/application/assess.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Store } from '../../src/application/ports.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryPath } from '../store/support.ts';
import { barnet } from '../support/barnet.ts';

const BY = { kind: 'operator', name: 'test' } as const;
const Q1 = { year: 2015, number: 1 } as const;
const Q2 = { year: 2015, number: 2 } as const;
const clock = { now: () => Temporal.Instant.from('2015-10-20T09:00Z') };

const withoutReturns = (): CatalogueDocument => ({ ...barnet(), submissions: [] });

const ask = (
  store: Store,
  quarter: typeof Q1 | typeof Q2 = Q1,
  today = Temporal.PlainDate.from('2015-10-20'),
) => {
  const [stored] = store.programmes();
  if (stored === undefined) throw new Error('Nothing was imported.');
  return standingsOf(store, stored, quarter, today);
};

test('a programme is judged once for each change, not once for each question', () => {
  const store = openStore(':memory:');
  importCatalogue({ store, clock }, withoutReturns(), { by: BY, dryRun: false });
  const first = ask(store);
  ask(store, Q2);
  expect(ask(store)).toBe(first);
  importCatalogue({ store, clock }, barnet(), { by: BY, dryRun: false });
  const after = ask(store);
  expect(after).not.toBe(first);
  expect([first, after].map((all) => all[0]?.assessment.position)).toEqual([
    'awaiting',
    'off_track',
  ]);
  expect(ask(store)).toBe(after);
  store.close();
});

test('a change that another process makes is seen by the next question', () => {
  const path = temporaryPath();
  const [bot, terminal] = [openStore(path), openStore(path)];
  importCatalogue({ store: bot, clock }, withoutReturns(), { by: BY, dryRun: false });
  expect(ask(bot)[0]?.assessment.position).toBe('awaiting');
  importCatalogue({ store: terminal, clock }, barnet(), { by: BY, dryRun: false });
  expect(ask(bot)[0]?.assessment.position).toBe('off_track');
  terminal.close();
  bot.close();
});
