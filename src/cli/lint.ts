import { type LintReport, lintDocument, lintRecord } from '../application/lint-catalogue.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import { type CommandParts, type CommandResult, failed, misused, succeeded } from './command.ts';
import { COMMAND } from './help.ts';
import { lintJson, lintLines } from './lint-text.ts';
import { faultLines, readFileToLint } from './read-catalogue-file.ts';
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
  const asJson = read.value.values.json === true;
  return file === undefined ? lintOfRecord(parts, asJson) : lintOfFile(file, parts, asJson);
};

/** With what an import would be refused for behind the questions: a lint itself refuses nothing it can read. */
const lintOfFile = (file: string, parts: CommandParts, asJson: boolean): CommandResult => {
  const read = readFileToLint(file, parts);
  if (!read.ok) return read.fault;
  const { document, faults } = read.value;
  const reports = [lintDocument(document)];
  if (asJson || faults.length === 0) return answered(reports, asJson);
  return succeeded([
    ...lintLines(reports),
    '',
    ...faultLines(file, faults, 'Until then it cannot be imported.'),
  ]);
};

const lintOfRecord = ({ openStore, clock }: CommandParts, asJson: boolean): CommandResult => {
  const reports = lintRecord({ store: openStore(), clock });
  return reports.ok ? answered(reports.value, asJson) : failed(refusalSentence(reports.fault));
};

const answered = (reports: readonly LintReport[], asJson: boolean): CommandResult =>
  succeeded(asJson ? [plainJson(reports.flatMap(lintJson))] : lintLines(reports));
