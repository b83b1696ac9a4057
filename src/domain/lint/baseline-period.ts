import type { Measure } from '../measure.ts';
import { aboutDefinition, type Finding } from './finding.ts';

// `2013/10` or `2013/2015`: a pair, and no day such as 01/04/2014 or 2014/04/01.
const PAIR = /(?<!\d)((?:19|20)\d\d)\/((?:19|20)?\d\d)(?![\d/])/g;
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d\d\/\d\d(?!\d)/;

/** A baseline whose period names no year, or a pair of years that do not follow each other. */
export const baselinePeriod = ({ ref, baseline }: Measure): readonly Finding[] => {
  const words = [baseline.kind === 'known' ? baseline.period : '', baseline.text ?? ''].join(' ');
  const odd = [...words.matchAll(PAIR)].find(([, first, second]) => !follows(first, second));
  if (odd !== undefined) {
    return [
      aboutDefinition(ref, {
        code: 'baseline_period',
        found: `The baseline of ${ref} names “${odd[0]}”, which is no financial year.`,
        ask: 'Which year is meant?',
      }),
    ];
  }
  if (baseline.kind !== 'known' || ANY_YEAR.test(words)) return [];
  return [
    aboutDefinition(ref, {
      code: 'baseline_period',
      found: `The baseline of ${ref} is of “${baseline.period}”, which names no year.`,
      ask: 'Which year is it of?',
    }),
  ];
};

const follows = (first = '', second = ''): boolean =>
  second.slice(-2) === String((Number(first) + 1) % 100).padStart(2, '0');
