import { html } from 'htm/preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Place } from './place.ts';

interface PopupParts {
  readonly domId: string;
  readonly marks: Place['marks'];
  /** Attributes of the button that opens it. */
  readonly attributes: object;
  /** What is on that button. */
  readonly face: unknown;
  /** Called each time it is opened. */
  readonly onOpen?: () => void;
  /** Draws what is in it. */
  readonly list: (close: () => void) => unknown;
}

/** A button that opens a box below it. Escape, a press elsewhere and leaving it close the box. */
export function Popup({ domId, marks, attributes, face, onOpen, list }: PopupParts) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!open) return undefined;
    const heed = ({ target }: Event) => {
      if (!place.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', heed);
    return () => document.removeEventListener('pointerdown', heed);
  }, [open]);
  useLayoutEffect(() => {
    if (open && box.current) bringIntoSight(box.current);
  }, [open]);

  return html`<div
    class="popup-place"
    ref=${place}
    ...${marks}
    onKeyDown=${(event: KeyboardEvent) => {
      if (!open || event.key !== 'Escape') return;
      // Escape would close the modal around it as well.
      event.preventDefault();
      close();
    }}
    onFocusOut=${({ relatedTarget }: FocusEvent) => {
      if (relatedTarget && !place.current?.contains(relatedTarget as Node)) setOpen(false);
    }}
  >
    <button
      type="button"
      id=${domId}
      ref=${button}
      aria-expanded=${open}
      aria-controls=${`${domId}/list`}
      ...${attributes}
      onClick=${() => {
        setOpen(!open);
        if (!open) onOpen?.();
      }}
    >
      ${face}
    </button>
    <div class="popup" id=${`${domId}/list`} ref=${box} hidden=${!open}>${list(close)}</div>
  </div>`;
}

/** Turns the box to the side on which there is room, and puts the cursor in its search. */
function bringIntoSight(box: HTMLElement): void {
  box.classList.remove('popup-leftwards');
  const { right } = box.getBoundingClientRect();
  box.classList.toggle('popup-leftwards', right > edgeOf(box));
  box.scrollIntoView({ block: 'nearest' });
  box.querySelector<HTMLElement>('input[type="search"]')?.focus({ preventScroll: true });
}

/** How far to the right something may reach before it is cut off, in pixels. */
function edgeOf(element: HTMLElement): number {
  for (let each = element.parentElement; each; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== 'visible') return each.getBoundingClientRect().right;
  }
  return document.documentElement.clientWidth;
}
