import { z } from 'zod';
import { keyOfCorrection, openCorrection } from '../../application/decide-correction.ts';
import { DECIDED_WORDS } from '../../application/decision-words.ts';
import { filingChanges } from '../../application/filing-changes.ts';
import type { Correction, CorrectionDecision } from '../../application/submission-record.ts';
import { actions, type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import type { Edge, Render } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { readPayload } from '../payloads.ts';
import { correctionBlocks, line, listed, nameOfActor } from './correction-words.ts';

const payloadSchema = z.object({ correction: z.int(), coordinator: z.string() });
const TITLE_CHARACTERS = 150;
const SAID_CHARACTERS = 500;

/** What a coordinator is told of a correction that waits for them; edited once it is decided. */
export const renderCorrectionAsked =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    const correction = read && edge.store.correction(read.correction);
    if (read === null || correction === null) return null;
    if (correction.decided !== null) return decidedMessage(edge, correction);
    const { coordinator } = read;
    const person = edge.store.person(coordinator) ??
      edge.store.personByEmail(coordinator.toLowerCase()) ?? {
        id: coordinator,
        email: coordinator,
        name: null,
      };
    const opened = openCorrection({ ...edge, person }, correction.id);
    if (!opened.ok) return null;
    const finding = findingOf(edge, correction);
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...correctionBlocks(opened.value),
        actions([
          button({
            text: 'Decide',
            actionId: ACTION.correctionOpen,
            value: String(correction.id),
            style: 'primary',
            accessibilityLabel: `Decide on the correction of project ${correction.projectNumber}`,
          }),
        ]),
        context(mrkdwn`What is on record stays until you approve it.`),
      ],
    };
  };

/** `project 2, Reducing Substance Misuse Offending, Q1 2015/16`. */
export const aboutReturn = (edge: Edge, correction: Correction): string => {
  const { programmeId, projectNumber, quarter } = keyOfCorrection(correction);
  const stored = edge.store.programmes().find(({ id }) => id === programmeId);
  const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
  const title =
    project === undefined ? '' : `, ${truncate(oneLine(project.title), TITLE_CHARACTERS)}`;
  return `project ${projectNumber}${title}, ${printQuarter(quarter)}`;
};

const findingOf = (edge: Edge, correction: Correction): string =>
  `${nameOfActor(correction.askedBy, 'A lead')} asks for a correction of ${aboutReturn(edge, correction)}.`;

const DONE: Readonly<Record<CorrectionDecision, string>> = {
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'took back',
};

const decidedMessage = (edge: Edge, correction: Correction): Message => {
  const { decided, reason } = correction;
  if (decided === null) throw new Error('This correction has not been decided.');
  const { decision, by, at, comment } = decided;
  const finding = `${nameOfActor(by, decision === 'withdrawn' ? 'A lead' : 'A coordinator')} ${DONE[decision]} the correction of ${aboutReturn(edge, correction)} on ${printDay(dayIn(at))}.`;
  const said = comment === null ? [] : [context(mrkdwn`“${cut(comment)}”`)];
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...approvedBlocks(edge, correction),
      context(mrkdwn`${nameOfActor(correction.askedBy, 'A lead')} had asked: “${cut(reason)}”`),
      ...said,
    ],
  };
};

/** What an approved correction put on record, old and new. */
const approvedBlocks = ({ store }: Edge, correction: Correction): Block[] => {
  const { programmeId, projectNumber, quarter, decided } = correction;
  const approval = store
    .reviews(programmeId, projectNumber, quarter)
    .find(({ kind, at }) => kind === 'correction_approved' && decided?.at.equals(at) === true);
  if (approval === undefined) return [];
  const changes = filingChanges(store, keyOfCorrection(correction), approval.revision);
  return listed('What changed on record', changes.map(line));
};

const cut = (text: string) => truncateEscaped(oneLine(text), SAID_CHARACTERS);

/** What whoever asked for a correction is told of the decision. */
export const renderCorrectionDecided =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, z.object({ correction: z.int() }), payload);
    const correction = read && edge.store.correction(read.correction);
    if (correction?.decided == null) return null;
    const { decision, by, comment } = correction.decided;
    const finding = `Your correction of ${aboutReturn(edge, correction)} was ${DECIDED_WORDS[decision]} by ${nameOfActor(by, decision === 'withdrawn' ? 'a colleague' : 'the coordinator')}.`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...approvedBlocks(edge, correction),
        ...(comment === null ? [] : [section(mrkdwn`They say: “${cut(comment)}”`)]),
        context(
          decision === 'approved'
            ? mrkdwn`It is on record as a new revision with your reason.`
            : mrkdwn`What was on record stays.`,
        ),
      ],
    };
  };
