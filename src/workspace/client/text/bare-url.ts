const URL_LIKE = /https?:\/\/(?:(?!&[lg]t;)[^\s<>|"`])+/iy;
/** What ends a sentence or an emphasis rather than an address. */
const AFTER_URL = new Set(".,;:!?'*_~]}");

/** The web address that begins here in some source, or null; what only follows it is left out. */
export function bareUrlAt(source: string, start: number): string | null {
  if (/[\p{L}\p{N}]/u.test(source.charAt(start - 1))) return null;
  URL_LIKE.lastIndex = start;
  const [found = ''] = URL_LIKE.exec(source) ?? [];
  // A bracket belongs to it only where it closes one of its own, as in ".../Barnet_(surname)".
  let unopened = found.split(')').length - found.split('(').length;
  let end = found.length;
  while (end > 0 && isAfter(found, end, unopened)) {
    if (found.charAt(end - 1) === ')') unopened -= 1;
    end -= 1;
  }
  const url = found.slice(0, end);
  return /:\/\/./.test(url) ? url : null;
}

function isAfter(found: string, end: number, unopened: number): boolean {
  const last = found.charAt(end - 1);
  if (last === ')') return unopened > 0;
  return AFTER_URL.has(last) && !(last === ';' && found.endsWith('&amp;', end));
}
