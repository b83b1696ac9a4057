import { html } from 'htm/preact';
import { field, isRecord } from '../../json.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockParts, NestingParts } from './block-parts.ts';
import { Element } from './elements/element.ts';
import { Picture } from './media.ts';
import { neededRecords } from './needed.ts';

const CARD_NEEDS = ['hero_image', 'title', 'body', 'actions'];

/** A card: a picture, a title, words and up to three buttons. */
export function CardBlock({ block, context }: BlockParts) {
  if (CARD_NEEDS.every((key) => field(block, key) === undefined)) throw new Error('an empty card');
  const line = (key: string, kind: string) => {
    const text = field(block, key);
    return (
      text !== undefined &&
      html`<p class=${kind}><${TextObject} text=${text} context=${context} /></p>`
    );
  };
  const [hero, icon] = [field(block, 'hero_image'), field(block, 'icon')];
  const actions = field(block, 'actions') === undefined ? [] : neededRecords(block, 'actions');
  return html`<div class="block card">
    ${isRecord(hero) && html`<${Picture} image=${hero} />`}
    <div class="card-head">
      ${isRecord(icon) && html`<${Picture} image=${icon} />`}
      <div>${line('title', 'card-title')} ${line('subtitle', 'card-quiet')}</div>
    </div>
    ${line('body', 'card-body')} ${line('subtext', 'card-quiet')}
    ${
      actions.length > 0 &&
      html`<div class="actions">
        ${actions.map(
          (element, index) => html`<${Element}
            key=${index}
            block=${block}
            element=${element}
            context=${context}
          />`,
        )}
      </div>`
    }
  </div>`;
}

/** Cards in a row that scrolls. */
export function CarouselBlock({ block, list }: NestingParts) {
  const cards = neededRecords(block, 'elements');
  return html`<div
    class="block carousel"
    role="region"
    aria-label=${`${cards.length} ${cards.length === 1 ? 'card' : 'cards'}`}
    tabindex="0"
  >
    ${list(cards)}
  </div>`;
}
