import { bareUrlAt } from './bare-url.ts';
import { emojiCalled } from './emoji.ts';
import { type Markup, textOf, unescaped } from './markup.ts';
import { readReference, readReferences } from './read-reference.ts';

/** A piece of a source: what is still to be matched up, and what stands for itself. */
export type Token =
  /** Words as they were sent, their entities unresolved. */
  | { readonly kind: 'words'; readonly source: string }
  | { readonly kind: 'line end' }
  | Mark
  /** Something that no mark reaches into. */
  | { readonly kind: 'whole'; readonly markup: Markup };

/** A sign that may begin or end an emphasis. */
export interface Mark {
  readonly kind: 'mark';
  readonly sign: '*' | '_' | '~';
  /** What stands before and after it: only beside an edge does it begin or end anything. */
  readonly edgeBefore: boolean;
  readonly edgeAfter: boolean;
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

interface Piece {
  readonly token: Token;
  /** Where the source goes on. */
  readonly end: number;
}

// What may follow a closing sign was measured in Slack's Block Kit Builder, sign by sign; what may
// precede an opening one is taken to be the same.
const EDGE = /^[\s\u200b~!#$%^()\-+={}[\];:'",.?/]?$/;
const NO_EDGE_AFTER = '(';
const SPECIAL = /[<`:*_~\n]|https?:\/\//gi;
const REFERENCE = /<([^<>\n]+)>/y;
const EMOJI = /:([a-z0-9_+-]{1,40}):/y;
const TICKS = /`+/y;

/** A source cut into tokens, in time that grows with its length only. */
export function tokensOf(source: string, verbatim: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  let at = nextSpecial(source, 0);
  while (at < source.length) {
    const piece = pieceAt(source, at, verbatim);
    if (piece === null) {
      at = nextSpecial(source, at + ticksAt(source, at));
      continue;
    }
    if (from < at) tokens.push({ kind: 'words', source: source.slice(from, at) });
    tokens.push(piece.token);
    from = piece.end;
    at = nextSpecial(source, from);
  }
  if (from < source.length) tokens.push({ kind: 'words', source: source.slice(from) });
  return tokens;
}

function nextSpecial(source: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(source)?.index ?? source.length;
}

/** Backticks that begin no code are passed over together, so that they are looked at once. */
const ticksAt = (source: string, at: number): number =>
  Math.max(1, matchAt(TICKS, source, at)?.[0].length ?? 0);

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function pieceAt(source: string, at: number, verbatim: boolean): Piece | null {
  const sign = source.charAt(at);
  switch (sign) {
    case '\n':
      return { token: { kind: 'line end' }, end: at + 1 };
    case '*':
    case '_':
    case '~':
      return { token: markAt(source, at, sign), end: at + 1 };
    case '<':
      return referenceAt(source, at);
    case '`':
      return source.startsWith('```', at) ? preformattedAt(source, at) : codeAt(source, at);
    case ':':
      return emojiAt(source, at);
    default:
      return verbatim ? null : urlAt(source, at);
  }
}

const whole = (markup: Markup, end: number): Piece => ({ token: { kind: 'whole', markup }, end });

const isSpace = (character: string): boolean => /^\s?$/.test(character);

const isEdgeBefore = (source: string, at: number): boolean => EDGE.test(source.charAt(at - 1));

const isEdgeAfter = (source: string, end: number): boolean => {
  const next = source.charAt(end);
  return EDGE.test(next) && next !== NO_EDGE_AFTER;
};

function markAt(source: string, at: number, sign: Mark['sign']): Mark {
  return {
    kind: 'mark',
    sign,
    // Signs doubled, as in "**this**", are no markup of Slack's.
    edgeBefore: isEdgeBefore(source, at) && source.charAt(at - 1) !== sign,
    edgeAfter: isEdgeAfter(source, at + 1) && source.charAt(at + 1) !== sign,
    spaceBefore: isSpace(source.charAt(at - 1)),
    spaceAfter: isSpace(source.charAt(at + 1)),
  };
}

function referenceAt(source: string, at: number): Piece | null {
  const [typed = '', inside = ''] = matchAt(REFERENCE, source, at) ?? [];
  const reference = typed === '' ? null : readReference(inside);
  return reference && whole(reference, at + typed.length);
}

function preformattedAt(source: string, at: number): Piece | null {
  const close = source.indexOf('```', at + 3);
  const inside = source.slice(at + 3, close);
  if (close < 0 || inside.trim() === '') return null;
  if (!isEdgeBefore(source, at) || !isEdgeAfter(source, close + 3)) return null;
  const lines = inside.replace(/^\n/, '').replace(/\n$/, '');
  return whole({ kind: 'preformatted', children: readReferences(lines) }, close + 3);
}

/** Code on one line; it may be emphasised as a whole. */
function codeAt(source: string, at: number): Piece | null {
  const close = source.indexOf('`', at + 1);
  const inside = source.slice(at + 1, close);
  if (close < 0 || inside === '' || inside.includes('\n')) return null;
  const before = isEdgeBefore(source, at) || isMark(source.charAt(at - 1));
  const after = isEdgeAfter(source, close + 1) || isMark(source.charAt(close + 1));
  return before && after
    ? whole({ kind: 'code', children: readReferences(inside) }, close + 1)
    : null;
}

const isMark = (character: string): boolean => /^[*_~]$/.test(character);

function emojiAt(source: string, at: number): Piece | null {
  const [typed = '', name = ''] = matchAt(EMOJI, source, at) ?? [];
  const picture = emojiCalled(name);
  return picture === undefined ? null : whole(textOf(picture), at + typed.length);
}

function urlAt(source: string, at: number): Piece | null {
  const typed = bareUrlAt(source, at);
  if (typed === null) return null;
  const url = unescaped(typed);
  return whole({ kind: 'link', url, label: url }, at + typed.length);
}
