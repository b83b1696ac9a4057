/** What people told the app by typing, as long as the app has not taken it. */
export interface Underway {
  add(personId: string, sent: readonly Promise<unknown>[]): void;
  /** Resolves when everything a person told so far was acknowledged or given up. */
  taken(personId: string): Promise<void>;
}

/** Nobody has told anything. */
export function createUnderway(): Underway {
  const waiting = new Map<string, Set<Promise<unknown>>>();
  const of = (personId: string): Set<Promise<unknown>> => {
    const found = waiting.get(personId) ?? new Set();
    waiting.set(personId, found);
    return found;
  };
  return {
    add(personId, sent) {
      for (const each of sent) {
        of(personId).add(each);
        void each.finally(() => of(personId).delete(each));
      }
    },
    async taken(personId) {
      await Promise.all(of(personId));
    },
  };
}
