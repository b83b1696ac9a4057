import { html } from 'htm/preact';
import type { Names } from '../blocks/block-context.ts';

/** Somebody named in text; the reader's own name stands out. */
export function PersonMention({ id, names }: { id: string; names: Names }) {
  const kind = id === names.me ? 'mention mention-me' : 'mention';
  return html`<span class=${kind}>@${names.people[id] ?? id}</span>`;
}

/** A channel named in text. */
export function ChannelMention({ id, names }: { id: string; names: Names }) {
  return html`<span class="mention">#${names.channels[id] ?? id}</span>`;
}

/** A mention that notifies many: `@here`, `@channel`, a group. */
export function GroupMention({ name }: { name: string }) {
  return html`<span class="mention mention-me">@${name}</span>`;
}
