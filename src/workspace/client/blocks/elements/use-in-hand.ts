import { useEffect, useState } from 'preact/hooks';

/** Whether a move that was made here is still under way, and how to make one. */
export function useInHand(busy: boolean): readonly [boolean, (move: () => void) => void] {
  const [made, setMade] = useState(false);
  useEffect(() => {
    if (!busy) setMade(false);
  }, [busy]);
  const begin = (move: () => void) => {
    setMade(true);
    move();
  };
  return [made && busy, begin];
}
