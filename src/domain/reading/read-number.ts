import { type Decimal, decimal } from '../decimal.ts';

/** A number as people write one; never an infinity, never "not a number", never a minus nought. */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: Decimal; readonly spaced: boolean }
  /** Written the continental way (`0,72`, `1.234,56`): what it would be in British figures. */
  | { readonly kind: 'decimal_comma'; readonly meant: string }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'unreadable' };

const MOST_DIGITS = 15;

/** Reads `1,234.5`, `1 234`, `-5` or `.5` from text already made plain, and nothing around it. */
export const readNumber = (text: string): NumberRead => {
  const [, sign = '', digits = ''] = /^([-+]?) ?(.*)$/s.exec(text) ?? [];
  if (digits.replace(/\D/g, '').length > MOST_DIGITS) return { kind: 'too_long' };
  if (PLAIN.test(digits)) return numberRead(sign, digits);
  if (GROUPED.test(digits)) return numberRead(sign, digits.replaceAll(',', ''));
  if (SPACED.test(digits)) return { ...numberRead(sign, digits.replaceAll(' ', '')), spaced: true };
  const continental = DECIMAL_COMMA.exec(digits);
  if (continental === null) return { kind: 'unreadable' };
  const [, whole = '', fraction = ''] = continental;
  return {
    kind: 'decimal_comma',
    meant: `${sign === '-' ? '-' : ''}${whole.replaceAll('.', ',')}.${fraction}`,
  };
};

const PLAIN = /^(?:\d+\.?|\d*\.\d+)$/;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const SPACED = /^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/;

const numberRead = (sign: string, digits: string): Extract<NumberRead, { kind: 'number' }> => {
  const size = decimal(digits.replace(/\.$/, '').replace(/^\./, '0.'));
  // Big keeps the sign of a nought, and it would be printed.
  const value = sign === '-' && !size.eq(0) ? size.neg() : size;
  return { kind: 'number', value, spaced: false };
};
