import { html } from 'htm/preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface AskFirstParts {
  /** The words on the button that asks. */
  readonly ask: string;
  /** What the button is called where its words alone would not tell. */
  readonly name?: string;
  /** What cannot be undone, in a sentence. */
  readonly warning: string;
  readonly keep: string;
  readonly go: string;
  readonly busy: boolean;
  readonly onGo: () => void;
}

/** A button for what cannot be undone: it says so, and asks, before it does anything. */
export function AskFirst({ ask, name, warning, keep, go, busy, onGo }: AskFirstParts) {
  const [asking, setAsking] = useState(false);
  const turned = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  const id = useId();
  // The button that was pressed is gone, so the one that stands in its place takes the focus.
  useEffect(() => {
    if (turned.current) first.current?.focus();
  }, [asking]);
  const turn = (next: boolean) => {
    turned.current = true;
    setAsking(next);
  };
  if (!asking) {
    return html`<button
      key="ask"
      ref=${first}
      type="button"
      class="button button-default"
      aria-label=${name}
      onClick=${() => turn(true)}
    >
      ${ask}
    </button>`;
  }
  return html`<div key="sure" class="ask-first" role="group" aria-labelledby=${id}>
    <p id=${id}>${warning}</p>
    <div class="dialog-buttons">
      <button
        ref=${first}
        type="button"
        class="button button-default"
        aria-describedby=${id}
        onClick=${() => turn(false)}
      >
        ${keep}
      </button>
      <button
        type="button"
        class="button button-danger"
        aria-disabled=${busy}
        onClick=${() => {
          if (busy) return;
          turn(false);
          onGo();
        }}
      >
        ${go}
      </button>
    </div>
  </div>`;
}
