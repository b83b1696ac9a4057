import { userInfo } from 'node:os';
import { importCatalogue } from '../application/import-catalogue.ts';
import type { Actor } from '../application/ports.ts';
import { printImportReport } from '../application/print-import-report.ts';
import { type CommandParts, type CommandResult, misused, succeeded } from './command.ts';
import { COMMAND } from './help.ts';
import { readCatalogueFile } from './read-catalogue-file.ts';
import { readOptions } from './read-options.ts';

/** `import FILE [--dry-run] [--overwrite]`: brings the record to what the file says, or says why it cannot. */
export const importFile = (words: readonly string[], parts: CommandParts): CommandResult => {
  const read = readOptions(words, {
    'dry-run': { type: 'boolean' },
    overwrite: { type: 'boolean' },
  });
  if (!read.ok) return misused(read.fault);
  const [file, ...others] = read.value.positionals;
  if (file === undefined || others.length > 0) {
    return misused(`Give one file to import: ${COMMAND} import FILE [--dry-run] [--overwrite]`);
  }
  const document = readCatalogueFile(file, parts, 'Nothing was imported.');
  if (!document.ok) return document.fault;
  const { 'dry-run': dryRun = false, overwrite = false } = read.value.values;
  const report = importCatalogue({ store: parts.openStore(), clock: parts.clock }, document.value, {
    by: operator(),
    dryRun,
    overwrite,
  });
  return succeeded(printImportReport(report));
};

/** Whoever is logged in on the server; a container may run under a user without a name. */
const operator = (): Actor => {
  try {
    return { kind: 'operator', name: userInfo().username };
  } catch (error) {
    if (error instanceof Error && error.name === 'SystemError') {
      return { kind: 'operator', name: 'operator' };
    }
    throw error;
  }
};
