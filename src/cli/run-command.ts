import { StoreBusy, StoreFailed } from '../application/ports.ts';
import { type CommandParts, type CommandResult, failed } from './command.ts';
import { help } from './help.ts';
import { importFile } from './import-file.ts';
import { lint } from './lint.ts';
import { status } from './status.ts';
import { plainLines } from './terminal-text.ts';
import { unknownCommand } from './unknown-command.ts';
import { verify } from './verify.ts';

/** Runs one command from a terminal and answers its exit code: 0, 1 where it failed, 2 for wrong usage. */
export const runCommand = (argv: readonly string[], parts: CommandParts): number => {
  const { exitCode, output, errors } = answer(argv, parts);
  if (output.length > 0) parts.write(plainLines(output));
  if (errors.length > 0) parts.writeError(plainLines(errors));
  return exitCode;
};

const answer = (argv: readonly string[], parts: CommandParts): CommandResult => {
  try {
    return dispatch(argv, parts);
  } catch (error) {
    if (error instanceof StoreBusy) {
      return failed(
        'The database is busy with another process. Nothing was changed; try again in a moment.',
      );
    }
    if (error instanceof StoreFailed) {
      return failed(`The database could not be used, and nothing was changed: ${error.message}`);
    }
    throw error;
  }
};

const dispatch = (argv: readonly string[], parts: CommandParts): CommandResult => {
  const [command, ...words] = argv;
  switch (command) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return help();
    case 'import':
      return importFile(words, parts);
    case 'lint':
      return lint(words, parts);
    case 'status':
      return status(words, parts);
    case 'verify':
      return verify(words, parts);
    default:
      return unknownCommand(command);
  }
};
