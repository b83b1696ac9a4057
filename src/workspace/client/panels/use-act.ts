import { useState } from 'preact/hooks';
import type { MoveAnswer, PageControl } from '../../page/protocol.ts';

/** Something asked of the workspace itself, and what came of it. */
export interface Acting {
  readonly busy: boolean;
  /** Why the last thing asked could not be done; null when it was. */
  readonly refusal: string | null;
  act(control: PageControl): Promise<MoveAnswer>;
}

/** Asks one thing at a time and keeps what was answered. */
export function useAct(ask: (control: PageControl) => Promise<MoveAnswer>): Acting {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    busy,
    refusal,
    async act(control) {
      setBusy(true);
      setRefusal(null);
      const answer = await ask(control);
      setRefusal(answer.notice);
      setBusy(false);
      return answer;
    },
  };
}
