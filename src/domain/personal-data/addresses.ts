import { type Found, foundIn, matchesOf } from './found.ts';
import { MONTH } from './printed-dates.ts';

// The areas Royal Mail uses, so that `Q1 2AB` or a code of a scheme is no postcode.
const AREAS =
  'A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE';
const OUTWARD = String.raw`(?<![\p{L}\d/-])(?:${AREAS})\d[\dA-Z]?`;
const INWARD = String.raw`\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])`;
const POSTCODE = new RegExp(`${OUTWARD} ?${INWARD}`, 'gu');
// In small letters `4th` and `2 hr` look like the second half of one.
const SMALL_POSTCODE = new RegExp(
  `${OUTWARD} ?(?!\\d ?(?:st|nd|rd|th|hr|bn|ft|lb|pt|ppl))${INWARD}`,
  'giu',
);

const STREET = String.raw`(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Way|Gardens|Gdns|Crescent|Cres|Terrace|Grove|Mews|Walk|Row|Rise|Parade|Broadway|Mansions|Villas|Court|House|Lodge|Tower|Heights|Place|Square|View|Hill|Park|Green)\b`;
// Courts that try people and houses that are kinds of house, before which a number counts them.
const KINDS =
  'Youth|Crown|Magistrates?|County|Family|Community|Drug|High Court|Supreme|Safe|Half|Custody|Open|Police|Football|Retail|Business|Public|Local|New|Safer';
const NAMES = String.raw`(?!(?:${KINDS}|${MONTH})\b)(?:[A-Z][\p{L}'.-]{1,30} ){1,3}?`;
const HOUSE_NUMBER = String.raw`(?<![\d.,/£#-]|\b(?:Q|phase|stage|tier|level|week|year|project|outcome|measure) ?)(?!(?:19|20)\d\d\b)\d{1,4}[a-zA-Z]?(?:-\d{1,4})?`;
// "12 High Road burglaries" counts what happened there; an address is followed by no noun in the plural.
const NO_COUNT = String.raw`(?! (?:(?:residential|domestic|local|new|repeat) )?(?:\p{Ll}{4,20}s|people)\b)`;
const NUMBERED = new RegExp(`${HOUSE_NUMBER},? ${NAMES}${STREET}${NO_COUNT}`, 'gu');

const SMALL_STREET =
  '(?:road|rd|street|st|avenue|ave|lane|close|drive|way|gardens|crescent|terrace|grove|mews|court|house)';
const DWELLS = String.raw`\b(?:lives?|lived|living|resid(?:es?|ed|ing)|stay(?:s|ing)|bailed|tagged|(?:home )?address(?: is| was)?|home is)(?: now| currently)?(?: at| to|:)`;
// "Lives at 12 acacia avenue", however it is typed.
const DWELLS_AT = new RegExp(
  String.raw`${DWELLS} (\d{1,4}[a-z]?,? (?:[\p{L}'-]{2,30} ){1,3}?${SMALL_STREET})\b(?! (?:to|by|of|from)\b)`,
  'giu',
);
// "Lives in Acacia Avenue": of one person, while people who live there live at a known trouble spot.
const DWELLS_IN = new RegExp(
  String.raw`\b(?:[Ll]ives|[Rr]esides|[Ss]tays)(?: with \p{Ll}+ \p{Ll}+)? (?:at|on|in|off) ((?:[A-Z][\p{L}'.-]{1,30} ){1,3}?${STREET})`,
  'gu',
);
const FLAT =
  /(?<![\p{L}-])(?:(?:Flat|Apartment|Apt|Maisonette|Bedsit)\.? (?:no\.? )?|(?<=\b(?:at|in|of|to|address) )(?:flat|apartment|apt|maisonette|bedsit) )(\d{1,4}[A-Za-z]?\b|[A-Z]\b)(?!%|[.,]\d| (?:per|month|year|quarter|week|point)|-(?:month|year))(?:,? (?:[A-Z][\p{L}'-]{1,30} ?){1,3})?/gu;

/** Full postcodes, and the numbers and streets of homes. A district such as N12 is neither. */
export const addressesIn = (text: string): readonly Found[] => [
  ...[POSTCODE, SMALL_POSTCODE].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([whole]) => isOneHand(whole))
      .map((match) => foundIn('postcode', match)),
  ),
  ...[NUMBERED, DWELLS_AT, DWELLS_IN].flatMap((pattern) => matchesOf('address', pattern, text)),
  ...[...text.matchAll(FLAT)].map(({ index, 0: whole }) => ({
    sort: 'address' as const,
    start: index,
    end: index + whole.trimEnd().length,
  })),
];

/** Written in capitals or in small letters, or with a small second half: never `e1 2ND`. */
const isOneHand = (written: string): boolean =>
  written === written.toUpperCase() ||
  written === written.toLowerCase() ||
  /^[A-Z]{1,2}\d[\dA-Z]? ?\d[a-z]{2}$/.test(written);
