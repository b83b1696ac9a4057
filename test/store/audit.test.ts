import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyRecord } from '../../src/store/verify-record.ts';
import { NOON, OPERATOR, PRIYA, rawAt, storeAt, temporaryPath } from './support.ts';

/** A database with five entries whose append-only triggers somebody removed. */
const unprotected = (): { path: string; exec: (text: string) => void } => {
  const path = temporaryPath();
  const store = storeAt(path);
  for (let entry = 1; entry <= 5; entry += 1) {
    const detail = { revision: entry, figures: ['2.4'] };
    store.audit({
      at: NOON,
      actor: entry % 2 ? PRIYA : OPERATOR,
      action: 'file',
      subject: 's',
      detail,
    });
  }
  const raw = rawAt(path);
  raw.exec('drop trigger audit_refuse_update; drop trigger audit_refuse_delete');
  return { path, exec: (text) => raw.exec(text) };
};

test('an audit nobody touched verifies, with its number of entries and its head', () => {
  const { path } = unprotected();
  const head = rawAt(path).prepare('select hash from audit where id = 5').pluck().get();
  expect(verifyRecord(path)).toEqual({ ok: true, entries: 5, head, removed: [] });
});

test('an empty audit verifies', () => {
  const path = temporaryPath();
  storeAt(path);
  expect(verifyRecord(path)).toMatchObject({ ok: true, entries: 0 });
});

test.each([
  ['who', "update audit set actor = replace(actor, 'Priya', 'Owen') where id = 3", 3],
  ['when', "update audit set at = '2015-07-20T12:00:00.000000000Z' where id = 2", 2],
  ['what was done', "update audit set action = 'import' where id = 5", 5],
  ['what to', "update audit set subject = 'other' where id = 1", 1],
  ['the detail', "update audit set detail = replace(detail, '4', '5') where id = 4", 4],
  ['its hash', "update audit set hash = 'x' where id = 3", 3],
  ['the hash before it', "update audit set previous_hash = 'x' where id = 3", 3],
  ['the first entry away', 'delete from audit where id = 1', 2],
  ['an entry away', 'delete from audit where id = 3', 4],
  ['the order', 'update audit set id = 9 where id = 2; update audit set id = 2 where id = 3', 2],
  [
    'in a copy',
    'insert into audit (at, actor, action, subject, detail, previous_hash, hash) select at, actor, action, subject, detail, previous_hash, hash from audit where id = 2',
    6,
  ],
])('changing %s is found, and the first bad entry named', (_, tampering, badId) => {
  const { path, exec } = unprotected();
  exec(tampering);
  expect(verifyRecord(path)).toEqual({ ok: false, kind: 'chain', badId });
});

test('verifying changes nothing and works while the bot has the database open', () => {
  const path = temporaryPath();
  const store = storeAt(path);
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 's', detail: null });
  expect(verifyRecord(path)).toMatchObject({ ok: true, entries: 1 });
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 's', detail: null });
  expect(verifyRecord(path)).toMatchObject({ ok: true, entries: 2 });
});

// `MOPAC_FORGERIES=1000` before a release.
const { MOPAC_FORGERIES = '200' } = process.env;
const FORGERIES = Number(MOPAC_FORGERIES);

const HOW = ['letter', 'away', 'swap', 'copy', 'cut'] as const;

/** One way to forge the trail: entries, a column and a letter to put in it. */
const forgery = fc.record({
  how: fc.constantFrom(...HOW),
  column: fc.constantFrom('at', 'actor', 'action', 'subject', 'detail', 'previous_hash', 'hash'),
  id: fc.integer({ min: 1, max: 4 }),
  other: fc.integer({ min: 1, max: 5 }),
  place: fc.integer({ min: 1, max: 60 }),
  letter: fc.constantFrom('0', 'x', '~', ''),
});
type Forgery = typeof forgery extends fc.Arbitrary<infer Value> ? Value : never;

const sqlOf = ({ how, column, id, other, place, letter }: Forgery): string => {
  switch (how) {
    case 'letter':
      return `update audit set ${column} = substr(${column}, 1, ${place} - 1) || '${letter}' || substr(${column}, ${place} + 1) where id = ${id}`;
    case 'away':
      return `delete from audit where id = ${id}`;
    case 'swap':
      return `update audit set id = 99 where id = ${id}; update audit set id = ${id} where id = ${other}; update audit set id = ${other} where id = 99`;
    case 'copy':
      return `insert into audit select 6, at, actor, action, subject, detail, previous_hash, hash from audit where id = ${id}`;
    case 'cut':
      return `delete from audit where id > ${id}`;
  }
};

test(`${FORGERIES} forgeries: each is found, or its trail ends in another head`, () => {
  const { path, exec } = unprotected();
  const raw = rawAt(path);
  const rows = raw.prepare('select * from audit order by id');
  const before = JSON.stringify(rows.all());
  const whole = verifyRecord(path);
  const [originals, restore] = [
    rows.all(),
    raw.prepare(
      'insert into audit values (@id, @at, @actor, @action, @subject, @detail, @previous_hash, @hash)',
    ),
  ];
  fc.assert(
    fc.property(forgery, (forged) => {
      exec(sqlOf(forged));
      const isForged = JSON.stringify(rows.all()) !== before;
      const verdict = verifyRecord(path);
      exec('delete from audit');
      for (const row of originals) restore.run(row);
      if (isForged) expect(verdict).not.toEqual(whole);
      else expect(verdict).toEqual(whole);
    }),
    { numRuns: FORGERIES },
  );
});

test('a trail that was written anew from its second entry on is whole, and ends in another head', () => {
  const forged = temporaryPath();
  const store = storeAt(forged);
  for (let entry = 1; entry <= 5; entry += 1) {
    const detail = { revision: entry, figures: [entry === 2 ? '2.5' : '2.4'] };
    const actor = entry % 2 ? PRIYA : OPERATOR;
    store.audit({ at: NOON, actor, action: 'file', subject: 's', detail });
  }
  const head = verifyRecord(unprotected().path);
  expect(verifyRecord(forged)).toMatchObject({ ok: true, entries: 5 });
  expect(verifyRecord(forged)).not.toEqual(head);
});
