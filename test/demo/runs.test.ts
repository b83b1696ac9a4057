import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { openFrontDoor } from '../../src/demo/front-door.ts';
import { type Runs, startRuns } from '../../src/demo/runs.ts';
import type { MoveAnswer, PageControl, Snapshot } from '../../src/workspace/page/protocol.ts';

/** The demo behind its front door, and the page's way to ask of it. */
async function openDemo() {
  const runs: Runs = await startRuns();
  const door = await openFrontDoor(
    (request, response) => runs.current().workspace.handle(request, response),
    0,
  );
  onTestFinished(async () => {
    await door.close();
    await runs.close();
  });
  const state = async (): Promise<Snapshot> =>
    (await fetch(`${door.address}page/state`)).json() as Promise<Snapshot>;
  const control = async (asked: PageControl): Promise<MoveAnswer> => {
    const response = await fetch(`${door.address}page/controls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    return (await response.json()) as MoveAnswer;
  };
  return { runs, state, control };
}

test('whoever is needed can be acted as, with what they do beside their name', async () => {
  const { state } = await openDemo();
  const roles = (await state()).people.map(({ name, role }) => `${name}: ${role}`);
  expect(roles).toEqual([
    'Amara Osei: Lead, Youth Offending Service',
    'Priya Shah: Lead, Public Health',
    'Marcus Bell: Deputy, Public Health',
    'Tom Reid: Lead, Probation',
    'Grace Lindqvist: Lead, Victim Support',
    'Daniel Okafor: Lead, Environmental Health',
    'Helen Marsh: Manager',
    'Joan Carter: Coordinator',
  ]);
});

test('a year can be walked through: each quarter asked for, filed, and told to the channel once', async () => {
  const { runs, state, control } = await openDemo();
  await control({ kind: 'startAfresh', story: null });
  for (const _quarter of [1, 2, 3, 4]) {
    const [returns] = (await state()).clock?.jumps ?? [];
    expect(returns?.id).toBe('returns');
    expect(await control({ kind: 'jump', id: 'returns' })).toMatchObject({ ok: true });
    expect(await control({ kind: 'jump', id: 'due' })).toMatchObject({ ok: true });
    expect(await control({ kind: 'jump', id: 'next-quarter' })).toMatchObject({ ok: true });
  }
  const { workspace } = runs.current();
  const digests = workspace
    .messages('safer-communities')
    .filter(({ threadTs }) => threadTs === undefined)
    .map(({ text }) => /^Q\d 2015\/16/.exec(text)?.[0]);
  expect(digests).toEqual(['Q1 2015/16', 'Q2 2015/16', 'Q3 2015/16', 'Q4 2015/16']);
  const asked = workspace
    .messages('probation.lead@example.org')
    .map(({ text }) => text.slice(0, 10));
  expect(asked.filter((text) => text.startsWith('Q'))).toEqual([
    'Q1 2015/16',
    'Q2 2015/16',
    'Q3 2015/16',
    'Q4 2015/16',
  ]);
});

test('the clock goes to any day ahead, and says why it does not go back', async () => {
  const { state, control } = await openDemo();
  await control({ kind: 'moveTo', local: '2015-08-03T10:00' });
  expect((await state()).clock?.words).toBe('Monday 3 August 2015, 10:00');
  expect((await control({ kind: 'moveTo', local: '2015-07-01T09:00' })).notice).toContain(
    'only goes forward',
  );
  expect((await control({ kind: 'moveTo', local: 'soon' })).notice).toContain(
    'Give a day and a time',
  );
});

test('starting again throws everything away, and a story begins in its own scene', async () => {
  const { runs, state, control } = await openDemo();
  const before = await state();
  await control({ kind: 'startAfresh', story: 'why-red' });
  const after = await state();
  expect(after.generation).not.toBe(before.generation);
  expect(after.clock?.words).toBe('Tuesday 21 July 2015, 09:30');
  expect(runs.current().workspace.messages('safer-communities')[0]?.text).toContain(
    '3 are off track',
  );
  await control({ kind: 'startAfresh', story: 'file-q1' });
  expect((await state()).clock?.words).toBe('Wednesday 1 July 2015, 09:00');
  expect(runs.current().workspace.messages('safer-communities')).toEqual([]);
  expect(runs.current().workspace.messages('probation.lead@example.org')).toHaveLength(1);
});

test('the app is called, and can be written to, as the manifest has it', async () => {
  const { state } = await openDemo();
  const { features } = parse(readFileSync('manifest.yml', 'utf8')) as {
    features: {
      bot_user: { display_name: string };
      app_home: { messages_tab_read_only_enabled: boolean };
    };
  };
  const { app, conversations } = await state();
  expect(app.name).toBe(features.bot_user.display_name);
  expect(conversations.at(-1)?.readOnly).toBe(features.app_home.messages_tab_read_only_enabled);
});
