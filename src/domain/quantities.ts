import { type Decimal, decimal } from './decimal.ts';

// 17% against 41% is 24 points short, and 58.5 percent: two numbers that differ in nothing but what
// they mean. What is measured in one is its own type, so that it cannot be printed as the other.

declare const quantity: unique symbol;

/** How far apart two values are, in the measure's own unit: in points where that is a percentage. */
export interface Difference extends Decimal {
  readonly [quantity]: 'difference';
  abs(): Difference;
}

/** A part of another value, in percent of it. Never points, and never a figure whose unit is %. */
export interface Percent extends Decimal {
  readonly [quantity]: 'percent';
  abs(): Percent;
}

/** `value` less `than`: negative where it is below. */
export const differenceOf = (value: Decimal, than: Decimal): Difference =>
  asDifference(decimal(value).minus(than));

/** What is known to be a difference, such as a band in points. */
export const asDifference = (value: Decimal): Difference => value as Difference;

/** A difference as a percentage of `of`, with its sign; null where `of` is nought. */
export const percentOf = (difference: Difference, of: Decimal): Percent | null =>
  of.eq(0) ? null : (decimal(difference).times(100).div(of.abs()) as Percent);
