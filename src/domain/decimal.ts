import Big from 'big.js';

/**
 * An exact decimal number. Every figure, baseline, target and tolerance is one: 7 x 0.8 is 5.6,
 * and 5,983 of 6,000 is not 100%.
 */
export type Decimal = Big;

// Divisions (shares, annualised rates) keep far more places than any report prints, so that a
// comparison of a quotient with a printed target is never decided by where the division stopped.
const Exact = Big();
Exact.DP = 40;
Exact.RM = Big.roundHalfUp;

/** The exact decimal for a number's own text: `decimal('0.72')`, `decimal(41)`. Throws on anything else. */
export const decimal = (value: Decimal | number | string): Decimal =>
  // Decimals never change, so one that divides as exactly as ours is as good as a copy of it.
  value instanceof Exact && value.constructor === Exact ? value : new Exact(value);

/** Below (-1), equal to (0) or above (1). What `cmp` does, without the copy it makes of its argument. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (a.c[0] === 0 || b.c[0] === 0) return signOf(signedZero(a) - signedZero(b));
  if (a.s !== b.s) return signOf(a.s - b.s);
  if (a.e !== b.e) return signOf((a.e - b.e) * a.s);
  const shorter = Math.min(a.c.length, b.c.length);
  for (let at = 0; at < shorter; at += 1) {
    const difference = (a.c[at] ?? 0) - (b.c[at] ?? 0);
    if (difference !== 0) return signOf(difference * a.s);
  }
  return signOf((a.c.length - b.c.length) * a.s);
};

/** The sign, with nought as 0 whichever sign it carries. */
const signedZero = ({ c, s }: Decimal): number => (c[0] === 0 ? 0 : s);

const signOf = (difference: number): -1 | 0 | 1 => {
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
};

/** Rounded half away from zero to at most `places`, trailing zeros dropped, thousands grouped: `1,234.5`. */
export const printDecimal = (value: Decimal, places = 2): string => {
  const rounded = value.round(places, Big.roundHalfUp);
  const [whole = '0', fraction] = rounded.abs().toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = rounded.lt(0) ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};
