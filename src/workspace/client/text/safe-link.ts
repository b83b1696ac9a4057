import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';

const SAFE = /^(https?:\/\/|mailto:)/i;
const BARE = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/g;

/** A link that opens apart; an address that is neither web nor mail is only text. */
export function SafeLink({ url, children }: { url: string; children?: ComponentChildren }) {
  if (!SAFE.test(url)) return html`<span>${children}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer" title=${url}>${children}</a>`;
}

/** Text with its bare web addresses made into links, as Slack does unless told not to. */
export const linkified = (text: string): unknown =>
  text
    .split(BARE)
    .map((part, index) => (index % 2 === 1 ? html`<${SafeLink} url=${part}>${part}<//>` : part));
