import type { Assessment } from '../judging/assessment.ts';
import {
  type PersonalData,
  personalDataIn,
  withoutPersonalData,
} from '../personal-data/personal-data-in.ts';
import { tellHeld } from '../personal-data/tell-held.ts';
import type { Question } from './question.ts';

const ASK =
  "Take it out, for example write “a young person” instead; or confirm that it is nobody's own: a place, an organisation, a published contact.";

/**
 * Whether what is said of this figure seems to tell who somebody is: its commentary, what is being done
 * about it, and what it waits for. The committee and the channel read all three.
 */
export const personalWords = ({ measure, quarter, figure }: Assessment): readonly Question[] => {
  if (figure === null) return [];
  const { commentary, action, awaited } = figure;
  const said = [
    { where: `The commentary on ${measure.ref}`, words: commentary },
    {
      where: `What is being done about ${measure.ref}`,
      words: action === null ? null : `${action.what}\n${action.who}`,
    },
    { where: `What is awaited for ${measure.ref}`, words: awaited?.what ?? null },
  ];
  return said.flatMap(({ where, words }) =>
    words === null ? [] : (personalQuestion(where, personalDataIn(words, quarter.year)) ?? []),
  );
};

/** The same of a return's additional information; `year` is the financial year of its quarter. */
export const personalInformation = (information: string, year: number): Question | null =>
  personalQuestion('The additional information', personalDataIn(information, year));

/** The question is kept and sent on, so it never repeats what it is about. */
const personalQuestion = (where: string, held: PersonalData): Question | null =>
  held.data.length === 0
    ? null
    : {
        code: 'personal_data',
        found: `${where} seems to hold ${tellHeld(held)}.`,
        ask: ASK,
        meant: null,
      };

/** The figure's words with an ellipsis for whatever in them seems personal: only these are quoted. */
export const quotable = (assessment: Assessment): Assessment => {
  const { figure, quarter } = assessment;
  if (figure === null) return assessment;
  const { commentary, judgement } = figure;
  return {
    ...assessment,
    figure: {
      ...figure,
      commentary: commentary === null ? null : withoutPersonal(commentary, quarter.year),
      judgement: judgement === null ? null : withoutPersonal(judgement, quarter.year),
    },
  };
};

/** These words with an ellipsis for whatever in them seems personal; as they were where nothing does. */
export const withoutPersonal = (words: string, year: number): string => {
  const held = personalDataIn(words, year);
  return held.data.length === 0 ? words : withoutPersonalData(held);
};
