const UNSAFE = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Lines for a terminal. What people typed into a form may hold escape sequences, which could clear
 * the screen or rewrite what was printed before; such a character is shown as a question mark.
 */
export const plainLines = (lines: readonly string[]): string =>
  lines.join('\n').replace(UNSAFE, '?');

/** JSON that is as safe on a terminal: such characters are written as JSON's own escapes. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
