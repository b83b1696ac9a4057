import { html } from 'htm/preact';
import type { ViewShown } from '../../page/protocol.ts';
import type { BlockContext } from '../blocks/block-context.ts';
import { BlockList } from '../blocks/block-list.ts';
import { AppTabs } from '../shell/app-tabs.ts';

interface HomeTabParts {
  /** What the app published for this person; null when it has not. */
  readonly view: ViewShown | null;
  readonly context: BlockContext | null;
  readonly appName: string;
  /** Goes to the messages with the app. */
  readonly onMessages: () => void;
}

/** The app's Home tab. */
export function HomeTab({ view, context, appName, onMessages }: HomeTabParts) {
  return html`<section class="home conversation" aria-label=${`${appName} Home`}>
    <${AppTabs} appName=${appName} current="home" onPick=${onMessages} />
    <div class="home-body" role="region" aria-label="Home tab" tabindex="0">
      ${
        view && context
          ? html`<${BlockList} blocks=${view.blocks} context=${context} />`
          : html`<p class="empty">
              This is the start of the Home tab of ${appName}. The app has published nothing here yet.
            </p>`
      }
    </div>
  </section>`;
}
