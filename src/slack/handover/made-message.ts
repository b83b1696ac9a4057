import { z } from 'zod';
import {
  type Assignment,
  assignmentsIn,
  identityOf,
  projectsOf,
} from '../../application/answerers.ts';
import { openQuarterOf } from '../../application/open-quarter.ts';
import { isNamed } from '../../application/policy.ts';
import type { StoredProgramme } from '../../application/ports.ts';
import { isAfter } from '../../application/submission-form.ts';
import type { PastHandover } from '../../application/submission-record.ts';
import { actions, type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import { behindBlock } from '../behind-block.ts';
import type { Edge, Render } from '../edge.ts';
import { absenceClause, listProjects, nameOf, nameOfActor, untilWords } from '../handover-words.ts';
import { ACTION } from '../ids.ts';
import { owedProject } from '../owed-project.ts';
import { readPayload } from '../payloads.ts';
import { endSentence } from './end-words.ts';

const payloadSchema = z.object({
  handover: z.int(),
  coordinator: z.string(),
  /** What whoever handed over wanted the coordinator to know. */
  said: z.string().nullable(),
});

const SAID_CHARACTERS = 500;
const MOST_OWED = 20;

/** What a coordinator is told of a hand-over, with *Undo* while it stands. */
export const renderHandoverMade =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    const handover = read && edge.store.handover(read.handover);
    const stored = edge.store.programmes().find(({ id }) => id === handover?.programmeId);
    if (read === null || handover === null || stored === undefined) return null;
    const projects = projectsOf(stored, handover.lead);
    const finding = findingOf(edge, handover, projects);
    const said =
      read.said === null
        ? []
        : [section(mrkdwn`They say: “${truncateEscaped(oneLine(read.said), SAID_CHARACTERS)}”`)];
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...said,
        ...(handover.ended === null
          ? standingBlocks(edge, stored, handover, read.coordinator)
          : [context(mrkdwn`${endSentence(edge.store, handover)}`)]),
      ],
    };
  };

const findingOf = (
  { store }: Edge,
  handover: PastHandover,
  projects: readonly Project[],
): string => {
  const { lead, substitute, reason, madeBy } = handover;
  const name = nameOf(store, lead);
  const listed = listProjects(projects);
  const instead = substitute === null ? null : nameOf(store, substitute);
  // A substitute who passed it on says so; the lead is away, or is none, as before.
  const passed = madeBy.kind === 'person' && !isNamed(lead, personOfActor(store, madeBy.key));
  if (passed) {
    const by = nameOfActor(madeBy, 'Their substitute');
    return instead === null
      ? `${by} no longer answers for ${name}, and nobody does: ${listed}.`
      : `${by} passed on to ${instead} what ${name} had handed over: ${listed}.`;
  }
  if (reason === 'away') {
    const who = instead === null ? 'nobody answers meanwhile' : `${instead} answers meanwhile`;
    return `${name} is away${untilWords(handover)}, and ${who}: ${listed}.`;
  }
  return instead === null
    ? `${name} says that ${listed} is not theirs, and does not know whose it is.`
    : `${name} says that ${listed} is not theirs but ${instead}’s.`;
};

const personOfActor = (store: Edge['store'], key: string) =>
  store.person(key) ?? { id: key, email: null, name: null };

const standingBlocks = (
  edge: Edge,
  stored: StoredProgramme,
  handover: PastHandover,
  coordinator: string,
): readonly Block[] => {
  const { store, clock } = edge;
  const today = dayIn(clock.now());
  if (handover.until !== null && isAfter(today, handover.until)) {
    return [context(mrkdwn`It was over on ${printDay(handover.until)}.`)];
  }
  const quarter = openQuarterOf(stored, today);
  const told = quarter === null ? [] : assignmentsIn(store, stored, quarter, today);
  const ofThis = told.filter((each) => each.handover?.id === handover.id);
  const me = identityOf(store, coordinator);
  const mine = ofThis.filter(
    ({ as, person }) => as === 'coordinator' && identityOf(store, person) === me,
  );
  const owed = quarter === null ? [] : mine.flatMap(({ projects }) => projects).slice(0, MOST_OWED);
  const behind = mine.flatMap((each) => each.behind).slice(0, MOST_OWED);
  return [
    context(mrkdwn`${nextSentence(edge, handover, ofThis)}`),
    ...(quarter === null
      ? []
      : owed.map((project) =>
          owedProject({ programmeId: stored.id, quarter }, project, { purpose: 'file_on_behalf' }),
        )),
    ...behind.map((each) =>
      behindBlock(
        stored,
        { behind: each, forWhom: null, purpose: 'file_on_behalf' },
        { isToo: false, isOver: isAfter(today, each.due) },
      ),
    ),
    actions([
      button({
        text: 'Undo',
        actionId: ACTION.handoverUndo,
        value: String(handover.id),
        accessibilityLabel: `Undo: ${nameOf(store, handover.lead)} answers again`,
      }),
    ]),
  ];
};

/** Who was told, and what is for the coordinator to do. */
const nextSentence = (
  { store }: Edge,
  handover: PastHandover,
  told: readonly Assignment[],
): string => {
  const { substitute, reason } = handover;
  const deputies = told
    .filter(({ as }) => as === 'deputy')
    .map(({ person }) => nameOf(store, person));
  const toDeputies =
    deputies.length === 0
      ? ''
      : ` Told as ${deputies.length === 1 ? 'deputy' : 'deputies'}: ${[...new Set(deputies)].join(', ')}.`;
  const toYou = told.some(({ as }) => as === 'coordinator')
    ? ' What is owed below has no deputy: find somebody, or enter the figures for them.'
    : '';
  if (reason === 'not_me') {
    return substitute === null
      ? `Who leads it?${toDeputies}${toYou} Change the lead in the catalogue and have it imported again.`
      : `${nameOf(store, substitute)} has been told and can file until you undo it. To make it last, change the lead in the catalogue and have it imported again.`;
  }
  return substitute === null
    ? `${absenceClause(store, handover)}.${toDeputies}${toYou}`
    : `${nameOf(store, substitute)} has been told and can file meanwhile.`;
};
