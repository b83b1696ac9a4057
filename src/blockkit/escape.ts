/**
 * Text that is safe to stand in a `mrkdwn` object or in a message's top-level `text`.
 * It is an object, not a branded string, because the template below must be able to tell at run
 * time what has been escaped from what has not.
 */
class SafeMrkdwn {
  readonly text: string;
  readonly #escaped = true;

  constructor(text: string) {
    this.text = text;
  }

  static is(value: unknown): value is SafeMrkdwn {
    return typeof value === 'object' && value !== null && #escaped in value && value.#escaped;
  }

  toString(): string {
    return this.text;
  }
}

/** Escaped Slack markup; only `mrkdwn`, `escapeMrkdwn`, `joinMrkdwn` and `truncateEscaped` make it. */
export type Mrkdwn = SafeMrkdwn;

const ELLIPSIS = '…';

/**
 * What stands in for a formatting character a person typed. Slack has no way to escape these. A
 * zero-width space beside one is not safe: Markdown converters insert it to switch formatting on
 * in mid-word. A character that is not there cannot be read as markup by any parser.
 */
const INERT: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

// Between two letters or digits an underscore never formats, so addresses and file names survive.
const FORMATTING = /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|[*~`]/g;

// Slack reads `>` as a quotation at the start of a line even when it arrives as `&gt;`.
// One character class, so that a long run of spaces costs one pass and not a pass for each.
const LEADING_QUOTE = /^[[\s\p{Cf}]--[\n]]*>+/gmv;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** How many characters Slack counts: Unicode code points; half a surrogate pair counts as one. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/**
 * The text at no more than `max` characters, ending in an ellipsis when any were dropped.
 * Never cuts a surrogate pair. Not for escaped text, which it could cut inside an entity.
 */
export function truncate(text: string, max: number): string {
  if (text.length <= max || countCharacters(text) <= max) return text;
  if (max < 1) return '';
  return Array.from(text.slice(0, max * 2))
    .slice(0, max - 1)
    .join('')
    .concat(ELLIPSIS);
}

/**
 * The text without control characters or bidirectional overrides (U+202A-E, U+2066-9), which can
 * make a line read as something else. Line ends of every kind become `\n`, tabs become spaces and
 * half a surrogate pair becomes U+FFFD, since Slack refuses JSON that holds one. Left-to-right and
 * right-to-left marks stay: honest Arabic and Hebrew need them.
 */
export function stripControl(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** The text on one line, cleaned by `stripControl`: its lines, trimmed, with a space between. */
export function oneLine(text: string): string {
  const clean = stripControl(text);
  if (!clean.includes('\n')) return clean;
  const lines = clean.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

/**
 * A person's text for use in Slack markup: nothing in it mentions, links, formats or quotes.
 * `&`, `<` and `>` become entities in that order of precedence (Slack, "Formatting text");
 * line ends are kept.
 */
export function escapeMrkdwn(text: string): Mrkdwn {
  return new SafeMrkdwn(
    stripControl(text)
      .replace(FORMATTING, (mark) => INERT[mark] ?? mark)
      .replace(LEADING_QUOTE, (lead) => lead.replaceAll('>', '›'))
      .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character),
  );
}

/**
 * Markup that we author, with every interpolation escaped unless it is `Mrkdwn` already.
 * A plain interpolation is put on one line, so that a typed line end cannot forge a line of ours;
 * for text of several lines interpolate `escapeMrkdwn(text)`.
 */
export function mrkdwn(
  strings: TemplateStringsArray,
  ...values: readonly (string | number | Mrkdwn)[]
): Mrkdwn {
  const parts = values.map((value) =>
    SafeMrkdwn.is(value) ? value.text : escapeMrkdwn(oneLine(String(value))).text,
  );
  return new SafeMrkdwn(strings.map((string, index) => string + (parts[index] ?? '')).join(''));
}

/** Several pieces of markup as one, a line each unless another separator is given. */
export function joinMrkdwn(parts: readonly Mrkdwn[], separator = '\n'): Mrkdwn {
  return new SafeMrkdwn(parts.map((part) => part.text).join(separator));
}

/**
 * A person's text, escaped, at no more than `max` characters as Slack will count them.
 * The cut is made before escaping, so that it cannot fall inside an entity, and counts what each
 * character will become, so that escaping cannot lengthen it past the limit again.
 */
export function truncateEscaped(text: string, max: number): Mrkdwn {
  const clean = stripControl(text);
  const whole = escapeMrkdwn(clean);
  if (countCharacters(whole.text) <= max) return whole;
  if (max < 1) return new SafeMrkdwn('');
  let room = max - 1;
  let kept = '';
  for (const character of clean) {
    room -= (ENTITIES[character] ?? ' ').length;
    if (room < 0) break;
    kept += character;
  }
  return escapeMrkdwn(kept + ELLIPSIS);
}

/**
 * Markup that is already escaped, at no more than `max` characters and `maxBytes` of UTF-8.
 * A cut that falls inside an entity or a `<…>` is moved to before it.
 */
export function truncateMarkup(text: string, size: { max: number; maxBytes: number }): string {
  const clean = stripControl(text);
  if (countCharacters(clean) <= size.max && Buffer.byteLength(clean) <= size.maxBytes) return clean;
  let room = size.max - 1;
  let bytes = size.maxBytes - Buffer.byteLength(ELLIPSIS);
  let kept = '';
  for (const character of clean) {
    room -= 1;
    bytes -= Buffer.byteLength(character);
    if (room < 0 || bytes < 0) break;
    kept += character;
  }
  return kept.replace(/&[a-z]{0,4}$|<[^<>\n]*$/, '') + ELLIPSIS;
}
