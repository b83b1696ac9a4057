import { z } from 'zod';
import { textLabel } from '../../application/text-labels.ts';
import { context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import type { Edge, Render } from '../edge.ts';
import { readPayload } from '../payloads.ts';

const payloadSchema = z.object({ purge: z.int() });
const NAME_CHARACTERS = 150;
const REASON_CHARACTERS = 400;

/** What people are told of a text that was taken out: which, by whom and why. */
export const renderTextRemoved =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    const act = read && edge.store.purged(read.purge);
    const [first, ...others] = act?.places ?? [];
    if (act == null || first === undefined) return null;
    const who = truncate(oneLine(act.by.name ?? 'The coordinator'), NAME_CHARACTERS);
    const about = first.of === null ? '' : `project ${first.of.projectNumber}, `;
    const more = others.length === 0 ? '' : `, in ${others.length + 1} places`;
    const finding = `${who} took a text out of the record on ${printDay(dayIn(act.at))} (${about}${textLabel(first)}${more}).`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        section(mrkdwn`Why: “${truncateEscaped(oneLine(act.reason), REASON_CHARACTERS)}”`),
        context(
          mrkdwn`Figures and everything else stay as they were. If something else should be said in its place, write it without what may tell who somebody is.`,
        ),
      ],
    };
  };
