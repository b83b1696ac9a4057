import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { terminal } from './support.ts';

describe('verify says whether the audit trail is whole', () => {
  test('a whole trail is counted and its head named', () => {
    const run = terminal({ audit: { ok: true, entries: 12, head: 'abc123', removed: [] } });
    const { exitCode, output } = run('verify');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^The audit trail is whole: 12 entries\./);
    expect(output).toContain('abc123');
  });

  test('a broken trail names the first entry that does not follow, and fails', () => {
    const { exitCode, errors } = terminal({ audit: { ok: false, kind: 'chain', badId: 7 } })(
      'verify',
    );
    expect(exitCode).toBe(1);
    expect(errors).toMatch(/broken at entry 7/);
  });

  test.each([
    [{ kind: 'damaged', found: 'Page 7: never used' }, /damaged \(Page 7: never used\)/],
    [{ kind: 'figures', filing: 3, entry: 9 }, /figures of return 3 .* entry 9 .* changed/],
    [{ kind: 'figures', filing: 3, entry: 0 }, /Return 3 .* put in outside MOPAC/],
    [{ kind: 'texts', texts: 1 }, /^A text was taken out .* outside MOPAC/],
    [{ kind: 'texts', texts: 3 }, /^3 texts were taken out .* outside MOPAC/],
  ] as const)('what is wrong is said with what to do: %o', (verdict, sentence) => {
    const { exitCode, errors } = terminal({ audit: { ok: false, ...verdict } })('verify');
    expect(exitCode).toBe(1);
    expect(errors).toMatch(sentence);
    expect(errors).toMatch(/Keep this database as it is, tell the coordinator/);
  });

  test('tells of every text that was taken out, by whom, when and why', () => {
    const removed = [
      {
        at: Temporal.Instant.from('2015-08-03T09:00:00Z'),
        by: { kind: 'person', key: 'U0JOAN', name: 'Joan Carter' },
        subject: 'Barnet MOPAC projects, project 2, Q1 2015/16',
        texts: ['2.4, Q1 2015/16: commentary', '2.4, Q1 2015/16: commentary'],
        reason: 'It names or describes somebody',
      },
    ] as const;
    const audit = { ok: true, entries: 12, head: 'abc123', removed } as const;
    expect(terminal({ audit })('verify').output).toContain(
      '3 August 2015: Joan Carter took a text out of Barnet MOPAC projects, project 2, Q1 2015/16 (2.4, Q1 2015/16: commentary). Why: It names or describes somebody.',
    );
  });

  test('an empty record is whole', () => {
    expect(terminal()('verify').output).toBe(
      'The audit trail is whole; nothing has been recorded yet.',
    );
  });
});
