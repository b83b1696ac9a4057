import { cutText, plainText } from '../domain/plain-text.ts';
import { closest } from '../domain/reading/references.ts';
import {
  LONGEST_ECHO,
  type QuarterRequest,
  readStatusRequest,
  type StatusRequest,
} from './status-request.ts';

/** What somebody wants of the bot, read from `/mopac …` or from a mention. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'status'; readonly request: StatusRequest }
  /** Everything that has become of a measure. */
  | { readonly kind: 'history'; readonly request: StatusRequest }
  /** The texts of a measure or a project, for a coordinator to take one out. */
  | { readonly kind: 'purge'; readonly request: StatusRequest }
  /** The coordinator's queue, of the quarter named or the usual one. */
  | { readonly kind: 'review'; readonly quarter: QuarterRequest | null }
  | {
      readonly kind: 'unknown';
      /** What was typed, shortened. Never trusted: it is escaped wherever it is shown. */
      readonly asked: string;
      readonly didYouMean: readonly string[];
    };

const COMMANDS = ['help', 'status', 'history', 'review', 'purge'] as const;

/** Reads a command's text as Slack delivers it. Nothing typed is an error here; it is at most unknown. */
export const readCommand = (text: string): Command => {
  const typed = plainText(withoutMarkup(text.slice(0, LONGEST_READ)));
  const [, first = '', rest = ''] = FIRST_WORD.exec(typed) ?? [];
  const word = first.toLowerCase();
  if (!HAS_WORDS.test(typed) || word === 'help') return { kind: 'help' };
  if (word === 'status') return { kind: 'status', request: readStatusRequest(rest) };
  if (word === 'history') return { kind: 'history', request: readStatusRequest(rest) };
  if (word === 'purge') return { kind: 'purge', request: readStatusRequest(rest) };
  if (word === 'review') return { kind: 'review', quarter: readStatusRequest(rest).quarter };
  const request = readStatusRequest(typed);
  // "42a" is a measure mistyped: asked as a status, it is answered with the measures like it.
  if (request.scope.kind !== 'unreadable' || LIKE_A_REFERENCE.test(request.scope.asked)) {
    return { kind: 'status', request };
  }
  return {
    kind: 'unknown',
    asked: cutText(typed, LONGEST_ECHO),
    didYouMean: closest(word, COMMANDS, 1),
  };
};

const LONGEST_READ = 4000;
const LIKE_A_REFERENCE = /^\d{1,3}[.,]?\d{0,3}[a-z]{1,2}$/i;
const HAS_WORDS = /[\p{L}\p{N}]/u;
const FIRST_WORD = /^[\s"'*]*([\p{L}]+)(?![\p{L}\p{N}])[\s"'*?!.:,]*(.*)$/u;

// Slack wraps people, channels and links in angle brackets and escapes the brackets people type.
const LEADING_MENTIONS = /^(?:\s*<@[^>]{0,80}>[\s:,]*)+/;
const LEADING_COMMAND = /^\s*\/mopac\b/i;
const ENTITY = /<([@#!]?)([^<>|]{0,2000})(?:\|([^<>]{0,2000}))?>/g;

const withoutMarkup = (text: string): string =>
  text
    .replace(LEADING_MENTIONS, '')
    .replace(LEADING_COMMAND, '')
    .replace(ENTITY, (_, sign: string, target: string, label?: string) =>
      [sign === '!' ? '' : sign, label ?? target].join(''),
    )
    .replaceAll('`', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
