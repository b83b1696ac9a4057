// Chosen from a list or a calendar, so nobody's words.
const CHOSEN =
  /^(?:basis|nothing|expected|provisional|final-by|action-by|received-by|earlier-correction)(?::|$)/;

/** Whether a field of the form, as drafts and corrections keep it, holds what somebody typed. */
export const isTextField = (field: string): boolean => !CHOSEN.test(field);

/** A field as the part of a draft or correction that a purge names; a draft's may be typed anew, so with its version. */
export const fieldPart = (field: string, version?: number): string =>
  version === undefined ? `field ${field}` : `field ${field} ${version}`;

/** What a colleague's words were put aside for in a draft, and whose they are: `field commentary:2.4 of U1`. */
export const asidePart = (field: string, author: string): string =>
  `${fieldPart(field)} of ${author}`;

const PART = /^field (.*?)(?: \d+| of (\S+))?$/s;

/** `commentary:2.4` of `field commentary:2.4 3`; null for a column. */
export const fieldOfPart = (part: string): string | null => PART.exec(part)?.[1] ?? null;

/** Whose words were put aside there; null for what stands in the field itself. */
export const authorOfPart = (part: string): string | null => PART.exec(part)?.[2] ?? null;

/** The measure a field is about; null for those of the whole return. */
export const refOfField = (field: string): string | null =>
  /:(\d[0-9a-z.]*)$/.exec(field)?.[1] ?? null;
