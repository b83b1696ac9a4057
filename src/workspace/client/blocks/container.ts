import { html } from 'htm/preact';
import { useId, useState } from 'preact/hooks';
import { field, isRecord, type Json, textField } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockContext } from './block-context.ts';
import type { NestingParts } from './block-parts.ts';
import { Picture } from './media.ts';
import { neededRecords } from './needed.ts';
import { RichWords } from './rich-words.ts';

const WIDTHS = new Set(['narrow', 'standard', 'wide', 'full']);

/** Blocks in a frame with a title, which may fold away. */
export function ContainerBlock({ block, context, list }: NestingParts) {
  const collapsible = field(block, 'is_collapsible') === true;
  const [open, setOpen] = useState(!(collapsible && field(block, 'default_collapsed') === true));
  const id = useId();
  const [icon, subtitle] = [field(block, 'icon'), field(block, 'subtitle')];
  const asked = textField(block, 'width') ?? '';
  const width = WIDTHS.has(asked) ? asked : 'standard';
  const divided = !collapsible && field(block, 'has_header_divider') === true;
  const title = titleOf(block, context);
  return html`<div class=${`block container container-${width}`}>
    <div class=${divided ? 'card-head divided' : 'card-head'}>
      ${isRecord(icon) && html`<${Picture} image=${icon} />`}
      <div>
        <p class="container-title">
          ${
            collapsible
              ? html`<button
                  type="button"
                  aria-expanded=${open}
                  aria-controls=${id}
                  onClick=${() => setOpen(!open)}
                >
                  <span aria-hidden="true">${open ? '▾' : '▸'}</span> ${title}
                </button>`
              : title
          }
        </p>
        ${
          subtitle !== undefined &&
          html`<p class="card-quiet"><${TextObject} text=${subtitle} context=${context} /></p>`
        }
      </div>
    </div>
    <div id=${id} hidden=${!open}>${list(neededRecords(block, 'child_blocks'))}</div>
  </div>`;
}

/** The title in rich text comes before the one in plain text. */
function titleOf(block: Json, context: BlockContext): unknown {
  const rich = field(block, 'rich_text_title');
  if (rich === undefined)
    return html`<${TextObject} text=${field(block, 'title')} context=${context} />`;
  return neededRecords(rich, 'elements').map(
    (part, index) =>
      html`<${RichWords} key=${index} elements=${field(part, 'elements')} context=${context} />`,
  );
}
