import { z } from 'zod';
import {
  type Assignment,
  assignmentsIn,
  identityOf,
  personBehind,
  standingHandover,
} from '../../application/answerers.ts';
import { isNamed } from '../../application/policy.ts';
import type { StoredProgramme } from '../../application/ports.ts';
import { isAfter } from '../../application/submission-form.ts';
import type { Handover } from '../../application/submission-record.ts';
import { type Block, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, printWeekday, type Quarter } from '../../domain/calendar/calendar.ts';
import { dueDate } from '../../domain/calendar/working-days.ts';
import type { Project } from '../../domain/measure.ts';
import { measuresDue } from '../../domain/obligations.ts';
import { type BehindLine, behindBlock, behindFigures, dueVerb } from '../behind-block.ts';
import type { Edge, Render } from '../edge.ts';
import { backButton, HAND_OVER, handoverButtons } from '../handover-buttons.ts';
import { handedOverSentence, nameOf } from '../handover-words.ts';
import { ACTION } from '../ids.ts';
import { owedProject } from '../owed-project.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { counted } from '../standing-words.ts';
import { placeSentences } from './place-words.ts';

const opening = aboutQuarter.extend({
  /** Whom it is for: a catalogue's name for them, or a Slack user id. */
  lead: z.string(),
  /** The message's own key, by which one that stands already is told from one to be sent. */
  key: z.string().nullable().default(null),
  /** Whether it is about their own projects. */
  own: z.boolean().default(true),
  /** The hand-overs by which it is about others. */
  handovers: z.array(z.int()).default([]),
});
type Opening = z.infer<typeof opening>;

// A message holds 50 blocks; a lead with more projects than this finds the rest on Home.
const MOST_PROJECTS = 40;
const MOST_BEHIND = 8;

/**
 * The one message somebody gets when a quarter opens, with what they owe and in whose place. Null
 * where nothing is owed any more, unless it stands already: then it says so, or who answers instead.
 */
export const renderOpening =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, opening, payload);
    const stored = edge.store.programmes().find(({ id }) => id === read?.programmeId);
    if (read === null || stored === undefined) return null;
    const today = dayIn(edge.clock.now());
    const me = identityOf(edge.store, read.lead);
    const mine = assignmentsIn(edge.store, stored, read.quarter, today).filter(
      ({ person, handover }) =>
        identityOf(edge.store, person) === me &&
        (handover === null ? read.own : read.handovers.includes(handover.id)),
    );
    if (mine.length > 0) return openingMessage(edge, stored, read.quarter, mine);
    const stands =
      read.key !== null && edge.store.outboxMessage('opening', read.key)?.posted != null;
    return stands ? closedMessage(edge, stored, read) : null;
  };

const openingMessage = (
  edge: Edge,
  stored: StoredProgramme,
  quarter: Quarter,
  mine: readonly Assignment[],
): Message => {
  const owed = owedLines(edge, mine);
  const behind = behindLines(edge, mine);
  const measures = owed.reduce((total, { project }) => total + measuresDue(project).length, 0);
  const due = dueDate(quarter);
  const isOver = isAfter(dayIn(edge.clock.now()), due);
  const verb = isOver ? 'were due on' : 'are due by';
  const own = `${printQuarter(quarter)} figures ${verb} ${printWeekday(due)}: ${counted(owed.length, 'project')}, ${counted(measures, 'measure')}.`;
  const figures = behind.flatMap((each) => each.behind.measures).length;
  const onlyBehind = `${behindFigures(behind.map((each) => each.behind))} ${dueVerb(figures, isOver)} due ${isOver ? 'on' : 'by'} ${printWeekday(due)}.`;
  const finding = owed.length === 0 ? onlyBehind : own;
  const later = behind.slice(0, MOST_BEHIND);
  const shown = owed.slice(0, MOST_PROJECTS - later.length);
  const left = owed.length + behind.length - shown.length - later.length;
  const places = placeSentences(edge.store, mine);
  const about = { programmeId: stored.id, quarter };
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...(places.length > 0 ? [context(...places.map((each) => mrkdwn`${each}`))] : []),
      ...shown.map(({ project, ...more }) => owedProject(about, project, more)),
      ...later.map((each) => behindBlock(stored, each, { isToo: owed.length > 0, isOver })),
      ...(left > 0 ? [context(mrkdwn`${left} more are on my Home.`)] : []),
      context(
        mrkdwn`It takes a minute or two a figure. You can stop half-way: what you type is kept. No figure for something? There’s a choice for that.`,
      ),
      ...buttonsFor(stored, quarter, mine),
    ],
  };
};

/** The figures of earlier quarters, each project and quarter once, and how they are filed. */
const behindLines = ({ store }: Edge, mine: readonly Assignment[]) => {
  const isMixed = hasSeveralPlaces(mine);
  const lines = new Map<string, BehindLine>();
  for (const { as, handover, behind } of mine.toSorted(ownFirst)) {
    for (const each of behind) {
      const key = `${each.project.number}/${printQuarter(each.quarter)}`;
      if (lines.has(key)) continue;
      lines.set(key, {
        behind: each,
        forWhom: isMixed && handover !== null ? nameOf(store, handover.lead) : null,
        purpose: as === 'coordinator' ? 'file_on_behalf' : 'file',
      });
    }
  }
  return [...lines.values()];
};

const hasSeveralPlaces = (mine: readonly Assignment[]): boolean =>
  new Set(mine.map(({ handover }) => handover?.id ?? null)).size > 1;

/** Each project once; where some are one's own and some are not, with whose those are. */
const owedLines = ({ store }: Edge, mine: readonly Assignment[]) => {
  const isMixed = hasSeveralPlaces(mine);
  const lines = new Map<
    number,
    {
      readonly project: Project;
      readonly forWhom: string | null;
      readonly purpose: 'file' | 'file_on_behalf';
    }
  >();
  // What is one's own comes first, and stays one's own.
  for (const { as, handover, projects } of mine.toSorted(ownFirst)) {
    for (const project of projects) {
      if (lines.has(project.number)) continue;
      lines.set(project.number, {
        project,
        forWhom: isMixed && handover !== null ? nameOf(store, handover.lead) : null,
        purpose: as === 'coordinator' ? 'file_on_behalf' : 'file',
      });
    }
  }
  return [...lines.values()];
};

const ownFirst = (a: Assignment, b: Assignment): number =>
  Number(a.handover !== null) - Number(b.handover !== null);

/** Leads and substitutes can hand over; a deputy can only put it off, a coordinator has Home. */
const buttonsFor = (
  stored: StoredProgramme,
  quarter: Quarter,
  mine: readonly Assignment[],
): readonly Block[] => {
  const own = mine.some(({ as }) => as === 'lead');
  const standsIn = mine.some(({ as }) => as === 'substitute');
  const which = [
    ...(own || standsIn ? HAND_OVER : []),
    ...(mine.some(({ as, projects }) => as !== 'coordinator' && projects.length > 0)
      ? [ACTION.remindOn]
      : []),
  ];
  const scope = own && standsIn ? 'all' : standsIn ? 'stand_in' : 'own';
  return which.length === 0
    ? []
    : [handoverButtons({ programmeId: stored.id, quarter, scope }, which)];
};

/** What becomes of a message whose projects are filed, or somebody else's by now. */
const closedMessage = (edge: Edge, stored: StoredProgramme, read: Opening): Message => {
  const given = read.own ? handedOver(edge, stored, read.lead) : null;
  if (given !== null) {
    const sentence = handedOverSentence(edge.store, given);
    return {
      text: mrkdwn`${sentence}`.text,
      blocks: [section(mrkdwn`*${sentence}*`), ...(given.reason === 'away' ? [backButton()] : [])],
    };
  }
  const sentence = endedSentence(edge, stored, read);
  return { text: mrkdwn`${sentence}`.text, blocks: [section(mrkdwn`${sentence}`)] };
};

/** What stands in the place of somebody's own projects. */
const handedOver = (
  { store, clock }: Edge,
  { id, programme }: StoredProgramme,
  key: string,
): Handover | null => {
  const person = personBehind(store, key);
  const today = dayIn(clock.now());
  const leads = programme.projects.flatMap(({ leads: keys }) => keys);
  const standing = leads
    .filter((lead) => isNamed(lead, person))
    .map((lead) => standingHandover(store.handovers(id), lead, today));
  return standing.find((each) => each !== null) ?? null;
};

const endedSentence = ({ store, clock }: Edge, stored: StoredProgramme, read: Opening): string => {
  const nothing = `Nothing is left for you to file for ${printQuarter(read.quarter)}.`;
  const today = dayIn(clock.now());
  const [ended] = read.handovers.flatMap((id) => {
    const handover = store.handover(id);
    if (handover === null) return [];
    const isOver = handover.until !== null && isAfter(today, handover.until);
    return handover.ended !== null || isOver ? [handover] : [];
  });
  if (ended === undefined) return nothing;
  const now = standingHandover(store.handovers(stored.id), ended.lead, today);
  const who = now?.substitute ?? (now === null ? ended.lead : null);
  return who === null ? nothing : `${nothing} ${nameOf(store, who)} answers for what was here.`;
};
