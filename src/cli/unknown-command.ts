import { closest } from '../domain/reading/references.ts';
import { type CommandResult, misused } from './command.ts';
import { COMMAND, COMMANDS } from './help.ts';

const LONGEST_ECHO = 60;

export const unknownCommand = (asked: string): CommandResult => {
  const [nearest] = closest(asked, COMMANDS, 1);
  const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
  return misused(
    `I don't know a command "${asked.slice(0, LONGEST_ECHO)}".${hint}`,
    `"${COMMAND} help" says what I can do.`,
  );
};
