import { html } from 'htm/preact';
import { field, isRecord, type Json, recordsField, textField } from '../../json.ts';
import { SafeLink } from '../text/safe-link.ts';
import { TextObject } from '../text/text-object.ts';
import type { BlockContext } from './block-context.ts';
import { RichTextBlock } from './rich-text.ts';

interface BlockParts {
  readonly block: Json;
  readonly context: BlockContext;
}

/** A picture. The page asks no other host for anything, so one from elsewhere is named, not loaded. */
export function Picture({ image }: { image: Json }) {
  const url = textField(image, 'image_url') ?? textField(image, 'url') ?? '';
  const words = textField(image, 'alt_text') ?? '';
  if (url.startsWith('/')) return html`<img class="picture" src=${url} alt=${words} />`;
  return html`<span class="picture picture-elsewhere" role="img" aria-label=${words} title=${url}>
    🖼 ${words || url}
  </span>`;
}

/** A picture with its title. */
export function ImageBlock({ block, context }: BlockParts) {
  const title = field(block, 'title');
  return html`<figure class="block">
    ${isRecord(title) && html`<figcaption><${TextObject} text=${title} context=${context} /></figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
}

/** A film: its title, whose it is, and where to watch it. */
export function VideoBlock({ block, context }: BlockParts) {
  const url = textField(block, 'title_url') ?? textField(block, 'video_url') ?? '';
  return html`<div class="block card">
    <p class="card-title">
      ▶ <${SafeLink} url=${url}><${TextObject} text=${field(block, 'title')} context=${context} /><//>
    </p>
    <p class="card-quiet">${textField(block, 'author_name') ?? ''}</p>
    <${TextObject} text=${field(block, 'description')} context=${context} />
  </div>`;
}

/** A file kept elsewhere. */
export function FileBlock({ block }: BlockParts) {
  return html`<p class="block card">📄 File ${textField(block, 'external_id') ?? ''}</p>`;
}

/** A piece of work and how far it is. */
export function TaskCardBlock({ block, context }: BlockParts) {
  const status = (textField(block, 'status') ?? '').replaceAll('_', ' ');
  return html`<div class="block card">
    <p class="card-title">${textField(block, 'title') ?? ''}</p>
    <p class="card-quiet">${status}</p>
    ${['details', 'output'].map((key) => {
      const text = field(block, key);
      return (
        isRecord(text) && html`<${RichTextBlock} key=${key} block=${text} context=${context} />`
      );
    })}
  </div>`;
}

/** Pieces of work in order. */
export function PlanBlock({ block, context }: BlockParts) {
  return html`<div class="block card">
    <p class="card-title">${textField(block, 'title') ?? ''}</p>
    ${recordsField(block, 'tasks').map(
      (task, index) => html`<${TaskCardBlock} key=${index} block=${task} context=${context} />`,
    )}
  </div>`;
}
