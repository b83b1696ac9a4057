import { useState } from 'preact/hooks';

/** Whether a move that was made here is still under way, and how to make one. */
export function useInHand(): readonly [boolean, (move: () => Promise<unknown>) => void] {
  const [underWay, setUnderWay] = useState(0);
  const begin = (move: () => Promise<unknown>) => {
    setUnderWay((count) => count + 1);
    void move().finally(() => setUnderWay((count) => count - 1));
  };
  return [underWay > 0, begin];
}
