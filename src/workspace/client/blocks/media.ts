import { html } from 'htm/preact';
import { field, type Json, textField } from '../../json.ts';
import { SafeLink } from '../text/safe-link.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockParts } from './block-parts.ts';
import { neededText } from './needed.ts';

/** An address on the page's own host: "//" and "/\" would lead to another. */
const OWN_HOST = /^\/(?![/\\])/;

/** A picture. The page asks no other host for anything, so one from elsewhere is named, not loaded. */
export function Picture({ image }: { image: Json }) {
  const url = textField(image, 'image_url') ?? textField(image, 'url') ?? '';
  const words = textField(image, 'alt_text') ?? '';
  if (OWN_HOST.test(url)) return html`<img class="picture" src=${url} alt=${words} />`;
  const name = words || url || 'A picture';
  return html`<span class="picture picture-elsewhere" role="img" aria-label=${name} title=${url}>
    🖼 ${name}
  </span>`;
}

/** A picture with its title. */
export function ImageBlock({ block, context }: BlockParts) {
  const title = field(block, 'title');
  neededText(block, 'alt_text');
  return html`<figure class="block image-block">
    ${
      title !== undefined &&
      html`<figcaption><${TextObject} text=${title} context=${context} /></figcaption>`
    }
    <${Picture} image=${block} />
  </figure>`;
}

/** A film: its title, whose it is, what it is about and where to watch it. */
export function VideoBlock({ block, context }: BlockParts) {
  const url = textField(block, 'title_url') ?? textField(block, 'video_url') ?? '';
  const description = field(block, 'description');
  const from = [textField(block, 'author_name'), textField(block, 'provider_name')]
    .filter((name) => name !== undefined)
    .join(' · ');
  return html`<div class="block card">
    <p class="card-title">
      <${SafeLink} url=${url}><${TextObject} text=${field(block, 'title')} context=${context} /><//>
    </p>
    ${from !== '' && html`<p class="card-quiet">${from}</p>`}
    ${
      description !== undefined &&
      html`<p><${TextObject} text=${description} context=${context} /></p>`
    }
    <p class="video-still" role="img" aria-label=${textField(block, 'alt_text') ?? 'Video'}>
      ▶ ${textField(block, 'alt_text') ?? 'Video'}
    </p>
  </div>`;
}

/** A file kept elsewhere. */
export function FileBlock({ block }: BlockParts) {
  return html`<p class="block card">
    <span aria-hidden="true">📄</span> Remote file ${neededText(block, 'external_id')}
  </p>`;
}
