import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import type { Edge } from '../edge.ts';
import { guarded } from '../guard.ts';
import { faultView, homeView } from './home-view.ts';

/** Draws a person's Home afresh each time they open it. */
export const registerHome = (app: App, edge: Edge): void => {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const publish = async (view: HomeView): Promise<void> => {
      await client.views.publish({ user_id: event.user, view });
    };
    const work = async (): Promise<void> => {
      await edge.recognise(event.user);
      await publish(homeView(edge, await edge.asker(event.user)));
    };
    await guarded(edge, 'app_home_opened', work, (sentence) => publish(faultView(sentence)));
  });
};
