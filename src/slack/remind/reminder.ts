import { z } from 'zod';
import { personBehind } from '../../application/answerers.ts';
import { isReminderWanted, owedByPerson } from '../../application/remind-on.ts';
import { isAfter } from '../../application/submission-form.ts';
import { context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, printWeekday } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import { openingOf } from '../../domain/obligations.ts';
import type { Edge, Render } from '../edge.ts';
import { handoverButtons } from '../handover-buttons.ts';
import { ACTION } from '../ids.ts';
import { owedProject } from '../owed-project.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { counted } from '../standing-words.ts';

const reminder = aboutQuarter.extend({ person: z.string(), key: z.string() });

const MOST_PROJECTS = 40;

/** The reminder somebody asked for, with what is still missing; null where nothing is, or it is not wanted any more. */
export const renderReminder =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, reminder, payload);
    if (read === null || !isReminderWanted(edge.store, read.key)) return null;
    const { programmeId, quarter } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const today = dayIn(edge.clock.now());
    if (stored === undefined || openingOf(quarter, today).kind !== 'open') return null;
    const person = personBehind(edge.store, read.person);
    const owed = owedByPerson(edge.store, stored, quarter, { person, today });
    if (owed.length === 0) return null;
    const due = dueDate(quarter);
    const verb = isAfter(today, due) ? 'were due on' : 'are due by';
    const finding = `Your reminder: ${printQuarter(quarter)} figures of ${counted(owed.length, 'project')} are still missing; they ${verb} ${printWeekday(due)}.`;
    const left = owed.length - MOST_PROJECTS;
    const about = { programmeId, quarter };
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...owed.slice(0, MOST_PROJECTS).map((project) => owedProject(about, project)),
        ...(left > 0 ? [context(mrkdwn`${left} more are on my Home.`)] : []),
        handoverButtons({ ...about, scope: 'all' }, [ACTION.remindOn]),
      ],
    };
  };
