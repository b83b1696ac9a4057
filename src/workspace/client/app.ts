import { html } from 'htm/preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { MessageShown, MoveAnswer, Snapshot, ViewShown } from '../page/protocol.ts';
import { blockContext } from './contexts.ts';
import { PanelBeside } from './panel-beside.ts';
import { StoryStrip } from './panels/story-strip.ts';
import { usePlace } from './place.ts';
import { Conversation, Thread } from './shell/conversation.ts';
import { Notice } from './shell/notice.ts';
import { Sidebar } from './shell/sidebar.ts';
import { type Panel, TopBar } from './shell/top-bar.ts';
import { useStory } from './use-story.ts';
import { useWorkspace } from './use-workspace.ts';
import { HomeTab } from './views/home-tab.ts';
import { ModalView } from './views/modal.ts';

/** The whole page: a workspace as one person sees it, and what stands beside it. */
export function App() {
  const [place, go] = usePlace();
  const { snapshot, reachable, move, control } = useWorkspace(place.as);
  const [panel, setPanel] = useState<Panel | null>('stories');
  const [menuOpen, setMenuOpen] = useState(false);
  const [notice, setNotice] = useState<MoveAnswer | null>(null);
  const showing = snapshot ? placeIn(snapshot, place.at) : '';
  const story = useStory(snapshot, showing, control);
  const me = snapshot?.me ?? '';

  useFreshStart(snapshot, () => go({ at: '', thread: '' }));
  useEffect(() => {
    if (place.as === '' && me !== '') go({ as: me });
  }, [place.as, me, go]);
  const atHome = showing === 'home';
  const generation = snapshot?.generation;
  // False while what is drawn is still the screen of the person the visitor was before.
  const settled = me !== '' && me === place.as;
  // Each person, and a fresh start, opens Home anew: once, and before their screen has arrived.
  useEffect(() => {
    if (atHome && place.as !== '') void move({ kind: 'home' });
  }, [atHome, place.as, generation, move]);

  const heed = useCallback((answer: MoveAnswer) => setNotice(answer.ok ? null : answer), []);
  if (!snapshot) return html`<p class="loading" role="status">Opening the workspace…</p>`;

  const hands = { snapshot, move, onNotice: heed };
  const conversation = snapshot.conversations.find(({ id }) => id === showing);
  const messageContext = (message: MessageShown, at: string) =>
    blockContext(hands, {
      surface: 'message',
      prefix: `${at}-${message.ts.replace('.', '-')}`,
      where: { channel: showing, ts: message.ts },
      values: message.values,
      errors: {},
    });
  const viewContext = (view: ViewShown, surface: 'modal' | 'home') =>
    blockContext(hands, {
      surface,
      prefix: view.id,
      where: { view: view.id },
      values: view.values,
      errors: view.errors,
    });
  const visit = (change: Parameters<typeof go>[0]) => {
    setMenuOpen(false);
    setNotice(null);
    go(change);
  };
  const modal = snapshot.modals.at(-1);

  return html`<div class=${menuOpen ? 'page page-menu-open' : 'page'}>
    <a class="skip-link" href="#main" onClick=${focusMain}>Skip to the messages</a>
    <${TopBar}
      snapshot=${snapshot}
      reachable=${reachable}
      panel=${panel}
      onPanel=${(picked: Panel) => {
        setMenuOpen(false);
        setPanel(picked === panel ? null : picked);
      }}
      menuOpen=${menuOpen}
      onMenu=${() => {
        // On a phone a panel lies over the people and channels.
        setPanel(null);
        setMenuOpen(!menuOpen);
      }}
    />
    <${StoryStrip} story=${story} />
    <div class="body">
      <div class="slack">
        <div class="slack-places">
          <div id="sidebar" class="sidebar-place">
            <${Sidebar}
              snapshot=${snapshot}
              showing=${showing}
              covered=${modal !== undefined}
              onPerson=${(as: string) => visit({ as, at: atHome ? 'home' : keptRoom(snapshot, showing), thread: '' })}
              onPlace=${(at: string) => visit({ at, thread: '' })}
            />
          </div>
          <main id="main" tabindex="-1" inert=${modal !== undefined}>
            <${Notice} answer=${modal ? null : notice} onClose=${() => setNotice(null)} />
            ${
              atHome &&
              html`<${HomeTab}
                view=${snapshot.home}
                context=${snapshot.home ? viewContext(snapshot.home, 'home') : null}
                appName=${snapshot.app.name}
                onMessages=${() => visit({ at: 'D', thread: '' })}
              />`
            }
            ${
              conversation &&
              html`<${Conversation}
                snapshot=${snapshot}
                conversation=${conversation}
                settled=${settled}
                contextFor=${messageContext}
                move=${move}
                onThread=${(thread: string) => go({ thread })}
                onHome=${() => visit({ at: 'home', thread: '' })}
              />`
            }
          </main>
          ${
            conversation &&
            place.thread !== '' &&
            html`<${Thread}
              covered=${modal !== undefined}
              snapshot=${snapshot}
              conversation=${conversation}
              contextFor=${messageContext}
              move=${move}
              parentTs=${place.thread}
              onClose=${() => go({ thread: '' })}
            />`
          }
        </div>
        ${
          modal &&
          html`<${ModalView}
            view=${modal}
            depth=${snapshot.modals.length}
            context=${viewContext(modal, 'modal')}
            appName=${snapshot.app.name}
            notice=${notice?.notice ?? null}
            onSubmit=${() => move({ kind: 'submit', view: modal.id }).then(heed)}
            onClose=${(all: boolean) => {
              setNotice(null);
              void move({ kind: 'close', view: modal.id, all });
            }}
          />`
        }
      </div>
      <${PanelBeside}
        panel=${panel}
        snapshot=${snapshot}
        control=${control}
        story=${story}
        onClose=${() => setPanel(null)}
      />
    </div>
  </div>`;
}

/** Where the address points in this person's workspace: there, or their first conversation. */
function placeIn({ conversations }: Snapshot, at: string): string {
  if (at === 'home' || conversations.some(({ id }) => id === at)) return at;
  // Another person's conversation with the app stands for one's own.
  const direct = conversations.find(({ kind }) => kind === 'direct');
  return at.startsWith('D') && direct ? direct.id : (conversations[0]?.id ?? '');
}

/** Another person does not have this person's conversation with the app, but one of their own. */
function keptRoom({ conversations }: Snapshot, showing: string): string {
  const kind = conversations.find(({ id }) => id === showing)?.kind;
  return kind === 'direct' ? 'D' : showing;
}

function useFreshStart(snapshot: Snapshot | null, onFresh: () => void): void {
  const known = useRef('');
  const generation = snapshot?.generation ?? '';
  useEffect(() => {
    if (known.current !== '' && generation !== '' && known.current !== generation) onFresh();
    known.current = generation;
  });
}

function focusMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
