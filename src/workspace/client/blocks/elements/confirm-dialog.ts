import { html } from 'htm/preact';
import { useId } from 'preact/hooks';
import { field, textField } from '../../../json.ts';
import { TextObject } from '../../text/text-object.ts';
import type { BlockContext } from '../block-context.ts';
import { wordsUnder } from './place.ts';
import { useDialog } from './use-dialog.ts';

interface ConfirmDialogParts {
  /** Slack's confirmation dialog object. */
  readonly confirm: unknown;
  readonly context: BlockContext;
  readonly onConfirm: () => void;
  readonly onDeny: () => void;
}

/** "Are you sure?", in the app's words. */
export function ConfirmDialog({ confirm, context, onConfirm, onDeny }: ConfirmDialogParts) {
  const dialog = useDialog(onDeny);
  const id = useId();
  const danger = textField(confirm, 'style') === 'danger';
  return html`<dialog
    ...${dialog}
    class="confirm"
    role="alertdialog"
    aria-labelledby=${`${id}-title`}
    aria-describedby=${`${id}-text`}
  >
    <h2 id=${`${id}-title`}>${wordsUnder(confirm, 'title')}</h2>
    <p id=${`${id}-text`}><${TextObject} text=${field(confirm, 'text')} context=${context} /></p>
    <div class="dialog-buttons">
      <button type="button" class="button button-default" onClick=${onDeny}>
        ${wordsUnder(confirm, 'deny') || 'Cancel'}
      </button>
      <button
        type="button"
        class=${danger ? 'button button-danger' : 'button button-primary'}
        onClick=${onConfirm}
      >
        ${wordsUnder(confirm, 'confirm') || 'Yes'}
      </button>
    </div>
  </dialog>`;
}
