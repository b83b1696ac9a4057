import { z } from 'zod';
import type { Standing } from '../../application/assess.ts';
import { standingsOf } from '../../application/assess.ts';
import type { StoredFiling } from '../../application/ports.ts';
import { type Block, context, divider, plain, section } from '../../blockkit/blocks.ts';
import { joinMrkdwn, mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import type { Message, Rung } from '../../blockkit/ladder.ts';
import { tableAt } from '../../blockkit/table.ts';
import {
  dayIn,
  printDay,
  printQuarter,
  type Quarter,
  ZONE,
} from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import type { Edge, Render } from '../edge.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { positionCell } from '../standing-blocks.ts';
import { counted } from '../standing-words.ts';

const receipt = aboutQuarter.extend({ projectNumber: z.int(), revision: z.int() });

// A message shows about 13,000 characters in 50 blocks; what is cut is said and stays on record.
const MOST_COMMENTARIES = 20;
const COMMENTARY_CHARACTERS = 400;
const INFORMATION_CHARACTERS = 1_500;
const TITLE_CHARACTERS = 200;
const CUT = ' (cut here for length; the record holds the whole text)';

/** The direct message that says exactly what was filed; null where the return has gone. */
export const renderReceipt =
  (edge: Edge): Render =>
  (payload, rung): Message | null => {
    const read = readPayload(edge, receipt, payload);
    if (read === null) return null;
    const { programmeId, quarter, projectNumber } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
    const filing = edge.store.submission(programmeId, projectNumber, quarter)?.filing ?? null;
    if (stored === undefined || project === undefined || filing === null) return null;
    const standings = standingsOf(edge.store, stored, quarter).filter(
      (standing) =>
        standing.project.number === project.number && standing.assessment.figure !== null,
    );
    return receiptMessage({ project, quarter, filing, standings }, rung);
  };

interface Receipt {
  readonly project: Project;
  readonly quarter: Quarter;
  readonly filing: StoredFiling;
  readonly standings: readonly Standing[];
}

const receiptMessage = ({ project, quarter, filing, standings }: Receipt, rung: Rung): Message => {
  const title = truncate(oneLine(project.title), TITLE_CHARACTERS);
  const revision = filing.revision > 1 ? `, revision ${filing.revision}` : '';
  const finding = `Filed${revision}: project ${project.number}, ${title}, ${printQuarter(quarter)}: ${counted(standings.length, 'figure')}.`;
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      context(mrkdwn`${filedLine(filing)}`),
      ...(standings.length === 0 ? [] : tableAt(rung, tableOf(standings))),
      ...commentaries(standings),
      ...information(filing),
      divider(),
      context(
        mrkdwn`Something wrong? Open the return again from my Home tab and file it once more; the earlier figures stay on record.`,
      ),
    ],
  };
};

const filedLine = ({ filedAt, late, filedBy }: StoredFiling): string => {
  const time = filedAt.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const by = filedBy.name === null ? '' : ` by ${filedBy.name}`;
  return `Filed${by} on ${printDay(dayIn(filedAt))} at ${time}${late ? ', after the due date: it is marked as late' : ''}.`;
};

const tableOf = (standings: readonly Standing[]) => ({
  caption: 'What was filed',
  header: ['Measure', 'Figure', 'Judged as'],
  rows: standings.map(({ assessment }) => {
    const { measure, figure } = assessment;
    const provisional = figure?.provisional === true ? ', provisional' : '';
    return [
      `${measure.ref} ${truncate(oneLine(measure.shortTitle), TITLE_CHARACTERS)}`,
      `${figure === null ? '' : printAnswer(figure.answer, measure.unit)}${provisional}`,
      positionCell(assessment),
    ];
  }),
  pageSize: Math.min(Math.max(standings.length, 1), 100),
});

const commentaries = (standings: readonly Standing[]): Block[] => {
  const said = standings.flatMap(({ assessment }) => {
    const text = assessment.figure?.commentary ?? null;
    return text === null ? [] : [{ ref: assessment.measure.ref, text }];
  });
  const left = said.length - MOST_COMMENTARIES;
  return [
    ...said
      .slice(0, MOST_COMMENTARIES)
      .map(({ ref, text }) => quoted(`${ref}: `, text, COMMENTARY_CHARACTERS)),
    ...(left > 0
      ? [context(mrkdwn`${counted(left, 'further commentary')} on record, not shown here.`)]
      : []),
  ];
};

const information = ({ additionalInformation: text }: StoredFiling): Block[] =>
  text === null
    ? []
    : [
        section(joinMrkdwn([mrkdwn`*Additional information*`])),
        quoted('', text, INFORMATION_CHARACTERS),
      ];

/** What a person typed, in text that Slack does not parse. */
const quoted = (before: string, text: string, most: number): Block => {
  const cut = truncate(text, most);
  return { type: 'section', text: plain(`${before}${cut}${cut === text ? '' : CUT}`) };
};
