import { html } from 'htm/preact';
import { useId, useRef } from 'preact/hooks';
import type { ViewShown } from '../../page/protocol.ts';
import type { BlockContext } from '../blocks/block-context.ts';
import { BlockList } from '../blocks/block-list.ts';
import { useInHand } from '../blocks/elements/use-in-hand.ts';
import { Avatar } from '../shell/avatar.ts';
import { useFaults, useReturn, useStart } from './modal-focus.ts';
import { shortened } from './shortened.ts';
import { SubmitButton } from './submit-button.ts';

interface ModalViewParts {
  readonly view: ViewShown;
  /** How many modals are stacked, this one included. */
  readonly depth: number;
  readonly context: BlockContext;
  readonly appName: string;
  /** What Slack says when it could not hand the form over; null when there is nothing to say. */
  readonly notice: string | null;
  /** Sends the form; resolves when what came of it shows. */
  readonly onSubmit: () => Promise<void>;
  /** Cancel closes this modal, the X every one. */
  readonly onClose: (all: boolean) => void;
}

/** A modal in front of Slack. What stands beside Slack can still be used, so the page is not held. */
export function ModalView(parts: ModalViewParts) {
  useReturn();
  return html`<${Modal} key=${parts.view.id} ...${parts} />`;
}

function Modal({ view, depth, context, appName, notice, onSubmit, onClose }: ModalViewParts) {
  const titleId = useId();
  const [sending, begin] = useInHand();
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useStart(view, body, heading);
  useFaults(view, sending, body);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!sending && view.submitLabel !== null) begin(onSubmit);
  };
  const heedKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // A field that is left tells what was typed in it, which comes before the closing.
    (event.target as HTMLElement | null)?.blur();
    onClose(true);
  };
  return html`<div class="modal-layer" tabindex="-1" onKeyDown=${heedKey}>
    <dialog open class="modal" aria-labelledby=${titleId} data-callback-id=${view.callbackId}>
      <form class="modal-form" method="dialog" novalidate onSubmit=${submit}>
        <div class="modal-head">
          ${
            depth > 1 &&
            html`<button type="button" class="close" aria-label="Back" onClick=${() => onClose(false)}>
              <span aria-hidden="true">←</span>
            </button>`
          }
          <${Avatar} id="" name=${appName} app=${true} />
          <div class="modal-title">
            <h2 id=${titleId} ref=${heading} tabindex="-1">${shortened(view.title)}</h2>
            <p class="modal-app">${appName}</p>
          </div>
          <button type="button" class="close modal-close" aria-label="Close" onClick=${() => onClose(true)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
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
    </dialog>
  </div>`;
}
