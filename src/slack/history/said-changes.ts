import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Figure } from '../../domain/figure.ts';
import { actionWords, awaitedWords } from '../../domain/wording/beside-figure.ts';

const WORDS_CHARACTERS = 250;

/** What was said of a figure, where a revision changed it: old and new, a line each. */
export const saidChanges = (before: Figure | null, after: Figure): readonly Mrkdwn[] => [
  ...changed('Commentary', before?.commentary ?? null, after.commentary),
  ...changed('Being done', actionOf(before), actionOf(after)),
  ...changed('Awaited', awaitedOf(before), awaitedOf(after)),
  ...changed('The officer’s judgement', before?.judgement ?? null, after.judgement),
];

const changed = (what: string, old: string | null, now: string | null): readonly Mrkdwn[] => {
  if (old === now) return [];
  return [
    old === null
      ? mrkdwn`${what}: ${quoted(now)}`
      : mrkdwn`${what}: ${quoted(old)} becomes ${quoted(now)}`,
  ];
};

const quoted = (text: string | null): Mrkdwn =>
  text === null ? mrkdwn`nothing` : mrkdwn`“${truncateEscaped(oneLine(text), WORDS_CHARACTERS)}”`;

const actionOf = (figure: Figure | null): string | null =>
  figure?.action == null ? null : actionWords(figure.action);

const awaitedOf = (figure: Figure | null): string | null =>
  figure?.awaited == null ? null : awaitedWords(figure.awaited);
