import type { LintReport } from '../application/lint-catalogue.ts';
import { printQuarter, printYear } from '../domain/calendar/calendar.ts';
import type { Finding, Whom } from '../domain/lint/finding.ts';

/** A finding for other people's scripts; absent things are null. */
interface FindingJson {
  readonly programme: string;
  readonly year: string;
  readonly ref: string | null;
  /** The quarter of the figure it is about; null for a definition. */
  readonly quarter: string | null;
  readonly code: string;
  readonly found: string;
  readonly ask: string;
  readonly whom: 'coordinator' | 'lead agency';
  readonly agency: string | null;
}

export const lintJson = ({ programme, findings }: LintReport): readonly FindingJson[] =>
  findings.map(({ ref, quarter, code, found, ask, whom }) => ({
    programme: programme.title,
    year: printYear(programme.year),
    ref,
    quarter: quarter === null ? null : printQuarter(quarter),
    code,
    found,
    ask,
    whom: whom.kind === 'coordinator' ? 'coordinator' : 'lead agency',
    agency: whom.kind === 'coordinator' ? null : whom.agency,
  }));

/** Each finding with what to ask and whom, and how many there are for whom. */
export const lintLines = (reports: readonly LintReport[]): readonly string[] => [
  ...reports.flatMap(({ programme, findings }) => [
    `${programme.title}, ${printYear(programme.year)}`,
    '',
    ...findings.flatMap(findingLines),
  ]),
  closingLine(reports.flatMap(({ findings }) => findings)),
];

const LABEL_WIDTH = 6;

const findingLines = ({ ref, quarter, found, ask, whom }: Finding): readonly string[] => {
  const when = quarter === null ? '' : `${printQuarter(quarter)}: `;
  return [
    `${(ref ?? '').padEnd(LABEL_WIDTH)}${when}${found}`,
    `${' '.repeat(LABEL_WIDTH)}Ask ${nameOf(whom)}: ${ask}`,
    '',
  ];
};

const nameOf = (whom: Whom): string =>
  whom.kind === 'coordinator' ? 'the coordinator' : whom.agency;

const closingLine = (findings: readonly Finding[]): string => {
  if (findings.length === 0) return 'Nothing to ask.';
  const counts = new Map<string, number>();
  for (const { whom } of findings) {
    const name = nameOf(whom);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const each = [...counts].map(([name, count]) => `${count} for ${name}`);
  return `${findings.length} to ask: ${each.join(', ')}.`;
};
