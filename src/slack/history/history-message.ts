import { historyOf, type MeasureHistory } from '../../application/history.ts';
import type { Person } from '../../application/ports.ts';
import { queryStatus } from '../../application/query-status.ts';
import { isCoordinator } from '../../application/review-queue.ts';
import type { StatusRequest } from '../../application/status-request.ts';
import { actions, type Block, button, context, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, printYear } from '../../domain/calendar/calendar.ts';
import { endedQuarters } from '../../domain/obligations.ts';
import type { Edge } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { refusalMessage } from '../refusal-message.ts';
import { takeOutButton } from '../text-scope.ts';
import { eventLine } from './event-words.ts';
import { type HistoryReference, writeHistoryReference } from './values.ts';

// About a phone screen, and with the longest words a message still takes it.
const EVENTS_A_PAGE = 6;
const TITLE_CHARACTERS = 150;

/** The history of a measure, for whoever asked; of all its year's quarters unless one is named. */
export const historyMessage = (
  edge: Edge,
  request: StatusRequest,
  person: Person,
  { page, whole }: Pick<HistoryReference, 'page' | 'whole'> = {
    page: 1,
    whole: request.quarter === null,
  },
): Message => {
  const answer = queryStatus(edge, request, { person, action: 'ask' });
  if (!answer.ok) return refusalMessage(answer.fault);
  const { stored, quarter, standings, scope } = answer.value;
  const [only, ...others] = standings;
  if (scope.kind !== 'measure' || only === undefined || others.length > 0) {
    const examples = standings.slice(0, 3).map(({ assessment }) => assessment.measure.ref);
    return {
      text: mrkdwn`History is kept for each measure: name one, for example \`/mopac history ${examples[0] ?? ''}\`.`
        .text,
    };
  }
  const today = dayIn(edge.clock.now());
  const quarters = whole ? endedQuarters(stored.programme, today) : [quarter];
  const { ref } = only.assessment.measure;
  const history = historyOf({ store: edge.store, today }, stored, { ref, quarters, person });
  if (history === null) return { text: 'This measure has no history.' };
  const { text, blocks = [] } = pageOf(history, { ref, quarter, whole, page });
  const place = {
    key: { programmeId: stored.id, projectNumber: history.project.number, quarter },
    whole,
    ref,
  };
  return {
    text,
    blocks: [
      ...blocks,
      ...(isCoordinator(stored, person) ? [actions([takeOutButton(place)])] : []),
    ],
  };
};

const pageOf = (history: MeasureHistory, reference: HistoryReference): Message => {
  const { events, measure, stored } = history;
  const pages = Math.max(1, Math.ceil(events.length / EVENTS_A_PAGE));
  const page = Math.min(Math.max(reference.page, 1), pages);
  const shown = events.slice((page - 1) * EVENTS_A_PAGE, page * EVENTS_A_PAGE);
  const when = reference.whole ? printYear(stored.programme.year) : printQuarter(reference.quarter);
  const title = truncate(oneLine(measure.shortTitle), TITLE_CHARACTERS);
  const many = events.length === 1 ? '1 entry' : `${events.length} entries`;
  const order = events.length === 1 ? '' : ', the newest first';
  const finding = `${measure.ref} ${title}: ${many} in ${when}${order}.`;
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...shown.map((event) => section(eventLine(event, history))),
      ...turning(reference, page, pages),
    ],
  };
};

const turning = (reference: HistoryReference, page: number, pages: number): Block[] => {
  if (pages === 1) return [];
  const to = (text: string, actionId: string, target: number) =>
    button({
      text,
      actionId,
      value: writeHistoryReference({ ...reference, page: target }),
      accessibilityLabel: `${text} entries of ${reference.ref}`,
    });
  const turns = [
    ...(page > 1 ? [to('Later', ACTION.historyLater, page - 1)] : []),
    ...(page < pages ? [to('Earlier', ACTION.historyEarlier, page + 1)] : []),
  ];
  const words: Mrkdwn = mrkdwn`Page ${page} of ${pages}.`;
  return [context(words), actions(turns)];
};
