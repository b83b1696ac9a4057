import { printQuarter, printYear } from '../calendar/calendar.ts';
import { decimal } from '../decimal.ts';
import type { Assessment } from '../judging/assessment.ts';
import { targetOf } from '../judging/needed.ts';
import { finalYearOf } from '../judging/target-years.ts';
import type { Measure, MeasureTarget } from '../measure.ts';
import { printBareNeed, printNeed, printValue } from './print-value.ts';

/** Whether the years of the target have levels of their own. */
export const hasYears = ({ path }: MeasureTarget): boolean => path.kind !== 'whole';

/** ` over 3 years`, ` by 2017/18`, ` for the year`; nothing for the level of a single year. */
export const spanWords = ({ kind, target }: Measure): string => {
  const last = finalYearOf(target);
  if (target.years > 1) {
    return last === null ? ` over ${target.years} years` : ` by ${printYear(last)}`;
  }
  return kind === 'flow' ? ' for the year' : '';
};

/** A reason that somebody wrote, to stand inside a sentence of ours. */
const clause = (text: string): string => text.trim().replace(/[.\s]+$/, '');

/** `figures from before Q2 2015/16 (a new system)`, whose figures cannot be set against later ones. */
export const breakWords = ({ comparableFrom }: Measure): string => {
  if (comparableFrom === null) return 'earlier quarters';
  const { from, reason } = comparableFrom;
  return `figures from before ${printQuarter(from)}${reason === null ? '' : ` (${clause(reason)})`}`;
};

/** `; revised from Q3 2015/16: fewer referrals`; nothing for the plan's own target. */
export const revisedWords = ({ revision }: MeasureTarget): string =>
  revision === null
    ? ''
    : `; revised from ${printQuarter(revision.from)}: ${clause(revision.reason)}`;

/** Who set the level and since when, in the council's own words where it has some. */
export const targetOrigin = ({ measure, quarter, definedBy }: Assessment): string => {
  const { rule, text, revision } = measure.target;
  const words = text === null ? '' : `, in the council's words: “${text}”`;
  if (revision !== null) {
    const by = revision.by === null ? '' : ` by ${clause(revision.by)}`;
    return `Target revised${by} from ${printQuarter(revision.from)} on${words}. Reason: ${clause(revision.reason)}. Quarters before that are judged by the target they had.`;
  }
  if (text === null && (rule.kind === 'none' || definedBy === null)) return '';
  const by = definedBy === null ? '' : `, set by ${clause(definedBy)}`;
  return `Target of the ${printYear(quarter.year)} plan${by}${words}.`;
};

/** Of a target over several years, the level of this one and where it comes from. */
export const yearWorking = ({ measure, quarter: { year }, target }: Assessment): string => {
  const { path, years } = measure.target;
  const whole = targetOf(measure);
  if (target === null || whole === null || path.kind === 'whole') return '';
  const level = printNeed(target, measure.unit);
  const last = finalYearOf(measure.target) ?? year;
  const goal = `${printBareNeed(whole, measure.unit)} in ${printYear(last)}`;
  if (path.kind === 'milestones') {
    const milestone = path.levels.findLast((each) => each.year <= year) ?? path.levels[0];
    const of = printYear(milestone?.year ?? year);
    const when =
      milestone === undefined || milestone.year === year
        ? `the milestone for ${of}`
        : `the milestone ${milestone.year < year ? `of ${of}, which holds until the next` : `for ${of}, the first there is`}`;
    return `This year: ${level}, ${when}, on the way to ${goal}.`;
  }
  const step = Math.min(Math.max(year - path.from + 1, 1), years);
  const from =
    measure.baseline.kind === 'known'
      ? printValue(decimal(measure.baseline.value), measure.unit)
      : 'the baseline';
  return `This year: ${level}, step ${step} of ${years} on a straight line from ${from} to ${goal}.`;
};
