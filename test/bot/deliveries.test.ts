import { createHmac } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Store, StoreFailed } from '../../src/application/ports.ts';
import {
  confirmed,
  fileProjectTwo,
  filings,
  LEAD,
  onDisk,
  receiptsOf,
  reviewed,
  TYPED,
} from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;
const DAY = '2015-07-14T10:00';
const ONCE = ['project 2, revision 1'];

const ONE_OF_EACH = { filings: 1, audited: 1, receipts: 1 };

/** The same body as Slack would sign it some seconds ago: another signature each time. */
const repost = async (town: Town, payload: unknown, secondsAgo: number): Promise<unknown> => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const seconds = Math.floor(Date.now() / 1000) - secondsAgo;
  const digest = createHmac('sha256', town.workspace.signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest('hex');
  const answer = await fetch(`http://127.0.0.1:${town.bot().port()}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  return answer.json();
};

describe('deliveries that come twice', () => {
  test.each(['socket', 'http'] as const)(
    'a return whose every delivery comes twice over %s is filed once, with one receipt',
    async (mode) => {
      const town = await startTown({ now: DAY, mode });
      town.workspace.faults.deliverTwice(true);
      const lead = await fileProjectTwo(town);
      expect(modalOf(lead).rendered).toMatch(/^Filed: /);
      town.workspace.faults.deliverTwice(false);
      await town.workspace.until(() => receiptsOf(lead).length > 0);
      await town.goTo('2015-07-14T12:00');
      expect(filings(town)).toEqual(ONCE);
      expect(onDisk(town.path)).toEqual(ONE_OF_EACH);
      expect(receiptsOf(lead)).toHaveLength(1);
    },
  );

  test('pressing File twice at once files once, and both presses get the same answer', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const review = confirmed(lead);
    const [first, second] = await Promise.all([lead.submit(review), lead.submit(review)]);
    expect([first.kind, second.kind]).toContain('updated');
    expect(second.delivery?.ackBody).toEqual(first.delivery?.ackBody);
    expect(filings(town)).toEqual(ONCE);
    expect(onDisk(town.path)).toEqual(ONE_OF_EACH);
  });

  test('a submission signed and sent again three times files once and is answered as the first', async () => {
    const town = await startTown({ now: DAY, mode: 'http' });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const filed = await lead.submit(confirmed(lead));
    const payload = filed.delivery?.payload;
    const early = await repost(town, payload, 30);
    await town.restart();
    const late = [await repost(town, payload, 31), await repost(town, payload, 32)];
    expect([early, ...late]).toEqual([1, 2, 3].map(() => filed.delivery?.ackBody));
    expect(filings(town)).toEqual(ONCE);
    expect(onDisk(town.path)).toEqual(ONE_OF_EACH);
  });

  test('of forty presses of File, a third of them delivered again and all at once, each files once', async () => {
    const town = await startTown({ now: DAY, mode: 'http' });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const page = await lead.submit(confirmed(lead));
    const payload = page.delivery?.payload as { readonly view: { readonly id: string } };
    const presses = Array.from({ length: 40 }, (_, press) => ({
      ...payload,
      view: { ...payload.view, id: `${payload.view.id}-${press}` },
    }));
    const deliveries = presses.flatMap((press, index) =>
      Array.from({ length: index % 3 === 0 ? 4 : 1 }, (_, copy) => ({ press, index, copy })),
    );
    const answers = await Promise.all(
      deliveries.map(async ({ press, index, copy }) => ({
        index,
        answer: JSON.stringify(await repost(town, press, 1 + copy * 60)),
      })),
    );
    const byPress = Map.groupBy(answers, ({ index }) => index);
    for (const copies of byPress.values()) {
      expect(new Set(copies.map(({ answer }) => answer)).size).toBe(1);
    }
    expect(filings(town), 'the figures are the same, so no press adds a return').toEqual(ONCE);
    expect(onDisk(town.path)).toEqual(ONE_OF_EACH);
    const kept = new Database(town.path, { readonly: true });
    onTestFinished(() => void kept.close());
    const count = kept.prepare("select count(*) from inbound where key like 'file/%'").pluck();
    expect(count.get(), 'the first press and the forty').toBe(41);
  });

  test('a page sent again after the return was filed does not file anything', async () => {
    const town = await startTown({ now: DAY, mode: 'http' });
    const lead = town.person(LEAD);
    const page = await reviewed(lead);
    await lead.submit(confirmed(lead));
    await repost(town, page.delivery?.payload, 30);
    expect(filings(town)).toEqual(ONCE);
  });
});

describe('a restart in the middle of a return', () => {
  test('between the page and the review it keeps what was typed, also behind a fault', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    const typed = lead.fill(modalOf(lead), { ...TYPED, 'value:2.4': 'about half' });
    expect((await lead.submit(typed)).kind).toBe('errors');
    await town.restart();
    await pressInInbox(lead, 'Enter figures');
    expect(modalOf(lead).values).toEqual(typed.values);
  });

  test('between the review and File it files what was reviewed', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    await reviewed(lead);
    await town.restart();
    const filed = await lead.submit(confirmed(lead));
    expect(filed.view?.rendered).toMatch(/^Filed: /);
    expect(filings(town)).toEqual(ONCE);
    await town.workspace.until(() => receiptsOf(lead).length === 1);
  });

  test('a stop waits for the listener that is opening a form', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    town.workspace.faults.slow(400, ['views.open']);
    const press = pressInInbox(lead, 'Enter figures');
    await town.workspace.until(() =>
      town.workspace.log.some((entry) => entry.kind === 'delivery' && entry.acked),
    );
    expect(lead.modal()).toBeNull();
    await town.bot().stop();
    expect(modalOf(lead).rendered).toMatch(/2\.4/);
    await press;
  });

  test('a stop waits for the minute’s work, so that nothing runs on a closed database', async () => {
    const town = await startTown({ now: DAY });
    const { programme } = town.document;
    const leads = ['new.lead@example.org'];
    const projects = programme.projects.map((project) => ({ ...project, leads }));
    town.store.saveProgramme({ ...programme, projects }, OPERATOR, town.clock.now());
    town.workspace.faults.slow(400, ['users.lookupByEmail']);
    const work = town.bot().beat();
    const outcome = work.then(
      () => 'finished',
      (error: unknown) => String(error),
    );
    await town.restart();
    expect(await outcome).toBe('finished');
  });
});

test('a press that Slack held back too long is answered: press again', async () => {
  const town = await startTown({ now: DAY });
  const lead = town.person(LEAD);
  town.workspace.faults.expireTriggers(true);
  await pressInInbox(lead, 'Enter figures');
  expect(lead.modal()).toBeNull();
  expect(lead.ephemerals().map(({ text }) => text)).toEqual([
    'Slack took too long to open this. Nothing was lost; press the button again.',
  ]);
  town.workspace.faults.expireTriggers(false);
  await pressInInbox(lead, 'Enter figures');
  expect(modalOf(lead).rendered).toMatch(/2\.4/);
});

describe('Slack hears “filed” only once it is on record', () => {
  test('where the record cannot keep the return, the review stays and says so', async () => {
    let failing = true;
    const wrap = (store: Store): Store => ({
      ...store,
      answerOnce: (key, at, work) => {
        if (failing) throw new StoreFailed('disk full');
        return store.answerOnce(key, at, work);
      },
    });
    const town = await startTown({ now: DAY, wrap });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const refused = await lead.submit(confirmed(lead));
    expect(refused.view?.rendered).toMatch(
      /the database could not be used, and nothing was changed/,
    );
    expect(refused.view?.rendered).not.toMatch(/^Filed/);
    expect(filings(town)).toEqual([]);
    failing = false;
    expect((await lead.submit(confirmed(lead))).view?.rendered).toMatch(/^Filed: /);
    expect(filings(town)).toEqual(ONCE);
  });

  test('when the acknowledgement arrives, another program finds the return in the file', async () => {
    const town = await startTown({ now: DAY, mode: 'http' });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const heard: unknown[] = [];
    const stop = town.workspace.subscribe(() => {
      const acked = town.workspace.log.some(
        (entry) =>
          entry.kind === 'delivery' && JSON.stringify(entry.ackBody ?? '').includes('*Filed'),
      );
      if (acked && heard.length === 0) heard.push(onDisk(town.path));
    });
    expect(onDisk(town.path)).toEqual({ filings: 0, audited: 0, receipts: 0 });
    await lead.submit(confirmed(lead));
    stop();
    expect(heard).toEqual([ONE_OF_EACH]);
  });
});
