import { type Decimal, decimal } from '../decimal.ts';

/** Every value that prints as one number, ends included: 0.72 stands for 0.715 to 0.725. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

export const exactly = (value: Decimal): Interval => ({ low: value, high: value });

/** What a number may have been before it was rounded to the digits it is printed with. */
export const beforeRounding = (value: Decimal, places = placesIn(value)): Interval => {
  const half = lastPlace(places).div(2);
  return { low: decimal(value).minus(half), high: decimal(value).plus(half) };
};

/** Digits after the point; none of 380. */
export const placesIn = (value: Decimal): number => Math.max(value.c.length - value.e - 1, 0);

/** The worth of the last digit printed: 0.01 at two places. */
export const lastPlace = (places: number): Decimal => decimal(`1e-${places}`);

export const plus = (a: Interval, b: Interval): Interval => ({
  low: decimal(a.low).plus(b.low),
  high: decimal(a.high).plus(b.high),
});

/**
 * Whether going from a value in `from` to one in `to` can be a change by a percentage in `change`.
 * Multiplied out instead of divided, so that an edge is met exactly. False where `from` reaches nought,
 * of which nothing is a percentage.
 */
export const canBeChange = (change: Interval, from: Interval, to: Interval): boolean => {
  if (!from.low.gt(0)) return false;
  const scaled = (percent: Decimal, base: Decimal): Decimal =>
    decimal(percent).plus(100).times(base).div(100);
  return (
    to.low.lte(scaled(change.high, change.high.gt(-100) ? from.high : from.low)) &&
    to.high.gte(scaled(change.low, change.low.gt(-100) ? from.low : from.high))
  );
};

/** The smallest and greatest change in percent; null where `from` reaches nought. */
export const changeBetween = (from: Interval, to: Interval): Interval | null => {
  if (!from.low.gt(0)) return null;
  const change = (value: Decimal, base: Decimal): Decimal =>
    decimal(value).div(base).minus(1).times(100);
  return {
    low: change(to.low, to.low.lt(0) ? from.low : from.high),
    high: change(to.high, to.high.lt(0) ? from.high : from.low),
  };
};
