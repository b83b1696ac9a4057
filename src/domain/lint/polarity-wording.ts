import type { Measure } from '../measure.ts';
import { aboutDefinition, type Finding } from './finding.ts';

// Only as the first word: "feel safer and report a reduced fear" is higher for better all the same.
const FIRST = String.raw`^(?:an? |the )?(?:overall |net )?(?:\d[\d.]*\s?% )?`;
const LESS = new RegExp(`${FIRST}(?:reduction|reduced?|decreased?|fewer|decline)(?![-\\w])`, 'i');
const MORE = new RegExp(`${FIRST}(?:increased?|more|growth|rise)(?![-\\w])`, 'i');
// A measure counted in reductions is better the higher they are.
const COUNTS_CHANGE = /\b(?:reduction|increase|decrease|change|points)/i;

/** "Reduction in …" where higher is better, or "Increase in …" where lower is. */
export const polarityWording = (measure: Measure): readonly Finding[] => {
  const { ref, polarity, title, target, unit } = measure;
  if (polarity === 'range' || COUNTS_CHANGE.test(unit)) return [];
  const contradicting = polarity === 'higher' ? LESS : MORE;
  const said = [title, target.text ?? ''].find((text) => contradicting.test(text.trim()));
  if (said === undefined) return [];
  const word = contradicting.exec(said.trim())?.[0] ?? '';
  return [
    aboutDefinition(ref, {
      code: 'polarity_contradicts_wording',
      found: `The words on ${ref} begin “${word}”, and it is judged as better the ${polarity} it is.`,
      ask: 'Which way is better?',
    }),
  ];
};
