import { html } from 'htm/preact';
import { shortened } from './shortened.ts';

interface SubmitButtonParts {
  readonly label: string;
  /** True while the app has yet to answer. */
  readonly waiting: boolean;
}

/** Sends the form. It is held, but not lost to the keyboard, while the app has yet to answer. */
export function SubmitButton({ label, waiting }: SubmitButtonParts) {
  return html`<button type="submit" class="button button-primary" aria-disabled=${waiting}>
    ${waiting && html`<span class="spinner" aria-hidden="true"></span>`}${shortened(label)}
    ${waiting && html`<span class="hidden-words" role="status">Sending…</span>`}
  </button>`;
}
