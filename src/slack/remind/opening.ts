import { z } from 'zod';
import type { StoredProgramme } from '../../application/ports.ts';
import { owedIn } from '../../application/remind.ts';
import { isAfter } from '../../application/submission-form.ts';
import { type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, printWeekday, type Quarter } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import type { Project } from '../../domain/measure.ts';
import { measuresDue } from '../../domain/obligations.ts';
import type { Edge, Render } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { writeSubmissionKey } from '../references.ts';
import { counted } from '../standing-words.ts';

const opening = aboutQuarter.extend({ lead: z.string() });

// A message holds 50 blocks; a lead with more projects than this finds the rest on Home.
const MOST_PROJECTS = 40;
const TITLE_CHARACTERS = 200;

/** The one message a lead gets when a quarter opens; null once nothing is owed any more. */
export const renderOpening =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, opening, payload);
    if (read === null) return null;
    const { programmeId, quarter, lead } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    if (stored === undefined) return null;
    const owed = owedIn(edge.store, stored, quarter).find((each) => each.lead === lead);
    return owed === undefined ? null : openingMessage(edge, stored, quarter, owed.projects);
  };

const openingMessage = (
  { clock }: Edge,
  stored: StoredProgramme,
  quarter: Quarter,
  projects: readonly Project[],
): Message => {
  const measures = projects.reduce((total, project) => total + measuresDue(project).length, 0);
  const due = dueDate(quarter);
  const verb = isAfter(dayIn(clock.now()), due) ? 'were due on' : 'are due by';
  const finding = `${printQuarter(quarter)} figures ${verb} ${printWeekday(due)}: ${counted(projects.length, 'project')}, ${counted(measures, 'measure')}.`;
  const left = projects.length - MOST_PROJECTS;
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...projects
        .slice(0, MOST_PROJECTS)
        .map((project) => projectBlock(stored.id, quarter, project)),
      ...(left > 0 ? [context(mrkdwn`${left} more are on my Home.`)] : []),
      context(
        mrkdwn`What you type is kept each time you press Next or Check, so you can stop and come back. No figure for something? There’s a choice for that.`,
      ),
    ],
  };
};

const projectBlock = (programmeId: number, quarter: Quarter, project: Project): Block =>
  section(
    mrkdwn`${truncate(project.title, TITLE_CHARACTERS)}: ${counted(measuresDue(project).length, 'measure')}`,
    {
      accessory: button({
        text: 'Enter figures',
        actionId: ACTION.submitOpen,
        value: writeSubmissionKey({ programmeId, projectNumber: project.number, quarter }),
        accessibilityLabel: `Enter figures for project ${project.number}, ${project.title}`,
      }),
    },
  );
