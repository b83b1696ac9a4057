import type { Quarter } from '../calendar/calendar.ts';
import { compare, type Decimal } from '../decimal.ts';
import { differenceOf } from '../quantities.ts';
import type { Need, Remaining } from './assessment.ts';

/** What the quarters after this one have to bring for the whole year's target; null in the last one. */
export const remainingOf = (
  yearToDate: Decimal,
  target: Need,
  { number }: Quarter,
): Remaining | null => {
  const quarters = 4 - number;
  if (quarters === 0) return null;
  const spread = (kind: 'to_do' | 'allowed', upTo: Decimal): Remaining => ({
    kind,
    left: differenceOf(upTo, yearToDate),
    quarters,
  });
  const passed = (most: Decimal): Remaining => ({
    kind: 'impossible',
    beyond: differenceOf(yearToDate, most),
  });
  switch (target.kind) {
    case 'at_least':
      return compare(yearToDate, target.value) >= 0
        ? { kind: 'reached' }
        : spread('to_do', target.value);
    case 'above':
      return compare(yearToDate, target.value) > 0
        ? { kind: 'reached' }
        : spread('to_do', target.value);
    case 'at_most':
      return compare(yearToDate, target.value) > 0
        ? passed(target.value)
        : spread('allowed', target.value);
    case 'below':
      return compare(yearToDate, target.value) >= 0
        ? passed(target.value)
        : spread('allowed', target.value);
    case 'between':
      if (compare(yearToDate, target.high) > 0) return passed(target.high);
      return compare(yearToDate, target.low) < 0
        ? spread('to_do', target.low)
        : spread('allowed', target.high);
  }
};

/** What is left in each of the quarters left, where they all bring as much. */
export const perQuarter = ({
  left,
  quarters,
}: Extract<Remaining, { kind: 'to_do' | 'allowed' }>): Decimal => left.div(quarters);
