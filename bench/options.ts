import { parseArgs } from 'node:util';

export interface Options {
  /** How often every process is started anew. */
  readonly launches: number;
  /** How many blocks of fifty commands each process answers in a launch. */
  readonly rounds: number;
  readonly figures: number;
  /** How often each process is started for its cold start. */
  readonly starts: number;
  /** How many submissions are timed. */
  readonly submissions: number;
  /** How many measures are judged, each for a quarter. */
  readonly judgements: number;
}

const FULL: Options = {
  launches: 3,
  rounds: 80,
  figures: 1_000_000,
  starts: 7,
  submissions: 1_000,
  judgements: 1_000_000,
};
const QUICK: Options = {
  launches: 1,
  rounds: 20,
  figures: 10_000,
  starts: 3,
  submissions: 200,
  judgements: 50_000,
};

export const HELP = `npm run bench -- [--quick] [--launches N] [--figures N]

Times MOPAC beside a Bolt app that does nothing, in the same run. Ratios can be compared between
machines; milliseconds cannot.

  --launches N   how often both are started anew (default ${FULL.launches})
  --figures N    figures in the database (default ${FULL.figures})
  --quick        one launch, few commands, ${QUICK.figures} figures: does the bench still work?`;

/** Reads the command line; null where only the help was asked for. Throws what is wrong with it. */
export const readOptions = (words: readonly string[]): Options | null => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      launches: { type: 'string' },
      figures: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const usual = values.quick ? QUICK : FULL;
  return {
    ...usual,
    launches: countOf('--launches', values.launches) ?? usual.launches,
    figures: countOf('--figures', values.figures) ?? usual.figures,
  };
};

const countOf = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new Error(`${name} takes a whole number such as 3, not “${text}”.`);
};
