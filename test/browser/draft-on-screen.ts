import type { App, BlockAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { field, textField } from '../../src/workspace/json.ts';
import { draftBot, formOf, heard, input, LETTERS } from '../workspace/draft-form.ts';
import { words, workspaceFor } from '../workspace/support.ts';
import { openSight, type Screen } from './support.ts';

const options = [
  { text: words('Reported'), value: 'reported' },
  { text: words('Not yet'), value: 'not-yet' },
];

/** A form that says at its top what its app has heard so far, which moves everything below. */
const draftForm = (kept: readonly string[] = []): ModalView => {
  const form = formOf(
    heard('rate', { type: 'plain_text_input', ...LETTERS }),
    heard('comment', { type: 'plain_text_input', multiline: true, ...LETTERS }),
    heard('day', { type: 'datepicker', placeholder: words('Pick the last day') }),
    heard('who', { type: 'users_select', placeholder: words('Who checked it') }),
    heard('status', { type: 'static_select', options }),
    heard('boxes', { type: 'checkboxes', options }),
    heard('link', { type: 'url_text_input' }),
    input('note', { type: 'plain_text_input' }, { optional: false }),
  );
  const lines = kept.map((line) => ({
    type: 'section' as const,
    text: { type: 'plain_text' as const, text: line },
  }));
  return { ...form, blocks: [...lines, ...form.blocks] };
};

/** The form on a screen, before somebody, with an app that answers all it hears with an update. */
export async function formOnScreen(screen: Screen, update = updateWith) {
  const workspace = await workspaceFor({ page: null });
  const filed: unknown[] = [];
  await draftBot(workspace, draftForm(), update, (bot) =>
    bot.view('draft', async ({ ack, view }) => {
      filed.push(view.state.values);
      await ack();
    }),
  );
  const sight = await openSight(workspace.pageUrl, screen);
  const { page } = sight;
  await page.locator('.conversation textarea').fill('/mopac draft');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.waitFor();
  return { ...sight, workspace, filed, form };
}

/** The app's answer to all it hears: the form with what it has heard so far at its top. */
export async function updateWith(bot: App, { view }: BlockAction): Promise<unknown> {
  if (!view) return undefined;
  const { id, hash } = view;
  // An update that comes too late is for nobody: another one is on its way.
  return bot.client.views
    .update({ view_id: id, hash, view: draftForm([`Kept: ${keptIn(view)}`]) })
    .catch(() => undefined);
}

const keptIn = ({ state }: ViewOutput): string => {
  const held = (blockId: string, key: string) =>
    textField(field(field(state.values, blockId), 'value'), key) ?? '-';
  return [held('rate', 'value'), held('comment', 'value'), held('day', 'selected_date')].join(
    ' | ',
  );
};
