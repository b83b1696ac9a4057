import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { acceptedRefs, type Verdict } from '../../../src/domain/submission/acceptance.ts';

const REFS = ['2.1', '2.2', '2.3'];

/** `+2.1` accepts it, `-2.1` sends it back; without a reference the whole return. */
const after = (...moves: readonly string[]): readonly string[] => {
  const verdicts = moves.map(
    (move, index): Verdict => ({
      kind: move.startsWith('+') ? 'accepted' : 'sent_back',
      ref: move.slice(1) === '' ? null : move.slice(1),
      by: 'Joan Carter',
      at: Temporal.Instant.fromEpochMilliseconds(index),
    }),
  );
  return [...acceptedRefs(verdicts, REFS)].sort();
};

describe('the figures of a return that are accepted', () => {
  test.each([
    ['nothing was said', [], []],
    ['one was accepted', ['+2.1'], ['2.1']],
    ['all were accepted at once', ['+'], REFS],
    ['all were accepted one by one', ['+2.1', '+2.2', '+2.3'], REFS],
    ['one was sent back after all were accepted', ['+', '-2.2'], ['2.1', '2.3']],
    ['the whole was sent back', ['+', '-'], []],
    ['one was accepted after the whole was sent back', ['+', '-', '+2.3'], ['2.3']],
    ['one was accepted twice', ['+2.1', '+2.1'], ['2.1']],
    ['one no longer in the catalogue was accepted', ['+9.9'], []],
  ] as const)('where %s', (_, moves, accepted) => {
    expect(after(...moves)).toEqual(accepted);
  });
});
