import { html } from 'htm/preact';
import { field, numberField, textField } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockParts } from './block-parts.ts';
import { Element } from './elements/element.ts';
import { neededRecords } from './needed.ts';

/** Days are headings of the third rank in a conversation; a view has only its title above it. */
const FIRST_RANK = { message: 4, modal: 3, home: 3 } as const;

/** A title. */
export function HeaderBlock({ block, context }: BlockParts) {
  const level = Math.min(4, Math.max(1, Math.trunc(numberField(block, 'level') ?? 1)));
  const rank = Math.min(6, FIRST_RANK[context.surface] + level - 1);
  const words = html`<${TextObject} text=${field(block, 'text')} context=${context} />`;
  return html`<${`h${rank}`} class=${`block header header-${level}`}>${words}<//>`;
}

/** Small print: texts and small pictures in a row. */
export function ContextBlock({ block, context }: BlockParts) {
  return html`<div class="block context">
    ${neededRecords(block, 'elements').map((element, index) =>
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
    ${neededRecords(block, 'elements').map(
      (element, index) => html`<${Element}
        key=${textField(element, 'action_id') ?? index}
        block=${block}
        element=${element}
        context=${context}
      />`,
    )}
  </div>`;
}

/** The sign of each level, and its word, so that colour says nothing alone. */
const ALERTS: ReadonlyMap<string, readonly [sign: string, word: string]> = new Map([
  ['default', ['•', 'Note']],
  ['info', ['ℹ', 'Information']],
  ['warning', ['⚠', 'Warning']],
  ['error', ['⛔', 'Error']],
  ['success', ['✔', 'Done']],
]);

/** A notice in a view. */
export function AlertBlock({ block, context }: BlockParts) {
  const level = textField(block, 'level') ?? 'default';
  const [sign, word] = ALERTS.get(level) ?? ['•', level];
  return html`<div class=${`block alert alert-${level}`} role="note">
    <span class="alert-sign" aria-hidden="true">${sign}</span>
    <p>
      <strong class=${level === 'default' ? 'hidden-words' : null}>${word}: </strong>
      <${TextObject} text=${field(block, 'text')} context=${context} />
    </p>
  </div>`;
}
