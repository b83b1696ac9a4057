import { html } from 'htm/preact';
import type { ElementParts } from './element-parts.ts';
import { fieldNaming } from './naming.ts';
import { placeOf } from './place.ts';

/** Where Slack takes files. People upload none here, which it says rather than seem to be at fault. */
export function FileInput(parts: ElementParts) {
  const { domId, marks } = placeOf(parts);
  return html`<div ...${marks}>
    <input id=${domId} type="file" disabled ...${fieldNaming(parts)} />
    <p class="input-hint">Files are not taken here: nobody uploads any in the local Slack.</p>
  </div>`;
}
