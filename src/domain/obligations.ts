import { Temporal } from 'temporal-polyfill';
import {
  compareQuarters,
  nextQuarter,
  opensOn,
  type Quarter,
  quarterOf,
} from './calendar/calendar.ts';
import { longestLag, measuresBehind } from './data-lag.ts';
import type { Measure, Programme, Project } from './measure.ts';

/** Whether a project's return can be filed by its lead on this day. */
export type Opening =
  | { readonly kind: 'not_yet'; readonly opens: Temporal.PlainDate }
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly since: Temporal.PlainDate };

/**
 * A quarter's returns open the day after it ends and stay open to leads until the next quarter's
 * open; from then on they are the past, and only the coordinator may correct them.
 */
export const openingOf = (quarter: Quarter, today: Temporal.PlainDate): Opening => {
  const opens = opensOn(quarter);
  if (isBefore(today, opens)) return { kind: 'not_yet', opens };
  const closes = closesOn(quarter);
  return isBefore(today, closes) ? { kind: 'open' } : { kind: 'closed', since: closes };
};

const closesOn = (quarter: Quarter): Temporal.PlainDate => opensOn(nextQuarter(quarter));

/** The last day on which a lead can file or correct a quarter's return. */
export const lastDayToFile = (quarter: Quarter): Temporal.PlainDate =>
  closesOn(quarter).subtract({ days: 1 });

/** The quarters of a programme's year that have ended by this day, oldest first. */
export const endedQuarters = (
  programme: Programme,
  today: Temporal.PlainDate,
): readonly Quarter[] =>
  ([1, 2, 3, 4] as const)
    .map((number): Quarter => ({ year: programme.year, number }))
    .filter((quarter) => compareQuarters(quarter, quarterOf(today)) < 0);

/** The measures whose figures are due with a quarter's own return: those without a data lag. */
export const measuresDue = (project: Project): readonly Measure[] =>
  project.measures.filter((measure) => measure.dataLagQuarters === 0);

/** The measures a return asks for: those that are due with it, then those whose figures come behind. */
export const measuresAsked = (project: Project): readonly Measure[] => [
  ...measuresDue(project),
  ...measuresBehind(project),
];

/**
 * The quarters of which a programme's leads may owe something that have ended by this day, oldest
 * first: those of its year, and those after it with which figures of its year still come.
 */
export const owingQuarters = (
  programme: Programme,
  today: Temporal.PlainDate,
): readonly Quarter[] => {
  const ended = [...endedQuarters(programme, today)];
  let quarter: Quarter = { year: programme.year + 1, number: 1 };
  for (let left = longestLag(programme); left > 0; left -= 1) {
    if (compareQuarters(quarter, quarterOf(today)) < 0) ended.push(quarter);
    quarter = nextQuarter(quarter);
  }
  return ended;
};

/** What one lead has still to file: their projects without a filing, in catalogue order. */
export interface Owed {
  readonly lead: string;
  readonly projects: readonly Project[];
}

/**
 * Who owes what, one entry a lead however many projects they answer for. A lead is the address or
 * Slack id the catalogue names; deputies are never chased.
 */
export const owedBy = (
  programme: Programme,
  hasFiled: (project: Project) => boolean,
): readonly Owed[] => {
  const byLead = new Map<string, Project[]>();
  for (const project of programme.projects) {
    if (hasFiled(project) || measuresDue(project).length === 0) continue;
    for (const lead of project.leads) {
      byLead.set(lead, [...(byLead.get(lead) ?? []), project]);
    }
  }
  return [...byLead].map(([lead, projects]) => ({ lead, projects }));
};

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) < 0;
