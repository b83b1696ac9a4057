import { z } from 'zod';
import { personBehind } from '../../application/answerers.ts';
import { behindByPerson, isReminderWanted, owedByPerson } from '../../application/remind-on.ts';
import { isAfter } from '../../application/submission-form.ts';
import { context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, printWeekday } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import { openingOf } from '../../domain/obligations.ts';
import { behindBlock, behindFigures, dueVerb } from '../behind-block.ts';
import type { Edge, Render } from '../edge.ts';
import { handoverButtons } from '../handover-buttons.ts';
import { ACTION } from '../ids.ts';
import { owedProject } from '../owed-project.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { counted } from '../standing-words.ts';

const reminder = aboutQuarter.extend({ person: z.string(), key: z.string() });

const MOST_PROJECTS = 40;
const MOST_BEHIND = 8;

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
    const behind = behindByPerson(edge.store, stored, quarter, { person, today });
    if (owed.length + behind.length === 0) return null;
    const due = dueDate(quarter);
    const isOver = isAfter(today, due);
    const when = `${isOver ? 'due on' : 'due by'} ${printWeekday(due)}`;
    const figures = behind.flatMap(({ measures }) => measures).length;
    const finding =
      owed.length === 0
        ? `Your reminder: ${behindFigures(behind)} ${dueVerb(figures, false)} still missing, ${when}.`
        : `Your reminder: ${printQuarter(quarter)} figures of ${counted(owed.length, 'project')} are still missing; they ${dueVerb(2, isOver)} ${when}.`;
    const later = behind.slice(0, MOST_BEHIND);
    const shown = owed.slice(0, MOST_PROJECTS - later.length);
    const left = owed.length + behind.length - shown.length - later.length;
    const about = { programmeId, quarter };
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...shown.map((project) => owedProject(about, project)),
        ...later.map((each) =>
          behindBlock(
            stored,
            { behind: each, forWhom: null, purpose: 'file' },
            { isToo: owed.length > 0, isOver },
          ),
        ),
        ...(left > 0 ? [context(mrkdwn`${left} more are on my Home.`)] : []),
        ...(owed.length > 0
          ? [handoverButtons({ ...about, scope: 'all' }, [ACTION.remindOn])]
          : []),
      ],
    };
  };
