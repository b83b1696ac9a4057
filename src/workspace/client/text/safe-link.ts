import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';

const SAFE = /^(?:https?:\/\/|mailto:)[^\s]/i;

/** True for the addresses that may become links: those of the web and of mailboxes. */
export const isSafeUrl = (url: string): boolean => SAFE.test(url);

/** A link that opens apart; an address that is neither web nor mail is only text. */
export function SafeLink({ url, children }: { url: string; children?: ComponentChildren }) {
  if (!isSafeUrl(url)) return html`<span>${children}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer" title=${url}>${children}</a>`;
}
