import { describe, expect, test } from 'vitest';
import { startTown } from '../support/town.ts';

const CHANNEL = 'safer-communities';

describe('a connection that Slack recycles or drops', () => {
  test('routine refreshes of one connection after the other lose no command', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-21T09:00' });
    const manager = town.person('manager@example.org');
    const answers: string[] = [];
    for (let command = 0; command < 60; command += 1) {
      if (command % 20 === 0) {
        await town.workspace.until(() => town.workspace.connections() === 2, 15_000);
        town.workspace.refreshSockets('one', 'refresh_requested');
      }
      answers.push((await manager.command('/mopac status 2.4', CHANNEL)).ack);
    }
    expect(answers.filter((ack) => ack !== 'ok')).toEqual([]);
  });

  test('after both connections were cut the bot is back by itself', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-21T09:00' });
    town.workspace.faults.dropSockets();
    await town.workspace.until(() => town.workspace.connections() === 2, 15_000);
    const answer = await town.person('manager@example.org').command('/mopac help', CHANNEL);
    expect(answer.ack).toBe('ok');
  });
});
