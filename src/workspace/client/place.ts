import { useCallback, useEffect, useState } from 'preact/hooks';

/** Where the visitor is: as whom, in front of what, and in which thread. */
export interface Place {
  /** A person's id; empty before one is known. */
  readonly as: string;
  /** A conversation's id, or `home`; empty for the first conversation. */
  readonly at: string;
  /** The timestamp of the message whose thread is open; empty for none. */
  readonly thread: string;
}

const readPlace = (): Place => {
  const words = new URLSearchParams(location.hash.slice(1));
  return {
    as: words.get('as') ?? '',
    at: words.get('at') ?? '',
    thread: words.get('thread') ?? '',
  };
};

const writePlace = ({ as, at, thread }: Place): string =>
  `#${new URLSearchParams({ as, ...(at && { at }), ...(thread && { thread }) })}`;

/** The place is kept in the address, so that Back works and a reload comes back to it. */
export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const heed = () => setPlace(readPlace());
    addEventListener('hashchange', heed);
    return () => removeEventListener('hashchange', heed);
  }, []);
  const go = useCallback((change: Partial<Place>) => {
    const next = writePlace({ ...readPlace(), ...change });
    if (next !== location.hash) location.hash = next;
  }, []);
  return [place, go];
}
