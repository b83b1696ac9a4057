const MARK = 'data-marked';

/** Marks the last element in sight that a selector finds, and shows it; the answer takes the mark off. */
export function markElement(selector: string | null): () => void {
  if (selector === null) return () => undefined;
  // The newest message is the one meant where several have the same button.
  const element = [...document.querySelectorAll(selector)].findLast((each) =>
    each.checkVisibility(),
  );
  if (!element) return () => undefined;
  const fresh = !element.hasAttribute(MARK);
  element.setAttribute(MARK, '');
  if (fresh && !isInSight(element)) element.scrollIntoView({ block: 'nearest' });
  return () => element.removeAttribute(MARK);
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
