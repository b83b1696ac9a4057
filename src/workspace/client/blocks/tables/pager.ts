import { html } from 'htm/preact';

interface PagerParts {
  /** The page shown, from nought. */
  readonly page: number;
  /** Rows a page. */
  readonly size: number;
  /** Rows in all. */
  readonly count: number;
  /** What is paged through. */
  readonly of: string;
  readonly onPage: (page: number) => void;
}

/** Which rows are shown, and the way to the others. */
export function Pager({ page, size, count, of, onPage }: PagerParts) {
  const from = page * size;
  const to = Math.min(count, from + size);
  return html`<div class="pager" role="group" aria-label=${`Pages of ${of}`}>
    <${Turn} words="Previous" to=${page === 0 ? null : page - 1} onPage=${onPage} />
    <span role="status">${from + 1}–${to} of ${count}</span>
    <${Turn} words="Next" to=${to >= count ? null : page + 1} onPage=${onPage} />
  </div>`;
}

interface TurnParts {
  readonly words: string;
  /** The page it leads to; null where there is none. It stays in place then, so that focus is kept. */
  readonly to: number | null;
  readonly onPage: (page: number) => void;
}

function Turn({ words, to, onPage }: TurnParts) {
  return html`<button
    type="button"
    aria-disabled=${to === null}
    onClick=${() => to !== null && onPage(to)}
  >
    ${words}
  </button>`;
}
