import { expect, test } from 'vitest';
import { openPeople, SCREENS, visitDemo } from './support.ts';

test.each(SCREENS)(
  'a return that is off track is filed, reviewed, sent back and changed by clicking: $name',
  async (screen) => {
    const { page, picture, checkAccess, runs } = await visitDemo(screen);
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
    const figures = { '2.1': '77', '2.2': '100', '2.3': '88', '2.4': '17', '2.5': '0.72' };
    for (const [ref, figure] of Object.entries(figures)) {
      await field(`value:${ref}`).locator('input').fill(figure);
    }
    await field('provisional:2.5').locator('input').check();
    await field('final-by:2.5').waitFor();
    expect(await field('value:2.5').locator('input').inputValue()).toBe('0.72');
    await picture('life-1-typed');
    await checkAccess();
    await field('provisional:2.5').locator('input').uncheck();
    await field('final-by:2.5').waitFor({ state: 'detached' });
    await submit();
    await field('action-what:2.4').locator('textarea').fill('Workers visit both prisons weekly.');
    await field('action-who:2.4').locator('input').fill('The resettlement team');
    await form.locator('input[data-block-id="action-by:2.4"]').fill('2015-09-30');
    await field('confirm').locator('input').check();
    await picture('life-2-review');
    await checkAccess();
    await submit();
    await form.getByRole('button', { name: 'Done' }).click();

    await be(/Joan Carter/, 'home');
    await page.getByRole('button', { name: /Review returns/ }).click();
    await form
      .getByText(/waits? for review/)
      .first()
      .waitFor();
    await picture('life-3-queue');
    await checkAccess();
    await form.getByRole('button', { name: /Review: project 2/ }).click();
    await form.getByRole('button', { name: 'Accept 2.1' }).click();
    await form
      .getByText(/Accepted by Joan Carter/)
      .first()
      .waitFor();
    await picture('life-4-return');
    await checkAccess();
    await form.getByRole('button', { name: 'Send back' }).click();
    await field('2.4').locator('textarea').fill('Is Pentonville in this?');
    await picture('life-5-send-back');
    await checkAccess();
    await submit();
    await form.getByText(/The agency is being told/).waitFor();
    await form.getByRole('button', { name: 'Done' }).click();
    await form.getByRole('button', { name: 'Close' }).first().click();

    await be(/Priya Shah/, 'direct');
    await page.getByText('Is Pentonville in this?').first().waitFor();
    await picture('life-6-sent-back');
    await checkAccess();
    await page.getByRole('button', { name: /Change 2\.4, project 2/ }).click();
    await form
      .getByText(/accepted, so it is locked/)
      .first()
      .waitFor();
    await field('value:2.4').locator('input').fill('18');
    await submit();
    await field('change-reason').locator('textarea').fill('Pentonville came in late.');
    await picture('life-7-changed');
    await checkAccess();
    await submit();
    await form
      .getByText(/revision 2/)
      .first()
      .waitFor();
    const { store } = runs.current();
    expect(store.submission(1, 2, { year: 2015, number: 1 })).toMatchObject({
      state: 'submitted',
      filing: { revision: 2, reason: 'Pentonville came in late.' },
    });
  },
);
