import { describe, expect, test } from 'vitest';
import { ACTION } from '../../src/slack/ids.ts';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import type { StoredMessage } from '../../src/workspace/message-store.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { CHANNEL, confirmed, TYPED } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town, type TownOptions } from '../support/town.ts';
import { postAsApp } from './planted.ts';

const GUEST = 'gil@example.org';
const OUTSIDER = 'olga@partner.example';
const MEMBER = 'mia@example.org';
const PUBLIC_HEALTH = 'public.health.lead@example.org';
const PROBATION = 'probation.lead@example.org';

const REFUSAL =
  "MOPAC answers people of Community Leadership Committee and the projects' leads. Ask the coordinator.";
const ANSWER = /^2\.4 is off track: 17% against 41% needed/;

/**
 * The example's town, where Public Health's lead is a guest and Probation's of another organisation,
 * with a member, a guest and somebody from outside whom no catalogue names.
 */
const mixedTown = (options: TownOptions = {}): Promise<Town> => {
  const { programme } = barnet();
  const named = programme.projects.flatMap(({ leads }) => leads);
  const people = [
    ...named.map((email, index) => ({
      id: `U0LEAD00${index + 1}`,
      name: `Lead ${index + 1}`,
      email,
      ...(email === PUBLIC_HEALTH ? { guest: 'multi' as const } : {}),
      ...(email === PROBATION ? { external: true } : {}),
    })),
    { id: 'U0COORD001', name: 'Joan Carter', email: 'coordinator@example.org' },
    { id: 'U0MEMBER01', name: 'Mia Member', email: MEMBER },
    { id: 'U0GUEST001', name: 'Gil Guest', email: GUEST, guest: 'single' as const },
    { id: 'U0OUTSIDE1', name: 'Olga Out', email: OUTSIDER, external: true },
  ];
  const members = [...people.map(({ id }) => id), BOT_USER_ID];
  const channels = [{ id: 'C0DEMO001', name: CHANNEL, members }];
  return startTown({
    now: '2015-07-24T10:00',
    filed: 'all',
    ...options,
    workspace: { people, channels },
  });
};

const buttonIn = (person: Person, messages: readonly StoredMessage[], words: string) => {
  const button = messages
    .flatMap((message) => person.buttons(message))
    .find(({ text }) => text === words);
  if (button === undefined) throw new Error(`There is no button “${words}”.`);
  return button;
};

/** Mentions the bot and waits for its reply, which keeps its distance from the post before. */
const mentioned = async (town: Town, person: Person, words: string) => {
  const posted = () => town.workspace.messages(CHANNEL).filter(({ user }) => user === BOT_USER_ID);
  const before = posted().length;
  await person.mention(CHANNEL, words);
  await town.workspace.until(() => posted().length > before);
  return posted().slice(before);
};

const usersAsked = (town: Town): number =>
  town.workspace.log.filter((entry) => JSON.stringify(entry).includes('users.info')).length;

describe('people whom the programme does not name', () => {
  test('a member of the workspace is answered, a guest is told whom to ask instead', async () => {
    const town = await mixedTown();
    const [answer] = (await town.person(MEMBER).command('/mopac status 2.4', CHANNEL)).messages;
    expect(answer?.text).toMatch(ANSWER);
    for (const asked of ['status', 'status 2.4', '2', 'status 9.9', 'how is it going?']) {
      const { messages } = await town.person(GUEST).command(`/mopac ${asked}`, CHANNEL);
      expect(
        messages.map(({ text }) => text),
        asked,
      ).toEqual([asked === 'how is it going?' ? expect.stringContaining("I don't know") : REFUSAL]);
    }
  });

  test.each([
    ['a guest', GUEST],
    ['somebody from another organisation', OUTSIDER],
  ])('%s is refused in a mention, under every button and on Home', async (_, who) => {
    const town = await mixedTown();
    const stranger = town.person(who);

    const replies = await mentioned(town, stranger, 'status 2.4');
    expect(replies.map(({ text }) => text)).toEqual([REFUSAL]);

    const digest = buttonIn(stranger, stranger.sees(CHANNEL), 'All measures');
    const listed = await stranger.press(digest);
    expect(listed.messages.map(({ text }) => text)).toEqual([REFUSAL]);

    const shown = await mentioned(town, town.person(MEMBER), 'status 2.4');
    await stranger.press(buttonIn(stranger, shown, 'Why?'));
    expect(modalOf(stranger).rendered).toBe(REFUSAL);

    const home = await stranger.openHome();
    expect(home?.rendered).toContain(REFUSAL);
    expect(home?.rendered).toContain('Questions about figures or targets');
    expect(home?.rendered).not.toMatch(/off track|17%|Enter figures/i);
  });

  test('a planted Share button puts nothing before the channel', async () => {
    const town = await mixedTown();
    const stranger = town.person(OUTSIDER);
    await postAsApp(town, 'C0DEMO001', {
      action_id: ACTION.statusShare,
      value: 'measure|2.4|2015|1',
    });
    const before = town.workspace.messages(CHANNEL).length;
    const pressed = await stranger.press(buttonIn(stranger, stranger.sees(CHANNEL), 'Planted'));
    expect(pressed.messages.map(({ text }) => text)).toEqual([REFUSAL]);
    expect(town.workspace.messages(CHANNEL)).toHaveLength(before);
  });
});

describe('leads who are guests or from another organisation', () => {
  test.each([
    ['a guest', PUBLIC_HEALTH, TYPED],
    ['somebody from another organisation', PROBATION, { 'value:3.1': '1.51', 'value:3.2': '80' }],
  ])('%s files with buttons alone and asks like everybody else', async (_, who, typed) => {
    const town = await mixedTown({ now: '2015-07-14T10:00', filed: [1] });
    const lead = town.person(who);
    await pressInInbox(lead, 'Enter figures');
    await lead.submit(lead.fill(modalOf(lead), typed));
    const filed = await lead.submit(confirmed(lead));
    expect(filed.view?.rendered).toContain('Filed: ');
    await lead.close(modalOf(lead), 'all');

    const ref = Object.keys(typed)[0]?.slice('value:'.length) ?? '';
    const [reply] = await mentioned(town, lead, `status ${ref}`);
    expect(reply?.text).toMatch(new RegExp(`^${ref} is ahead`));
    expect((await lead.openHome())?.rendered).toContain('✅ Filed: ');
    expect(usersAsked(town), 'whom the catalogue names needs no looking up').toBe(0);
  });
});

describe('where Slack does not say who somebody is', () => {
  const UNKNOWN =
    'Slack has not said yet whether you belong to this workspace, so I cannot answer. Ask again in a moment.';

  test('nobody is answered by mistake, leads are answered all the same, and the next try works', async () => {
    const town = await mixedTown();
    const ask = async (who: string) => {
      const { ack, messages } = await town.person(who).command('/mopac status 2.4', CHANNEL);
      expect(ack).toBe('ok');
      return messages[0]?.text;
    };
    town.workspace.faults.answer500(2, ['users.info']);
    expect(await ask(MEMBER)).toBe(UNKNOWN);
    expect(await ask(PUBLIC_HEALTH)).toMatch(ANSWER);
    expect(await ask(MEMBER)).toMatch(ANSWER);
    expect(await ask(GUEST)).toBe(REFUSAL);
  });

  test('a Slack that takes too long does not cost the command its answer', async () => {
    const town = await mixedTown();
    const member = town.person(MEMBER);
    town.workspace.faults.slow(2_000, ['users.info']);
    const first = await member.command('/mopac status 2.4', CHANNEL);
    expect(first).toMatchObject({ ack: 'ok', messages: [{ text: UNKNOWN }] });
    await town.workspace.until(() => usersAsked(town) > 0);
    const second = await member.command('/mopac status 2.4', CHANNEL);
    expect(second.messages[0]?.text).toMatch(ANSWER);
  });
});
