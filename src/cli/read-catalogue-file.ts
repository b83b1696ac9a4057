import { printFault } from '../application/catalogue-fault.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type CommandParts, type CommandResult, failed } from './command.ts';
import { readTextFile } from './read-text-file.ts';

/** A catalogue file, or every fault in it with its line; `consequence` says what was not done for them. */
export const readCatalogueFile = (
  file: string,
  { readFile, readCatalogue }: CommandParts,
  consequence: string,
): Result<CatalogueDocument, CommandResult> => {
  const text = readTextFile(file, readFile);
  if (!text.ok) return refused(failed(text.fault));
  const document = readCatalogue(text.value, file);
  if (document.ok) return ok(document.value);
  const count = document.fault.length;
  const things = count === 1 ? 'This has' : `These ${count} things have`;
  return refused(
    failed(
      ...document.fault.map((fault) => printFault(file, fault)),
      `${things} to be put right first. ${consequence}`,
    ),
  );
};
