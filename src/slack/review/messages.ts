import { z } from 'zod';
import type { SubmissionKey } from '../../application/open-return.ts';
import { isAfter } from '../../application/submission-form.ts';
import type { ReviewEntry } from '../../application/submission-record.ts';
import { actions, type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import { lastDayToFile } from '../../domain/obligations.ts';
import type { Edge, Render } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { writeFormReference } from '../references.ts';
import { listUpTo } from '../standing-words.ts';
import { firstPageOf } from './values.ts';

const payloadSchema = aboutQuarter.extend({ projectNumber: z.int(), at: z.string() });
const TITLE_CHARACTERS = 150;
const SAID_CHARACTERS = 500;
// Each has a section with its button; a message holds fifty blocks.
const MOST_COMMENTS = 20;
const MOST_NAMES = 12;

interface News {
  readonly key: SubmissionKey;
  readonly project: Project;
  /** What was decided or said at that moment. */
  readonly entries: readonly ReviewEntry[];
}

const newsIn = (
  edge: Edge,
  kind: ReviewEntry['kind'],
  payload: Parameters<Render>[0],
): News | null => {
  const read = readPayload(edge, payloadSchema, payload);
  if (read === null) return null;
  const { programmeId, projectNumber, quarter, at } = read;
  const stored = edge.store.programmes().find(({ id }) => id === programmeId);
  const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
  const entries = edge.store
    .reviews(programmeId, projectNumber, quarter)
    .filter((entry) => entry.kind === kind && entry.at.toString() === at);
  return project === undefined || entries.length === 0
    ? null
    : { key: { programmeId, projectNumber, quarter }, project, entries };
};

const nameOf = ({ key, project }: News): string =>
  `project ${key.projectNumber}, ${truncate(oneLine(project.title), TITLE_CHARACTERS)}, ${printQuarter(key.quarter)}`;

const whoIn = ({ entries }: News): string =>
  truncate(oneLine(entries[0]?.by.name ?? 'The coordinator'), TITLE_CHARACTERS);

const openButton = (key: SubmissionKey, ref: string | null) =>
  button({
    text: ref === null ? 'Open the return' : `Change ${ref}`,
    actionId: ACTION.submitOpen,
    value: writeFormReference({ key, purpose: 'file', ref }),
    accessibilityLabel: `${ref === null ? 'Open the return' : `Change ${ref}`}, project ${key.projectNumber}`,
  });

const discussButton = (key: SubmissionKey, text: string) =>
  button({
    text,
    actionId: ACTION.reviewDiscuss,
    value: firstPageOf(key),
    accessibilityLabel: `${text} about project ${key.projectNumber}`,
  });

/** What an agency is told of a return that was sent back: each comment, with a button to its question. */
export const renderSentBack =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const news = newsIn(edge, 'sent_back', payload);
    if (news === null) return null;
    const { key, entries } = news;
    const left = entries.length - MOST_COMMENTS;
    const refs = entries.flatMap(({ ref }) => ref ?? []);
    const what = refs.length === 0 ? '' : `: ${listUpTo(refs, MOST_NAMES)}`;
    const finding = `${whoIn(news)} sent back ${nameOf(news)}${what}.`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...entries.slice(0, MOST_COMMENTS).map((entry) => commentBlock(key, entry)),
        ...(left > 0 ? [context(mrkdwn`${left} more comments stand in the form.`)] : []),
        actions([openButton(key, null), discussButton(key, 'Ask about it')]),
        context(
          mrkdwn`Change what is meant and file the return again${byWhen(edge, key)}. Everything else is as you filed it.`,
        ),
      ],
    };
  };

/** Until when the quarter is open; of one that is past, nothing: the coordinator has asked for it all the same. */
const byWhen = ({ clock }: Edge, { quarter }: SubmissionKey): string => {
  const last = lastDayToFile(quarter);
  return isAfter(dayIn(clock.now()), last) ? '' : `, if you can by ${printDay(last)}`;
};

const commentBlock = (key: SubmissionKey, { ref, comment }: ReviewEntry): Block => {
  const said = mrkdwn`“${truncateEscaped(oneLine(comment ?? ''), SAID_CHARACTERS)}”`;
  return ref === null
    ? section(mrkdwn`*The whole return:* ${said}`)
    : section(mrkdwn`*${ref}:* ${said}`, { accessory: openButton(key, ref) });
};

/** What an agency is told once all of its return is accepted. */
export const renderAccepted =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const news = newsIn(edge, 'accepted', payload);
    if (news === null) return null;
    const finding = `${whoIn(news)} accepted ${nameOf(news)}.`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        context(
          mrkdwn`Its figures are locked now. To change one, ask for a correction and give the reason.`,
        ),
        actions([
          button({
            text: 'Ask for a correction',
            actionId: ACTION.submitOpen,
            value: writeFormReference({ key: news.key, purpose: 'ask_correction', ref: null }),
            accessibilityLabel: `Ask for a correction of project ${news.key.projectNumber}`,
          }),
        ]),
      ],
    };
  };

/** What somebody said about a return, to the other side. */
export const renderCommented =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const news = newsIn(edge, 'comment', payload);
    if (news === null) return null;
    const finding = `${whoIn(news)} said something about ${nameOf(news)}.`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...news.entries.map(({ comment }) =>
          section(mrkdwn`“${truncateEscaped(oneLine(comment ?? ''), SAID_CHARACTERS)}”`),
        ),
        actions([discussButton(news.key, 'Answer')]),
      ],
    };
  };
