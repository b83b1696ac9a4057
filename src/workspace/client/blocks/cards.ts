import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { field, isRecord, type Json, recordsField, textField } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockContext } from './block-context.ts';
import { Element } from './elements/element.ts';
import { Picture } from './media.ts';

interface BlockParts {
  readonly block: Json;
  readonly context: BlockContext;
  /** Draws the blocks inside this one. */
  readonly list: (blocks: readonly Json[]) => unknown;
}

/** A card: a picture, a title, words and up to three buttons. */
export function CardBlock({ block, context }: Omit<BlockParts, 'list'>) {
  const line = (key: string, kind: string) => {
    const text = field(block, key);
    return (
      isRecord(text) && html`<p class=${kind}><${TextObject} text=${text} context=${context} /></p>`
    );
  };
  const hero = field(block, 'hero_image');
  return html`<div class="block card">
    ${isRecord(hero) && html`<${Picture} image=${hero} />`} ${line('title', 'card-title')}
    ${line('subtitle', 'card-quiet')} ${line('body', 'card-body')} ${line('subtext', 'card-quiet')}
    <div class="actions">
      ${recordsField(block, 'actions').map(
        (element, index) => html`<${Element}
          key=${index}
          block=${block}
          element=${element}
          context=${context}
        />`,
      )}
    </div>
  </div>`;
}

/** Cards in a row that scrolls. */
export function CarouselBlock({ block, list }: BlockParts) {
  return html`<div class="block carousel" role="region" aria-label="Cards" tabindex="0">
    ${list(recordsField(block, 'elements'))}
  </div>`;
}

/** Blocks in a frame with a title, which may fold away. */
export function ContainerBlock({ block, context, list }: BlockParts) {
  const collapsible = field(block, 'is_collapsible') === true;
  const [open, setOpen] = useState(!(collapsible && field(block, 'default_collapsed') === true));
  const rich = field(block, 'rich_text_title');
  const title = isRecord(field(block, 'title')) ? field(block, 'title') : rich;
  const words = html`<${TextObject} text=${title} context=${context} />`;
  const subtitle = field(block, 'subtitle');
  const id = `${context.prefix}-${textField(block, 'block_id') ?? 'container'}`;
  return html`<div class="block container">
    ${
      collapsible
        ? html`<button
            type="button"
            class="container-title"
            aria-expanded=${open}
            aria-controls=${id}
            onClick=${() => setOpen(!open)}
          >
            <span aria-hidden="true">${open ? '▾' : '▸'}</span> ${words}
          </button>`
        : html`<p class="container-title">${words}</p>`
    }
    ${isRecord(subtitle) && html`<p class="card-quiet"><${TextObject} text=${subtitle} context=${context} /></p>`}
    <div id=${id} hidden=${!open}>
      ${list(recordsField(block, 'child_blocks'))}
    </div>
  </div>`;
}
