import { expect, test } from 'vitest';
import { FAULT_KINDS, switchFor } from '../../../src/workspace/client/panels/fault-kinds.ts';
import { isReached, type Seen } from '../../../src/workspace/client/panels/goal.ts';
import { linesShown } from '../../../src/workspace/client/panels/log-filter.ts';
import { createFaultBox, createFaultState } from '../../../src/workspace/faults.ts';
import { faultSwitch } from '../../../src/workspace/page/fault-switches.ts';
import type { StepGoal } from '../../../src/workspace/page/protocol.ts';

const seen: Seen = {
  acting: 'U1',
  showing: 'direct',
  modal: { callbackId: 'submit.page.v1', words: '3.1 Offending rate' },
  words: '2.4 is off track: 17% against 41% needed.',
};

test.each<[StepGoal, boolean]>([
  [{}, true],
  [{ acting: 'U1' }, true],
  [{ acting: 'U2' }, false],
  [{ acting: 'U1', showing: '#safer-communities' }, false],
  [{ modal: 'submit.page.v1' }, true],
  [{ modal: 'submit.review.v1' }, false],
  [{ modal: null }, false],
  [{ modalSays: 'Offending' }, true],
  [{ modalSays: 'Filed' }, false],
  [{ says: '2.4 is off track' }, true],
  [{ says: '5.1 is off track' }, false],
])('a step that waits for %j is done: %s', (goal, done) => {
  expect(isReached(goal, seen)).toBe(done);
});

test('“no modal” is reached once none is open', () => {
  expect(isReached({ modal: null }, { ...seen, modal: null })).toBe(true);
  expect(isReached({ modalSays: 'Filed' }, { ...seen, modal: null })).toBe(false);
});

test('every fault of the tests’ fault box that the page can throw is offered, and taken by the workspace', () => {
  const box = createFaultBox(createFaultState(), {
    dropSockets: () => undefined,
    stallSockets: () => undefined,
    archiveChannel: () => undefined,
  });
  const offered = FAULT_KINDS.map(({ name }) => name).concat(
    'clear' as never,
    'archiveChannel' as never,
  );
  expect(offered.toSorted()).toEqual(Object.keys(box).toSorted());
  for (const kind of FAULT_KINDS) {
    const usual = Object.fromEntries(kind.settings.map(({ key, usual: value }) => [key, value]));
    expect(faultSwitch.safeParse(switchFor(kind, usual, false)), kind.name).toMatchObject({
      success: true,
    });
  }
});

test('the inspector shows the lines that were asked for', () => {
  const line = (index: number, more: object = {}) => ({
    index,
    since: index,
    times: 1,
    at: 0,
    direction: 'to Slack' as const,
    title: 'views.open',
    outcome: 'ok',
    ms: 3,
    wrong: false,
    faults: [],
    ...more,
  });
  const lines = [
    line(3, { outcome: 'invalid_blocks', wrong: true, faults: ['/blocks/1: too long'] }),
    line(2, { direction: 'to the app', title: 'slash_commands: /mopac status 2.4' }),
    line(1),
  ];
  const shown = (more: object) =>
    linesShown(lines, { filter: 'all', words: '', from: 0, ...more }).map(({ index }) => index);
  expect(shown({})).toEqual([3, 2, 1]);
  expect(shown({ filter: 'to the app' })).toEqual([2]);
  expect(shown({ filter: 'wrong' })).toEqual([3]);
  expect(shown({ words: 'STATUS 2.4' })).toEqual([2]);
  expect(shown({ words: 'too long' })).toEqual([3]);
  expect(shown({ from: 2 })).toEqual([3, 2]);
});
