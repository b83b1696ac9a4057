import { expect, test } from 'vitest';
import { openPeople, SCREENS, visitDemo } from './support.ts';

const SAID = 'Zebedee Quill missed both appointments after his release.';

test.each(SCREENS)(
  'a text that names somebody is taken out of the record by clicking: $name',
  async (screen) => {
    const { page, picture, checkAccess } = await visitDemo(screen);
    const be = async (name: RegExp, room: string): Promise<void> => {
      await openPeople(page, screen);
      await page.getByRole('button', { name }).click();
      await openPeople(page, screen);
      await page.locator(`[data-room="${room}"]`).click();
    };
    const form = page.getByRole('dialog');
    const field = (id: string) => form.locator(`[data-block-id="${id}"]`);
    const submit = () => form.locator('button[type="submit"]').click();

    await be(/Priya Shah/, 'direct');
    await page.getByRole('button', { name: /Enter figures for project 2/ }).click();
    const figures = { '2.1': '77', '2.2': '100', '2.3': '88', '2.4': '41', '2.5': '0.72' };
    for (const [ref, figure] of Object.entries(figures)) {
      await field(`value:${ref}`).locator('input').fill(figure);
    }
    await field('commentary:2.4').locator('textarea').fill(SAID);
    await submit();
    await field('confirm').locator('input').check();
    await submit();
    await form.getByRole('button', { name: 'Done' }).click();
    await page.getByText(SAID).first().waitFor();

    await be(/Joan Carter/, 'home');
    await page.getByRole('button', { name: /Review returns/ }).click();
    await form.getByRole('button', { name: /Review: project 2/ }).click();
    await form.getByRole('button', { name: /Take a text out: project 2/ }).click();
    const texts = form.locator('select[data-block-id="text"]');
    await texts.waitFor();
    const option = texts.locator('option', { hasText: 'Commentary' }).first();
    await texts.selectOption(await option.getAttribute('value'));
    await picture('purge-1-choose');
    await checkAccess();
    await submit();
    await form.getByText('It goes from 1 place of the record:').waitFor();
    await picture('purge-2-confirm');
    await checkAccess();
    await field('reason').locator('input').first().check();
    await field('sure').locator('input').check();
    await picture('purge-3-sure');
    await submit();
    await form.getByText('The text is out of the record, from 1 place.').waitFor();
    await picture('purge-4-done');
    await checkAccess();
    await form.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => form.count()).toBe(0);

    await be(/Priya Shah/, 'direct');
    await page
      .getByText(/took a text out of the record/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByText(SAID).count()).toBe(0);
    await picture('purge-5-told');
  },
);
