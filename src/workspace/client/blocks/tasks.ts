import { html } from 'htm/preact';
import { field, type Json, recordsField, textField } from '../../json.ts';
import { SafeLink } from '../text/safe-link.ts';
import type { BlockParts } from './block-parts.ts';
import { neededRecords, neededText } from './needed.ts';
import { RichTextBlock } from './rich-text.ts';

/** The sign and the word for how far a piece of work is. */
const STATUSES: ReadonlyMap<string, readonly [sign: string, word: string]> = new Map([
  ['pending', ['○', 'Pending']],
  ['in_progress', ['◔', 'In progress']],
  ['complete', ['✔', 'Complete']],
  ['error', ['⛔', 'Error']],
]);

/** A piece of work, how far it is and what came of it. */
export function TaskCardBlock({ block, context }: BlockParts) {
  const status = neededText(block, 'status');
  const [sign, word] = STATUSES.get(status) ?? ['•', status];
  const sources = recordsField(block, 'sources');
  return html`<div class="block card">
    <p class="card-title">${neededText(block, 'title')}</p>
    <p class="card-quiet"><span aria-hidden="true">${sign}</span> ${word}</p>
    ${['details', 'output'].map((key) => {
      const text = field(block, key);
      return (
        text !== undefined && html`<${RichTextBlock} key=${key} block=${text} context=${context} />`
      );
    })}
    ${
      sources.length > 0 &&
      html`<ul class="task-sources">
        ${sources.map((source, index) => html`<li key=${index}><${Source} source=${source} /></li>`)}
      </ul>`
    }
  </div>`;
}

function Source({ source }: { source: Json }) {
  const url = textField(source, 'url') ?? '';
  return html`<${SafeLink} url=${url}>${textField(source, 'text') ?? url}<//>`;
}

/** Pieces of work in order. */
export function PlanBlock({ block, context }: BlockParts) {
  const tasks = field(block, 'tasks') === undefined ? [] : neededRecords(block, 'tasks');
  return html`<div class="block card plan">
    <p class="card-title">${neededText(block, 'title')}</p>
    <ol class="plan-tasks">
      ${tasks.map(
        (task, index) =>
          html`<li key=${index}><${TaskCardBlock} block=${task} context=${context} /></li>`,
      )}
    </ol>
  </div>`;
}
