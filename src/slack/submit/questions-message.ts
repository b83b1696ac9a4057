import { z } from 'zod';
import type { AnsweredQuestion } from '../../application/ports.ts';
import { context, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncate,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import type { Message, Rung } from '../../blockkit/ladder.ts';
import { printQuarter, type Quarter } from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import type { Edge, Render } from '../edge.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { paragraphs } from '../standing-blocks.ts';
import { counted, listUpTo } from '../standing-words.ts';

const payloadSchema = aboutQuarter.extend({
  projectNumber: z.int(),
  filing: z.int(),
  revision: z.int(),
});

const TITLE_CHARACTERS = 200;
const FOUND_CHARACTERS = 400;
const SAID_CHARACTERS = 300;
// A message Slack shows whole; what is left out is named, and stands in the record.
const MOST_QUESTIONS = 15;
const MOST_NAMES = 12;

/** What a coordinator is told after a filing: what was asked before it, and what was said to it. */
export const renderQuestions =
  (edge: Edge): Render =>
  (payload, rung): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    if (read === null) return null;
    const { programmeId, projectNumber, quarter, filing, revision } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
    const answered = edge.store.questions(filing);
    if (stored === undefined || project === undefined || answered.length === 0) return null;
    return messageOf({ project, quarter, revision, answered }, rung);
  };

interface Told {
  readonly project: Project;
  readonly quarter: Quarter;
  readonly revision: number;
  readonly answered: readonly AnsweredQuestion[];
}

const messageOf = (told: Told, rung: Rung): Message => {
  const { answered, project } = told;
  const finding = findingOf(told);
  const left = answered.slice(MOST_QUESTIONS);
  const lines = [
    ...answered.slice(0, MOST_QUESTIONS).map(lineOf),
    ...(left.length === 0 ? [] : [mrkdwn`…and ${left.length} more, about ${namesOf(left)}.`]),
  ];
  const next = mrkdwn`Each was asked before filing and confirmed by whoever filed. \`/mopac status ${project.number}\` shows the figures; ${truncate(oneLine(project.agency), TITLE_CHARACTERS)} can still change them from Home.`;
  const heading = mrkdwn`${finding}`;
  // Without blocks the words must say it all.
  if (rung === 'text') return { text: joinMrkdwn([heading, ...lines, next]).text };
  return {
    text: heading.text,
    blocks: [section(mrkdwn`*${finding}*`), ...paragraphs(lines), context(next)],
  };
};

const findingOf = ({ project, quarter, revision, answered }: Told): string => {
  const title = truncate(oneLine(project.title), TITLE_CHARACTERS);
  const correction = revision > 1 ? `, revision ${revision}` : '';
  return `${counted(answered.length, 'thing')} asked about project ${project.number}, ${title}, ${printQuarter(quarter)}${correction}: ${namesOf(answered)}.`;
};

const namesOf = (answered: readonly AnsweredQuestion[]): string =>
  listUpTo([...new Set(answered.map(({ ref }) => ref))], MOST_NAMES);

const lineOf = ({ code, found, said }: AnsweredQuestion): Mrkdwn =>
  mrkdwn`${truncateEscaped(oneLine(found), FOUND_CHARACTERS)} ${answerOf(code, said)}`;

const answerOf = (code: AnsweredQuestion['code'], said: string | null): Mrkdwn => {
  if (said !== null)
    return mrkdwn`_The lead says: “${truncateEscaped(oneLine(said), SAID_CHARACTERS)}”_`;
  return code === 'no_commentary'
    ? mrkdwn`_Filed without a sentence._`
    : mrkdwn`_Confirmed as it stands._`;
};
