import type { App, BlockAction, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { decideCorrection, openCorrection } from '../../application/decide-correction.ts';
import { StoreBusy } from '../../application/ports.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { tell } from '../respond.ts';
import { COMMENT, DECISION, decideView, readCorrectionPlace, readDecision } from './decide-view.ts';
import { registerTakeBack } from './take-back.ts';

/** A coordinator's decision on a correction that a lead asked for, and the lead's taking it back. */
export const registerCorrect = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.correctionOpen, async ({ ack, action, body, client, respond }) => {
    const { response_url: responseUrl, trigger_id: triggerId, user } = body;
    const say = (sentence: string): Promise<void> =>
      responseUrl === undefined
        ? openWindow(client, triggerId, refusalView(sentence), async () => {})
        : tell(respond)(sentence);
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(user.id);
      const view = firstView(edge, pressedValue(action), user.id);
      // Over the queue it stands in, where that is a window; every other button opens one.
      if (body.view?.type === 'modal') await client.views.push({ trigger_id: triggerId, view });
      else await openWindow(client, triggerId, view, say);
    };
    await guarded(edge, ACTION.correctionOpen, work, say);
  });

  registerTakeBack(app, edge);

  app.view<ViewSubmitAction>(VIEW.correctionDecide, async ({ ack, body, view }) => {
    const work = async (): Promise<void> => {
      await edge.recognise(body.user.id);
      await ack(answerTo(edge, body.user.id, view));
      edge.wake();
    };
    const refuse = (sentence: string) =>
      ack({ response_action: 'errors', errors: { [DECISION]: sentence } });
    await guarded(edge, VIEW.correctionDecide, work, refuse);
  });
};

const firstView = (edge: Edge, value: string, userId: string): ModalView => {
  if (!/^\d{1,9}$/.test(value)) return refusalView(OLD_BUTTON);
  const person = personOf(edge.store, userId);
  const opened = openCorrection({ ...edge, person }, Number(value));
  return opened.ok ? decideView(opened.value) : refusalView(refusalSentence(opened.fault));
};

const answerTo = (
  edge: Edge,
  userId: string,
  view: ViewSubmitAction['view'],
): ViewResponseAction => {
  const place = readCorrectionPlace(view.private_metadata);
  const update = (next: ModalView) => ({ response_action: 'update', view: next }) as const;
  const beside = (field: string, sentence: string) =>
    ({ response_action: 'errors', errors: { [field]: sentence } }) as const;
  if (place === null) return update(refusalView(OLD_BUTTON));
  const typed = readDecision(view.state);
  const { decision, comment } = typed;
  if (decision === null) return beside(DECISION, 'Choose whether to approve or to decline it.');
  if (decision === 'declined' && comment === null) {
    return beside(COMMENT, 'Say in a sentence why, so that they know what to do next.');
  }
  const caller = { ...edge, person: personOf(edge.store, userId) };
  try {
    const decided = decideCorrection(caller, { ...place, decision, comment });
    if (decided.ok) return update(doneView(decision));
    if (decided.fault.kind === 'correction_changed') {
      const again = openCorrection(caller, place.id);
      const sentence = refusalSentence(decided.fault);
      if (again.ok) return update(decideView(again.value, typed, sentence));
    }
    return update(refusalView(refusalSentence(decided.fault)));
  } catch (error) {
    if (!(error instanceof StoreBusy)) throw error;
    return beside(DECISION, refusalSentence({ kind: 'busy' }));
  }
};

const doneView = (decision: 'approved' | 'declined'): ModalView => ({
  type: 'modal',
  title: plain('Correction'),
  close: plain('Done'),
  blocks: [
    section(
      decision === 'approved'
        ? mrkdwn`*Approved: the correction is on record as a new revision.*`
        : mrkdwn`*Declined: the record stays as it is.*`,
    ),
    section(mrkdwn`Whoever asked for it is being told.`),
  ],
});
