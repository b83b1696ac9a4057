let segmenter: Intl.Segmenter | undefined;

// Made when first needed: it loads 20 MiB of language data that a bot which sends tables never uses.
const graphemesOf = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

// Emoji shown as pictures, and the scripts that terminals draw two columns wide.
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** Rows of words as lines of aligned columns; the columns named in `right` end in line. */
export function alignColumns(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    widths
      .map((width, column) => {
        const words = row[column] ?? '';
        const padding = ' '.repeat(width - widthOf(words));
        return right.has(column) ? padding + words : words + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return Array.from(graphemesOf(text)).reduce(
    (width, { segment }) => width + (WIDE.test(segment) ? 2 : 1),
    0,
  );
}
