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

/** Whether the commentary on this figure seems to tell who somebody is. */
export const personalCommentary = ({ measure, quarter, figure }: Assessment): Question | null => {
  const commentary = figure?.commentary ?? null;
  if (commentary === null) return null;
  return personalQuestion(
    `The commentary on ${measure.ref}`,
    personalDataIn(commentary, quarter.year),
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
