import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { Temporal } from 'temporal-polyfill';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { DAY, openReminder, remindOn } from '../../application/remind-on.ts';
import { ok } from '../../domain/result.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { readHandoverReference, writeHandoverReference } from '../handover-buttons.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { saveOnce, type WindowAnswer } from '../save-once.ts';
import { sayWherePressed } from '../say-where-pressed.ts';
import { readReminderDay, remindedView, remindView } from './remind-view.ts';

/** *Remind me on …* and its window. */
export const registerRemind = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.remindOn, async ({ ack, action, body, client, respond }) => {
    const value = pressedValue(action);
    const again = { action: ACTION.remindOn, value };
    const say = sayWherePressed(edge, { body, client, respond, again });
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(body.user.id);
      const about = readHandoverReference(value);
      if (about === null) return say(OLD_BUTTON);
      const caller = { ...edge, person: personOf(edge.store, body.user.id) };
      const opened = openReminder(caller, about);
      if (!opened.ok) return say(refusalSentence(opened.fault));
      const view = remindView(opened.value, writeHandoverReference(about));
      await openWindow(client, body.trigger_id, view, say);
    };
    await guarded(edge, ACTION.remindOn, work, say);
  });

  app.view<ViewSubmitAction>(VIEW.remindOn, async ({ ack, body, view }) => {
    const work = async (): Promise<void> => {
      await edge.recognise(body.user.id);
      await ack(answerTo(edge, body.user.id, view));
    };
    const refuse = (sentence: string) =>
      ack({ response_action: 'errors', errors: { [DAY]: sentence } });
    await guarded(edge, VIEW.remindOn, work, refuse);
  });
};

const answerTo = (edge: Edge, userId: string, view: ViewSubmitAction['view']): WindowAnswer => {
  const about = readHandoverReference(view.private_metadata);
  const day = readReminderDay(view.state);
  if (about === null || day === undefined) {
    return { response_action: 'update', view: refusalView(OLD_BUTTON) };
  }
  const caller = { ...edge, person: personOf(edge.store, userId) };
  return saveOnce(edge, view, {
    save: () => {
      const set = remindOn(caller, about, day);
      return set.ok ? ok(set.value === null ? null : String(set.value)) : set;
    },
    shown: (saved) =>
      remindedView(typeof saved === 'string' ? Temporal.PlainDate.from(saved) : null),
  });
};
