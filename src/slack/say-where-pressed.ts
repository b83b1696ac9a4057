import type { BlockAction, RespondFn } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { plain } from '../blockkit/blocks.ts';
import type { Edge } from './edge.ts';
import { openWindow } from './open-window.ts';
import { tellByMessage } from './press-again.ts';
import { refusalView } from './refusal-view.ts';
import { tell } from './respond.ts';

/**
 * Says a sentence to whoever pressed: beside the message, or on Home, where nothing can be said beside
 * it, in a window. Where Slack was too slow for that the button is offered again in a direct message.
 */
export const sayWherePressed =
  (
    edge: Edge,
    press: {
      readonly body: BlockAction;
      readonly client: WebClient;
      readonly respond: RespondFn;
      /** The button, where pressing it again is worth it. */
      readonly again: Pick<Parameters<typeof tellByMessage>[1], 'action' | 'value'> | null;
    },
  ) =>
  async (sentence: string, title?: string): Promise<void> => {
    const { body, client, respond, again } = press;
    if (body.response_url !== undefined) return tell(respond)(sentence);
    const { trigger_id: triggerId, user } = body;
    const tooLate =
      again === null
        ? async (): Promise<void> => {}
        : tellByMessage(edge, { ...again, user: user.id, triggerId });
    const view = refusalView(sentence);
    const shown = title === undefined ? view : { ...view, title: plain(title) };
    await openWindow(client, triggerId, shown, tooLate);
  };
