const MARK = 'data-marked';

/** What was last brought into sight; it is not dragged back when the reader scrolls away. */
let shown: Element | undefined;

/**
 * Marks the last element in sight that a selector finds, and shows it; the answer takes the mark off.
 * Where all it finds is folded away, what unfolds it is marked instead.
 */
export function markElement(selector: string | null): () => void {
  const element = selector === null ? undefined : whatToMark(selector);
  element?.setAttribute(MARK, '');
  if (element !== shown) element?.scrollIntoView({ block: 'nearest' });
  shown = element;
  return () => element?.removeAttribute(MARK);
}

function whatToMark(selector: string): Element | undefined {
  const found = [...document.querySelectorAll(selector)];
  // The newest message is the one meant where several have the same button.
  return found.findLast(isVisible) ?? openers().find((opener) => found.some(isFoldedBy(opener)));
}

const isVisible = (element: Element): boolean => element.checkVisibility();

const openers = (): readonly Element[] =>
  [...document.querySelectorAll('[aria-controls]')].filter(isVisible);

const isFoldedBy =
  (opener: Element) =>
  (folded: Element): boolean =>
    document.getElementById(opener.getAttribute('aria-controls') ?? '')?.contains(folded) ?? false;
