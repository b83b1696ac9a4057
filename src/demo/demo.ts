import { openFrontDoor } from './front-door.ts';
import { talk } from './prompt.ts';
import { type Runs, startRuns } from './runs.ts';
import { createStage, type Stage } from './stage.ts';
import { playQuarter } from './story.ts';

/**
 * Starts a local workspace and the bot on a fresh record with the example programme, on 1 July 2015,
 * and opens the page on which a visitor can be anybody in it. Meanwhile the first quarter is played
 * in the terminal; afterwards the terminal answers too.
 */
export const demo = async (): Promise<void> => {
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const run = await startRuns();
  const door = await openFrontDoor((request, response) =>
    run.current().workspace.handle(request, response),
  );
  const stage = createStage(
    () => run.current().clock,
    (text) => void process.stdout.write(text),
  );
  stage.line(
    'MOPAC demo: a local Slack, the bot and the Barnet programme of 2015/16. No account, no token.',
  );
  stage.line(`\n  Open ${door.address} in a browser and be anybody in it.\n`);
  stage.line('Meanwhile the first quarter is played here, from 1 July 2015.');
  try {
    await play(run, stage);
    await Promise.race([talk({ session: run.current, stage }), signalled]);
  } finally {
    await door.close();
    await run.close();
  }
  process.stdin.destroy();
};

/** Plays the quarter in the terminal, unless a visitor starts again before it is over. */
const play = async (run: Runs, stage: Stage): Promise<void> => {
  const session = run.current();
  try {
    await playQuarter({ ...session, stage });
  } catch (error) {
    if (run.current() === session) throw error;
    stage.line('\nThe page has started again from the beginning, so the story stops here.');
  }
};
