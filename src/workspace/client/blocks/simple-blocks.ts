import { html } from 'htm/preact';
import { field, isRecord, type Json, numberField, recordsField, textField } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockContext } from './block-context.ts';
import { Element } from './elements/element.ts';

interface BlockParts {
  readonly block: Json;
  readonly context: BlockContext;
}

/** A paragraph, its fields in two columns, and one thing beside it. */
export function SectionBlock({ block, context }: BlockParts) {
  const text = field(block, 'text');
  const fields = recordsField(block, 'fields');
  const accessory = field(block, 'accessory');
  return html`<div class="block section">
    <div class="section-words">
      ${isRecord(text) && html`<p><${TextObject} text=${text} context=${context} /></p>`}
      ${
        fields.length > 0 &&
        html`<div class="section-fields">
          ${fields.map((each, index) => html`<p key=${index}><${TextObject} text=${each} context=${context} /></p>`)}
        </div>`
      }
    </div>
    ${
      isRecord(accessory) &&
      html`<div class="section-accessory">
        <${Element} block=${block} element=${accessory} context=${context} />
      </div>`
    }
  </div>`;
}

/** A title; messages and views have their own headings above it, so it starts at the fourth rank. */
export function HeaderBlock({ block, context }: BlockParts) {
  const rank = Math.min(6, 3 + (numberField(block, 'level') ?? 1));
  const words = html`<${TextObject} text=${field(block, 'text')} context=${context} />`;
  return html`<${`h${rank}`} class=${`block header header-${rank - 3}`}>${words}<//>`;
}

/** Small print: texts and small pictures in a row. */
export function ContextBlock({ block, context }: BlockParts) {
  return html`<div class="block context">
    ${recordsField(block, 'elements').map((element, index) =>
      textField(element, 'type') === 'image'
        ? html`<${Element} key=${index} block=${block} element=${element} context=${context} />`
        : html`<p key=${index}><${TextObject} text=${element} context=${context} /></p>`,
    )}
  </div>`;
}

/** A rule across the message. */
export function DividerBlock() {
  return html`<hr class="block divider" />`;
}

/** A row of things to press or pick. */
export function ActionsBlock({ block, context }: BlockParts) {
  return html`<div class="block actions">
    ${recordsField(block, 'elements').map(
      (element, index) => html`<${Element}
        key=${textField(element, 'action_id') ?? index}
        block=${block}
        element=${element}
        context=${context}
      />`,
    )}
  </div>`;
}

const ALERTS: Readonly<Record<string, readonly [sign: string, word: string]>> = {
  info: ['ℹ', 'Information'],
  warning: ['⚠', 'Warning'],
  error: ['⛔', 'Error'],
  success: ['✔', 'Done'],
};

/** A notice in a view; its weight is said in a word, not by colour alone. */
export function AlertBlock({ block, context }: BlockParts) {
  const level = textField(block, 'level') ?? 'default';
  const [sign, word] = ALERTS[level] ?? ['•', 'Note'];
  return html`<div class=${`block alert alert-${level}`} role="note">
    <span class="alert-sign" aria-hidden="true">${sign}</span>
    <span class="hidden-words">${word}: </span>
    <${TextObject} text=${field(block, 'text')} context=${context} />
  </div>`;
}
