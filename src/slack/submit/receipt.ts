import { z } from 'zod';
import { type Standing, standingsOf } from '../../application/assess.ts';
import { digestStanding } from '../../application/digest-standing.ts';
import { changesBy, type FigureChange } from '../../application/filing-changes.ts';
import { onBehalfWords } from '../../application/filing-words.ts';
import type { AnsweredQuestion } from '../../application/ports.ts';
import { actions, type Block, context, divider, section } from '../../blockkit/blocks.ts';
import { joinMrkdwn, mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import type { Message, Rung } from '../../blockkit/ladder.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { type Table, tableAt } from '../../blockkit/table.ts';
import { shownCharacters } from '../../blockkit/validate-tables.ts';
import { dayIn, printDay, printQuarter, ZONE } from '../../domain/calendar/calendar.ts';
import type { FiledFigure } from '../../domain/figure.ts';
import { actionWords, awaitedWords } from '../../domain/wording/beside-figure.ts';
import { figureChange } from '../../domain/wording/figure-change.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import type { Edge, Render } from '../edge.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { positionCell } from '../standing-blocks.ts';
import { counted } from '../standing-words.ts';
import { type Answered, amendButton, amendBy, discussButton, whatNext } from './after-receipt.ts';
import { fitQuotations, plainParagraphs, type Quotation } from './quotations.ts';

const payloadSchema = aboutQuarter.extend({
  projectNumber: z.int(),
  revision: z.int(),
  /** What whoever reads it did, and does again to change it. */
  purpose: z.enum(['file', 'file_on_behalf', 'correct']).default('file'),
});

const TITLE_CHARACTERS = 200;
const LINE_CHARACTERS = 500;
const CELL_CHARACTERS = 90;
// Far fewer than Slack shows, so that the last block is never the one it refuses.
const SPARE_CHARACTERS = 700;
const TEXT_CHARACTERS = 3_000;

/** The direct message that says exactly what was filed; null where the return has gone. */
export const renderReceipt =
  (edge: Edge): Render =>
  (payload, rung): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    if (read === null) return null;
    const { programmeId, quarter, projectNumber, revision, purpose } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const project = stored?.programme.projects.find(({ number }) => number === projectNumber);
    const submission = edge.store.submission(programmeId, projectNumber, quarter);
    const filing = submission?.filing ?? null;
    if (stored === undefined || project === undefined) return null;
    if (submission === null || filing === null) return null;
    const standings = standingsOf(edge.store, stored, quarter, dayIn(edge.clock.now())).filter(
      (standing) =>
        standing.project.number === project.number && standing.assessment.figure !== null,
    );
    const digest = digestStanding(edge.store, programmeId, quarter);
    const answered = edge.store.questions(filing.id);
    const past = edge.store.filings(programmeId, projectNumber, quarter);
    const changes = filing.revision === 1 ? [] : changesBy(past, filing.id);
    const amend = amendBy(purpose, {
      state: submission.state,
      quarter,
      today: dayIn(edge.clock.now()),
    });
    const about = { stored, project, quarter, filing, revision, digest, amend };
    const receipt = { ...about, standings, answered, changes };
    return rung === 'text' ? textOf(receipt) : messageOf(receipt, rung);
  };

interface Receipt extends Answered {
  readonly standings: readonly Standing[];
  /** Which filing this is the receipt of; the record may hold a later one by now. */
  readonly revision: number;
  /** What the filing on record put in the place of what stood before it. */
  readonly changes: readonly FigureChange[];
  /** What was asked before the filing on record. */
  readonly answered: readonly AnsweredQuestion[];
}

const messageOf = (receipt: Receipt, rung: Rung): Message => {
  const { standings } = receipt;
  const finding = findingOf(receipt);
  const before: Block[] = [
    section(mrkdwn`*${finding}*`),
    context(mrkdwn`${filedLine(receipt)}`),
    ...(standings.length === 0 ? [] : tableAt(rung, tableOf(standings))),
  ];
  const after: Block[] = [
    divider(),
    context(mrkdwn`${whatNext(receipt)}`),
    actions([amendButton(receipt), discussButton(receipt)]),
  ];
  // Slack counts a table by itself, and everything else together.
  const others = [...before, ...after].filter(({ type }) => !/table$/.test(type));
  const room = LIMITS.message.shownCharacters - SPARE_CHARACTERS - shownCharacters(others);
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [...before, ...plainParagraphs(fitQuotations(quotationsOf(receipt), room)), ...after],
  };
};

/** Without blocks the words must say it all, as far as they reach. */
const textOf = (receipt: Receipt): Message => {
  const rows = tableOf(receipt.standings).rows.map((row) => row.join(' · '));
  const lines = [findingOf(receipt), filedLine(receipt), ...rows];
  const room = TEXT_CHARACTERS - lines.join('\n').length;
  const said = fitQuotations(quotationsOf(receipt), Math.max(room, 0));
  return {
    text: joinMrkdwn([...lines, ...said, whatNext(receipt)].map((line) => mrkdwn`${line}`)).text,
  };
};

const findingOf = ({ project, quarter, filing, revision, standings }: Receipt): string => {
  const title = truncate(oneLine(project.title), TITLE_CHARACTERS);
  const what = `project ${project.number}, ${title}, ${printQuarter(quarter)}`;
  const answers = answersIn(standings);
  if (filing.revision > revision) {
    return `Filed: ${what}. It has been filed again since; this is what stands now: ${answers}.`;
  }
  return `Filed${revision > 1 ? `, revision ${revision}` : ''}: ${what}: ${answers}.`;
};

/** `5 figures`; the reason why there is none is an answer too, but no figure. */
const answersIn = (standings: readonly Standing[]): string => {
  const isFigure = ({ assessment: { figure } }: Standing) => figure?.answer.kind === 'number';
  return counted(standings.length, standings.every(isFigure) ? 'figure' : 'answer');
};

const filedLine = ({ filing, project }: Receipt): string => {
  const { filedAt, late, filedBy, revision } = filing;
  const time = filedAt.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const by =
    filedBy.name === null ? '' : ` by ${truncate(oneLine(filedBy.name), TITLE_CHARACTERS)}`;
  const which = revision > 1 ? `Revision ${revision} filed` : 'Filed';
  const whom = truncate(oneLine(onBehalfWords(filing, project.agency)), LINE_CHARACTERS);
  const forWhom = whom === '' ? '' : ` ${whom.trim()}`;
  return `${which}${by}${forWhom} on ${printDay(dayIn(filedAt))} at ${time}${late ? ', after the due date: it is marked as late' : ''}.`;
};

const tableOf = (standings: readonly Standing[]): Table => ({
  caption: 'What was filed',
  header: ['Measure', 'Figure', 'Judged as'],
  rows: standings.map(({ assessment }) => {
    const { measure, figure } = assessment;
    const answer = figure === null ? '' : printAnswer(figure.answer, measure.unit);
    const provisional = figure?.provisional === true ? ', provisional' : '';
    return [
      truncate(`${measure.ref} ${oneLine(measure.shortTitle)}`, CELL_CHARACTERS),
      `${truncate(oneLine(answer), CELL_CHARACTERS)}${provisional}`,
      positionCell(assessment),
    ];
  }),
  pageSize: Math.max(1, Math.min(standings.length, LIMITS.dataTable.pageSize)),
});

/** `2.4: 17% becomes 19%`, for each figure that was another before. */
const changedLines = ({ standings, changes }: Receipt): readonly Quotation[] => {
  const lines = changes.flatMap(({ ref, before, after }) => {
    const found = standings.find(({ assessment }) => assessment.measure.ref === ref);
    return found === undefined ? [] : (figureChange(found.assessment.measure, before, after) ?? []);
  });
  return lines.length === 0 ? [] : [{ about: 'What changed', text: lines.join('; ') }];
};

const quotationsOf = (receipt: Receipt): readonly Quotation[] => [
  ...changedLines(receipt),
  ...saidIn(receipt),
];

const saidIn = ({ standings, filing, answered }: Receipt): readonly Quotation[] => [
  ...standings.flatMap(({ assessment: { measure, figure } }) => {
    const text = figure?.commentary ?? null;
    return [
      ...(text === null ? [] : [{ about: measure.ref, text }]),
      ...besideFigure(measure.ref, figure),
    ];
  }),
  ...(filing.additionalInformation === null
    ? []
    : [{ about: 'Additional information', text: filing.additionalInformation }]),
  ...(filing.reason === null ? [] : [{ about: 'Why figures change', text: filing.reason }]),
  ...reasonsIn(answered),
  ...(filing.attestation === null
    ? []
    : [{ about: 'Confirmed by filing', text: filing.attestation }]),
];

/** What is being done about a figure, and what it still waits for. */
const besideFigure = (ref: string, figure: FiledFigure | null): readonly Quotation[] => {
  const { action = null, awaited = null } = figure ?? {};
  return [
    ...(action === null ? [] : [{ about: `${ref}, being done`, text: actionWords(action) }]),
    ...(awaited === null ? [] : [{ about: `${ref}, awaited`, text: awaitedWords(awaited) }]),
  ];
};

/** One reason stands for all that was asked about its measure. */
const reasonsIn = (answered: readonly AnsweredQuestion[]): readonly Quotation[] =>
  [...new Map(answered.map(({ ref, said }) => [ref, said]))].flatMap(([ref, said]) =>
    said === null ? [] : [{ about: `${ref}, to the coordinator`, text: said }],
  );
