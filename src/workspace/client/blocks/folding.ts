import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Words of which the top is shown where they are tall, with a way to the rest. Tab never stops at a
 * link out of sight: one that is reached unfolds them.
 */
export function Folding({ children }: { children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const [tall, setTall] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => (open ? undefined : watchHeight(box.current, setTall)), [open]);
  return html`<div
      ref=${box}
      id=${id}
      class=${open ? 'folding' : 'folding folded'}
      onFocusCapture=${() => setOpen(true)}
    >
      <div>${children}</div>
    </div>
    ${
      tall &&
      html`<button
        type="button"
        class="see-more"
        aria-expanded=${open}
        aria-controls=${id}
        onClick=${() => setOpen(!open)}
      >
        ${open ? 'See less' : 'See more'}
      </button>`
    }`;
}

/** Tells whether more is inside a box than it shows, now and whenever that changes. */
function watchHeight(box: HTMLElement | null, tell: (tall: boolean) => void) {
  if (!box) return undefined;
  const measure = () => tell(box.scrollHeight > box.clientHeight + 1);
  measure();
  const watcher = new ResizeObserver(measure);
  for (const each of [box, ...box.children]) watcher.observe(each);
  return () => watcher.disconnect();
}
