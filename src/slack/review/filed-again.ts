import { z } from 'zod';
import { filingChanges } from '../../application/filing-changes.ts';
import { actions, button, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import type { Edge, Render } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { paragraphs } from '../standing-blocks.ts';
import { listUpTo } from '../standing-words.ts';
import { firstPageOf } from './values.ts';

const payloadSchema = aboutQuarter.extend({ projectNumber: z.int(), revision: z.int() });
const TITLE_CHARACTERS = 150;
const LINE_CHARACTERS = 300;
const MOST_LINES = 20;

/** What whoever sent a return back is told once it is filed again: what changed, with the way to review it. */
export const renderFiledAgain =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    if (read === null) return null;
    const { programmeId, projectNumber, quarter, revision } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
    const filing = edge.store
      .filings(programmeId, projectNumber, quarter)
      .find((each) => each.revision === revision);
    if (project === undefined || filing === undefined) return null;
    const key = { programmeId, projectNumber, quarter };
    const changes = filingChanges(edge.store, key, revision);
    const who = truncate(oneLine(filing.filedBy.name ?? project.agency), TITLE_CHARACTERS);
    const title = truncate(oneLine(project.title), TITLE_CHARACTERS);
    const finding = `${who} has filed project ${projectNumber}, ${title}, ${printQuarter(quarter)}, again.`;
    const asked = new Set(edge.store.questions(filing.id).map(({ ref }) => ref));
    const left = changes.length - MOST_LINES;
    const lines = [
      ...(changes.length === 0 ? ['The figures are as they were.'] : changes.slice(0, MOST_LINES)),
      ...(left > 0 ? [`…and ${left} more.`] : []),
      ...(asked.size > 0
        ? [
            `Before that something was asked about ${listUpTo([...asked], MOST_LINES)}; the review says what was answered.`,
          ]
        : []),
    ];
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...paragraphs(lines.map((line) => truncateEscaped(oneLine(line), LINE_CHARACTERS))),
        actions([
          button({
            text: 'Review',
            actionId: ACTION.reviewOpen,
            value: firstPageOf(key),
            style: 'primary',
            accessibilityLabel: `Review project ${projectNumber}`,
          }),
        ]),
      ],
    };
  };
