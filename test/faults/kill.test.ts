import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { INPUT } from '../../src/slack/submit/fields.ts';
import { verifyRecord } from '../../src/store/verify-record.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { LEAD } from '../support/filing.ts';
import { SAID } from '../support/said.ts';
import type { Keeping, Orders } from './bot-process.ts';
import { barnetOnDisk, barnetWorkspace, DAY, run, temporaryFolder } from './start.ts';

// A hundred in CI, `MOPAC_KILLS=1000` before a release.
const { MOPAC_KILLS = '25' } = process.env;
const KILLS = Number(MOPAC_KILLS);
// A control stops at the first kill that finds it out.
const CONTROL_KILLS = 80;
const LONGEST_LIFE_MS = 60;
// The first requests of a process are slow; it is killed at its usual speed.
const FILINGS_BEFORE_DOOM = 3;

interface Outcome {
  /** Filings that Slack was told are on record and that are not. */
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Filings without a figure, audit entry or receipt, and any of those without its filing. */
  readonly halfWritten: number;
  readonly acknowledged: number;
  readonly recordWhole: boolean;
  /** Receipts that the lead has more than once. */
  readonly repeatedReceipts: number;
}

/** Sends one submission as Slack does; the answer's text, or null where the bot died before it came. */
const post = async (
  port: string,
  { signingSecret, teamId }: Workspace,
  user: string,
  view: object,
): Promise<string | null> => {
  const payload = {
    type: 'view_submission',
    team: { id: teamId },
    user: { id: user, team_id: teamId },
    view: { id: 'V1', hash: '1', type: 'modal', blocks: [], ...view },
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest('hex');
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
    return await answer.text();
  } catch {
    return null;
  }
};

/** Figures about which nothing is asked that is not answered, so that File needs nothing of its window. */
const UNREMARKABLE = {
  ...SAID,
  'value:2.1': '50',
  'value:2.2': '63',
  'value:2.3': '88',
  'value:2.5': '1.71',
  'commentary:2.4': 'Two prisons changed their release days.',
};

const pageOf = (figure: string): object => ({
  callback_id: 'submit.page.v1',
  private_metadata: '1|2|2015|1/1',
  state: {
    values: Object.fromEntries(
      Object.entries({ ...UNREMARKABLE, 'value:2.4': figure }).map(([field, value]) => [
        field,
        { [INPUT]: { type: 'plain_text_input', value } },
      ]),
    ),
  },
});

const reviewOf = (figure: string): object => ({
  id: `V${figure}`,
  callback_id: 'submit.review.v1',
  private_metadata: '1|2|2015|1/2',
  state: { values: {} },
});

/**
 * Files one figure after another, kills the bot at a random moment of its work, reads the file, starts
 * the bot again, and so on until `enough`.
 */
const killAgainAndAgain = async (
  keeping: Keeping,
  enough: (outcome: Outcome, kills: number) => boolean,
): Promise<Outcome> => {
  const workspace = await barnetWorkspace(true);
  const database = barnetOnDisk();
  const env = { NODE_COMPILE_CACHE: temporaryFolder() };
  const lead = workspace.asPerson(LEAD);
  const { apiUrl, botToken, signingSecret } = workspace;
  const orders: Orders = {
    database,
    apiUrl,
    botToken,
    signingSecret,
    now: DAY,
    lead: lead.id,
    keeping,
  };
  const acknowledged = new Set<string>();
  let unanswered: string | null = null;
  let count = 0;

  const file = async (port: string, figure: string): Promise<boolean> => {
    const answer = await post(port, workspace, lead.id, reviewOf(figure));
    if (answer?.includes('*Filed') === true) acknowledged.add(figure);
    return answer !== null;
  };
  const fileUntilDead = async (port: string, doom: () => void): Promise<void> => {
    // The person whose window said nothing presses File again: the same press, in Slack's words.
    if (unanswered !== null && !(await file(port, unanswered))) return;
    unanswered = null;
    for (let filed = 1; ; filed += 1) {
      count += 1;
      const figure = (10 + count / 1_000).toFixed(3);
      if ((await post(port, workspace, lead.id, pageOf(figure))) === null) return;
      unanswered = figure;
      if (!(await file(port, figure))) return;
      unanswered = null;
      if (filed === FILINGS_BEFORE_DOOM) doom();
    }
  };

  for (let kills = 1; ; kills += 1) {
    const bot = run('test/faults/bot-process.ts', [JSON.stringify(orders)], env);
    const port = /port (\d+)/.exec(await bot.says(/port \d+\n/))?.[1] ?? '';
    const doom = () => setTimeout(() => bot.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS);
    await Promise.all([fileUntilDead(port, doom), bot.ended]);
    const outcome = {
      ...readBack(database, acknowledged),
      repeatedReceipts: repeatedReceipts(workspace),
    };
    if (enough(outcome, kills)) return outcome;
  }
};

const readBack = (
  database: string,
  acknowledged: ReadonlySet<string>,
): Omit<Outcome, 'repeatedReceipts'> => {
  const file = new Database(database);
  const count = (from: string) =>
    Number(file.prepare(`select count(*) from ${from}`).pluck().get());
  const filed = file
    .prepare<[], string>("select value from figures where ref = '2.4'")
    .pluck()
    .all()
    .map((value) => Number(value).toFixed(3));
  const audited =
    "(select json_extract(detail, '$.filing') as id from audit where action = 'file')";
  const receipted = "(select substr(key, 8) + 0 as id from outbox where kind = 'receipt')";
  const halfWritten =
    count(
      `filings where id not in (select filing_id from figures) or id not in ${audited} or id not in ${receipted}`,
    ) +
    count(`${audited} where id not in (select id from filings)`) +
    count(`${receipted} where id not in (select id from filings)`);
  file.close();
  return {
    lost: [...acknowledged].filter((figure) => !filed.includes(figure)),
    twice: filed.filter((figure, index) => filed.indexOf(figure) !== index),
    halfWritten,
    acknowledged: acknowledged.size,
    recordWhole: verifyRecord(database).ok,
  };
};

const repeatedReceipts = (workspace: Workspace): number => {
  const keys = workspace.messages(LEAD).map(({ metadata }) => JSON.stringify(metadata));
  return keys.length - new Set(keys).size;
};

test(
  `${KILLS} kills: every acknowledged filing is in the file, whole and once`,
  async () => {
    const outcome = await killAgainAndAgain('whole', (_, kills) => kills === KILLS);
    expect(outcome).toEqual({
      lost: [],
      twice: [],
      halfWritten: 0,
      recordWhole: true,
      repeatedReceipts: 0,
      acknowledged: expect.any(Number),
    });
    expect(outcome.acknowledged, 'the bot was killed at work, not idle').toBeGreaterThan(2 * KILLS);
  },
  60_000 + KILLS * 6_000,
);

test('the control: a bot that answers before it commits loses filings, and is found out', async () => {
  const { lost } = await killAgainAndAgain(
    'late',
    (outcome, kills) => outcome.lost.length > 0 || kills === CONTROL_KILLS,
  );
  expect(lost.length).toBeGreaterThan(0);
}, 300_000);

test('the control: a bot that writes without a transaction leaves halves, and is found out', async () => {
  const { halfWritten } = await killAgainAndAgain(
    'in pieces',
    (outcome, kills) => outcome.halfWritten > 0 || kills === CONTROL_KILLS,
  );
  expect(halfWritten).toBeGreaterThan(0);
}, 300_000);
