const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** A month by its name. */
export const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)";
const NO_MORE = '(?!\\d|[/.-]\\d|%)';
const DAY_IN_WORDS = `${DAY}(?:st|nd|rd|th)?(?: day)?(?: of)?`;

/** A day of a month without its year: `12 May`, `May 12th`. */
export const DAY_AND_MONTH = `(?:${DAY_IN_WORDS}[ -]${MONTH}\\b|${MONTH} ${DAY}(?:st|nd|rd|th)?\\b)`;

/** A month of a year: `May 1999`, `05/1999`. */
export const MONTH_AND_YEAR = `(?:${MONTH},? (?:of )?(?:19|20)\\d\\d|(?:0[1-9]|1[0-2])/(?:19|20)\\d\\d)\\b`;

/** A day with its year, in figures or in words, the way people here write one. */
export const FULL_DATE = `(?:${[
  `${DAY} ?[/.-] ?(?:0?[1-9]|1[0-2]) ?[/.-] ?${YEAR}${NO_MORE}`,
  `(?:19|20)\\d\\d[/-](?:0[1-9]|1[0-2])[/-](?:0[1-9]|[12]\\d|3[01])${NO_MORE}`,
  `${DAY_IN_WORDS}[ -]?${MONTH}\\.?,?[ -]?${YEAR}${NO_MORE}`,
  `${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d${NO_MORE}`,
].join('|')})`;
