import { html } from 'htm/preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { ViewShown } from '../../page/protocol.ts';
import type { BlockContext } from '../blocks/block-context.ts';
import { BlockList } from '../blocks/block-list.ts';
import { useDialog } from '../blocks/elements/use-dialog.ts';
import { useInHand } from '../blocks/elements/use-in-hand.ts';
import { withEmoji } from '../text/emoji.ts';

interface ModalViewParts {
  readonly view: ViewShown;
  /** How many modals are stacked, this one included. */
  readonly depth: number;
  readonly context: BlockContext;
  readonly appName: string;
  /** What Slack says when it could not hand the form over; null when there is nothing to say. */
  readonly notice: string | null;
  readonly onSubmit: () => void;
  /** Cancel closes this modal, the X every one. */
  readonly onClose: (all: boolean) => void;
}

/** Slack shows this much of a title, and of a button in a modal. */
const SHOWN_CHARACTERS = 24;

/** A modal in front of the page. */
export function ModalView(parts: ModalViewParts) {
  const { view, depth, context, appName, notice, onSubmit, onClose } = parts;
  const dialog = useDialog(() => onClose(true));
  const titleId = useId();
  const [sending, begin] = useInHand(context.busy);
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useStart(view, body, heading);
  useFaults(view, sending, body);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!sending && view.submitLabel !== null) begin(onSubmit);
  };
  return html`<dialog
    ...${dialog}
    class="modal"
    aria-labelledby=${titleId}
    data-callback-id=${view.callbackId}
  >
    <form class="modal-form" method="dialog" novalidate onSubmit=${submit}>
      <header class="modal-head">
        ${
          depth > 1 &&
          html`<button type="button" class="close" aria-label="Back" onClick=${() => onClose(false)}>
            <span aria-hidden="true">←</span>
          </button>`
        }
        <div class="modal-title">
          <h2 id=${titleId} ref=${heading} tabindex="-1" title=${view.title}>${shortened(view.title)}</h2>
          <p class="modal-app">${appName}</p>
        </div>
        <button type="button" class="close modal-close" aria-label="Close" onClick=${() => onClose(true)}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div class="modal-body" ref=${body}>
        <${BlockList} blocks=${view.blocks} context=${context} />
      </div>
      <footer class="modal-foot">
        <p class="modal-notice" role="alert">${notice}</p>
        <div class="dialog-buttons">
          <button type="button" class="button button-default" onClick=${() => onClose(false)}>
            ${shortened(view.closeLabel ?? (view.submitLabel === null ? 'Close' : 'Cancel'))}
          </button>
          ${view.submitLabel !== null && html`<${SubmitButton} label=${view.submitLabel} waiting=${sending} />`}
        </div>
      </footer>
    </form>
  </dialog>`;
}

interface SubmitButtonParts {
  readonly label: string;
  /** True while the app has yet to answer. */
  readonly waiting: boolean;
}

/** Sends the form. It is held, but not lost to the keyboard, while the app has yet to answer. */
export function SubmitButton({ label, waiting }: SubmitButtonParts) {
  return html`<button type="submit" class="button button-primary" aria-disabled=${waiting}>
    ${waiting && html`<span class="spinner" aria-hidden="true"></span>`}${shortened(label)}
    ${waiting && html`<span class="hidden-words" role="status">Sending…</span>`}
  </button>`;
}

type At<T> = Readonly<{ current: T | null }>;

/** A view begins at its top, with its title or the field the app names; a field in use stays so. */
function useStart({ hash, callbackId }: ViewShown, body: At<HTMLElement>, heading: At<HTMLElement>) {
  const before = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash tells one content from the next
  useEffect(() => {
    const inUse = body.current?.contains(document.activeElement) === true;
    const sameForm = before.current === callbackId;
    before.current = callbackId;
    if (sameForm && inUse) return;
    body.current?.scrollTo(0, 0);
    const named = body.current?.querySelector<HTMLElement>('[autofocus]');
    (named ?? heading.current)?.focus();
  }, [hash, callbackId, body, heading]);
}

const FOCUSABLE = ['input', 'select', 'textarea', 'button']
  .map((tag) => `.input-faulty ${tag}:not([hidden] *)`)
  .join();

/** Leads to the first field in fault, each time a form comes back with faults. */
function useFaults({ errors }: ViewShown, sending: boolean, body: At<HTMLElement>) {
  const faulty = Object.keys(errors).join(' ');
  useEffect(() => {
    if (faulty !== '' && !sending) body.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }, [faulty, sending, body]);
}

function shortened(words: string): string {
  const letters = [...withEmoji(words)];
  return letters.length <= SHOWN_CHARACTERS
    ? letters.join('')
    : `${letters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
