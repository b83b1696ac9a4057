import { createHash } from 'node:crypto';
import type { App, BlockAction, ViewClosedAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { fieldKey } from '../../application/entry-fields.ts';
import type { Edge } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { pressAgain, tellByMessage } from '../press-again.ts';
import { pressedValue } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { tell } from '../respond.ts';
import type { Answer } from './answer.ts';
import { readConfirmation } from './confirmation.ts';
import { readDrawn, readFields } from './fields.ts';
import { firstView } from './open.ts';
import type { PageDelivery } from './opened-page.ts';
import { fileReview, type ReviewDelivery } from './press-file.ts';
import { sameReview } from './review-view.ts';
import { goBack, keepClosed, keepTyped, submitPage } from './turn-page.ts';
import { createTypingOrder } from './typing-order.ts';

/** The form: the button that opens it, its pages, the way back, and *File*. */
export const registerSubmit = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.submitOpen, async ({ ack, action, body, client, respond }) => {
    const value = pressedValue(action);
    const { response_url: responseUrl, trigger_id: triggerId, user } = body;
    const press = { action: ACTION.submitOpen, value };
    // A button on Home has no response URL: it is answered in a window, or else in a direct message.
    const tellAgain =
      responseUrl === undefined
        ? tellByMessage(edge, { ...press, user: user.id, triggerId })
        : async (sentence: string): Promise<void> => {
            const message = pressAgain(sentence, press);
            await respond({ ...message, response_type: 'ephemeral', replace_original: false });
          };
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(user.id);
      const view = firstView(edge, value, user.id);
      // A window's own button leads on in the same window; every other opens one.
      if (body.view?.type === 'modal') await client.views.update({ view_id: body.view.id, view });
      else await openWindow(client, triggerId, view, tellAgain);
    };
    const refuse = (sentence: string) =>
      responseUrl === undefined
        ? openWindow(client, triggerId, refusalView(sentence), () => tellAgain(sentence))
        : tell(respond)(sentence);
    await guarded(edge, ACTION.submitOpen, work, refuse);
  });

  app.action<BlockAction>(ACTION.submitBack, async ({ ack, body, client }) => {
    const { view } = body;
    if (view === undefined) return ack();
    const work = async (): Promise<void> => {
      await ack();
      await edge.recognise(body.user.id);
      const page = goBack(edge, deliveryOf(view, body.user.id));
      order.close(view);
      await redraw(client, view, page);
    };
    // The page stays as it is, with everything typed, and the sentence stands on top of it.
    await guarded(edge, ACTION.submitBack, work, async (sentence) => {
      await client.views.push({ trigger_id: body.trigger_id, view: refusalView(sentence) });
    });
  });

  const order = createTypingOrder();
  app.action<BlockAction>(ACTION.submitInput, async ({ ack, body, client }) => {
    const { view } = body;
    const work = async (): Promise<void> => {
      await ack();
      const field = order.fieldOf(body);
      if (view === undefined || field === null) return;
      await edge.recognise(body.user.id);
      const page = keepTyped(edge, deliveryOf(view, body.user.id));
      if (page !== null && revealsFields(field)) await redraw(client, view, page);
    };
    // Nobody waits for an answer; the next press says what is wrong.
    await guarded(edge, ACTION.submitInput, work, async () => {});
  });

  app.view<ViewSubmitAction>(VIEW.submitPage, async ({ ack, body, view }) => {
    const work = async (): Promise<void> => {
      await edge.recognise(body.user.id);
      const answer = submitPage(edge, deliveryOf(view, body.user.id));
      if (answer.kind === 'update') order.close(view);
      await ack(acknowledgement(answer));
    };
    await guarded(edge, VIEW.submitPage, work, (sentence) => ack(onFirstField(view, sentence)));
  });

  for (const window of [VIEW.submitPage, VIEW.submitReview]) {
    const closed = { callback_id: window, type: 'view_closed' } as const;
    app.view<ViewClosedAction>(closed, async ({ ack, body, view }) => {
      const work = async (): Promise<void> => {
        keepClosed(edge, deliveryOf(view, body.user.id));
        await ack();
      };
      // The window has gone, and nobody is left to be told: its earlier pages are kept all the same.
      await guarded(edge, window, work, () => ack());
    });
  }

  app.view<ViewSubmitAction>(VIEW.submitReview, async ({ ack, body, view }) => {
    const work = async (): Promise<void> => {
      await edge.recognise(body.user.id);
      const answer = fileReview(edge, reviewDelivery(view, body.user.id));
      if (answer.kind === 'update') order.close(view);
      await ack(acknowledgement(answer));
      edge.wake();
    };
    const answer = (sentence: string) =>
      ack(acknowledgement({ kind: 'update', view: sameReview(view, sentence) }));
    await guarded(edge, VIEW.submitReview, work, answer);
  });
};

const deliveryOf = (view: ViewOutput, userId: string): PageDelivery => ({
  metadata: view.private_metadata,
  fields: readFields(view.state),
  drawn: readDrawn(view.blocks),
  userId,
  window: view.id,
});

/** An answer beside a field leaves the window as it is: only what it holds tells the next press from this one. */
const reviewDelivery = (view: ViewOutput, userId: string): ReviewDelivery => {
  const delivery = deliveryOf(view, userId);
  const confirmation = readConfirmation(view);
  const held = JSON.stringify([delivery.fields, confirmation.ticked]);
  const state = createHash('sha256').update(held).digest('hex');
  return { ...delivery, confirmation, press: `${view.id}/${view.hash}/${state}` };
};

/** Draws a window anew, unless it has changed since. */
const redraw = async (client: WebClient, shown: ViewOutput, view: ModalView): Promise<void> => {
  try {
    await client.views.update({ view_id: shown.id, hash: shown.hash, view });
  } catch (error) {
    // A second press, a repeat of this one, or a later letter: the newer stands.
    if (!isOutdated(error)) throw error;
  }
};

/** Whether what somebody has just chosen brings further fields, or takes them away. */
const revealsFields = (field: string): boolean =>
  (['nothing', 'provisional'] as const).some((each) => field.startsWith(fieldKey(each, '')));

const isOutdated = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';

const acknowledgement = (answer: Answer) =>
  answer.kind === 'errors'
    ? ({ response_action: 'errors', errors: answer.errors } as const)
    : ({ response_action: 'update', view: answer.view } as const);

/** Where saving failed, the window stays as it is, with everything typed, and a sentence on its first field. */
const onFirstField = (view: ViewOutput, sentence: string) => {
  const first = view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
  return { response_action: 'errors', errors: { [first]: sentence } } as const;
};
