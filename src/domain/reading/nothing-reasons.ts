import type { NothingReason } from '../figure.ts';
import { cutText } from '../plain-text.ts';

/** Why there may be no number for a quarter, as the form offers it. */
export const NOTHING_REASONS = [
  { kind: 'no_cases', label: 'No cases this quarter (nothing could be counted)' },
  { kind: 'not_started', label: 'Not started yet' },
  { kind: 'not_available', label: 'Not available yet' },
  { kind: 'not_due', label: 'Not due this quarter' },
] as const satisfies ReadonlyArray<{ readonly kind: NothingReason; readonly label: string }>;

/**
 * What to do with a word typed where a number belongs. Null for anything else. "None" and a dash are
 * asked about, never guessed: nought of something and nothing to count are different answers.
 */
export const sentenceForNothingWord = (typed: string): string | null => {
  const word = typed
    .toLowerCase()
    .replace(/[.!"'()?*]+/g, '')
    .replace(/\s*\/\s*/g, '/')
    .trim();
  const said = /^-+$/.test(word) ? 'A dash' : `“${cutText(typed, 40)}”`;
  if (NONE.test(word)) {
    return `${said} could mean two things. If it was counted and there were none, enter 0; if no cases could arise, leave this empty and choose ${labelled('no_cases')} below.`;
  }
  if (NOT_APPLICABLE.test(word)) {
    return `${said} is not a number. Leave this empty and choose the reason below: ${labelled('no_cases')} if nothing could be counted, ${labelled('not_due')} if no figure was due.`;
  }
  if (ZERO.test(word)) return `Enter nought in figures: 0. ${said} is not read as a number.`;
  const reason = REASON_WORDS.find(([words]) => words.test(word))?.[1];
  return reason === undefined
    ? null
    : `${said} is not a number. Leave this empty and choose ${labelled(reason)} below.`;
};

const NONE = /^(none|nil|no|nothing|-+|nil return|none (reported|recorded|received|this quarter))$/;
const NOT_APPLICABLE = /^(n\/?a|not applicable|x)$/;
const ZERO = /^(zero|nought|naught|null)$/;
const REASON_WORDS: ReadonlyArray<readonly [RegExp, NothingReason]> = [
  [/^no ([a-z]+ )?(cases?|clients?|referrals?|people|activity|data to count)( .*)?$/, 'no_cases'],
  [/^(not (yet )?started|yet to start|not begun)( yet)?$/, 'not_started'],
  [/^(not|none) due( .*)?$/, 'not_due'],
  [
    /^(tb[cda]|nya|to (be|follow)( .*)?|not (yet )?(available|known)( yet)?|unknown|awaiting( .*)?|awaited|pending|no data( .*)?|unavailable)$/,
    'not_available',
  ],
];

/** The reason's label as sentences name it. */
export const labelled = (kind: NothingReason): string =>
  `“${NOTHING_REASONS.find((reason) => reason.kind === kind)?.label ?? kind}”`;
