import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { MoveAnswer, PageControl, PageMove, Snapshot } from '../page/protocol.ts';
import { fetchSnapshot, postControl, postMove } from './api.ts';

/** The workspace as one person sees it, and what they can do in it. */
export interface WorkspaceInHand {
  readonly snapshot: Snapshot | null;
  /** False while the workspace cannot be reached. */
  readonly reachable: boolean;
  readonly busy: boolean;
  move(move: PageMove): Promise<MoveAnswer>;
  control(control: PageControl): Promise<MoveAnswer>;
}

/** Typing and reading are told on the side; nothing on the page waits for them. */
const QUIET: ReadonlySet<PageMove['kind']> = new Set(['type', 'read', 'home']);

/**
 * Keeps a snapshot in step with the workspace: fetched again whenever the server says something
 * changed. Moves are sent one after the other, so that words typed arrive before the form they are in.
 */
export function useWorkspace(person: string): WorkspaceInHand {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [reachable, setReachable] = useState(true);
  const [inHand, setInHand] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(person);
  latest.current = person;

  const refresh = useCallback(async () => {
    try {
      const next = await fetchSnapshot(latest.current);
      // An answer for somebody the visitor no longer is would flash up another person's screen.
      if (latest.current === '' || next.me === latest.current) setSnapshot(next);
      setReachable(true);
    } catch {
      setReachable(false);
    }
  }, []);

  useEffect(() => {
    let fetching = false;
    let again = false;
    const heed = async () => {
      again = true;
      if (fetching) return;
      fetching = true;
      while (again) {
        again = false;
        await refresh();
      }
      fetching = false;
    };
    const live = new EventSource('/page/live');
    live.onmessage = () => void heed();
    live.onerror = () => setReachable(false);
    return () => live.close();
  }, [refresh]);

  // Another person sees another screen.
  useEffect(() => void refresh(), [person, refresh]);

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.current.then(work);
    queue.current = done.catch(() => undefined);
    return done;
  }, []);

  const move = useCallback(
    async (made: PageMove) => {
      const quiet = QUIET.has(made.kind);
      if (!quiet) setInHand((count) => count + 1);
      // Whoever makes the move made it, though the visitor may be somebody else when its turn comes.
      const who = latest.current;
      const answer = await inTurn(() => postMove(who, made));
      if (!quiet) {
        await refresh();
        setInHand((count) => count - 1);
      }
      return answer;
    },
    [inTurn, refresh],
  );

  const control = useCallback(
    async (asked: PageControl) => {
      const answer = await postControl(asked);
      await refresh();
      return answer;
    },
    [refresh],
  );

  return { snapshot, reachable, busy: inHand > 0, move, control };
}
