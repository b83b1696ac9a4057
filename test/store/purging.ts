import { existsSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { NewFiling, Store, StoredFiling } from '../../src/application/ports.ts';
import type { StandingText, TextPlace } from '../../src/application/purge-record.ts';
import { NOON, PRIYA } from './support.ts';

export const JOAN = { kind: 'person', key: 'U0JOAN', name: 'Joan Carter' } as const;
export const DAY = Temporal.PlainDate.from('2015-09-30');
export const ACT = {
  by: JOAN,
  at: Temporal.Instant.from('2015-08-03T09:00:00Z'),
  reason: 'It names or describes somebody',
} as const;
export const GONE = '[Removed by the coordinator on 3 August 2015]';

/** Files as the bot does: with the entry of the trail that names the figures. */
export const fileWith = (store: Store, filed: NewFiling): StoredFiling => {
  const kept = store.file(filed);
  const detail = { filing: kept.id, figures: filed.figures.map(({ ref }) => ref) };
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 'project 2', detail });
  return kept;
};

export const purge = (
  store: Store,
  text: StandingText,
  places: readonly TextPlace[] = [text],
): number => {
  const id = store.purge(text.text, places, ACT);
  store.audit({
    at: ACT.at,
    actor: JOAN,
    action: 'purge',
    subject: 'project 2',
    detail: { purge: id, texts: places.map(({ part }) => part), reason: ACT.reason },
  });
  return id;
};

/** The bytes of the database's file and of its write-ahead log. */
export const bytesAt = (path: string): Buffer =>
  Buffer.concat(
    ['', '-wal']
      .map((suffix) => `${path}${suffix}`)
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file)),
  );
