import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { field, textField } from '../../src/workspace/json.ts';
import {
  clientOptionsOf,
  figuresModal,
  PUBLIC_ROOM,
  socketBot,
  words,
  workspaceFor,
} from '../workspace/support.ts';
import { openPeople, openSight, SCREENS } from './support.ts';

const person = (name: string) => `button[data-person]:has-text("${name}")`;

test('what somebody looks at is read, whoever looked at the same before', async () => {
  const workspace = await workspaceFor({ page: null });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  await client.chat.postMessage({ channel: PUBLIC_ROOM, text: 'The digest' });
  const { page } = await openSight(workspace.pageUrl, SCREENS[0]);
  await page.getByText('The digest').waitFor();
  const unread = (name: string) => page.locator(`${person(name)} .count`);
  await unread('Priya Shah').waitFor({ state: 'detached' });
  expect(await unread('Owen Reed').textContent()).toContain('1');
  await page.locator(person('Owen Reed')).click();
  await unread('Owen Reed').waitFor({ state: 'detached' });
  expect(await page.locator('[data-room="safer-communities"].room-unread').count()).toBe(0);
});

test('what somebody has begun to write is not there when another sits down', async () => {
  const workspace = await workspaceFor({ page: null });
  const { page } = await openSight(workspace.pageUrl, SCREENS[0]);
  const composer = page.locator('.conversation textarea');
  await composer.fill('For nobody else');
  await page.locator(person('Owen Reed')).click();
  await page.locator(`${person('Owen Reed')}[aria-pressed="true"]`).waitFor();
  await expect.poll(() => composer.inputValue()).toBe('');
});

test('Home is asked for once for each person, and what is focused on it stays when it is published again', async () => {
  const workspace = await workspaceFor({ page: null });
  let pressed = 0;
  const home = (clock: string) => ({
    type: 'home' as const,
    blocks: [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text: clock } },
      {
        type: 'actions' as const,
        elements: [
          { type: 'button' as const, action_id: 'open', text: words('Enter figures'), value: '5' },
        ],
      },
    ],
  });
  const app = await socketBot(workspace, (bot) => {
    bot.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: home('Opened') });
    });
    bot.action('open', async ({ ack }) => {
      pressed += 1;
      await ack();
    });
  });
  const { page } = await openSight(workspace.pageUrl, SCREENS[0]);
  // Quicker than the screen of the person chosen can arrive.
  await page.evaluate(() => {
    const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
    press('button[data-person="U0OWEN0001"]');
    press('button[data-room="home"]');
  });
  const button = page.getByRole('button', { name: 'Enter figures' });
  await button.waitFor();
  const opened = () =>
    workspace.log.filter(
      (entry) =>
        entry.kind === 'delivery' &&
        textField(field(entry.payload, 'event'), 'type') === 'app_home_opened',
    ).length;
  await expect.poll(opened).toBe(1);
  await button.focus();
  await app.client.views.publish({ user_id: 'U0OWEN0001', view: home('Published again') });
  await page.getByText('Published again').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => pressed).toBe(1);
  expect(opened()).toBe(1);
});

test.each(SCREENS)(
  'a long answer is shown from its top, a short one at the bottom: $name',
  async (screen) => {
    const workspace = await workspaceFor({ page: null });
    const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
    const long = Array.from({ length: 60 }, (_, index) => `Line ${index + 1}`).join('\n');
    await client.chat.postMessage({ channel: PUBLIC_ROOM, text: long });
    const { page } = await openSight(workspace.pageUrl, screen);
    await page.getByText('Line 1', { exact: false }).first().waitFor();
    const top = () => page.locator('.message-list').evaluate((list) => list.scrollTop);
    await expect.poll(top).toBeLessThan(80);
    await openPeople(page, screen);
    await openPeople(page, screen);
    await page.locator('.conversation textarea').fill('Thank you');
    await page.keyboard.press('Enter');
    const said = page.locator('.message-list').getByText('Thank you');
    await said.waitFor();
    await expect
      .poll(() =>
        said.evaluate((element) => element.getBoundingClientRect().bottom < window.innerHeight),
      )
      .toBe(true);
  },
);

test.each(SCREENS)(
  'two people can each have a form open, and each finds their own as they left it: $name',
  async (screen) => {
    const workspace = await workspaceFor({ page: null });
    await socketBot(workspace, (bot) => {
      bot.command('/mopac', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: figuresModal() });
      });
    });
    const { page, checkAccess } = await openSight(workspace.pageUrl, screen);
    const rate = page.locator('dialog [data-block-id="rate"] input');
    const openForm = async () => {
      await page.locator('.conversation textarea').fill('/mopac form');
      await page.keyboard.press('Enter');
      await rate.waitFor();
    };
    const be = async (name: string) => {
      await openPeople(page, screen);
      await page.locator(person(name)).click();
    };
    await openForm();
    await rate.fill('17');
    await be('Owen Reed');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await openForm();
    expect(await rate.inputValue()).toBe('');
    await rate.fill('41');
    await checkAccess();
    await be('Priya Shah');
    await expect.poll(() => rate.inputValue()).toBe('17');
    await be('Owen Reed');
    await expect.poll(() => rate.inputValue()).toBe('41');
  },
);
