import { type Found, foundIn } from './found.ts';

const GAP = '[ ().-]{0,3}';
const BEFORE = String.raw`(?<![\d£$€/+#]|[\d.,/-][.,/-])`;
const AFTER = String.raw`(?!\d|[.,/-]\d|%| ?per cent)`;
// Homes and mobiles have numbers in 01, 02 and 07; what begins with 03 or 08 belongs to organisations.
const NATIONAL = new RegExp(String.raw`${BEFORE}\(?0[127](?:${GAP}\d){8,9}${AFTER}`, 'g');
const OF_BRITAIN = new RegExp(
  String.raw`(?:\+|(?<!\d)00)${GAP}44${GAP}(?:0${GAP})?[127](?:${GAP}\d){8,9}${AFTER}`,
  'g',
);
const FROM_ABROAD = new RegExp(String.raw`(?<![\d+])\+(?!44)[1-9](?:${GAP}\d){9,13}${AFTER}`, 'g');
// "Tel. 8359 2000": what is called a phone number needs no code.
const LABELLED = new RegExp(
  String.raw`\b(?:tel|telephone|phone|mobile|mob|cell|whatsapp|landline|fax)\b\.?(?: (?:no|num|number|is|was|on|at)\b){0,3}\.?[ :=-]{0,3}(\(?\d(?:${GAP}\d){5,13})${AFTER}`,
  'gi',
);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Phone numbers as they are written in Britain, and any after a plus sign. */
export const phonesIn = (text: string): readonly Found[] => [
  ...[...text.matchAll(NATIONAL)]
    .filter(([whole]) => isGroupedLikeOne(whole))
    .map((match) => foundIn('phone', match)),
  ...[OF_BRITAIN, FROM_ABROAD].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => foundIn('phone', match)),
  ),
  ...[...text.matchAll(LABELLED)]
    .filter(([, number]) => isOwn(digitsOf(number ?? '')))
    .map((match) => foundIn('phone', match)),
];

/**
 * A code of three digits or more first, then groups of two or more: `01.02.2015 10` and a row of
 * figures are no phone numbers.
 */
const isGroupedLikeOne = (written: string): boolean => {
  const [code = '', ...rest] = written.match(/\d+/g) ?? [];
  const isMobile = code === '07' && rest.length <= 3;
  return (code.length >= 3 || isMobile) && rest.every((group) => group.length >= 2);
};

const isOwn = (digits: string): boolean => !/^0[389]/.test(digits) && !isRowOfYears(digits);

const isRowOfYears = (digits: string): boolean => /^(?:(?:19|20)\d\d){1,3}$/.test(digits);
