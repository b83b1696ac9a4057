import type { App, BlockAction } from '@slack/bolt';
import type { StatusRequest } from '../../application/status-request.ts';
import type { Edge } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION } from '../ids.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { respondWith, tell } from '../respond.ts';
import { historyMessage } from './history-message.ts';
import { type HistoryReference, readHistoryReference } from './values.ts';

/** *History* under a status answer, and turning its pages: each answers whoever pressed, alone. */
export const registerHistory = (app: App, edge: Edge): void => {
  for (const id of [ACTION.historyOpen, ACTION.historyEarlier, ACTION.historyLater]) {
    app.action<BlockAction>(id, async ({ ack, action, body, respond }) => {
      const work = async (): Promise<void> => {
        await ack();
        const reference = readHistoryReference(pressedValue(action));
        if (reference === null) return tell(respond)(OLD_BUTTON);
        const person = await edge.asker(body.user.id);
        await respondWith(respond, 'ephemeral', edge.rung(), () =>
          historyMessage(edge, requestFor(reference), person, reference),
        );
      };
      await guarded(edge, id, work, tell(respond));
    });
  }
};

const requestFor = ({ ref, quarter }: HistoryReference): StatusRequest => ({
  scope: { kind: 'measure', ref },
  quarter: { kind: 'named', number: quarter.number, year: quarter.year },
});
