import { type Decimal, decimal, printDecimal } from '../decimal.ts';
import type { Answer } from '../figure.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { plainText } from '../plain-text.ts';
import { isChangeWord, isUnitWording } from '../wording/unit-wording.ts';
import * as say from './figure-sentences.ts';
import { sentenceForNothingWord } from './nothing-reasons.ts';
import { readNumber } from './read-number.ts';

export type ReadAnswer =
  | {
      readonly kind: 'answer';
      /** A number without its basis, which is asked for beside it. */
      readonly answer: Omit<Extract<Answer, { kind: 'number' }>, 'basis'>;
      /** How it was understood, where that is worth saying back. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'empty' }
  /** Not a number, or more than one could be meant: what happened and what to do, in one sentence. */
  | { readonly kind: 'ask'; readonly sentence: string };

type MeasureAsked = Pick<Measure, 'unit' | 'title'>;

/**
 * Reads what a lead typed as this measure's figure. It never guesses: a word is never a number, and
 * what is impossible for the unit or could mean two things is asked about.
 */
export const readFigure = (text: string, measure: MeasureAsked): ReadAnswer => {
  const trimmed = text.trim();
  const typed = plainText(trimmed.slice(0, LONGEST_READ));
  if (typed === '') return { kind: 'empty' };
  if (trimmed.length > LONGEST_READ) return ask(say.notANumber(typed, measure.unit));
  const nothing = sentenceForNothingWord(typed);
  if (nothing !== null) return ask(nothing);
  const { said, approximate } = withoutApproximation(typed.toLowerCase());
  if (LIMIT.test(said)) return ask(say.aLimit(typed));
  if (SPAN.test(said)) return ask(say.aSpan(typed));
  const entry: Entry = { typed, said, approximate, measure };
  const share = SHARE.exec(said);
  return share === null ? readSingle(entry) : readShare(entry, share);
};

interface Entry {
  /** As typed, made plain; quoted back in sentences. */
  readonly typed: string;
  /** The same in lower case without "approx". */
  readonly said: string;
  readonly approximate: boolean;
  readonly measure: MeasureAsked;
}

// No figure with its unit is longer; what is has been pasted into the wrong field.
const LONGEST_READ = 200;

const APPROXIMATELY_BEFORE =
  /^(?:approx(?:imately)?\b\.?|about\b|around\b|roughly\b|circa\b|ca?\.|ca?(?=[ \d])|~|≈|est(?:imated)?\b\.?) ?/;
const APPROXIMATELY_AFTER = / ?\(?(?:approx(?:imately)?\.?|ish|estimated?|est\.)\)?$/;
const LIMIT =
  /^(?:[<>≤≥] ?£?\d|(?:less|more|fewer|greater|no more|no fewer) than\b|(?:under|over|below|above|nearly|almost|up to|at least|at most)\b)|^[\d.,]+ ?%? ?\+$/;
const SPAN = /^[£+]?[\d.,]+ ?%? ?(?:-|\bto\b|\bor\b) ?£?[\d.,]+/;
const SHARE = /^([\d.,]+) ?(?:\/|(?:out )?of (?:the )?) ?([\d.,]+)(.*)$/;
const SINGLE = /^([-+]? ?)(£?) ?([-+]?)([\d.,]+(?: [\d.,]+)*)(.*)$/;
const PERCENT_SIGN = /^ ?(?:%|per ?cent\b|pct?\b)/;

const withoutApproximation = (
  said: string,
): { readonly said: string; readonly approximate: boolean } => {
  const left = said.replace(APPROXIMATELY_BEFORE, '').replace(APPROXIMATELY_AFTER, '');
  return { said: left, approximate: left !== said };
};

const readSingle = (entry: Entry): ReadAnswer => {
  const { typed, said, measure } = entry;
  const { unit } = measure;
  const match = SINGLE.exec(said);
  if (match === null) return ask(say.notANumber(typed, unit));
  const [, before = '', pound = '', inner = '', digits = '', after = ''] = match;
  const words = after.replace(PERCENT_SIGN, '');
  if (words.split(/[^a-z]+/).some(isChangeWord)) return ask(say.aChange(typed, unit));
  if (!isUnitWording(words, measure)) return ask(say.notANumber(typed, unit));
  const number = readNumber(`${before.trim()}${inner}${digits}`);
  if (number.kind === 'decimal_comma') return ask(say.decimalComma(typed, number.meant));
  if (number.kind === 'too_long') return ask(say.tooManyDigits(typed));
  if (number.kind === 'unreadable') return ask(say.notANumber(typed, unit));
  const hasPercentSign = words !== after;
  if (hasPercentSign && !isPercentage(unit))
    return ask(say.aPercentageOfSomethingElse(typed, unit));
  if (pound !== '' && !unit.includes('£')) return ask(say.poundsOfSomethingElse(typed, unit));
  const impossible = impossibleFor(entry, number.value, hasPercentSign);
  if (impossible !== null) return ask(impossible);
  return {
    kind: 'answer',
    answer: { kind: 'number', value: number.value, share: null },
    notes: notesOn(entry, number.value, number.spaced),
  };
};

/** Units in which a figure may stand below nought: an underspend, a change in points. */
const SIGNED_UNIT = /\b(?:change|difference|variance|points)\b/i;

const impossibleFor = (
  { typed, measure: { unit } }: Entry,
  value: Decimal,
  hasPercentSign: boolean,
): string | null => {
  if (value.lt(0) && !SIGNED_UNIT.test(unit)) return say.negative(typed, unit);
  if (!isPercentage(unit)) return null;
  if (value.gt(100)) return say.overAHundred(typed);
  if (hasPercentSign || !value.gt(0) || !value.lt(1)) return null;
  return say.partOrPercent(typed, [
    printDecimal(value.times(100), MOST_PLACES),
    printDecimal(value, MOST_PLACES),
  ]);
};

const readShare = (entry: Entry, match: RegExpExecArray): ReadAnswer => {
  const { typed, measure } = entry;
  const [, part = '', whole = '', after = ''] = match;
  if (!isUnitWording(after, measure)) return ask(say.notANumber(typed, measure.unit));
  if (!isPercentage(measure.unit)) return ask(say.aShareOfSomethingElse(typed, measure.unit));
  const numerator = readNumber(part);
  const denominator = readNumber(whole);
  if (numerator.kind === 'too_long' || denominator.kind === 'too_long') {
    return ask(say.tooManyDigits(typed));
  }
  if (numerator.kind !== 'number' || denominator.kind !== 'number') {
    return ask(say.notANumber(typed, measure.unit));
  }
  return shareOf(entry, numerator.value, denominator.value);
};

const shareOf = (entry: Entry, numerator: Decimal, denominator: Decimal): ReadAnswer => {
  if (!isWhole(numerator) || !isWhole(denominator)) return ask(say.notWholeNumbers(entry.typed));
  if (denominator.eq(0)) return ask(say.ofNothing(entry.typed));
  if (numerator.gt(denominator)) return ask(say.largerThanItsWhole(entry.typed));
  const value = decimal(100).times(numerator).div(denominator);
  return {
    kind: 'answer',
    answer: { kind: 'number', value, share: { numerator, denominator } },
    notes: notesOn(entry, value, false),
  };
};

const isWhole = (number: Decimal): boolean => number.round(0).eq(number);

const MOST_PLACES = 15;

const notesOn = (entry: Entry, value: Decimal, spaced: boolean): readonly string[] => {
  const sign = isPercentage(entry.measure.unit) ? '%' : '';
  const readAs = `read as ${printDecimal(value, 2)}${sign}`;
  if (entry.approximate) return [`${readAs}; mark it provisional if it may change`];
  return spaced ? [readAs] : [];
};

const ask = (sentence: string): ReadAnswer => ({ kind: 'ask', sentence });
