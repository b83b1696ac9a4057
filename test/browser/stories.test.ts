import { expect, test } from 'vitest';
import { openPeople, SCREENS, visitDemo } from './support.ts';

test.each(SCREENS)(
  'the story “File Q1 for Probation” can be followed by clicking: $name',
  async (screen) => {
    const { page, picture, checkAccess, runs } = await visitDemo(screen);
    await page.getByRole('button', { name: /File Q1 for Probation/ }).click();
    await page.getByText('Step 1 of 7').waitFor();
    await picture('file-1-begin');
    await openPeople(page, screen);
    await page.getByRole('button', { name: /Tom Reid/ }).click();
    await page.getByText('Step 2 of 7').waitFor();
    await openPeople(page, screen);
    await page.locator('[data-room="direct"]').click();
    await page.getByText('Step 3 of 7').waitFor();
    await picture('file-3-message');
    await checkAccess();
    await page.getByRole('button', { name: /Enter figures for project 3/ }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await page.getByText('Step 4 of 7').waitFor();
    await form.locator('[data-block-id="value:3.1"] input').fill('lots');
    await form.locator('[data-block-id="value:3.2"] input').fill('80');
    await form.locator('button[type="submit"]').click();
    await form
      .getByText(/“lots”/)
      .first()
      .waitFor();
    await picture('file-4-refused');
    await checkAccess();
    expect(await form.locator('[data-block-id="value:3.1"] input').inputValue()).toBe('lots');
    await form.locator('[data-block-id="value:3.1"] input').fill('1.51');
    await form.locator('button[type="submit"]').click();
    await page.getByText('Step 5 of 7').waitFor();
    await picture('file-5-review');
    await checkAccess();
    await form.locator('button[type="submit"]').click();
    await form
      .getByText(/Tick this if 3\.1 can be filed as it stands/)
      .first()
      .waitFor();
    await picture('file-5-unconfirmed');
    await form.locator('[data-block-id="confirm"] input').check();
    await form.locator('button[type="submit"]').click();
    await page.getByText('Step 6 of 7').waitFor();
    await form.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Step 7 of 7').waitFor();
    await page.locator('.conversation').getByText(/1\.51/).first().waitFor();
    // The newest message is in sight, whatever the focus went back to.
    const receipt = page.locator('.conversation article').last();
    await expect
      .poll(() => receipt.evaluate((it) => it.getBoundingClientRect().top < innerHeight / 2))
      .toBe(true);
    await picture('file-7-receipt');
    const { store } = runs.current();
    expect(store.submissions(1, { year: 2015, number: 1 })).toMatchObject([
      { projectNumber: 3, state: 'submitted' },
    ]);
  },
);

test.each(SCREENS)(
  'the story “Why is 2.4 red?” can be followed by clicking: $name',
  async (screen) => {
    const { page, picture, checkAccess } = await visitDemo(screen);
    await page.getByRole('button', { name: /Why is 2.4 red/ }).click();
    await page.getByText('Step 1 of 7').waitFor();
    await openPeople(page, screen);
    await page.getByRole('button', { name: /Helen Marsh/ }).click();
    await page.getByText(/Step [23] of 7/).waitFor();
    await openPeople(page, screen);
    await page.locator('[data-room="safer-communities"]').click();
    await page.getByText('Step 3 of 7').waitFor();
    await picture('why-3-digest');
    await checkAccess();
    await page.locator('.conversation textarea').fill('/mopac status 2.4');
    await page.keyboard.press('Enter');
    await page.getByText('Step 4 of 7').waitFor();
    await picture('why-4-answer');
    await checkAccess();
    await page.locator('.message-ephemeral').getByRole('button', { name: /Why/ }).click();
    await page.getByText('Step 5 of 7').waitFor();
    await picture('why-5-working');
    await checkAccess();
    await page.getByRole('dialog').getByRole('button', { name: /close/i }).first().click();
    await page.getByText('Step 6 of 7').waitFor();
    await page.locator('.message-ephemeral').getByRole('button', { name: /Share/ }).click();
    await page.getByText('Step 7 of 7').waitFor();
    await picture('why-7-shared');
    await checkAccess();
  },
);
