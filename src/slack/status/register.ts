import type { App, BlockAction } from '@slack/bolt';
import type { Edge } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { tellByMessage } from '../press-again.ts';
import { OLD_BUTTON, pressedMessage, pressedValue } from '../pressed.ts';
import { readStatusReference } from '../references.ts';
import { respondWith, tell } from '../respond.ts';
import { answerStatus, requestFor } from './answer.ts';
import { shareOnce } from './share.ts';
import { whyView } from './why-view.ts';

/** The buttons of every answer, wherever it stands: Why?, opening another measure, sharing. */
export const registerStatus = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.statusWhy, async ({ ack, action, body, client, respond }) => {
    const value = pressedValue(action);
    const { response_url: responseUrl, trigger_id: triggerId, user } = body;
    // A button on Home has no response URL.
    const say =
      responseUrl === undefined
        ? tellByMessage(edge, { action: ACTION.statusWhy, value, user: user.id, triggerId })
        : tell(respond);
    const work = async (): Promise<void> => {
      await ack();
      const view = whyView(edge, value, await edge.asker(user.id));
      await openWindow(client, triggerId, view, say);
    };
    await guarded(edge, ACTION.statusWhy, work, say);
  });

  app.action<BlockAction>(ACTION.statusOpen, async ({ ack, action, body, respond }) => {
    const work = async (): Promise<void> => {
      await ack();
      const reference = readStatusReference(pressedValue(action));
      if (reference === null) return tell(respond)(OLD_BUTTON);
      const person = await edge.asker(body.user.id);
      const asker = { person, audience: { kind: 'asker' } } as const;
      await respondWith(respond, 'ephemeral', edge.rung(), (rung) =>
        answerStatus(edge, requestFor(reference), rung, asker),
      );
    };
    await guarded(edge, ACTION.statusOpen, work, tell(respond));
  });

  app.action<BlockAction>(ACTION.statusShare, async ({ ack, action, body, respond }) => {
    const work = async (): Promise<void> => {
      await ack();
      const reference = readStatusReference(pressedValue(action));
      const from = pressedMessage(body);
      if (reference === null || from === null) return tell(respond)(OLD_BUTTON);
      await shareOnce(edge, { reference, from, sharer: body.user.id, respond });
    };
    await guarded(edge, ACTION.statusShare, work, tell(respond));
  });
};
