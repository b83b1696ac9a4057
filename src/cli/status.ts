import { assessmentJson } from '../application/assessment-json.ts';
import { queryStatus } from '../application/query-status.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import { readStatusRequest } from '../application/status-request.ts';
import { type CommandParts, type CommandResult, failed, misused, succeeded } from './command.ts';
import { COMMAND } from './help.ts';
import { readOptions } from './read-options.ts';
import { statusLines } from './status-text.ts';
import { plainJson } from './terminal-text.ts';

/** `status [REF] [--quarter "Q1 2015/16"] [--json]`: the same answer as in Slack. */
export const status = (words: readonly string[], parts: CommandParts): CommandResult => {
  const read = readOptions(words, { quarter: { type: 'string' }, json: { type: 'boolean' } });
  if (!read.ok) return misused(read.fault);
  const { values, positionals } = read.value;
  const request = readStatusRequest([...positionals, values.quarter ?? ''].join(' '));
  const answer = queryStatus({ store: parts.openStore(), clock: parts.clock }, request);
  // The sentences name the commands as they are typed in Slack.
  if (!answer.ok)
    return failed(refusalSentence(answer.fault).replaceAll('`/mopac ', `\`${COMMAND} `));
  if (values.json !== true) return succeeded(statusLines(answer.value));
  const assessments = answer.value.standings.map(({ assessment, outcome }) =>
    assessmentJson(assessment, outcome),
  );
  return succeeded([plainJson(assessments)]);
};
