import { z } from 'zod';

const typed = z.object({
  view: z.object({ id: z.string(), hash: z.string() }),
  actions: z.tuple([z.object({ action_ts: z.string(), block_id: z.string() })]).rest(z.unknown()),
});

/** A window as it stood when it was last drawn. */
interface Drawn {
  readonly id: string;
  readonly hash: string;
}

export interface TypingOrder {
  /** The field somebody has just changed; null for news that something later has overtaken. */
  readonly fieldOf: (body: unknown) => string | null;
  /** Nothing that was typed in this window before it was drawn anew counts any more. */
  readonly close: (view: Drawn) => void;
}

// As many windows as may be open at once, and then some.
const MOST_WINDOWS = 500;

/**
 * Two connections may bring what was typed out of its order, and an older letter must not undo a newer
 * one. Remembered in memory: what is under way when MOPAC stops is not delivered again.
 */
export const createTypingOrder = (): TypingOrder => {
  const latest = new Map<string, number>();
  const remember = (window: string, at: number): void => {
    latest.delete(window);
    latest.set(window, at);
    const [oldest] = latest.keys();
    if (latest.size > MOST_WINDOWS && oldest !== undefined) latest.delete(oldest);
  };
  const nameOf = ({ id, hash }: Drawn): string => `${id}/${hash}`;
  return {
    fieldOf: (body) => {
      const read = typed.safeParse(body);
      if (!read.success) return null;
      const [{ action_ts: sent, block_id: field }] = read.data.actions;
      const window = nameOf(read.data.view);
      const at = Number(sent);
      if (at <= (latest.get(window) ?? -1)) return null;
      remember(window, at);
      return field;
    },
    close: (view) => remember(nameOf(view), Number.POSITIVE_INFINITY),
  };
};
