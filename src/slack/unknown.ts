import type { App } from '@slack/bolt';
import type { Edge } from './edge.ts';
import { guarded } from './guard.ts';
import { ACTION, COMMAND, VIEW } from './ids.ts';

const OLD_BUTTON =
  'This button belongs to an older or newer version of MOPAC and does nothing now. Type `/mopac` for what works, or open MOPAC’s Home.';
const OLD_FORM =
  'This form belongs to an older version of MOPAC and was not saved. Copy what you typed, close it and open the form again from MOPAC’s Home.';

/** Answers what no feature listens to, so that nobody is left with Slack's own "had some trouble". */
export const registerUnknown = (app: App, edge: Edge): void => {
  app.action(allBut(Object.values(ACTION)), async ({ ack, respond, body }) => {
    await ack();
    edge.log.warn({ type: body.type }, 'a button nobody listens to was pressed');
    if ('response_url' in body) {
      const answer = (text: string) =>
        respond({ text, response_type: 'ephemeral', replace_original: false });
      await guarded(
        edge,
        'unknown action',
        async () => void (await answer(OLD_BUTTON)),
        async () => undefined,
      );
    }
  });
  app.view(allBut(Object.values(VIEW)), async ({ ack }) => {
    await ack({
      response_action: 'update',
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: 'Out of date' },
        close: { type: 'plain_text', text: 'Close' },
        blocks: [{ type: 'section', text: { type: 'plain_text', text: OLD_FORM } }],
      },
    });
  });
  app.command(allBut([COMMAND]), async ({ ack }) => {
    await ack({
      response_type: 'ephemeral',
      text: `I only know \`${COMMAND}\`. Type \`${COMMAND} help\`.`,
    });
  });
};

/** Everything except these, so that no delivery is answered twice. */
const allBut = (known: readonly string[]): RegExp =>
  new RegExp(`^(?!(?:${known.map((id) => RegExp.escape(id)).join('|')})$)`);
