import type { Quarter, QuarterNumber } from '../domain/calendar/calendar.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import { decimal } from '../domain/decimal.ts';
import type { Answer, NothingReason } from '../domain/figure.ts';
import type { Measure, Programme } from '../domain/measure.ts';

/** What a lead says in a later quarter: a number as typed, or why there is none, and a comment. */
type Said = readonly [answer: string | NothingReason, commentary?: string];

/**
 * Returns for the rest of the year, so that a year can be walked through. They are invented: the
 * council's report only has the first quarter.
 */
const INVENTED: Readonly<Record<2 | 3 | 4, Readonly<Record<string, Said>>>> = {
  2: {
    '1.1': [
      '84',
      'Invented: two schools changed how they report; a triage panel starts in October.',
    ],
    '1.2': ['3'],
    '2.1': ['71'],
    '2.2': ['92'],
    '2.3': ['86'],
    '2.4': ['29', 'Invented: a link worker now meets prison leavers at the gate.'],
    '2.5': ['0.81'],
    '3.1': ['1.62'],
    '3.2': ['76'],
    '4.1': ['17'],
    '4.2a': ['86'],
    '4.2b': ['71'],
    '4.2c': ['64'],
    '4.2d': ['100'],
    '4.2e': ['96'],
    '4.3': ['100'],
    '5.1': ['14', 'Invented: referrals rose once the leaflet reached surgeries.'],
    '5.2': ['6'],
    '5.3': ['5.4'],
    '5.4': ['100'],
    '5.5': ['92'],
  },
  3: {
    '1.1': ['66', 'Invented: the triage panel has diverted 21 young people.'],
    '1.2': ['5'],
    '2.1': ['68'],
    '2.2': ['88'],
    '2.3': ['88'],
    '2.4': ['38', 'Invented: three points short; the worker’s post is agreed to March.'],
    '2.5': ['0.9'],
    '3.1': ['1.9'],
    '3.2': ['70', 'Invented: two officers were away in December.'],
    '4.1': ['12'],
    '4.2a': ['88'],
    '4.2b': ['75'],
    '4.2c': ['70'],
    '4.2d': ['100'],
    '4.2e': ['100'],
    '4.3': ['no_cases'],
    '5.1': ['19'],
    '5.2': ['8'],
    '5.3': ['5.7', 'Invented: a rise over Christmas, as in most years.'],
    '5.4': ['100'],
    '5.5': ['100'],
  },
  4: {
    '1.1': ['52'],
    '1.2': ['4'],
    '2.1': ['66'],
    '2.2': ['90'],
    '2.3': ['89'],
    '2.4': ['42'],
    '2.5': ['1.02'],
    '3.1': ['1.8'],
    '3.2': ['78'],
    '4.1': ['10'],
    '4.2a': ['90'],
    '4.2b': ['74'],
    '4.2c': ['72'],
    '4.2d': ['100'],
    '4.2e': ['100'],
    '4.3': ['94', 'Invented: one of 17 callers was rung back a day late.'],
    '5.1': ['21'],
    '5.2': ['7'],
    '5.3': ['5.5'],
    '5.4': ['100'],
    '5.5': ['100'],
  },
};

/** The invented returns of one quarter for every project; none for the first, which is on record. */
export const laterReturns = (
  { projects }: Programme,
  quarter: Quarter,
): readonly ImportedSubmission[] => {
  const { number } = quarter;
  if (!isLater(number)) return [];
  const said = INVENTED[number];
  return projects.map((project) => ({
    projectNumber: project.number,
    quarter,
    by: project.leads[0] ?? null,
    filedOn: null,
    additionalInformation: null,
    figures: project.measures.flatMap((measure) => {
      const answered = said[measure.ref];
      return answered === undefined
        ? []
        : [{ ref: measure.ref, figure: figureOf(answered, measure) }];
    }),
  }));
};

const isLater = (number: QuarterNumber): number is 2 | 3 | 4 => number !== 1;

const figureOf = ([answer, commentary]: Said, measure: Measure) => ({
  answer: answerOf(answer, measure),
  provisional: false,
  commentary: commentary ?? null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
});

const answerOf = (said: Said[0], { kind }: Measure): Answer => {
  switch (said) {
    case 'not_available':
      return { kind: said, expected: null };
    case 'no_cases':
    case 'not_started':
    case 'not_due':
      return { kind: said };
    default:
      return {
        kind: 'number',
        value: decimal(said),
        share: null,
        basis: kind === 'flow' ? 'this_quarter' : null,
      };
  }
};
