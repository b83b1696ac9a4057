export const PERSONAL_KINDS = [
  'name',
  'date_of_birth',
  'address',
  'phone',
  'email',
  'case_reference',
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

interface Words {
  readonly kind: PersonalKind;
  /** What one of them is called to the people who read of it, and several. */
  readonly one: string;
  readonly several: string;
}

/** Everything that is looked for, most telling first: where two readings overlap, the first stands. */
export const SORTS = {
  email: { kind: 'email', one: 'an e-mail address', several: 'e-mail addresses' },
  national_insurance: {
    kind: 'case_reference',
    one: 'a National Insurance number',
    several: 'National Insurance numbers',
  },
  nhs_number: { kind: 'case_reference', one: 'an NHS number', several: 'NHS numbers' },
  case_reference: { kind: 'case_reference', one: 'a case reference', several: 'case references' },
  phone: { kind: 'phone', one: 'a phone number', several: 'phone numbers' },
  date_of_birth: { kind: 'date_of_birth', one: 'a date of birth', several: 'dates of birth' },
  postcode: { kind: 'address', one: 'a full postcode', several: 'full postcodes' },
  address: { kind: 'address', one: 'a postal address', several: 'postal addresses' },
  name: { kind: 'name', one: "a person's name", several: "people's names" },
  initials: { kind: 'name', one: "a person's initials", several: "people's initials" },
} as const satisfies Readonly<Record<string, Words>>;
export type Sort = keyof typeof SORTS;

/** Where in a plain text something of a sort seems to stand: `start` included, `end` not. */
export interface Found {
  readonly sort: Sort;
  readonly start: number;
  readonly end: number;
}

/** Every match of this pattern as something of this sort. */
export const matchesOf = (sort: Sort, pattern: RegExp, text: string): readonly Found[] =>
  [...text.matchAll(pattern)].map((match) => foundIn(sort, match));

/** The whole match, or its one group where the words around that only point there. */
export const foundIn = (sort: Sort, match: RegExpExecArray): Found => {
  const whole = match[0];
  const part = match[1] ?? whole;
  const start = match.index + whole.lastIndexOf(part);
  return { sort, start, end: start + part.length };
};
