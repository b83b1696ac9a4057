import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
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
  const spread = (kind: 'to_do' | 'allowed', upTo: Decimal): Remaining => {
    const left = differenceOf(upTo, yearToDate);
    return { kind, left, quarters, perQuarter: left.div(quarters) };
  };
  const passed = (most: Decimal): Remaining => ({
    kind: 'impossible',
    beyond: differenceOf(yearToDate, most),
  });
  switch (target.kind) {
    case 'at_least':
      return yearToDate.gte(target.value) ? { kind: 'reached' } : spread('to_do', target.value);
    case 'above':
      return yearToDate.gt(target.value) ? { kind: 'reached' } : spread('to_do', target.value);
    case 'at_most':
      return yearToDate.gt(target.value) ? passed(target.value) : spread('allowed', target.value);
    case 'below':
      return yearToDate.gte(target.value) ? passed(target.value) : spread('allowed', target.value);
    case 'between':
      if (yearToDate.gt(target.high)) return passed(target.high);
      return yearToDate.lt(target.low)
        ? spread('to_do', target.low)
        : spread('allowed', target.high);
  }
};
