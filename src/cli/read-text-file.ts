import { ok, type Result, refused } from '../domain/result.ts';

const NOT_TEXT = /\.(?:xlsx|xls|ods|docx|pdf|csv)$/i;

/** A file's text, or a sentence saying why it cannot be had. */
export const readTextFile = (
  path: string,
  readFile: (path: string) => Uint8Array,
): Result<string, string> => {
  if (NOT_TEXT.test(path)) {
    return refused(`${path} is not a catalogue I can read: it must be a YAML or JSON file.`);
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFile(path)));
  } catch (error) {
    const sentence = sentenceFor(error, path);
    if (sentence === null) throw error;
    return refused(sentence);
  }
};

const sentenceFor = (error: unknown, path: string): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file ${path}.`;
    case 'EISDIR':
      return `${path} is a folder: name the file in it.`;
    case 'EACCES':
    case 'EPERM':
      return `You are not allowed to read ${path}.`;
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return `${path} is not UTF-8 text. Save it again with the encoding UTF-8.`;
    default:
      return typeof code === 'string' ? `${path} could not be read (${code}).` : null;
  }
};
