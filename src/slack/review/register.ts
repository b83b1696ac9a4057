import type { App, BlockAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { acceptClean, acceptFigures } from '../../application/accept-figures.ts';
import type { Caller } from '../../application/open-return.ts';
import type { StoredProgramme } from '../../application/ports.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { isCoordinator, lastFilingIn, queueOf } from '../../application/review-queue.ts';
import { openReview } from '../../application/review-return.ts';
import { dayIn, type Quarter } from '../../domain/calendar/calendar.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION, VIEW } from '../ids.ts';
import { openWindow } from '../open-window.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { tell } from '../respond.ts';
import { queueView } from './queue-view.ts';
import { reviewView } from './review-view.ts';
import { sendBackView } from './send-back-view.ts';
import { discussFirst, submitDiscussion, submitSendBack } from './submissions.ts';
import { type ReviewPlace, readQuarterKey, readReviewPlace, readSeenQuarter } from './values.ts';

/** How a pressed button's window is shown: in place of the one it stood in, over it, or as a new one. */
type Show = (view: ModalView) => Promise<void>;

interface Pressed {
  readonly caller: Caller;
  readonly value: string;
  /** The window the button stood in, as it says of itself; null for a message's or Home's. */
  readonly place: ReviewPlace | null;
  readonly show: Show;
  readonly push: Show;
}

/** The coordinator's review: the queue, a return before them, and what both sides say about it. */
export const registerReview = (app: App, edge: Edge): void => {
  const onPress = (id: string, work: (pressed: Pressed) => Promise<void>): void => {
    app.action<BlockAction>(id, async ({ ack, action, body, client, respond }) => {
      const { view, user, trigger_id: triggerId, response_url: responseUrl } = body;
      const inModal = view?.type === 'modal' ? view : null;
      const push: Show = async (next) => {
        if (inModal === null) await open(next);
        else await client.views.push({ trigger_id: triggerId, view: next });
      };
      const say = async (sentence: string): Promise<void> => {
        if (responseUrl === undefined) await push(refusalView(sentence));
        else await tell(respond)(sentence);
      };
      const open: Show = (next) => openWindow(client, triggerId, next, say);
      const show: Show = (next) => (inModal === null ? open(next) : redraw(client, inModal, next));
      const listen = async (): Promise<void> => {
        await ack();
        await edge.recognise(user.id);
        const caller = { ...edge, person: personOf(edge.store, user.id) };
        const place = inModal === null ? null : readReviewPlace(inModal.private_metadata);
        await work({ caller, value: pressedValue(action), place, show, push });
        edge.wake();
      };
      await guarded(edge, id, listen, say);
    });
  };

  onPress(ACTION.reviewQueue, ({ caller, value, show }) => show(queueAt(caller, value)));
  onPress(ACTION.reviewOpen, ({ caller, value, show }) => {
    const place = readReviewPlace(value);
    return show(place === null ? refusalView(OLD_BUTTON) : pageAt(caller, place));
  });
  for (const turn of [ACTION.reviewNext, ACTION.reviewBack]) {
    onPress(turn, ({ caller, value, place, show }) => {
      const page = Number(value);
      const isPage = place !== null && Number.isInteger(page);
      return show(isPage ? pageAt(caller, { ...place, page }) : refusalView(OLD_BUTTON));
    });
  }
  onPress(ACTION.reviewAccept, ({ caller, value, place, show }) =>
    show(accepted(caller, place, [value])),
  );
  onPress(ACTION.reviewAcceptAll, ({ caller, place, show }) =>
    show(accepted(caller, place, 'all')),
  );
  onPress(ACTION.reviewAcceptClean, async ({ caller, value, show }) => {
    const quarter = readSeenQuarter(value);
    const stored = caller.store.programmes().find(({ id }) => id === quarter?.programmeId);
    if (quarter === null || stored === undefined) return show(refusalView(OLD_BUTTON));
    if (!isCoordinator(stored, caller.person)) {
      return show(refusalView(refusalSentence({ kind: 'not_a_coordinator' })));
    }
    const queue = queueFor(caller, stored, quarter.quarter);
    if (lastFilingIn(queue) > quarter.lastFiling) return show(queueView(queue, FILED_SINCE));
    const count = acceptClean(
      caller,
      queue.returns.map(({ key }) => key),
    );
    return show(queueView(queueFor(caller, stored, quarter.quarter), acceptedWords(count)));
  });
  onPress(ACTION.reviewSendBack, ({ caller, place, push }) => {
    if (place === null) return push(refusalView(OLD_BUTTON));
    const opened = openReview(caller, place.key);
    return push(
      opened.ok ? sendBackView(opened.value) : refusalView(refusalSentence(opened.fault)),
    );
  });
  onPress(ACTION.reviewDiscuss, ({ caller, value, push }) => push(discussFirst(caller, value)));

  const onSubmit = (
    id: string,
    answer: (edge: Edge, caller: Caller, view: ViewOutput) => ReturnType<typeof submitSendBack>,
  ): void => {
    app.view<ViewSubmitAction>(id, async ({ ack, body, view }) => {
      const work = async (): Promise<void> => {
        await edge.recognise(body.user.id);
        const caller = { ...edge, person: personOf(edge.store, body.user.id) };
        await ack(answer(edge, caller, view));
        edge.wake();
      };
      const first = view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
      await guarded(edge, id, work, (sentence) =>
        ack({ response_action: 'errors', errors: { [first]: sentence } }),
      );
    });
  };
  onSubmit(VIEW.reviewSendBack, submitSendBack);
  onSubmit(VIEW.reviewDiscuss, submitDiscussion);
};

const queueFor = ({ store, clock }: Caller, stored: StoredProgramme, quarter: Quarter) =>
  queueOf(store, stored, quarter, dayIn(clock.now()));

const queueAt = (caller: Caller, value: string): ModalView => {
  const quarter = readQuarterKey(value);
  const stored = caller.store.programmes().find(({ id }) => id === quarter?.programmeId);
  if (quarter === null || stored === undefined) return refusalView(OLD_BUTTON);
  return isCoordinator(stored, caller.person)
    ? queueView(queueFor(caller, stored, quarter.quarter))
    : refusalView(refusalSentence({ kind: 'not_a_coordinator' }));
};

const pageAt = (
  caller: Caller,
  { key, page }: Pick<ReviewPlace, 'key' | 'page'>,
  notice: string | null = null,
): ModalView => {
  const opened = openReview(caller, key);
  return opened.ok
    ? reviewView(caller.store, opened.value, page, notice)
    : refusalView(refusalSentence(opened.fault));
};

/** Accepts what is meant and draws the page again; a newer filing is shown before anything is accepted. */
const accepted = (
  caller: Caller,
  place: ReviewPlace | null,
  refs: readonly string[] | 'all',
): ModalView => {
  if (place === null) return refusalView(OLD_BUTTON);
  const { key, page, seen } = place;
  const done = acceptFigures(caller, key, { refs, seen });
  if (done.ok) return reviewView(caller.store, done.value, page);
  return done.fault.kind === 'filed_since' || done.fault.kind === 'decided_since'
    ? pageAt(caller, place, refusalSentence(done.fault))
    : refusalView(refusalSentence(done.fault));
};

const FILED_SINCE =
  'Figures have been filed since this was drawn, so nothing was accepted. Look at them, then accept.';

const acceptedWords = (count: number): string =>
  count === 0
    ? 'There was nothing clean left to accept.'
    : `${count} clean ${count === 1 ? 'figure is' : 'figures are'} accepted.`;

/** Two presses may cross; each draws what is on record, so the later one may always stand. */
const redraw = async (client: WebClient, { id }: ViewOutput, view: ModalView): Promise<void> => {
  await client.views.update({ view_id: id, view });
};
