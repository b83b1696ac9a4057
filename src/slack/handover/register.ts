import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { comeBack, undoHandover } from '../../application/end-handover.ts';
import { openHandover } from '../../application/hand-over.ts';
import { SUBSTITUTE, UNTIL } from '../../application/hand-over-faults.ts';
import type { Caller } from '../../application/open-return.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import type { HandoverReason } from '../../application/submission-record.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { readHandoverReference, writeHandoverReference } from '../handover-buttons.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { sayWherePressed } from '../say-where-pressed.ts';
import { handOverView } from './hand-over-view.ts';
import { saveHandOver } from './save.ts';

const WINDOWS = [
  { reason: 'away', action: ACTION.handoverAway, view: VIEW.handoverAway, first: UNTIL },
  { reason: 'not_me', action: ACTION.handoverNotMe, view: VIEW.handoverNotMe, first: SUBSTITUTE },
] as const;

/** *I'm away* and *Not me* with their windows, *I'm back*, and the coordinator's *Undo*. */
export const registerHandover = (app: App, edge: Edge): void => {
  for (const { reason, action, view, first } of WINDOWS) {
    app.action<BlockAction>(action, async ({ ack, action: pressed, body, client, respond }) => {
      const value = pressedValue(pressed);
      const say = sayWherePressed(edge, { body, client, respond, again: { action, value } });
      const work = async (): Promise<void> => {
        await ack();
        await edge.recognise(body.user.id);
        const shown = windowFor(edge, reason, value, body.user.id);
        if (typeof shown === 'string') await say(shown);
        else await openWindow(client, body.trigger_id, shown, say);
      };
      await guarded(edge, action, work, say);
    });

    app.view<ViewSubmitAction>(view, async ({ ack, body, view: shown, client }) => {
      const work = async (): Promise<void> => {
        await edge.recognise(body.user.id);
        await ack(await saveHandOver(edge, client, reason, { view: shown, userId: body.user.id }));
        edge.wake();
      };
      const refuse = (sentence: string) =>
        ack({ response_action: 'errors', errors: { [first]: sentence } });
      await guarded(edge, view, work, refuse);
    });
  }

  const ending = (action: string, end: (caller: Caller, value: string) => Ended): void => {
    app.action<BlockAction>(action, async ({ ack, action: pressed, body, client, respond }) => {
      const say = sayWherePressed(edge, { body, client, respond, again: null });
      const work = async (): Promise<void> => {
        await ack();
        await edge.recognise(body.user.id);
        const { store, clock } = edge;
        const caller = { store, clock, person: personOf(store, body.user.id) };
        const { repeated, answer } = store.answerOnce(
          `${action}/${body.trigger_id}`,
          clock.now(),
          () => end(caller, pressedValue(pressed)),
        );
        edge.wake();
        if (!repeated) await say(answer.sentence, answer.done ? 'Saved' : undefined);
      };
      await guarded(edge, action, work, say);
    });
  };
  ending(ACTION.handoverBack, (caller) => {
    const ended = comeBack(caller);
    return ended.ok ? done(BACK) : notDone(refusalSentence(ended.fault));
  });
  ending(ACTION.handoverUndo, (caller, value) => {
    if (!/^\d{1,9}$/.test(value)) return notDone(OLD_BUTTON);
    const ended = undoHandover(caller, Number(value));
    return ended.ok ? done(UNDONE) : notDone(refusalSentence(ended.fault));
  });
};

const BACK = 'You are back: you answer for your projects again from now on.';
const UNDONE = 'Undone: the lead answers again, and everybody concerned is being told.';

/** What came of a press that has no window of its own. */
type Ended = { readonly done: boolean; readonly sentence: string };
const done = (sentence: string): Ended => ({ done: true, sentence });
const notDone = (sentence: string): Ended => ({ done: false, sentence });

/** The window in which somebody hands over, or a sentence why there is none. */
const windowFor = (edge: Edge, reason: HandoverReason, value: string, userId: string) => {
  const about = readHandoverReference(value);
  if (about === null) return OLD_BUTTON;
  const { store, clock } = edge;
  const caller = { store, clock, person: personOf(store, userId) };
  const opened = openHandover(caller, about, reason);
  return opened.ok
    ? handOverView(store, opened.value, writeHandoverReference(about))
    : refusalSentence(opened.fault);
};
