import { expect, test } from 'vitest';
import { formOnScreen } from './draft-on-screen.ts';
import { SCREENS, visitDemo } from './support.ts';

test.each(SCREENS)(
  'a box ticked just as an earlier choice was taken stays ticked: $name',
  async (screen) => {
    const { form } = await formOnScreen(screen);
    const day = form.locator('input[data-block-id="day"]');
    const box = form.locator('[data-block-id="boxes"]').getByLabel('Reported');
    for (let date = 1; date <= 12; date += 1) {
      await day.fill(`2015-07-${String(date).padStart(2, '0')}`);
      await box.setChecked(date % 2 === 1);
    }
    expect(await box.isChecked()).toBe(false);
  },
);

test('an older picture of the workspace that arrives late does not close a form', async () => {
  const { page } = await visitDemo(SCREENS[0]);
  const asked = Promise.withResolvers<void>();
  const arrive = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  const daniel = page.getByRole('button', { name: /Daniel Okafor/ });
  const who = await daniel.getAttribute('data-person');
  // The first look at his screen, and not one that is under way for whoever was before.
  await page.route(
    (url) => url.pathname === '/page/state' && url.searchParams.get('as') === who,
    async (route) => {
      const response = await route.fetch();
      asked.resolve();
      await arrive.promise;
      await route.fulfill({ response });
      arrived.resolve();
    },
    { times: 1 },
  );
  await daniel.click();
  await asked.promise;
  // What is asked from here on is answered at once, and what was asked first comes last.
  await page.locator('[data-room="home"]').click();
  await page.getByRole('button', { name: /Enter figures for project 5/ }).click();
  const form = page.getByRole('dialog');
  await form.waitFor();
  arrive.resolve();
  await arrived.promise;
  await form.locator('[data-block-id="value:5.1"] input').fill('10');
  expect(await form.count()).toBe(1);
});
