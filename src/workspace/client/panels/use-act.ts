import { useState } from 'preact/hooks';
import type { MoveAnswer, PageControl } from '../../page/protocol.ts';

/** Something asked of the workspace itself, and what came of it. */
export interface Acting {
  readonly busy: boolean;
  /** What was asked last, done or not; null before anything was. */
  readonly asked: PageControl['kind'] | null;
  /** Why the last thing asked could not be done; null when it was. */
  readonly refusal: string | null;
  /** Whether it was done. */
  act(control: PageControl): Promise<boolean>;
}

/** Asks something of the workspace and keeps what was answered. */
export function useAct(ask: (control: PageControl) => Promise<MoveAnswer>): Acting {
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<PageControl['kind'] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    busy,
    asked,
    refusal,
    async act(control) {
      setBusy(true);
      setAsked(control.kind);
      setRefusal(null);
      const { ok, notice } = await ask(control);
      setRefusal(notice);
      setBusy(false);
      return ok;
    },
  };
}
