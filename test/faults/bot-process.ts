import { flushCompileCache } from 'node:module';
import { pino } from 'pino';
import type { Store } from '../../src/application/ports.ts';
import { startBot } from '../../src/bot.ts';
import { movableClock } from '../../src/clock.ts';
import { at } from '../../src/demo/instants.ts';
import { openStore } from '../../src/store/open.ts';
import { draftSeenBy, typedBy } from '../support/drafts.ts';

/** How the record is kept: as it is, without transactions, or after Slack was told that it is. */
export type Keeping = 'whole' | 'in pieces' | 'late';

/** What the bot is told in the one word it is started with. */
export interface Orders {
  readonly database: string;
  readonly apiUrl: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly now: string;
  readonly lead: string;
  readonly keeping: Keeping;
}

const Q1 = { year: 2015, number: 1 } as const;
const LATE_MS = 40;
// Wide enough for a kill at a random moment to fall between two of them.
const PIECE_MS = 8;

const rest = (): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PIECE_MS);

const inPieces = (store: Store): Store => ({
  ...store,
  transaction: (work) => work(),
  file: (filing) => {
    const filed = store.file(filing);
    rest();
    return filed;
  },
  answerOnce: (_key, _at, work) => ({ repeated: false, answer: work() }),
});

class Undo extends Error {}

const late = (store: Store, lead: string): Store => ({
  ...store,
  answerOnce: (key, at, work) => {
    const draft = draftSeenBy(store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, lead);
    const answers: ReturnType<typeof work>[] = [];
    try {
      store.transaction(() => {
        answers.push(work());
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
    setTimeout(() => {
      if (draft !== null)
        typedBy(
          store,
          { programmeId: 1, projectNumber: 2, quarter: Q1 },
          { person: lead, typed: draft, at: at },
        );
      store.answerOnce(key, at, work);
    }, LATE_MS);
    const [answer] = answers;
    if (answer === undefined) throw new Error('Nothing was answered');
    return { repeated: false, answer };
  },
});

// Run as a program, and killed by the test that started it.
const orders: Orders = JSON.parse(process.argv[2] ?? '');
const store = openStore(orders.database);
const kept: Readonly<Record<Keeping, () => Store>> = {
  whole: () => store,
  'in pieces': () => inPieces(store),
  late: () => late(store, orders.lead),
};
const bot = await startBot({
  store: kept[orders.keeping](),
  clock: movableClock(at(orders.now)),
  log: pino({ level: 'silent' }),
  botToken: orders.botToken,
  connection: { kind: 'http', signingSecret: orders.signingSecret, port: 0 },
  config: { slackApiUrl: orders.apiUrl, rung: 'rich', healthPort: null, proxy: null },
  onRevoked: () => undefined,
});
process.stdout.write(`port ${bot.port()}\n`);
// Killed, it would not leave the next one what V8 made of the sources.
flushCompileCache();
