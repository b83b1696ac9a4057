import type {
  App,
  BlockAction,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Caller } from '../../application/open-return.ts';
import { REASON } from '../../application/purge-reason.ts';
import { openText, openTexts, purgeText } from '../../application/purge-text.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { ok } from '../../domain/result.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { tell } from '../respond.ts';
import { saveOnce } from '../save-once.ts';
import { readTextScope } from '../text-scope.ts';
import { chooseView, readChosen, TEXT } from './choose-view.ts';
import { confirmView, readConfirmation, takenOutView } from './confirm-view.ts';
import { markOf, readConfirmPlace } from './values.ts';

/** A coordinator takes a text out of the record: chooses it, sees what that does, and confirms. */
export const registerPurge = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.purgeOpen, async ({ ack, action, body, client, respond }) => {
    const { response_url: responseUrl, trigger_id: triggerId, user } = body;
    const show = async (view: ModalView): Promise<void> => {
      if (body.view?.type === 'modal') await client.views.push({ trigger_id: triggerId, view });
      else await openWindow(client, triggerId, view, say);
    };
    const say = (sentence: string): Promise<void> =>
      responseUrl === undefined ? show(refusalView(sentence)) : tell(respond)(sentence);
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(user.id);
      await show(firstView(callerOf(edge, user.id), pressedValue(action)));
    };
    await guarded(edge, ACTION.purgeOpen, work, say);
  });

  const onSubmit = (
    id: string,
    field: string,
    answer: (caller: Caller, view: ViewOutput) => ViewResponseAction,
  ): void => {
    app.view<ViewSubmitAction>(id, async ({ ack, body, view }) => {
      const work = async (): Promise<void> => {
        await edge.recognise(body.user.id);
        await ack(answer(callerOf(edge, body.user.id), view));
        edge.wake();
      };
      await guarded(edge, id, work, (sentence) => ack(beside(field, sentence)));
    });
  };
  onSubmit(VIEW.purgeChoose, TEXT, chosen);
  onSubmit(VIEW.purgeConfirm, REASON, (caller, view) => confirmed(edge, caller, view));
};

const callerOf = (edge: Edge, userId: string): Caller => ({
  ...edge,
  person: personOf(edge.store, userId),
});

const update = (view: ModalView): ViewResponseAction => ({ response_action: 'update', view });
const beside = (field: string, sentence: string): ViewResponseAction => ({
  response_action: 'errors',
  errors: { [field]: sentence },
});

const firstView = (caller: Caller, value: string): ModalView => {
  const scope = readTextScope(value);
  if (scope === null) return refusalView(OLD_BUTTON);
  const opened = openTexts(caller, scope);
  return opened.ok ? chooseView(opened.value, scope) : refusalView(refusalSentence(opened.fault));
};

/** *Next*: the text that was chosen, over the list, so that *Back* leads there again. */
const chosen = (caller: Caller, view: ViewOutput): ViewResponseAction => {
  const scope = readTextScope(view.private_metadata);
  const place = readChosen(view.state);
  if (scope === null) return update(refusalView(OLD_BUTTON));
  if (place === null) return beside(TEXT, 'Choose a text from the list.');
  const opened = openText(caller, scope, place);
  return opened.ok
    ? { response_action: 'push', view: confirmView(opened.value, scope) }
    : update(refusalView(refusalSentence(opened.fault)));
};

const savedSchema = z.object({ places: z.number(), posts: z.number() });

/** *Take it out*, once for each press however often it is delivered. */
const confirmed = (edge: Edge, caller: Caller, view: ViewOutput): ViewResponseAction => {
  const about = readConfirmPlace(view.private_metadata);
  if (about === null) return update(refusalView(OLD_BUTTON));
  const read = readConfirmation(view.state);
  if ('field' in read) return beside(read.field, read.sentence);
  const { scope, place, mark } = about;
  return saveOnce(edge, view, {
    save: () => {
      const saw = (places: Parameters<typeof markOf>[0]) => markOf(places) === mark;
      const done = purgeText(caller, scope, { place, given: read.given, saw });
      if (!done.ok) return done;
      const { places, posts } = done.value;
      return ok({ places, posts });
    },
    shown: (saved) => takenOutView(savedSchema.parse(saved)),
  });
};
