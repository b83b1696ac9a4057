/** One word of a plain text, as names are told by it. */
export interface Word {
  /** As written, without a possessive ending. */
  readonly text: string;
  /** In small letters and without accents, as the lists hold it. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  readonly shape: Shape;
  readonly possessive: boolean;
}

/** `jane`, `Jane`, `JANE`, `J`. */
type Shape = 'small' | 'capital' | 'capitals' | 'letter';

/** A word that begins with a capital and is longer than that. */
export type CapitalWord = Word & { readonly shape: 'capital' | 'capitals' };

const WORD = /\p{L}(?:[\p{L}\p{M}]|['-](?=\p{L}))*/gu;
const POSSESSIVE = /'s$/i;
const ACCENTS = /\p{M}/gu;
// What Unicode does not take apart into a letter and an accent.
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
};
const CAPITAL = /^\p{Lu}/u;
const SMALL_LETTER = /\p{Ll}/u;

/** The words of a text with what stands between them. */
export const wordsIn = (text: string): readonly Word[] => {
  let from = 0;
  return [...text.matchAll(WORD)].map(({ 0: whole, index }) => {
    const gap = text.slice(from, index);
    from = index + whole.length;
    const possessive = POSSESSIVE.test(whole);
    const written = possessive ? whole.slice(0, -2) : whole;
    return {
      text: written,
      key: keyOf(written),
      start: index,
      end: index + written.length,
      gap,
      shape: shapeOf(written),
      possessive,
    };
  });
};

const keyOf = (written: string): string =>
  written
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[łøıđßæ]/g, (letter) => LETTERS[letter] ?? letter);

const shapeOf = (written: string): Shape => {
  if (!CAPITAL.test(written)) return 'small';
  if (written.length === 1) return 'letter';
  return SMALL_LETTER.test(written) ? 'capital' : 'capitals';
};

/** Whether this word directly follows the one before, as the parts of a name do. */
export const isJoined = (word: Word | undefined): word is Word & { readonly gap: ' ' } =>
  word !== undefined && word.gap === ' ';

export const isCapital = (word: Word | undefined): word is CapitalWord =>
  word !== undefined && (word.shape === 'capital' || word.shape === 'capitals');

const LONGEST_RUN = 8;

/** The words with capitals that follow the one at `from` without a break. */
export const capitalsAfter = (words: readonly Word[], from: number): readonly Word[] => {
  const run: Word[] = [];
  let last = words[from];
  for (let at = from + 1; run.length < LONGEST_RUN; at += 1) {
    const word = words[at];
    if (!isJoined(word) || !isCapital(word) || last?.possessive === true) break;
    run.push(word);
    last = word;
  }
  return run;
};
