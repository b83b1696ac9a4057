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
export const decimal = (value: Decimal | number | string): Decimal => new Exact(value);

/** Rounded half away from zero to at most `places`, trailing zeros dropped, thousands grouped: `1,234.5`. */
export const printDecimal = (value: Decimal, places = 2): string => {
  const rounded = value.round(places, Big.roundHalfUp);
  const [whole = '0', fraction] = rounded.abs().toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = rounded.lt(0) ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
};
