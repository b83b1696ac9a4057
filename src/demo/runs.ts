import { sceneOf } from './guided-stories.ts';
import { setScene } from './scenes.ts';
import { openSession, type Session } from './session.ts';

/** The run in hand; the page can start another in its place. */
export interface Runs {
  current(): Session;
  close(): Promise<void>;
}

/** Starts the first run. */
export const startRuns = async (): Promise<Runs> => {
  const endings: Promise<void>[] = [];
  const startAfresh = async (story: string | null): Promise<null> => {
    const next = await openSession(startAfresh);
    await setScene(next, sceneOf(story));
    // Nobody waits for the last run to wind up; the page is answered from the next one.
    endings.push(current.close());
    current = next;
    return null;
  };
  let current = await openSession(startAfresh);
  return {
    current: () => current,
    close: async () => {
      await Promise.all([...endings, current.close()]);
    },
  };
};
