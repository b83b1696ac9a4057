import { describe, expect, test } from 'vitest';
import { terminal } from './support.ts';

describe('verify says whether the audit trail is whole', () => {
  test('a whole trail is counted and its head named', () => {
    const run = terminal({ audit: { ok: true, entries: 12, head: 'abc123' } });
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
  ] as const)('what is wrong is said with what to do: %o', (verdict, sentence) => {
    const { exitCode, errors } = terminal({ audit: { ok: false, ...verdict } })('verify');
    expect(exitCode).toBe(1);
    expect(errors).toMatch(sentence);
    expect(errors).toMatch(/Keep this database as it is, tell the coordinator/);
  });

  test('an empty record is whole', () => {
    expect(terminal()('verify').output).toBe(
      'The audit trail is whole; nothing has been recorded yet.',
    );
  });
});
