const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);
const LAST_CODE_POINT = 0x10ffff;

/** Text with its HTML entities resolved: the named ones of Markdown that people write, and numbers. */
export const withoutEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi,
    (written, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? written;
      const point = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
      return point > 0 && point <= LAST_CODE_POINT ? String.fromCodePoint(point) : written;
    },
  );
