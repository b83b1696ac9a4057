import { type Found, foundIn, type Sort } from './found.ts';

const BEFORE = String.raw`(?<![\p{L}\d/£$€#-]|\d[.,])`;
const AFTER = String.raw`(?![\p{L}\d/]|[.,-]\d|%)`;
const shaped = (shape: string, flags = 'gu'): RegExp =>
  new RegExp(`${BEFORE}(?:${shape})${AFTER}`, flags);

const NO_PREFIX = '(?!BG|GB|NK|KN|TN|NT|ZZ)';
const PREFIX = '[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]';
/** What has the shape of one number and of nothing else, whatever stands around it. */
const SHAPES: ReadonlyArray<readonly [Sort, RegExp]> = [
  ['national_insurance', shaped(`${NO_PREFIX}${PREFIX}(?:[ -]?\\d\\d){3}[ -]?[A-D]`)],
  ['national_insurance', shaped(`${NO_PREFIX}${PREFIX}\\d{6}[A-D]`, 'giu')],
  [
    'case_reference',
    shaped(
      [
        // Police National Computer, criminal records office, probation, prison.
        '(?:(?:19|20)\\d\\d|\\d\\d)/\\d{4,7}[A-Za-z]',
        '\\d{4,6}/\\d\\d[A-Z]',
        'SF\\d\\d/\\d{3,6}[A-Z]',
        '[A-Z]\\d{6}',
        '[A-Z]\\d{4}[A-Z]{2}',
        // Case files of police and prosecutors, crime reports, courts.
        '\\d\\d/?[A-Z][A-Z\\d]/?\\d{4,5}/?\\d\\d',
        '\\d{6,7}/\\d\\d',
        '\\d\\d/\\d{4,7}/\\d\\d',
        'CAD ?\\d{3,5}(?:/\\d\\d?[A-Za-z]{3}\\d\\d)?',
        '[TSAU]20\\d{6}',
        // Pupils and drivers.
        '[A-Z]\\d{12}',
        '[A-Z9]{5}\\d{6}[A-Z9]{2}\\d[A-Z]{2}',
      ].join('|'),
    ),
  ],
];

const CONNECTED = String.raw`\s?(?:\b(?:is|was)\b|[:=#(-])?\s?`;
const REFERENCE_WORDS = String.raw`(?:\s?(?:\b(?:reference|ref|number|numb|num|nos?|id|code|record|file)\b\.?|#))`;
// Letters may stand before the digits and between them; `1,234` and `12.5` are figures.
const TOKEN = String.raw`((?=[A-Z]{0,5}[/-]?\d)[A-Z\d](?:[A-Z\d]|[/-](?=[A-Z\d])| (?=\d)){2,24})${AFTER}`;

const SYSTEMS =
  'CRN|PNC(?: ?ID)?|PNCID|CRO|URN|UPN|ULN|NOMS(?: ?ID)?|NINO|NI|CRIS|Merlin|OASys|N?Delius|YOIS|ChildView|Careworks|Mosaic|Framework-?i|Liquid ?Logic|LCS|ICS|E-?CINS|Flare|Civica|CareFirst|RiO|SystmOne|Northgate|Asset(?:Plus)?';
const NUMBERED =
  'case|crime|custody|incident|court|client|service user|offender|victim|young person|YP|suspect|defendant|patient|hospital|prison(?:er)?|tenan(?:cy|t)|case ?file|file|matter|referral|MARAC|MAPPA|IOM|YOS|YOT|probation|police|social (?:care|services)|housing|council tax|rent account|account|passport|driving licen[cs]e|warrant|arrest|summons|pupil|learner|NHS|National Insurance|unique reference|URN|CAD|our|your|their|his|her';
const NOT_ABOUT_PEOPLE =
  'contract|report|policy|minute|agenda|measure|target|indicator|KPI|grant|budget|job|order|purchase|invoice|project|outcome|table|figure|page|terms of|with|in|by|document|planning';

const LABELLED: ReadonlyArray<{ readonly pattern: RegExp; readonly fewest: number }> = [
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${SYSTEMS})${REFERENCE_WORDS}{1,3}${CONNECTED}${TOKEN}`,
      'giu',
    ),
    fewest: 3,
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\d])(?:${SYSTEMS})${CONNECTED}${TOKEN}`, 'giu'),
    fewest: 5,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:${NUMBERED})${REFERENCE_WORDS}{1,3}${CONNECTED}${TOKEN}`,
      'giu',
    ),
    fewest: 3,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d]|\b(?:${NOT_ABOUT_PEOPLE}) )(?:ref|reference)(?: (?:no|num|number|id))?\b\.?${CONNECTED}${TOKEN}`,
      'giu',
    ),
    fewest: 4,
  },
  // "Client X1234", "Case 4471": a code in place of a name still leads to the person.
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\d])(?:client|(?<!\bin )case|YP|young person|service user|offender|victim|pupil|nominal|prisoner)\s#?((?=[A-Z]{0,5}\d)[A-Z\d]{4,14})${AFTER}`,
      'giu',
    ),
    fewest: 4,
  },
];

// A year, a financial year, a quarter's figures: `2015`, `2014/15`, `2014-2015`.
const PERIOD = /^(?:19|20)\d\d(?:[/-](?:\d\d|(?:19|20)\d\d))?$/;
const NHS_NUMBER = new RegExp(`${BEFORE}\\d{3}[ -]\\d{3}[ -]\\d{4}${AFTER}`, 'gu');
const SAYS_NHS = /^NHS\b/i;
const SAYS_INSURANCE = /^(?:NI|NINO|National Insurance)\b/i;

/** Numbers under which police, courts, prisons, probation, health and councils keep a person's case. */
export const caseReferencesIn = (text: string): readonly Found[] => [
  ...SHAPES.flatMap(([sort, pattern]) =>
    [...text.matchAll(pattern)].map((match) => foundIn(sort, match)),
  ),
  ...[...text.matchAll(NHS_NUMBER)]
    .filter(([whole]) => hasCheckDigit(whole.replace(/\D/g, '')))
    .map((match) => foundIn('nhs_number', match)),
  ...LABELLED.flatMap(({ pattern, fewest }) =>
    [...text.matchAll(pattern)]
      .filter(([, token]) => isReference(token ?? '', fewest))
      .map((match) => foundIn(sortOf(match[0]), match)),
  ),
];

const isReference = (token: string, fewest: number): boolean =>
  token.replace(/\D/g, '').length >= fewest && !PERIOD.test(token);

const sortOf = (labelled: string): Sort => {
  if (SAYS_NHS.test(labelled)) return 'nhs_number';
  return SAYS_INSURANCE.test(labelled) ? 'national_insurance' : 'case_reference';
};

/** Whether ten digits end in the check digit of an NHS number (modulus 11). */
const hasCheckDigit = (digits: string): boolean => {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
};
