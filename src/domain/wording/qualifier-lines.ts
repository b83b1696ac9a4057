import { printYear } from '../calendar/calendar.ts';
import type { Assessment, Qualifier } from '../judging/assessment.ts';
import { type SmallBecause, smallBecause } from '../judging/small-numbers.ts';
import { finalYearOf } from '../judging/target-years.ts';
import type { Measure } from '../measure.ts';
import { casesIn } from './print-answer.ts';
import { printValue } from './print-value.ts';
import { breakWords } from './target-words.ts';
import { isWithheld } from './withheld-words.ts';

/**
 * What must be said beside the position: one sentence for each qualifier, in their order, but for
 * those that stand beside these lines already.
 */
export const qualifierLines = (
  assessment: Assessment,
  saidElsewhere: readonly Qualifier[] = [],
): readonly string[] =>
  assessment.qualifiers
    .filter((qualifier) => !saidElsewhere.includes(qualifier))
    .map((qualifier) => sentenceFor(qualifier, assessment));

const sentenceFor = (qualifier: Qualifier, assessment: Assessment): string => {
  const { measure, figure } = assessment;
  switch (qualifier) {
    case 'provisional':
      return 'The figure is provisional and may change.';
    case 'late':
      return assessment.qualifiers.includes('revised')
        ? 'This revision was filed after the due date.'
        : 'The figure was filed after its due date.';
    case 'revised':
      return `The figure has been corrected: this is revision ${figure?.revision ?? 1}.`;
    case 'small_numbers':
      return smallNumbers(assessment);
    case 'annualised':
      return 'The comparison with the baseline assumes that the rest of the year goes like this.';
    case 'assumed_profile':
      return 'How much is needed by when was never agreed, so an even share for each quarter is assumed.';
    case 'baseline_pending':
      return 'The baseline has still to be established.';
    case 'worse_than_baseline':
      return `${worseThan(assessment)} is worse than the baseline.`;
    case 'definition_query':
      return assessment.doubts.map(({ sentence }) => sentence).join(' ');
    case 'multi_year':
      return multiYear(measure);
    case 'comparability_break':
      return `The figure cannot be compared with ${breakWords(measure)}.`;
  }
};

/** What is small about the numbers a figure rests on; empty where they are not. */
export const smallNumbersLine = (assessment: Assessment): string =>
  assessment.qualifiers.includes('small_numbers') ? smallNumbers(assessment) : '';

const smallNumbers = (assessment: Assessment): string =>
  isWithheld(assessment)
    ? 'Small numbers.'
    : `Small numbers: ${smallReasons(assessment).join('; ')}.`;

const multiYear = ({ target }: Measure): string => {
  const last = finalYearOf(target);
  return `The target runs over ${target.years} years${last === null ? '' : `, to ${printYear(last)}`}.`;
};

const worseThan = (assessment: Assessment): string => {
  const { onBaseline, measure, quarter } = assessment;
  if (onBaseline === null || isWithheld(assessment)) return 'The figure';
  const pace = measure.kind === 'flow' && quarter.number !== 4 ? ' a year at this rate' : '';
  return `${printValue(onBaseline.value, measure.unit)}${pace}`;
};

const smallReasons = (assessment: Assessment): readonly string[] => {
  const { measure, readings, figure } = assessment;
  return smallBecause(figure, { measure, readings }).map((because) =>
    smallReason(because, measure, figure),
  );
};

const smallReason = (
  because: SmallBecause,
  measure: Measure,
  figure: Assessment['figure'],
): string => {
  switch (because) {
    case 'one_case':
      return 'one case more or fewer would change the position';
    case 'few_cases':
      return `there ${casesIn(figure) === '1 case' ? 'was' : 'were'} ${casesIn(figure)}, fewer than ${measure.minimumBase}`;
    case 'stated':
      return 'the return says that few cases stand behind this figure';
    case 'small_target':
      return `the target for the whole year is below ${measure.minimumBase}`;
  }
};
