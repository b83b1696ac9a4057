import { useEffect, useState } from 'preact/hooks';
import type { LogLine } from '../../page/protocol.ts';
import { isOnItsWay } from './log-line.ts';

interface LinesWanted {
  readonly logLength: number;
  readonly paused: boolean;
  readonly fetchLines: () => Promise<readonly LogLine[]>;
}

/** Lines come in bursts; one look when the burst is over is enough. */
const SETTLE_MS = 120;
/** An acknowledgement makes no line of its own, so it has to be looked for. */
const LOOK_AGAIN_MS = 500;

/** The lines of the log, newest first, fetched again when it has grown unless paused. */
export function useLines({ logLength, paused, fetchLines }: LinesWanted): readonly LogLine[] {
  const [lines, setLines] = useState<readonly LogLine[] | null>(null);
  useEffect(() => {
    if (paused) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      // The top bar says when the workspace cannot be reached; the lines in hand stay.
      const found = await fetchLines().catch(() => null);
      // A later look may have been answered first.
      if (isOver || found === null) return;
      setLines(found);
      if (found.some(isOnItsWay)) timer = setTimeout(look, LOOK_AGAIN_MS);
    };
    timer = setTimeout(look, lines === null ? 0 : SETTLE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [logLength, paused, fetchLines]);
  return lines ?? [];
}
