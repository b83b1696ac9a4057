import { type LintReport, lintDocument, lintRecord } from '../application/lint-catalogue.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type CommandParts, type CommandResult, failed, misused, succeeded } from './command.ts';
import { COMMAND } from './help.ts';
import { lintJson, lintLines } from './lint-text.ts';
import { readCatalogueFile } from './read-catalogue-file.ts';
import { readOptions } from './read-options.ts';
import { plainJson } from './terminal-text.ts';

/** `lint [FILE] [--json]`: what to ask about a file, or about what is loaded. Questions are no failure. */
export const lint = (words: readonly string[], parts: CommandParts): CommandResult => {
  const read = readOptions(words, { json: { type: 'boolean' } });
  if (!read.ok) return misused(read.fault);
  const [file, ...others] = read.value.positionals;
  if (others.length > 0) {
    return misused(`Give one file to look through, or none: ${COMMAND} lint [FILE] [--json]`);
  }
  const reports = file === undefined ? reportsOnRecord(parts) : reportOnFile(file, parts);
  if (!reports.ok) return reports.fault;
  return succeeded(
    read.value.values.json === true
      ? [plainJson(reports.value.flatMap(lintJson))]
      : lintLines(reports.value),
  );
};

type Reports = Result<readonly LintReport[], CommandResult>;

const reportOnFile = (file: string, parts: CommandParts): Reports => {
  const document = readCatalogueFile(file, parts, 'Nothing else was looked at.');
  return document.ok ? ok([lintDocument(document.value)]) : document;
};

const reportsOnRecord = ({ openStore, clock }: CommandParts): Reports => {
  const reports = lintRecord({ store: openStore(), clock });
  return reports.ok ? reports : refused(failed(refusalSentence(reports.fault)));
};
