import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  afterFiling,
  changedByOthersSince,
  draftedFor,
  EMPTY_DRAFT,
  mergeTyped,
} from '../../src/application/draft.ts';
import type { DraftValues } from '../../src/application/ports.ts';
import type { Draft } from '../../src/application/submission-record.ts';

const AT = Temporal.Instant.from('2015-07-14T09:00:00Z');
const [PRIYA, SAM] = ['U0PRIYA001', 'U0SAM00001'] as const;

/** A window as somebody has it open: what it was drawn with, and on which version of the draft. */
interface Window {
  readonly window: string;
  readonly drawn: DraftValues;
  readonly seen: number;
}

const opened = (draft: Draft, person: string, recorded: DraftValues = {}): Window => ({
  window: crypto.randomUUID(),
  drawn: { ...recorded, ...draftedFor(draft, person) },
  seen: draft.version,
});

const typing = (
  draft: Draft,
  person: string,
  window: Window,
  typed: DraftValues,
  { recorded = {}, settles = false }: { recorded?: DraftValues; settles?: boolean } = {},
) =>
  mergeTyped(draft, recorded, {
    person,
    at: AT,
    page: 1,
    ...window,
    typed: { ...window.drawn, ...typed },
    settles,
  });

describe('what two people type into one return', () => {
  test('into different fields, stands side by side', () => {
    const window = opened(EMPTY_DRAFT, PRIYA);
    const first = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.1': '77' });
    const second = typing(first.draft, SAM, window, { 'value:2.4': '17' });
    expect(second.contested).toEqual([]);
    expect(draftedFor(second.draft, PRIYA)).toEqual({ 'value:2.1': '77', 'value:2.4': '17' });
  });

  test('into the same field, leaves the first standing and the second kept beside it', () => {
    const window = opened(EMPTY_DRAFT, PRIYA);
    const first = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.4': '17' });
    const second = typing(first.draft, SAM, window, { 'value:2.4': '19' });
    expect(second.contested.map(({ field }) => field)).toEqual(['value:2.4']);
    expect(draftedFor(second.draft, PRIYA)).toEqual({ 'value:2.4': '17' });
    expect(draftedFor(second.draft, SAM)).toEqual({ 'value:2.4': '19' });
  });

  test('once both were seen, is what the second goes on with', () => {
    const window = opened(EMPTY_DRAFT, PRIYA);
    const first = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.4': '17' });
    const { draft } = typing(first.draft, SAM, window, { 'value:2.4': '19' });
    const again = typing(draft, SAM, opened(draft, SAM), {}, { settles: true });
    expect(again.contested).toEqual([]);
    expect(draftedFor(again.draft, PRIYA)).toEqual({ 'value:2.4': '19' });
    expect(again.draft.aside).toEqual({});
  });

  test('one’s own earlier words are never somebody else’s', () => {
    const window = opened(EMPTY_DRAFT, PRIYA);
    const first = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.4': '1' });
    const second = typing(first.draft, PRIYA, window, { 'value:2.4': '17' });
    expect(second.contested).toEqual([]);
    expect(changedByOthersSince(second.draft, PRIYA, 0)).toEqual([]);
    expect(changedByOthersSince(second.draft, SAM, 0).map(({ field }) => field)).toEqual([
      'value:2.4',
    ]);
  });

  test('a field taken back to what is on record is no draft any more', () => {
    const recorded = { 'value:2.4': '17%' };
    const window = opened(EMPTY_DRAFT, PRIYA, recorded);
    const changed = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.4': '18' }, { recorded });
    const back = typing(changed.draft, PRIYA, window, { 'value:2.4': '17%' }, { recorded });
    expect(draftedFor(back.draft, PRIYA), 'in the window it was changed in').toEqual({});
    const drawn = opened(changed.draft, PRIYA, recorded);
    const undone = typing(changed.draft, PRIYA, drawn, { 'value:2.4': '17%' }, { recorded });
    expect(draftedFor(undone.draft, PRIYA), 'in the next').toEqual({});
  });

  test('an older window of one’s own, left open untouched, takes back nothing typed on another device', () => {
    const desk = opened(EMPTY_DRAFT, PRIYA);
    const phone = opened(EMPTY_DRAFT, PRIYA);
    const typed = typing(EMPTY_DRAFT, PRIYA, phone, { 'value:2.4': '17' });
    const { draft } = typing(typed.draft, PRIYA, desk, { 'value:2.1': '77' });
    expect(draftedFor(draft, PRIYA)).toEqual({ 'value:2.4': '17', 'value:2.1': '77' });
  });

  test('filing leaves only what colleagues have still to settle', () => {
    const window = opened(EMPTY_DRAFT, PRIYA);
    const first = typing(EMPTY_DRAFT, PRIYA, window, { 'value:2.4': '17' });
    expect(afterFiling(first.draft, PRIYA)).toBeNull();
    const { draft } = typing(first.draft, SAM, window, { 'value:2.4': '19' });
    const left = afterFiling(draft, PRIYA);
    expect(left && draftedFor(left, SAM)).toEqual({ 'value:2.4': '19' });
    expect(left && draftedFor(left, PRIYA)).toEqual({});
  });
});

test('whatever two people type, in whatever order, the last that each typed into a field is on record', () => {
  const move = fc.record({
    person: fc.constantFrom(PRIYA, SAM),
    kind: fc.constantFrom('type', 'type', 'type', 'reopen'),
    field: fc.constantFrom('value:2.1', 'value:2.4', 'commentary:2.4'),
    value: fc.string({ minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
      let draft: Draft = EMPTY_DRAFT;
      const open = new Map<string, Window>();
      const typed = new Map<string, Record<string, string>>();
      const last = new Map<string, string>();
      for (const { person, kind, field, value } of moves) {
        const window = open.get(person) ?? opened(draft, person);
        open.set(person, window);
        if (kind === 'reopen') {
          open.set(person, opened(draft, person));
          typed.delete(person);
          continue;
        }
        const fields = { ...typed.get(person), [field]: value };
        typed.set(person, fields);
        draft = typing(draft, person, window, fields).draft;
        last.set(`${person} ${field}`, value);
      }
      for (const [key, value] of last) {
        const [person = '', field = ''] = key.split(' ');
        const seen = draftedFor(draft, person);
        const others = person === PRIYA ? SAM : PRIYA;
        // Either it stands for its author, or a colleague who had seen it has typed over it since.
        const overtyped = draft.fields[field]?.by === others;
        expect(seen[field] === value || overtyped).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
