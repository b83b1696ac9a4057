import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Edge } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION, VIEW } from '../ids.ts';
import { pressedValue } from '../pressed.ts';
import { tell } from '../respond.ts';
import { refusalView } from './closing-view.ts';
import { readFields } from './fields.ts';
import { firstView, openView } from './open.ts';
import { type Answer, fileReview, goBack, submitPage } from './submission-views.ts';

/** The form: the button that opens it, its pages, the way back, and *File*. */
export const registerSubmit = (app: App, edge: Edge): void => {
  app.action<BlockAction>(ACTION.submitOpen, async ({ ack, action, body, client, respond }) => {
    // A button on Home has no response URL; its refusals stand in the window itself.
    const say = body.response_url === undefined ? async () => undefined : tell(respond);
    const work = async (): Promise<void> => {
      await ack();
      const view = firstView(edge, pressedValue(action), body.user.id);
      await openView(client, body.trigger_id, view, say);
    };
    const refuse = (sentence: string) =>
      body.response_url === undefined
        ? openView(client, body.trigger_id, refusalView(sentence), say)
        : say(sentence);
    await guarded(edge, ACTION.submitOpen, work, refuse);
  });

  app.action<BlockAction>(ACTION.submitBack, async ({ ack, body, client }) => {
    const { view } = body;
    if (view === undefined) return ack();
    const show = async (next: Parameters<typeof client.views.update>[0]['view']): Promise<void> => {
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: next });
      } catch (error) {
        // The window has changed since: a second press or a repeat of this one. The newer stands.
        if (!isOutdated(error)) throw error;
      }
    };
    const work = async (): Promise<void> => {
      await ack();
      const { private_metadata: metadata } = view;
      await show(goBack(edge, { metadata, fields: readFields(view.state), userId: body.user.id }));
    };
    await guarded(edge, ACTION.submitBack, work, (sentence) => show(refusalView(sentence)));
  });

  app.view<ViewSubmitAction>(VIEW.submitPage, async ({ ack, body, view }) => {
    const send = (answer: Answer): Promise<void> => ack(acknowledgement(answer));
    const work = async (): Promise<void> => {
      const { private_metadata: metadata } = view;
      await send(
        submitPage(edge, { metadata, fields: readFields(view.state), userId: body.user.id }),
      );
    };
    await guarded(edge, VIEW.submitPage, work, (sentence) => ack(onFirstField(view, sentence)));
  });

  app.view<ViewSubmitAction>(VIEW.submitReview, async ({ ack, body, view }) => {
    const work = async (): Promise<void> => {
      const press = `${view.id}/${view.hash}`;
      const { private_metadata: metadata } = view;
      await ack(acknowledgement(fileReview(edge, { metadata, userId: body.user.id, press })));
      edge.wake();
    };
    const answer = (sentence: string) =>
      ack(acknowledgement({ kind: 'update', view: refusalView(sentence) }));
    await guarded(edge, VIEW.submitReview, work, answer);
  });
};

const isOutdated = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'hash_conflict';

const acknowledgement = (answer: Answer) =>
  answer.kind === 'errors'
    ? ({ response_action: 'errors', errors: answer.errors } as const)
    : ({ response_action: 'update', view: answer.view } as const);

/** Where saving failed, the window stays as it is, with everything typed, and a sentence on its first field. */
const onFirstField = (view: ViewSubmitAction['view'], sentence: string) => {
  const first = view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
  return { response_action: 'errors', errors: { [first]: sentence } } as const;
};
