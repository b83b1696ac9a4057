import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { closest } from '../domain/reading/references.ts';
import { ok, type Result, refused } from '../domain/result.ts';

/** Reads a command's words and options; what is wrong with them is a sentence, never an exception. */
export const readOptions = <Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
) => {
  try {
    return ok(parseArgs({ args: [...words], options, allowPositionals: true, strict: true }));
  } catch (error) {
    const sentence = sentenceFor(error, words, Object.keys(options));
    if (sentence === null) throw error;
    return refused(sentence) satisfies Result<never, string>;
  }
};

const sentenceFor = (
  error: unknown,
  words: readonly string[],
  known: readonly string[],
): string | null => {
  if (!(error instanceof TypeError) || !('code' in error)) return null;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return unknownOption(words, known);
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return null;
  const asked = /--[a-z-]+/.exec(error.message)?.[0] ?? 'An option';
  return error.message.includes('argument missing') || error.message.includes('ambiguous')
    ? `${asked} needs a value after it, for example: --quarter "Q1 2015/16"`
    : `${asked} takes no value.`;
};

const unknownOption = (words: readonly string[], known: readonly string[]): string => {
  const isKnown = (word: string) => known.some((name) => `--${name}` === word.split('=')[0]);
  const asked = words.find((word) => word.startsWith('-') && !isKnown(word)) ?? '';
  const [nearest] = closest(asked.replace(/^-+/, ''), known, 1);
  const hint = nearest === undefined ? '' : ` Did you mean "--${nearest}"?`;
  return `I don't know the option "${asked}".${hint}`;
};
