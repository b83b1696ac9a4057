import { expect, test } from 'vitest';
import { field, recordsField, textField } from '../../src/workspace/json.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { formOnScreen, updateWith } from './draft-on-screen.ts';
import { SCREENS } from './support.ts';

/** The kind of everything the app was sent, with the block an action was taken in. */
const sentTo = (workspace: Workspace): readonly string[] =>
  workspace.log.flatMap((entry) => {
    if (entry.kind !== 'delivery') return [];
    const [action] = recordsField(entry.payload, 'actions');
    return [textField(action, 'block_id') ?? textField(entry.payload, 'type') ?? 'command'];
  });

/** What the window held when the app last heard of it. */
const lastHeard = (workspace: Workspace): unknown => {
  const last = workspace.log.findLast(
    (entry) => entry.kind === 'delivery' && textField(entry.payload, 'type') === 'block_actions',
  );
  return last?.kind === 'delivery' && field(field(field(last.payload, 'view'), 'state'), 'values');
};

test.each(SCREENS)(
  'what is typed is told as it is typed, and no update takes the cursor or a letter: $name',
  async (screen) => {
    const { page, form, workspace, picture, checkAccess } = await formOnScreen(screen);
    const comment = form.locator('[data-block-id="comment"] textarea');
    await comment.click();
    await page.keyboard.type('Two clinics');
    await form.getByText('Kept: - | Two clinics | -').waitFor();
    for (const _ of 'clinics') await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('new ');
    await form.getByText('Kept: - | Two new clinics | -').waitFor();
    await page.keyboard.type('city ');
    await form.getByText('Kept: - | Two new city clinics | -').waitFor();
    const cursor = await comment.evaluate((box: HTMLTextAreaElement) => [
      document.activeElement === box,
      box.selectionStart,
    ]);
    expect(cursor).toEqual([true, 'Two new city '.length]);
    expect(sentTo(workspace).filter((block) => block === 'comment').length).toBeLessThan(10);
    await checkAccess();
    await picture('typing');
  },
);

test('what is typed while an update is on its way is not lost', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { page, form, workspace } = await formOnScreen(SCREENS[0], async (bot, body) => {
    await answered;
    return updateWith(bot, body);
  });
  const rate = form.locator('[data-block-id="rate"] input');
  await rate.click();
  await page.keyboard.type('1');
  await workspace.until(() => sentTo(workspace).includes('rate'));
  await page.keyboard.type('7');
  answer();
  await form.getByText('Kept: 1', { exact: false }).waitFor();
  await page.keyboard.type('.5');
  expect(await rate.inputValue()).toBe('17.5');
  await workspace.until(() => JSON.stringify(lastHeard(workspace)).includes('"17.5"'));
});

test.each(SCREENS)('every kind of choice is told as it is made: $name', async (screen) => {
  const { page, form, workspace, picture } = await formOnScreen(screen);
  await form.getByText('Pick the last day').waitFor();
  await form.locator('[data-block-id="rate"] input').fill('17');
  await form.locator('input[data-block-id="day"]').fill('2015-07-31');
  await form.locator('select[data-block-id="who"]').selectOption({ label: 'Owen Reed' });
  await form.locator('select[data-block-id="status"]').selectOption({ label: 'Not yet' });
  await form.locator('[data-block-id="boxes"]').getByLabel('Reported').check();
  await form.locator('[data-block-id="link"] input').fill('https://example.org/return');
  await page.keyboard.press('Enter');
  await workspace.until(() => sentTo(workspace).includes('link'));
  expect([...new Set(sentTo(workspace))]).toEqual([
    'command',
    'rate',
    'day',
    'who',
    'status',
    'boxes',
    'link',
  ]);
  expect(lastHeard(workspace)).toMatchObject({
    rate: { value: { value: '17' } },
    day: { value: { selected_date: '2015-07-31' } },
    who: { value: { selected_user: 'U0OWEN0001' } },
    status: { value: { selected_option: { value: 'not-yet' } } },
    boxes: { value: { selected_options: [{ value: 'reported' }] } },
    link: { value: { value: 'https://example.org/return' } },
  });
  await form.getByText('Kept: 17 | - | 2015-07-31').waitFor();
  await picture('choices');
});

test('the last words typed are told before the form is sent, and are in it', async () => {
  const { page, form, workspace, filed } = await formOnScreen(SCREENS[0]);
  await form.locator('[data-block-id="rate"] input').click();
  await page.keyboard.type('17');
  await form.locator('button[type="submit"]').click();
  await form.getByText('Please complete this required field.').waitFor();
  expect(sentTo(workspace)).not.toContain('view_submission');
  await form.locator('[data-block-id="note"] input').fill('As agreed');
  await form.locator('[data-block-id="comment"] textarea').click();
  await page.keyboard.type('Two clinics opened in May.');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  expect(sentTo(workspace).slice(-2)).toEqual(['comment', 'view_submission']);
  expect(filed).toMatchObject([
    {
      rate: { value: { value: '17' } },
      comment: { value: { value: 'Two clinics opened in May.' } },
      note: { value: { value: 'As agreed' } },
    },
  ]);
});

test.each<[string, (form: { press(): Promise<void>; cancel(): Promise<void> }) => Promise<void>]>([
  ['Escape', (form) => form.press()],
  ['Cancel', (form) => form.cancel()],
])('the last words typed are told before the form is closed by %s', async (_how, close) => {
  const { page, form, workspace } = await formOnScreen(SCREENS[0]);
  await form.locator('[data-block-id="rate"] input').click();
  await page.keyboard.type('17');
  await close({
    press: () => page.keyboard.press('Escape'),
    cancel: () => form.getByRole('button', { name: 'Cancel' }).click(),
  });
  await form.waitFor({ state: 'detached' });
  await workspace.until(() => sentTo(workspace).includes('view_closed'));
  expect(sentTo(workspace).slice(-2)).toEqual(['rate', 'view_closed']);
  expect(lastHeard(workspace)).toMatchObject({ rate: { value: { value: '17' } } });
});

test('the inspector shows what one field told as one line', async () => {
  const { page, form, picture, checkAccess } = await formOnScreen(SCREENS[0]);
  await form.locator('[data-block-id="rate"] input').click();
  for (const letters of ['1', '17', '17.5']) {
    await form.locator('[data-block-id="rate"] input').fill(letters);
    await form.getByText(`Kept: ${letters} | - | -`).waitFor();
  }
  await page.locator('[data-panel="inspector"]').click();
  await page.getByText('3 times, the last of them:').waitFor();
  await checkAccess();
  await picture('inspector-typing');
});
