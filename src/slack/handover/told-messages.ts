import { z } from 'zod';
import { personBehind, projectsOf } from '../../application/answerers.ts';
import { context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, previousQuarter, quarterOf } from '../../domain/calendar/calendar.ts';
import type { Edge, Render } from '../edge.ts';
import { HAND_OVER, handoverButtons } from '../handover-buttons.ts';
import { listProjects, nameOf, untilWords } from '../handover-words.ts';
import { readPayload } from '../payloads.ts';
import { endSentence } from './end-words.ts';

const standIn = z.object({ handovers: z.array(z.int()).min(1) });

/** What somebody is told who now answers in a lead's place while nothing is owed. */
export const renderStandIn =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, standIn, payload);
    const [handover] = (read?.handovers ?? []).flatMap((id) => edge.store.handover(id) ?? []);
    if (handover === undefined || handover.ended !== null) return null;
    const { programmeId, lead, reason } = handover;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    if (stored === undefined) return null;
    const name = nameOf(edge.store, lead);
    const projects = listProjects(projectsOf(stored, lead));
    const finding =
      reason === 'away'
        ? `You answer for ${projects}${untilWords(handover)}: ${name} is away.`
        : `${name} says that ${projects} is yours.`;
    const quarter = previousQuarter(quarterOf(dayIn(edge.clock.now())));
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        context(
          mrkdwn`Nothing is owed today. When a quarter opens you get a message with a button for each project; until then there is nothing to do.`,
        ),
        handoverButtons({ programmeId, quarter, scope: 'stand_in' }, HAND_OVER),
      ],
    };
  };

const over = z.object({ handover: z.int(), to: z.string() });

/** What somebody is told of a hand-over that ended: its lead, who answers again, and who stood in. */
export const renderHandoverOver =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, over, payload);
    const handover = read && edge.store.handover(read.handover);
    if (read === null || handover === null || handover.ended === null) return null;
    const stored = edge.store.programmes().find(({ id }) => id === handover.programmeId);
    if (stored === undefined) return null;
    const isLead = personBehind(edge.store, handover.lead).id === read.to;
    const projects = listProjects(projectsOf(stored, handover.lead));
    const finding = isLead
      ? `You answer again for ${projects}.`
      : `You no longer answer for ${projects}.`;
    const next = isLead
      ? 'What is owed is on my Home, and in the message of the quarter. If it is not yours, ask the coordinator to change the catalogue.'
      : 'Nothing more is for you to do. What you typed is kept for whoever answers now.';
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        context(mrkdwn`${endSentence(edge.store, handover)} ${next}`),
      ],
    };
  };
