import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { MoveAnswer, PageControl, PageMove, Snapshot } from '../page/protocol.ts';
import { fetchSnapshot, postControl, postMove } from './api.ts';

/** The workspace as one person sees it, and what they can do in it. */
export interface WorkspaceInHand {
  readonly snapshot: Snapshot | null;
  /** False while the workspace cannot be reached. */
  readonly reachable: boolean;
  /** Makes a move; resolves when it is over and, unless it is made on the side, what came of it shows. */
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
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(person);
  latest.current = person;
  const asked = useRef(0);
  const shown = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    try {
      const next = await fetchSnapshot(latest.current);
      // Answers overtake each other; an older one would take away what a newer one brought.
      if (turn < shown.current) return;
      // An answer for somebody the visitor no longer is would flash up another person's screen.
      if (latest.current === '' || next.me === latest.current) {
        shown.current = turn;
        setSnapshot(next);
      }
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
      // Whoever makes the move made it, though the visitor may be somebody else when its turn comes.
      const who = latest.current;
      const answer = await inTurn(() => postMove(who, made));
      if (!QUIET.has(made.kind)) await refresh();
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

  return { snapshot, reachable, move, control };
}
