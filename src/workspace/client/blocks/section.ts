import { html } from 'htm/preact';
import { field, isRecord } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockParts } from './block-parts.ts';
import { Element } from './elements/element.ts';
import { Folding } from './folding.ts';
import { neededRecords } from './needed.ts';

/** A paragraph, its fields in two columns, and one thing beside it. */
export function SectionBlock({ block, context }: BlockParts) {
  const text = field(block, 'text');
  const accessory = field(block, 'accessory');
  const fields = field(block, 'fields') === undefined ? [] : neededRecords(block, 'fields');
  if (text === undefined && fields.length === 0) throw new Error('a section of nothing');
  const words =
    text !== undefined && html`<p><${TextObject} text=${text} context=${context} /></p>`;
  // Slack folds tall text in messages unless the app asks it not to.
  const folds = words && context.surface === 'message' && field(block, 'expand') !== true;
  return html`<div class="block section">
    <div class="section-words">
      ${folds ? html`<${Folding}>${words}<//>` : words}
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
