import type { Standing } from '../application/assess.ts';
import { onBehalfWords } from '../application/filing-words.ts';
import type { StatusAnswer } from '../application/query-status.ts';
import { dayIn, printDay, printQuarter } from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import { actionWords, awaitedWords } from '../domain/wording/beside-figure.ts';
import { digestLine, headline } from '../domain/wording/headline.ts';
import { outcomeVerdict } from '../domain/wording/outcome-words.ts';
import { positionSymbol, wordFor } from '../domain/wording/position-words.ts';
import { qualifierLines } from '../domain/wording/qualifier-lines.ts';
import { remainingLine } from '../domain/wording/remaining-words.ts';
import {
  baselineLine,
  outlookLine,
  positionLine,
  SAID_IN_STATUS_LINES,
  targetLine,
  travelLine,
} from '../domain/wording/status-lines.ts';
import { whyParagraphs } from '../domain/wording/why.ts';

/** The answer in words: all about one measure, or a line for each of several. */
export const statusLines = ({
  stored,
  scope,
  quarter,
  standings,
}: StatusAnswer): readonly string[] => {
  const [only, ...others] = standings;
  if (only !== undefined && others.length === 0) return oneMeasure(only);
  const heading = `${stored.programme.title}, ${printQuarter(quarter)}`;
  const projects = new Set(standings.map(({ project }) => project));
  const outcome = scope.kind === 'measure' ? only?.outcome : null;
  return [
    heading,
    ...(outcome ? [`${outcome.ref} ${outcomeVerdict(outcome)}.`] : []),
    ...[...projects].flatMap((project) => projectLines(project, standings)),
  ];
};

const projectLines = (
  project: Standing['project'],
  standings: readonly Standing[],
): readonly string[] => [
  '',
  `${project.number} ${project.title} (${project.agency})`,
  ...standings.filter((standing) => standing.project === project).map(measureLine),
];

const measureLine = ({ assessment }: Standing): string => {
  const { position } = assessment;
  return `  ${positionSymbol(position)} ${wordFor(position, assessment)}. ${digestLine(assessment)}`;
};

const oneMeasure = (standing: Standing): readonly string[] => {
  const { assessment, project } = standing;
  const { measure, quarter, figure, position } = assessment;
  const title =
    measure.partOf === null ? measure.title : `${measure.partOf.title}: ${measure.title}`;
  return [
    headline(assessment),
    title,
    `${project.title} · ${project.agency} · ${printQuarter(quarter)}`,
    '',
    ...labelled([
      ['Position', `${positionSymbol(position)} ${positionLine(assessment)}`],
      ['Year-end outlook', outlookOf(assessment)],
      ...rest(assessment),
      ['Target', targetLine(assessment)],
      ['Baseline', baselineLine(assessment)],
      ['Direction', travelLine(assessment)],
      ...qualifierLines(assessment, SAID_IN_STATUS_LINES).map(
        (line) => ['Bear in mind', line] as const,
      ),
      ["Officer's judgement", figure?.judgement ? `“${figure.judgement}”` : 'None was given'],
      ['Commentary', figure?.commentary ?? 'None was given'],
      ...besideFigure(figure),
      ['Filed', filedLine(standing)],
    ]),
    '',
    'Why?',
    ...whyParagraphs(assessment).map((paragraph) => `  ${paragraph}`),
  ];
};

/** A verdict has its symbol wherever it stands. */
const outlookOf = (assessment: Standing['assessment']): string => {
  const { outlook } = assessment;
  const symbol = outlook === null ? '' : `${positionSymbol(outlook.position)} `;
  return `${symbol}${outlookLine(assessment)}`;
};

const rest = (assessment: Standing['assessment']): ReadonlyArray<readonly [string, string]> => {
  const line = remainingLine(assessment);
  return line === '' ? [] : [['Rest of the year', line]];
};

const besideFigure = (figure: FiledFigure | null): ReadonlyArray<readonly [string, string]> => [
  ...(figure?.action ? [['Being done', actionWords(figure.action)] as const] : []),
  ...(figure?.awaited ? [['Awaited', awaitedWords(figure.awaited)] as const] : []),
];

const LABEL_WIDTH = 21;

const labelled = (rows: ReadonlyArray<readonly [string, string]>): readonly string[] =>
  rows.map(([label, text]) => `${label.padEnd(LABEL_WIDTH)}${indented(text)}`);

/** Lines after the first stand under it. */
const indented = (text: string): string => text.split('\n').join(`\n${' '.repeat(LABEL_WIDTH)}`);

const filedLine = ({ submission, project }: Standing): string => {
  const filing = submission?.filing ?? null;
  if (filing === null) return 'Not yet';
  const late = filing.late ? ', late' : '';
  const whom = onBehalfWords(filing, project.agency);
  const by = whom === '' ? `By ${project.agency}` : `By the coordinator${whom},`;
  return `${by} on ${printDay(dayIn(filing.filedAt))}${late}`;
};
