import type { DraftValues, Json } from '../../application/ports.ts';
import { ADDITIONAL_INFORMATION, fieldKey } from '../../application/read-entries.ts';
import type { FormMeasure, SubmissionForm } from '../../application/submission-form.ts';
import type { Answer } from '../../domain/figure.ts';

/** What a form starts with: what stands on record, and over it what this person typed and has not filed. */
export const startingValues = (form: SubmissionForm): DraftValues => ({
  ...Object.fromEntries(form.measures.flatMap(recordedFields)),
  ...(form.submission?.filing?.additionalInformation == null
    ? {}
    : { [ADDITIONAL_INFORMATION]: form.submission.filing.additionalInformation }),
  ...form.draft,
});

const recordedFields = ({ measure, current, lastQuarter }: FormMeasure): Array<[string, Json]> => {
  const at = (field: Parameters<typeof fieldKey>[0], value: Json): [string, Json] => [
    fieldKey(field, measure.ref),
    value,
  ];
  // The basis is asked each time and remembered, since a lead counts the same way every quarter.
  const remembered = basisOf(current?.answer) ?? basisOf(lastQuarter?.answer);
  const basis = remembered === null ? [] : [at('basis', remembered)];
  if (current === null) return basis;
  return [
    ...basis,
    current.answer.kind === 'number'
      ? at('value', asTyped(current.answer))
      : at('nothing', current.answer.kind),
    at('commentary', current.commentary),
    at('provisional', current.provisional),
  ];
};

const basisOf = (answer: Answer | undefined): string | null =>
  answer?.kind === 'number' ? answer.basis : null;

const asTyped = ({ value, share }: Extract<Answer, { kind: 'number' }>): string =>
  share === null ? value.toFixed() : `${share.numerator.toFixed()}/${share.denominator.toFixed()}`;
