import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';
import { type Owed, owedBy } from '../domain/obligations.ts';
import { type FiguresBehind, figuresBehind } from './figures-behind.ts';
import { isNamed, isStanding, namedKeys, rolesIn } from './policy.ts';
import type { Person, Store, StoredProgramme } from './ports.ts';
import type { Handover } from './submission-record.ts';

/** What is owed for a quarter, and who is told of it on a day. */
export interface Assignment {
  /** As the catalogue names them, or the Slack user id of a substitute. */
  readonly person: string;
  readonly as: 'lead' | 'substitute' | 'deputy' | 'coordinator';
  /** Why it is them in a lead's place; null where they are that lead. */
  readonly handover: Handover | null;
  /** None of them is filed. */
  readonly projects: readonly Project[];
  /** Figures of earlier quarters that are due now; never empty where no project is owed. */
  readonly behind: readonly FiguresBehind[];
}

type People = Pick<Store, 'person' | 'personByEmail'>;

/** The person a catalogue's name or a Slack user id stands for, as far as the record knows them. */
export const personBehind = (store: People, key: string): Person =>
  store.person(key) ??
  store.personByEmail(key.toLowerCase()) ?? { id: key, email: key, name: null };

/** Tells people apart by account, or where that is not known yet by the address. */
export const identityOf = (store: People, key: string): string =>
  personBehind(store, key).id.toLowerCase();

/** The projects of a programme that the catalogue gives this lead. */
export const projectsOf = ({ programme }: StoredProgramme, lead: string): readonly Project[] =>
  programme.projects.filter(({ leads }) =>
    leads.some((each) => each.toLowerCase() === lead.toLowerCase()),
  );

/** Every name under which somebody may have been told of what a hand-over is about. */
export const keysTold = (
  store: People,
  stored: StoredProgramme,
  { lead, substitute }: Handover,
): readonly string[] => {
  const deputies = projectsOf(stored, lead).flatMap((project) => project.deputies);
  const instead =
    substitute === null ? [...deputies, ...stored.programme.coordinators] : [substitute];
  return [lead, ...instead].flatMap((key) => keysOf(stored, personBehind(store, key)));
};

const keysOf = ({ programme }: StoredProgramme, person: Person): readonly string[] => [
  ...new Set([person.id, ...namedKeys(programme).filter((key) => isNamed(key, person))]),
];

/** What has taken a lead's place on this day; null where they answer themselves. */
export const standingHandover = (
  handovers: readonly Handover[],
  lead: string,
  today: Temporal.PlainDate,
): Handover | null =>
  handovers.findLast((each) => isOfLead(each, lead) && isStanding(each, today)) ?? null;

export const isOfLead = (handover: Handover, lead: string): boolean =>
  handover.lead.toLowerCase() === lead.toLowerCase();

/** The absence of this person that stands on this day, if there is one. */
export const absenceOf = (
  handovers: readonly Handover[],
  person: Person,
  today: Temporal.PlainDate,
): Handover | null =>
  handovers.findLast(
    (each) => each.reason === 'away' && isNamed(each.lead, person) && isStanding(each, today),
  ) ?? null;

/** What each lead owes for a quarter: their projects of which nothing is filed. */
const owedIn = (store: Store, stored: StoredProgramme, quarter: Quarter): readonly Owed[] => {
  // After the programme's year only what comes behind is still owed.
  if (quarter.year !== stored.programme.year) return [];
  const submissions = store.submissions(stored.id, quarter);
  return owedBy(stored.programme, (project) =>
    submissions.some(
      ({ projectNumber, filing }) => projectNumber === project.number && filing !== null,
    ),
  );
};

/**
 * Who is told on this day what is owed for a quarter: for each project whoever answers for it. What
 * is owed is always told to somebody, if only to the lead.
 */
export const assignmentsIn = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): readonly Assignment[] => {
  const handovers = store.handovers(stored.id);
  const behind = figuresBehind(store, stored, quarter);
  const owed = owedIn(store, stored, quarter);
  return leadsOf(stored, owed, behind).flatMap((lead) => {
    const projects = owed.find((each) => each.lead === lead)?.projects ?? [];
    const later = behind.filter(({ project }) => project.leads.includes(lead));
    const about = new Set([...projects, ...later.map(({ project }) => project)]);
    const told = [...about].flatMap((project) =>
      answerersFor(store, { stored, project, handovers }, lead, today),
    );
    return [...Map.groupBy(told, ({ as, person }) => `${as}/${person}`).values()].flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const { person, as, handover } = first;
      const isTheirs = (project: Project): boolean => of.some((each) => each.project === project);
      return [
        {
          person,
          as,
          handover,
          projects: projects.filter(isTheirs),
          behind: later.filter(({ project }) => isTheirs(project)),
        },
      ];
    });
  });
};

/** Every lead who owes anything, in catalogue order. */
const leadsOf = (
  { programme }: StoredProgramme,
  owed: readonly Owed[],
  behind: readonly FiguresBehind[],
): readonly string[] => [
  ...new Set(
    programme.projects
      .flatMap(({ leads }) => leads)
      .filter(
        (lead) =>
          owed.some((each) => each.lead === lead) ||
          behind.some(({ project }) => project.leads.includes(lead)),
      ),
  ),
];

/** Whoever answers for a project on this day, each once: a catalogue's names and Slack user ids. */
export const answerersOf = (
  store: Store,
  stored: StoredProgramme,
  project: Project,
  today: Temporal.PlainDate,
): readonly string[] => {
  const place = { stored, project, handovers: store.handovers(stored.id) };
  const told = project.leads.flatMap((lead) => answerersFor(store, place, lead, today));
  return [...new Set(told.map(({ person }) => person))];
};

type Answerer = Omit<Assignment, 'projects' | 'behind'> & { readonly project: Project };

/**
 * Who answers for a lead's project: they do; for one who has handed over, the substitute; where there
 * is none, or they are away themselves, the project's deputies; where it has none, the coordinators.
 */
const answerersFor = (
  store: People,
  { stored, project, handovers }: Place,
  lead: string,
  today: Temporal.PlainDate,
): readonly Answerer[] => {
  const themselves = { person: lead, as: 'lead', handover: null, project } as const;
  const handover = standingHandover(handovers, lead, today);
  if (handover === null) return [themselves];
  const isAway = (key: string): boolean =>
    absenceOf(handovers, personBehind(store, key), today) !== null;
  const { substitute } = handover;
  if (substitute !== null && !isAway(substitute)) {
    return [{ person: substitute, as: 'substitute', handover, project }];
  }
  const others = (keys: readonly string[]): readonly string[] =>
    keys.filter((key) => identityOf(store, key) !== identityOf(store, lead));
  const deputies = others(project.deputies).filter((key) => !isAway(key));
  if (deputies.length > 0) {
    return deputies.map((person) => ({ person, as: 'deputy', handover, project }));
  }
  const coordinators = others(stored.programme.coordinators);
  return coordinators.length > 0
    ? coordinators.map((person) => ({ person, as: 'coordinator', handover, project }))
    : [themselves];
};

/** Whether this person is to fill in a project's return today: not a lead who has handed it over. */
export const fillsIn = (
  { stored, project, handovers }: Place,
  person: Person,
  today: Temporal.PlainDate,
): boolean =>
  rolesIn({ programme: stored.programme, project, handovers }, person, today).includes('deputy') ||
  project.leads.some(
    (lead) => isNamed(lead, person) && standingHandover(handovers, lead, today) === null,
  );

interface Place {
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly handovers: readonly Handover[];
}
