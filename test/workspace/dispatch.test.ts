import type { BlockAction } from '@slack/bolt';
import type { InputBlockElement } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { Impossible } from '../../src/workspace/impossible.ts';
import { textField } from '../../src/workspace/json.ts';
import type { TypedAnswer } from '../../src/workspace/typing.ts';
import { drafting, formOf, heard, input, LETTERS } from './draft-form.ts';
import { PRIYA, words } from './support.ts';

const text = { type: 'plain_text_input' } as const;
const option = (value: string) => ({ text: words(`Option ${value}`), value });
const options = [option('a'), option('b')];

describe('typing in a field', () => {
  test('tells the app nothing unless it asked to hear', async () => {
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(input('rate', { ...text, ...LETTERS })));
    const typed = await priya.type(form, 'rate', '17');
    expect(typed).toMatchObject({ ack: 'ok', deliveries: [] });
    expect(told()).toEqual([]);
    expect(priya.modal()?.values).toMatchObject({ rate: { value: { value: '17' } } });
  });

  test('that tells each character tells the app once, when all of it is typed', async () => {
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(heard('rate', { ...text, ...LETTERS })));
    await priya.type(form, 'RATE', '17');
    expect(told()).toMatchObject([
      {
        actions: [{ type: 'plain_text_input', block_id: 'rate', action_id: 'value', value: '17' }],
      },
    ]);
  });

  test('can be typed one character after another, and the app hears of each', async () => {
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(heard('rate', { ...text, ...LETTERS })));
    const typed = await priya.type(form, 'rate', '1.5', { letters: 'one by one' });
    expect(typed.deliveries).toHaveLength(3);
    expect(told()).toMatchObject(
      ['1', '1.', '1.5'].map((value) => ({
        actions: [{ value }],
        view: { state: { values: { rate: { value: { value } } } } },
      })),
    );
  });

  test('tells the app when the last character is taken out, and not when nothing changed', async () => {
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(heard('rate', { ...text, ...LETTERS, initial_value: '17' })));
    await priya.type(form, 'rate', '17');
    expect(told()).toEqual([]);
    await priya.type(form, 'rate', '', { letters: 'one by one' });
    expect(told()).toMatchObject([{ actions: [{ value: null }] }]);
  });

  test('tells the app with Enter where it did not say when, and not before', async () => {
    const { priya, form, heard: told } = await drafting(formOf(heard('rate', text)));
    await priya.type(form, 'rate', '17');
    expect(told()).toEqual([]);
    await priya.press({ view: form, blockId: 'rate', actionId: 'value' });
    await priya.type(form, 'rate', '18', { enter: true });
    expect(told()).toMatchObject([{ actions: [{ value: '17' }] }, { actions: [{ value: '18' }] }]);
  });

  test('tells both ways where the app asked for both', async () => {
    const both = {
      dispatch_action_config: {
        trigger_actions_on: ['on_enter_pressed' as const, 'on_character_entered' as const],
      },
    };
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(heard('rate', { ...text, ...both })));
    await priya.type(form, 'rate', '17', { enter: true });
    expect(told()).toMatchObject([{ actions: [{ value: '17' }] }, { actions: [{ value: '17' }] }]);
  });

  test('with Enter tells nothing where the app hears of characters only', async () => {
    const { priya, form } = await drafting(formOf(heard('rate', { ...text, ...LETTERS })));
    await expect(priya.type(form, 'rate', '17', { enter: true })).rejects.toThrow(Impossible);
    const where = { view: form, blockId: 'rate', actionId: 'value' };
    await expect(priya.press(where)).rejects.toThrow('Enter in it tells the app nothing');
  });

  test.each<[InputBlockElement, string, unknown]>([
    [{ type: 'number_input', is_decimal_allowed: true, ...LETTERS }, '1.5', { value: '1.5' }],
    [{ type: 'email_text_input', ...LETTERS }, 'a@b.org', { value: 'a@b.org' }],
    [{ type: 'url_text_input', ...LETTERS }, 'https://b.org', { value: 'https://b.org' }],
    [
      { type: 'rich_text_input', ...LETTERS },
      'On track',
      { rich_text_value: { type: 'rich_text' } },
    ],
  ])('of $type is told under its own key', async (element, typed, expected) => {
    const { priya, form, heard: told } = await drafting(formOf(heard('field', element)));
    await priya.type(form, 'field', typed);
    expect(told()).toMatchObject([{ actions: [expected] }]);
    expect(priya.modal()?.values).toMatchObject({ field: { value: expected } });
  });

  test('is not how a menu is picked in, nor picking how words are typed', async () => {
    const { priya, form } = await drafting(
      formOf(heard('rate', text), heard('status', { type: 'static_select', options })),
    );
    await expect(priya.type(form, 'status', 'Option a')).rejects.toThrow('is not typed in');
    await expect(priya.choose(form, 'rate', '17')).rejects.toThrow('type in it');
    await expect(priya.type(form, 'nowhere', '17')).rejects.toThrow('no input is called');
  });

  test('says how the app took it, the worst first', async () => {
    const { priya, form, workspace, app } = await drafting(
      formOf(heard('rate', { ...text, ...LETTERS })),
    );
    await app.stop();
    await workspace.until(() => workspace.connections() === 0);
    const typed = await priya.type(form, 'rate', '17');
    expect(typed).toMatchObject({ ack: 'failed', error: 'dispatch_failed' });
    expect(priya.modal()?.values).toMatchObject({ rate: { value: { value: '17' } } });
  });
});

describe('a choice in a field', () => {
  test.each<[InputBlockElement, TypedAnswer, object, object]>([
    [
      { type: 'static_select', options },
      'Option b',
      { selected_option: options[1] },
      { selected_option: null },
    ],
    [
      { type: 'radio_buttons', options },
      'a',
      { selected_option: options[0] },
      { selected_option: null },
    ],
    [
      { type: 'checkboxes', options },
      ['a'],
      { selected_options: [options[0]] },
      { selected_options: [] },
    ],
    [
      { type: 'multi_static_select', options },
      ['a', 'b'],
      { selected_options: options },
      { selected_options: [] },
    ],
    [{ type: 'users_select' }, 'Priya Shah', { selected_user: PRIYA }, { selected_user: null }],
    [
      { type: 'multi_users_select' },
      ['Priya Shah'],
      { selected_users: [PRIYA] },
      { selected_users: [] },
    ],
    [
      { type: 'datepicker' },
      '2015-07-31',
      { selected_date: '2015-07-31' },
      { selected_date: null },
    ],
    [{ type: 'timepicker' }, '17:00', { selected_time: '17:00' }, { selected_time: null }],
  ])(
    'of $type is told when it is made and when it is taken back',
    async (element, pick, made, cleared) => {
      const { priya, form, heard: told } = await drafting(formOf(heard('field', element)));
      await priya.choose(form, 'FIELD', pick);
      await priya.choose(form, 'FIELD', null);
      const { type } = element;
      expect(told()).toMatchObject([
        { actions: [{ type, block_id: 'field', action_id: 'value', ...made }] },
        { actions: [{ type, block_id: 'field', action_id: 'value', ...cleared }] },
      ]);
    },
  );

  test('is not told where the app did not ask to hear', async () => {
    const {
      priya,
      form,
      heard: told,
    } = await drafting(formOf(input('day', { type: 'datepicker' })));
    await priya.choose(form, 'day', '2015-07-31');
    expect(told()).toEqual([]);
    expect(priya.modal()?.values).toMatchObject({
      day: { value: { selected_date: '2015-07-31' } },
    });
  });
});

test('the app is told of the whole window, with a trigger of its own and no response URL', async () => {
  const opened: string[] = [];
  const {
    priya,
    form,
    heard: told,
  } = await drafting(
    formOf(
      heard('rate', { ...text, ...LETTERS }),
      input('note', { ...text, initial_value: 'As agreed' }),
      input('day', { type: 'datepicker', initial_date: '2015-06-30' }),
      input('who', { type: 'users_select' }),
    ),
    async (app, body) => {
      await app.client.views.push({
        trigger_id: body.trigger_id,
        view: formOf(input('more', text)),
      });
      opened.push(body.trigger_id);
    },
  );
  await priya.choose(form, 'who', 'Owen Reed');
  await priya.type(form, 'rate', '17');
  const [payload] = told();
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: PRIYA },
    container: { type: 'view', view_id: form.id },
    view: {
      id: form.id,
      hash: form.hash,
      state: {
        values: {
          rate: { value: { type: 'plain_text_input', value: '17' } },
          note: { value: { type: 'plain_text_input', value: 'As agreed' } },
          day: { value: { type: 'datepicker', selected_date: '2015-06-30' } },
          who: { value: { type: 'users_select', selected_user: 'U0OWEN0001' } },
        },
      },
      blocks: [
        { block_id: 'rate' },
        { block_id: 'note', element: { initial_value: 'As agreed' } },
        { block_id: 'day', element: { initial_date: '2015-06-30' } },
        { block_id: 'who' },
      ],
    },
  });
  expect(payload).not.toHaveProperty('response_url');
  expect(textField(payload, 'trigger_id')).toBe(opened[0]);
  expect(priya.modal()).toMatchObject({ values: { more: { value: { value: null } } } });
});

describe('an update while somebody types', () => {
  const page = (begins: { readonly initial_value?: string } = {}, blockId = 'rate') =>
    formOf(heard(blockId, { ...text, ...LETTERS, ...begins }), input('note', text));
  const said = { initial_value: 'from the app' };

  test('leaves what was typed, whatever it says the field begins with', async () => {
    const { priya, form } = await drafting(page(), (app, body) =>
      app.client.views.update({ view_id: viewOf(body), view: page(said) }),
    );
    await priya.type(form, 'rate', '17');
    const after = priya.modal();
    expect(after?.hash).not.toBe(form.hash);
    expect(after).toMatchObject({
      blocks: [{ element: { initial_value: 'from the app' } }, {}],
      values: { rate: { value: { value: '17' } } },
    });
  });

  test('begins a field under a new block id with what it says', async () => {
    const { priya, form } = await drafting(page(), (app, body) =>
      app.client.views.update({ view_id: viewOf(body), view: page(said, 'rate-2') }),
    );
    await priya.type(form, 'rate', '17');
    expect(priya.modal()?.values).toEqual({
      'rate-2': { value: { type: 'plain_text_input', value: 'from the app' } },
      note: { value: { type: 'plain_text_input', value: null } },
    });
  });

  test('with the hash of two characters is taken for one of them and refused for the other', async () => {
    const outcomes: string[] = [];
    const { priya, form } = await drafting(page(), async (app, body) => {
      const { hash = '' } = body.view ?? {};
      const update = app.client.views.update({ view_id: viewOf(body), hash, view: page(said) });
      outcomes.push(
        await update.then(
          () => 'updated',
          (error: unknown) => (error instanceof WebAPIPlatformError ? error.data.error : 'other'),
        ),
      );
    });
    await priya.type(form, 'rate', '17', { letters: 'one by one' });
    expect(outcomes.toSorted()).toEqual(['hash_conflict', 'updated']);
    expect(priya.modal()?.values).toMatchObject({ rate: { value: { value: '17' } } });
  });

  test('loses nothing that is typed elsewhere before it arrives', async () => {
    let typeNote = (): unknown => undefined;
    const { priya, form } = await drafting(page(), async (app, body) => {
      if (body.actions[0]?.block_id !== 'rate') return;
      // The app has made up its mind what to show, and meanwhile the person types on.
      const view = page();
      await typeNote();
      await app.client.views.update({ view_id: viewOf(body), view });
    });
    typeNote = () => priya.type(form, 'note', 'meanwhile');
    await priya.type(form, 'rate', '17');
    expect(priya.modal()?.values).toMatchObject({
      rate: { value: { value: '17' } },
      note: { value: { value: 'meanwhile' } },
    });
  });
});

test('what was told while typing is in the submission with all the rest', async () => {
  const filed: unknown[] = [];
  const { priya, form } = await drafting(
    formOf(
      heard('rate', { ...text, ...LETTERS }),
      input('note', text),
      input('day', { type: 'datepicker' }),
    ),
    undefined,
    (app) =>
      app.view('draft', async ({ ack, view }) => {
        filed.push(view.state.values);
        await ack();
      }),
  );
  await priya.type(form, 'rate', '17');
  await priya.type(form, 'note', 'As agreed');
  await priya.choose(form, 'day', '2015-07-31');
  expect(await priya.submit(form)).toMatchObject({ kind: 'closed' });
  expect(filed).toMatchObject([
    {
      rate: { value: { value: '17' } },
      note: { value: { value: 'As agreed' } },
      day: { value: { selected_date: '2015-07-31' } },
    },
  ]);
});

test.each<[InputBlockElement, string | null, string]>([
  [text, null, 'Please complete this required field.'],
  [{ type: 'users_select' }, null, 'Please complete this required field.'],
  [{ type: 'datepicker' }, null, 'Please complete this required field.'],
  [{ type: 'checkboxes', options }, null, 'Please complete this required field.'],
  [{ type: 'file_input' }, null, 'Please complete this required field.'],
  [{ type: 'email_text_input' }, 'priya', 'Please enter a valid email address'],
  [{ type: 'url_text_input' }, 'b.org', 'Please enter a valid URL'],
])('Slack itself refuses what is not filled in as it must be: %o', async (element, typed, said) => {
  const { priya, form, workspace } = await drafting(
    formOf(input('field', element, { optional: false })),
  );
  if (typed !== null) await priya.type(form, 'field', typed);
  const sent = workspace.log.length;
  expect(await priya.submit(form)).toMatchObject({
    kind: 'errors',
    refusedBy: 'slack',
    errors: { field: said },
  });
  expect(workspace.log).toHaveLength(sent);
});

const viewOf = (body: BlockAction): string => body.view?.id ?? '';
