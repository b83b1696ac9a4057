import type { Answer } from '../domain/figure.ts';
import { unlessRemoved } from '../domain/removed-text.ts';
import { draftedFor } from './draft.ts';
import { ADDITIONAL_INFORMATION, type EntryField, fieldKey } from './entry-fields.ts';
import { ATTACHMENT, GIVEN_BY, RECEIVED_BY } from './filing-particulars.ts';
import type { DraftValues, Json } from './ports.ts';
import { recordedText } from './recorded-text.ts';
import type { FormMeasure, SubmissionForm } from './submission-form.ts';

/** What a form starts with: what stands on record, and over it what has been typed and not filed. */
export const startingValues = (form: SubmissionForm): DraftValues => ({
  // In Q1 the quarter is the year so far: nothing is asked, so nothing may be remembered into it.
  ...(form.key.quarter.number === 1
    ? {}
    : Object.fromEntries(form.measures.flatMap(rememberedBasis))),
  ...recordedValues(form),
  ...draftedFor(form.draft, form.person.id),
  // What is said of the whole return is past with it, whatever was typed and left.
  ...(form.onlyBehind ? { [ADDITIONAL_INFORMATION]: informationOf(form) } : {}),
});

/** What the record holds, field by field. */
export const recordedValues = (form: SubmissionForm): DraftValues => ({
  ...Object.fromEntries(form.measures.flatMap(recordedFields)),
  [ADDITIONAL_INFORMATION]: informationOf(form),
  ...handedOver(form),
});

const informationOf = ({ submission }: SubmissionForm): string | null =>
  submission?.filing?.additionalInformation ?? null;

/** Who gave the figures before is most likely who gives them again. */
const handedOver = ({ purpose, submission }: SubmissionForm): DraftValues => {
  const onBehalf = submission?.filing?.onBehalf ?? null;
  return purpose !== 'file_on_behalf' || onBehalf === null
    ? {}
    : {
        [GIVEN_BY]: unlessRemoved(onBehalf.givenBy),
        [RECEIVED_BY]: onBehalf.received,
        [ATTACHMENT]: unlessRemoved(onBehalf.attachment),
      };
};

type Entry = readonly [string, Json];

const recordedFields = ({ measure, current }: FormMeasure): readonly Entry[] => {
  if (current === null) return [];
  const at = (field: EntryField, value: Json): Entry => [fieldKey(field, measure.ref), value];
  const { answer, commentary, provisional, awaited, action } = current;
  const basis = basisOf(answer);
  return [
    ...(basis === null ? [] : [at('basis', basis)]),
    answer.kind === 'number'
      ? at('value', recordedText(answer, measure.unit))
      : at('nothing', answer.kind),
    at('commentary', commentary),
    at('provisional', provisional),
    ...(answer.kind === 'not_available' && answer.expected !== null
      ? [at('expected', answer.expected.toString())]
      : []),
    ...(awaited === null
      ? []
      : [at('awaited', awaited.what), at('final-by', awaited.finalBy.toString())]),
    ...(action === null
      ? []
      : [
          at('action-what', action.what),
          at('action-who', action.who),
          at('action-by', action.by.toString()),
        ]),
  ];
};

/** The basis is asked each time and remembered, since a lead counts the same way every quarter. */
const rememberedBasis = ({ measure, lastQuarter }: FormMeasure): readonly Entry[] => {
  const basis = lastQuarter === null ? null : basisOf(lastQuarter.answer);
  return basis === null ? [] : [[fieldKey('basis', measure.ref), basis]];
};

const basisOf = (answer: Answer): string | null => (answer.kind === 'number' ? answer.basis : null);
