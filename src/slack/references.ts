import type { SubmissionKey } from '../application/open-return.ts';
import type { StatusRequest } from '../application/status-request.ts';
import { FORM_PURPOSES, type FormPurpose } from '../application/submission-form.ts';
import type { Quarter, QuarterNumber } from '../domain/calendar/calendar.ts';

/** What a status button asks about. Everything in it is looked up and checked again. */
export interface StatusReference {
  readonly scope: Extract<StatusRequest['scope'], { kind: 'programme' | 'project' | 'measure' }>;
  readonly quarter: Quarter;
}

/** `1|2|2015|1`: programme, project, year and quarter, as a button's value or a form's metadata carries them. */
export const writeSubmissionKey = (key: SubmissionKey): string =>
  [key.programmeId, key.projectNumber, key.quarter.year, key.quarter.number].join('|');

/** Null for anything that is not such a key: values come back from clients and may be forged. */
export const readSubmissionKey = (text: string): SubmissionKey | null => {
  const match = /^(\d{1,9})\|(\d{1,4})\|(\d{4})\|([1-4])$/.exec(text);
  if (match === null) return null;
  return {
    programmeId: Number(match[1]),
    projectNumber: Number(match[2]),
    quarter: quarterFrom(match[3], match[4]),
  };
};

/** Which form a button opens: for which return, to do what, and at which measure's question. */
export interface FormReference {
  readonly key: SubmissionKey;
  readonly purpose: FormPurpose;
  /** Null opens it where this person was last. */
  readonly ref: string | null;
}

/** `1|2|2015|1` to file, as buttons have always had it; `1|2|2015|1|correct|2.4` for the rest. */
export const writeFormReference = ({ key, purpose, ref }: FormReference): string =>
  purpose === 'file' && ref === null
    ? writeSubmissionKey(key)
    : [writeSubmissionKey(key), purpose, ref ?? ''].join('|');

export const readFormReference = (text: string): FormReference | null => {
  const match = /^([\d|]{1,40}?)(?:\|([a-z_]{1,20})\|([0-9a-z.]{0,12}))?$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  const purpose = FORM_PURPOSES.find((each) => each === (match?.[2] ?? 'file'));
  return key === null || purpose === undefined ? null : { key, purpose, ref: match?.[3] || null };
};

/** `measure|2.4|2015|1`, `project|2|2015|1` or `programme||2015|1`. */
export const writeStatusReference = ({ scope, quarter }: StatusReference): string =>
  [scope.kind, nameOf(scope), quarter.year, quarter.number].join('|');

export const readStatusReference = (text: string): StatusReference | null => {
  const match = /^(measure|project|programme)\|([0-9a-z.]{0,12})\|(\d{4})\|([1-4])$/.exec(text);
  if (match === null) return null;
  const [, kind, name = '', year, number] = match;
  const quarter = quarterFrom(year, number);
  if (kind === 'programme') return { scope: { kind: 'programme' }, quarter };
  if (kind === 'project') {
    return /^\d{1,4}$/.test(name)
      ? { scope: { kind: 'project', number: Number(name) }, quarter }
      : null;
  }
  return name === '' ? null : { scope: { kind: 'measure', ref: name }, quarter };
};

const nameOf = (scope: StatusReference['scope']): string => {
  switch (scope.kind) {
    case 'programme':
      return '';
    case 'project':
      return String(scope.number);
    case 'measure':
      return scope.ref;
  }
};

const quarterFrom = (year: string | undefined, number: string | undefined): Quarter => ({
  year: Number(year),
  number: Number(number) as QuarterNumber,
});
