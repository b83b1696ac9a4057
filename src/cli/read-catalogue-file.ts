import { type CatalogueFault, printFault } from '../application/catalogue-fault.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type CommandParts, type CommandResult, failed, type Lintable } from './command.ts';
import { readTextFile } from './read-text-file.ts';

/** A catalogue file, or every fault in it with its line; `consequence` says what was not done for them. */
export const readCatalogueFile = (
  file: string,
  { readFile, readCatalogue }: CommandParts,
  consequence: string,
): Result<CatalogueDocument, CommandResult> => readWith(readCatalogue, file, readFile, consequence);

/** A catalogue file as far as a lint can look through it, or every fault that keeps it from it. */
export const readFileToLint = (
  file: string,
  { readFile, readToLint }: CommandParts,
): Result<Lintable, CommandResult> =>
  readWith(readToLint, file, readFile, 'Nothing else was looked at.');

const readWith = <Read>(
  read: (text: string, fileName: string) => Result<Read, readonly CatalogueFault[]>,
  file: string,
  readFile: CommandParts['readFile'],
  consequence: string,
): Result<Read, CommandResult> => {
  const text = readTextFile(file, readFile);
  if (!text.ok) return refused(failed(text.fault));
  const document = read(text.value, file);
  return document.ok
    ? ok(document.value)
    : refused(failed(...faultLines(file, document.fault, consequence)));
};

/** Each fault with its line, and what it means that there are any. */
export const faultLines = (
  file: string,
  faults: readonly CatalogueFault[],
  consequence: string,
): readonly string[] => {
  const things = faults.length === 1 ? 'This has' : `These ${faults.length} things have`;
  return [
    ...faults.map((fault) => printFault(file, fault)),
    `${things} to be put right first. ${consequence}`,
  ];
};
