import { type Markup, textOf, unescaped } from './markup.ts';
import { type Mark, type Token, tokensOf } from './tokens.ts';

/**
 * Text in Slack's markup, read by Slack's rules, in time that grows with its length only. `verbatim`
 * leaves bare addresses as text.
 */
export function readMrkdwn(source: string, { verbatim }: { verbatim: boolean }): readonly Markup[] {
  const lines = linesOf(tokensOf(source, verbatim));
  const read: (readonly Markup[])[] = [];
  for (let at = 0; at < lines.length; ) {
    const count = quotedLines(lines, at);
    if (count > 0) {
      const children = joinLines(lines.slice(at, at + count).map(unquoted));
      read.push([{ kind: 'quote', children }]);
      at += count;
      continue;
    }
    const line = readLine(lines[at] ?? []);
    at += 1;
    read.push(line, at < lines.length ? lineEnd(line) : []);
  }
  return merged(read.flat());
}

type Line = readonly Token[];

function linesOf(tokens: readonly Token[]): readonly Line[] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'line end') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

const QUOTED = /^(?:>|&gt;) ?/;
const ALL_QUOTED = /^(?:>|&gt;){3} ?/;

const firstWords = ([first]: Line = []): string => (first?.kind === 'words' ? first.source : '');

/** How many lines from here on are one quotation: those that begin with ">", or all after ">>>". */
function quotedLines(lines: readonly Line[], from: number): number {
  if (ALL_QUOTED.test(firstWords(lines[from]))) return lines.length - from;
  let end = from;
  while (end < lines.length && QUOTED.test(firstWords(lines[end]))) end += 1;
  return end - from;
}

function unquoted(line: Line, index: number): Line {
  const words = firstWords(line);
  const sign = index === 0 && ALL_QUOTED.test(words) ? ALL_QUOTED : QUOTED;
  const source = words.replace(sign, '');
  return source === words
    ? line
    : [...(source === '' ? [] : [{ kind: 'words', source } as const]), ...line.slice(1)];
}

const joinLines = (lines: readonly Line[]): readonly Markup[] =>
  merged(
    lines.flatMap((line, index) => {
      const read = readLine(line);
      return index < lines.length - 1 ? [...read, ...lineEnd(read)] : read;
    }),
  );

/** A preformatted text already ends its line. */
const lineEnd = (line: readonly Markup[]): readonly Markup[] =>
  line.at(-1)?.kind === 'preformatted' ? [] : [textOf('\n')];

const EMPHASES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** A line with its emphases. A sign reaches to the next of its kind, or nowhere. */
function readLine(line: Line): readonly Markup[] {
  return readBetween(line, partners(line), 0, line.length);
}

/** For each mark, the place of the next of its kind in the line. */
function partners(line: Line): readonly (number | undefined)[] {
  const next = new Map<string, number>();
  const found: (number | undefined)[] = [];
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const token = line[at];
    if (token?.kind !== 'mark') continue;
    found[at] = next.get(token.sign);
    next.set(token.sign, at);
  }
  return found;
}

/** No emphasis holds another of its kind, so this goes three deep at most. */
function readBetween(
  line: Line,
  partner: readonly (number | undefined)[],
  from: number,
  to: number,
): readonly Markup[] {
  const read: Markup[] = [];
  for (let at = from; at < to; at += 1) {
    const token = line[at];
    if (token?.kind === 'whole') read.push(token.markup);
    if (token?.kind === 'words') read.push(textOf(unescaped(token.source)));
    if (token?.kind !== 'mark') continue;
    const close = partner[at] ?? to;
    const closing = close < to ? line[close] : undefined;
    if (
      closing?.kind === 'mark' &&
      opens(token, at === from) &&
      closes(closing, close === to - 1)
    ) {
      const children = readBetween(line, partner, at + 1, close);
      read.push({ kind: EMPHASES[token.sign], children });
      at = close;
    } else read.push(textOf(token.sign));
  }
  return merged(read);
}

const opens = (mark: Mark, first: boolean): boolean =>
  (first || mark.edgeBefore) && !mark.spaceAfter;

const closes = (mark: Mark, last: boolean): boolean =>
  (last || mark.edgeAfter) && !mark.spaceBefore;

/** Texts side by side as one. */
function merged(read: readonly Markup[]): readonly Markup[] {
  const whole: Markup[] = [];
  let words = '';
  for (const each of read) {
    if (each.kind === 'text') {
      words += each.text;
      continue;
    }
    if (words !== '') whole.push(textOf(words));
    words = '';
    whole.push(each);
  }
  if (words !== '') whole.push(textOf(words));
  return whole;
}
