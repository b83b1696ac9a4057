import { html } from 'htm/preact';
import type { Names } from '../blocks/block-context.ts';

interface MentionParts {
  readonly id: string;
  /** The name the app gave, shown where the id is nobody's here. */
  readonly label?: string | null;
  readonly names: Names;
}

/** Somebody named in text; the reader's own name stands out. */
export function PersonMention({ id, label, names }: MentionParts) {
  const kind = id === names.me ? 'mention mention-me' : 'mention';
  return html`<span class=${kind}>@${nameIn(names.people, id) ?? without('@', label) ?? id}</span>`;
}

/** A channel named in text. */
export function ChannelMention({ id, label, names }: MentionParts) {
  return html`<span class="mention">#${nameIn(names.channels, id) ?? without('#', label) ?? id}</span>`;
}

/** A mention that notifies many: `@here`, `@channel`, a group. */
export function GroupMention({ name }: { name: string }) {
  return html`<span class="mention mention-me">@${name}</span>`;
}

// An id comes from the app, and may be called "constructor".
const nameIn = (names: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;

const without = (sign: string, label: string | null | undefined): string | undefined =>
  (label?.startsWith(sign) ? label.slice(1) : label) || undefined;
