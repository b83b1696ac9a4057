import type { App, BlockAction } from '@slack/bolt';
import { confirmFinal } from '../../application/confirm-final.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION } from '../ids.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { tell } from '../respond.ts';
import { readFinalReference } from './final-message.ts';

/** The button under the question whether a provisional figure is final. */
export const registerFinal = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.finalConfirm, async ({ ack, action, body, respond }) => {
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(body.user.id);
      const about = readFinalReference(pressedValue(action));
      if (about === null) return tell(respond)(OLD_BUTTON);
      const { key, ref } = about;
      const caller = { ...edge, person: personOf(edge.store, body.user.id) };
      const done = confirmFinal(caller, key, about);
      edge.wake();
      await tell(respond)(
        done.ok
          ? `${ref} of ${printQuarter(key.quarter)} is on record as final. Nothing more is needed.`
          : refusalSentence(done.fault),
      );
    };
    await guarded(edge, ACTION.finalConfirm, work, tell(respond));
  });
};
