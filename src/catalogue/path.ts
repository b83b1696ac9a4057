export type Path = ReadonlyArray<string | number>;

/** A path as people write it; a key with a dot in it is quoted, so `2.4` never reads as two keys. */
export const printPath = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = shorten(step);
      if (/[.[\]"]/.test(name)) return `[${JSON.stringify(name)}]`;
      return index === 0 ? name : `.${name}`;
    })
    .join('');

const LONGEST_QUOTE = 60;

/** At most a line of what somebody wrote, so that a fault stays readable whatever it quotes. */
export const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_QUOTE
    ? line
    : `${characters.slice(0, LONGEST_QUOTE).join('')}…`;
};
