import { type CommandResult, succeeded } from './command.ts';

export const COMMAND = 'npm run -s mopac --';

export const COMMANDS = ['import', 'lint', 'status', 'verify', 'help'] as const;

const HELP = `MOPAC collects and judges the quarterly figures of community-safety projects.

  ${COMMAND} import FILE [--dry-run] [--overwrite]
      Loads a catalogue and its past submissions from a YAML or JSON file: all of it or nothing.
      --dry-run says what would change and saves nothing. What people have filed over the file's
      figures since stays and is named; --overwrite puts the file's figures in its place.

  ${COMMAND} lint [FILE] [--json]
      What in the definitions, figures and commentary should be asked, and whom: of a catalogue
      file, or without one of what is loaded. Nothing is changed. --json is for scripts.

  ${COMMAND} status [REF] [--quarter "Q1 2015/16"] [--json]
      How things stand: everything, a project (2), an outcome (4.2) or a measure (2.4).
      The latest quarter that has ended, unless you name one. --json is for scripts.

  ${COMMAND} verify
      Whether the record is as it was written: the file sound, the audit trail whole, and every
      figure the one that the trail says was filed.

  ${COMMAND} help
      This page.

The database is the file named by MOPAC_DATABASE, or data/mopac.sqlite.`;

export const help = (): CommandResult => succeeded([HELP]);
