import { expect, test } from 'vitest';
import { verifyAudit } from '../../src/store/audit.ts';
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
  expect(verifyAudit(path)).toEqual({ ok: true, entries: 5, head });
});

test('an empty audit verifies', () => {
  const path = temporaryPath();
  storeAt(path);
  expect(verifyAudit(path)).toMatchObject({ ok: true, entries: 0 });
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
  expect(verifyAudit(path)).toEqual({ ok: false, badId });
});

test('verifying changes nothing and works while the bot has the database open', () => {
  const path = temporaryPath();
  const store = storeAt(path);
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 's', detail: null });
  expect(verifyAudit(path)).toMatchObject({ ok: true, entries: 1 });
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 's', detail: null });
  expect(verifyAudit(path)).toMatchObject({ ok: true, entries: 2 });
});
