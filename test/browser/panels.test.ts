import { expect, test } from 'vitest';
import { openPeople, SCREENS, visitDemo } from './support.ts';

const panel = (name: string) => `[data-panel="${name}"]`;

test.each(SCREENS)('the clock is moved on, and the bot does what is due: $name', async (screen) => {
  const { page, picture, checkAccess } = await visitDemo(screen);
  await page.locator(panel('time')).click();
  await checkAccess();
  await page.locator('[data-jump="returns"]').click();
  await page.locator('[data-jump="returns"]').waitFor({ state: 'detached' });
  await page.locator('[data-jump="next-quarter"]').click();
  await page.getByText('Thursday 1 October 2015, 09:00').first().waitFor();
  await picture('time-machine');
  await page.getByLabel('Any day and time').fill('2015-10-21T17:00');
  await page.getByRole('button', { name: 'Go', exact: true }).click();
  await page.getByText('Wednesday 21 October 2015, 17:00').first().waitFor();
  await page.locator(panel('time')).click();
  await openPeople(page, screen);
  await page.locator('[data-room="safer-communities"]').click();
  await page
    .locator('.conversation')
    .getByText(/Q2 2015\/16/)
    .first()
    .waitFor();
  await picture('digests');
  await checkAccess();
});

test.each(SCREENS)(
  'Slack is made to misbehave while a form is open, and nothing typed is lost: $name',
  async (screen) => {
    const { page, picture, checkAccess, runs } = await visitDemo(screen);
    await openPeople(page, screen);
    await page.getByRole('button', { name: /Daniel Okafor/ }).click();
    await openPeople(page, screen);
    await page.locator('[data-room="home"]').click();
    await page.getByRole('button', { name: /Enter figures for project 5/ }).click();
    const form = page.getByRole('dialog');
    await form.locator('[data-block-id="value:5.1"] input').fill('10');
    await page.locator(panel('faults')).click();
    await page.getByRole('button', { name: 'Begin dropSockets' }).click();
    await checkAccess();
    await picture('fault-box');
    runs.current().workspace.faults.stallSockets(4000);
    await page.locator(panel('faults')).click();
    await form.locator('button[type="submit"]').click();
    await form.getByText('We had some trouble connecting. Try again?').waitFor();
    expect(await form.locator('[data-block-id="value:5.1"] input').inputValue()).toBe('10');
    await picture('trouble');
  },
);

test.each(SCREENS)(
  'the inspector shows each envelope and call, and each whole: $name',
  async (screen) => {
    const { page, picture, checkAccess } = await visitDemo(screen);
    await page.locator('.conversation textarea').fill('/mopac status 4.2');
    await page.keyboard.press('Enter');
    await page.locator('.message-ephemeral').first().waitFor();
    await page.locator(panel('inspector')).click();
    await page.getByLabel('with the words').fill('status 4.2');
    await page.getByText('slash_commands: /mopac status 4.2').click();
    await page.getByText('"command": "/mopac"').waitFor();
    await checkAccess();
    await picture('inspector');
  },
);

test('where Slack refuses tables, the digest and then every answer come in plainer blocks', async () => {
  const { page, picture } = await visitDemo(SCREENS[0]);
  await page.locator(panel('faults')).click();
  await page.getByRole('button', { name: 'Begin refuseRichBlocks' }).click();
  await page.getByText('Tables, charts and their like are refused with invalid_blocks.').waitFor();
  await page.locator(panel('time')).click();
  await page.locator('[data-jump="returns"]').click();
  await page.locator('[data-room="direct"]').click();
  await page.getByRole('button', { name: /Tom Reid/ }).click();
  await page
    .locator('.conversation')
    .getByText(/Q1 2015\/16/)
    .first()
    .waitFor();
  await page.locator('[data-room="safer-communities"]').click();
  await page
    .locator('.conversation')
    .getByText(/3 are off track/)
    .first()
    .waitFor();
  // The digest's page in its thread has the table that was refused.
  await page.getByRole('button', { name: '1 reply' }).waitFor();
  await page.locator('.conversation textarea').fill('/mopac status 2.4');
  await page.keyboard.press('Enter');
  const answer = page.locator('.message-ephemeral');
  await answer
    .getByText(/2\.4 is off track/)
    .first()
    .waitFor();
  expect(await answer.locator('table').count()).toBe(0);
  await picture('plainer');
});

test('the page can be used at 320 pixels, in the dark, and by keyboard', async () => {
  const narrow = { name: 'narrow', width: 320, height: 640 } as const;
  const { page, picture, checkAccess } = await visitDemo(narrow as never, 'dark');
  await page.locator('.menu-button').click();
  await checkAccess();
  await picture('people');
  await page.getByRole('button', { name: /Helen Marsh/ }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.conversation textarea').focus();
  await page.keyboard.type('/mop');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await page.locator('.conversation textarea').inputValue()).toBe('/mopac status 2');
  await page.keyboard.press('Enter');
  await page.locator('.message-ephemeral').first().waitFor();
  await checkAccess();
  await picture('answer');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
