import { createHmac } from 'node:crypto';
import type { Person } from '../../src/workspace/person.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import type { Town } from '../support/town.ts';

/** Calls Slack as the app itself would: an attacker who can alter what a client holds. */
const callAsApp = async (town: Town, method: string, args: object): Promise<void> => {
  const answer = await fetch(`${town.workspace.apiUrl}${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${town.workspace.botToken}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(args),
  });
  const said = await answer.text();
  if (!said.includes('"ok":true')) throw new Error(`${method}: ${said}`);
};

/** Puts a button *Planted* into a channel. */
export const postAsApp = (
  town: Town,
  channel: string,
  button: { readonly action_id: string; readonly value?: string },
): Promise<void> =>
  callAsApp(town, 'chat.postMessage', {
    channel,
    text: 'planted',
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', text: { type: 'plain_text', text: 'Planted' }, ...button }],
      },
    ],
  });

/** Puts a button of any value into somebody's conversation with the bot, and presses it as them. */
export const pressPlanted = async (town: Town, person: Person, value: string): Promise<string> => {
  const [first] = person.directMessages();
  const channel = first?.channel ?? person.id;
  await postAsApp(town, channel, {
    action_id: 'submit.open.v1',
    ...(value === '' ? {} : { value }),
  });
  const button = person
    .directMessages()
    .flatMap((message) => person.buttons(message))
    .findLast(({ text }) => text === 'Planted');
  if (button === undefined) throw new Error('Nothing was planted.');
  await person.press(button);
  const view = person.modal();
  if (view === null) throw new Error('No window was opened.');
  const { rendered } = view;
  await person.close(view, 'all');
  return rendered;
};

/** The open window with other metadata under it; everything else in it stays as it was. */
export const withMetadata = async (
  town: Town,
  person: Person,
  metadata: string,
): Promise<OpenView> => {
  const view = person.modal();
  if (view === null) throw new Error(`${person.name} has no form open.`);
  const said = (text: string) => ({ type: 'plain_text', text });
  await callAsApp(town, 'views.update', {
    view_id: view.id,
    view: {
      type: 'modal',
      callback_id: view.callbackId,
      private_metadata: metadata,
      title: said(view.title),
      submit: said(view.submitLabel ?? 'Submit'),
      blocks: view.blocks,
    },
  });
  const altered = person.modal();
  if (altered === null) throw new Error('The window is gone.');
  return altered;
};

/** A request signed as Slack signs one. */
export const postSigned = async (town: Town, payload: object): Promise<unknown> => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', town.workspace.signingSecret)
    .update(`v0:${seconds}:${body}`)
    .digest('hex');
  const answer = await fetch(`http://127.0.0.1:${town.bot().port()}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
  return answer.json();
};
