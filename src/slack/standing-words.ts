import type { Standing } from '../application/assess.ts';
import { printQuarter, type Quarter } from '../domain/calendar/calendar.ts';
import { JUDGED_POSITIONS, type Position } from '../domain/judging/assessment.ts';
import { outcomeVerdict } from '../domain/wording/outcome-words.ts';
import { isSettled, positionSymbol } from '../domain/wording/position-words.ts';

/** What needs somebody first, what is well last. */
const WORST_FIRST: readonly Position[] = [
  'off_track',
  'marginal',
  'query',
  'withheld',
  'awaiting',
  'not_available',
  'not_started',
  'no_cases',
  'on_track',
  'exceeding',
  'no_target',
  'not_due',
];

const COUNT_WORDS: Readonly<Record<Position, string>> = {
  off_track: 'off track',
  marginal: 'marginal',
  exceeding: 'ahead',
  on_track: 'on track',
  not_started: 'not started',
  no_cases: 'no cases',
  not_available: 'not yet available',
  awaiting: 'awaiting figures',
  not_due: 'not due yet',
  query: 'without a verdict',
  withheld: 'withheld',
  no_target: 'without a target',
};

/** Once the year of a target is over it was met or it was not. */
const SETTLED_WORDS: Readonly<Partial<Record<Position, string>>> = {
  off_track: 'not met',
  marginal: 'narrowly missed',
  exceeding: 'exceeded',
  on_track: 'met',
};

/** Off track first; measures of one position stay in catalogue order. */
export const worstFirst = (standings: readonly Standing[]): readonly Standing[] => {
  const rank = ({ assessment }: Standing): number => WORST_FIRST.indexOf(assessment.position);
  return [...standings].sort((a, b) => rank(a) - rank(b));
};

const countAt = (standings: readonly Standing[], position: Position): number =>
  standings.filter(({ assessment }) => assessment.position === position).length;

/** `1 marginal, 4 without a target`, in this order; positions nobody holds are left out. */
const countWords = (
  standings: readonly Standing[],
  positions: readonly Position[],
): readonly string[] =>
  positions.flatMap((position) => {
    const at = standings.filter(({ assessment }) => assessment.position === position);
    const settled = at.filter(({ assessment }) => isSettled(assessment)).length;
    const word = COUNT_WORDS[position];
    return [
      ...(settled > 0 ? [`${settled} ${SETTLED_WORDS[position] ?? word}`] : []),
      ...(at.length > settled ? [`${at.length - settled} ${word}`] : []),
    ];
  });

const GROUPS: ReadonlyArray<readonly Position[]> = [
  ['off_track'],
  ['marginal'],
  ['exceeding', 'on_track'],
  [
    'not_started',
    'no_cases',
    'no_target',
    'not_available',
    'awaiting',
    'not_due',
    'withheld',
    'query',
  ],
];

/** `🟢 8 ahead, 3 on track · ⚪ 1 not started, 4 without a target`; `without` leaves out what is listed already. */
export const countsLine = (
  standings: readonly Standing[],
  without: readonly Position[] = [],
): string =>
  GROUPS.flatMap((group) => {
    const wanted = group.filter((position) => !without.includes(position));
    const [first] = wanted;
    const words = countWords(standings, wanted);
    return first === undefined || words.length === 0
      ? []
      : [`${positionSymbol(first)} ${words.join(', ')}`];
  }).join(' · ');

/** `Q1 2015/16: 11 of 15 judged measures are where they need to be; 3 are off track.` */
export const summarySentence = (
  quarter: Quarter,
  standings: readonly Standing[],
  about = '',
): string => {
  const [judged, well] = [countJudged(standings), countWell(standings)];
  const name = `${about}${printQuarter(quarter)}`;
  if (judged === 0) return `${name}: ${nothingJudged(standings)}.`;
  const open = toCome(standings);
  if (judged === 1) return `${name}: the one judged measure ${onlyOne(standings)}${open}.`;
  const is = well === 1 ? 'is where it needs' : 'are where they need';
  const needed =
    quarter.number === 4
      ? `ended the year where ${well === 1 ? 'it' : 'they'} needed to be`
      : `${is} to be`;
  return `${name}: ${howMany(well, judged)} judged measures ${needed}${behind(quarter, standings)}${open}.`;
};

const howMany = (well: number, judged: number): string => {
  if (well === 0) return `none of ${judged}`;
  if (well < judged) return `${well} of ${judged}`;
  return judged === 2 ? 'both' : `all ${judged}`;
};

const nothingJudged = (standings: readonly Standing[]): string =>
  countAt(standings, 'awaiting') === standings.length
    ? 'no figures have been filed yet'
    : `no measure can be judged yet${toCome(standings)}`;

/** Without it, "all 2 judged measures are where they need to be" would sound like the whole. */
const toCome = (standings: readonly Standing[]): string => {
  const count = countAt(standings, 'awaiting') + countAt(standings, 'not_available');
  return count === 0 ? '' : `; ${count} ${count === 1 ? 'has' : 'have'} no figure yet`;
};

const onlyOne = (standings: readonly Standing[]): string =>
  countWell(standings) === 1
    ? 'is where it needs to be'
    : `is ${COUNT_WORDS[countAt(standings, 'off_track') === 1 ? 'off_track' : 'marginal']}`;

const countJudged = (standings: readonly Standing[]): number =>
  JUDGED_POSITIONS.reduce((total, position) => total + countAt(standings, position), 0);

const countWell = (standings: readonly Standing[]): number =>
  countAt(standings, 'exceeding') + countAt(standings, 'on_track');

/** `; 3 are off track`, or the marginal ones where nothing is worse; once the year is over, `; 4 did not`. */
const behind = (quarter: Quarter, standings: readonly Standing[]): string => {
  const worst = (['off_track', 'marginal'] as const).find((each) => countAt(standings, each) > 0);
  if (worst === undefined) return '';
  if (quarter.number === 4) return `; ${countJudged(standings) - countWell(standings)} did not`;
  const count = countAt(standings, worst);
  return `; ${count} ${count === 1 ? 'is' : 'are'} ${COUNT_WORDS[worst]}`;
};

/** `4.2 is not where it needs to be. Of its 5 parts: 1 marginal, 4 without a target.` */
export const partsSentence = (ref: string, standings: readonly Standing[]): string => {
  const outcome = standings[0]?.outcome ?? null;
  const verdict = outcome === null ? 'cannot be judged yet' : outcomeVerdict(outcome);
  const counts = countWords(standings, WORST_FIRST).join(', ');
  return `${ref} ${verdict}. Of its ${counted(standings.length, 'part')}: ${counts}.`;
};

/** `1.1, 1.2 and 14 more`. */
export const listUpTo = (items: readonly string[], most: number): string =>
  items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

/** `1 measure`, `7 measures`. */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : `${noun}s`}`;
