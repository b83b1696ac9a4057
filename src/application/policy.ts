import type { Programme, Project } from '../domain/measure.ts';
import type { Person } from './ports.ts';

/** Whether the catalogue's name for someone (an address or a Slack user id) is this person. */
export const isNamed = (key: string, person: Person): boolean =>
  key === person.id || (person.email !== null && key.toLowerCase() === person.email.toLowerCase());

/** Everybody the programme names, as it names them, for whichever part. */
export const namedKeys = (programme: Programme): readonly string[] => [
  ...programme.coordinators,
  ...programme.managers,
  ...programme.projects.flatMap(({ leads, deputies, manager }) => [
    ...leads,
    ...deputies,
    ...(manager === null ? [] : [manager]),
  ]),
];

export const isNamedIn = (programme: Programme, person: Person): boolean =>
  namedKeys(programme).some((key) => isNamed(key, person));

interface Place {
  readonly programme: Programme;
  readonly project: Project;
}

/**
 * What it takes to play a part. Whoever has one anywhere in the programme is `named`; a full member of
 * the workspace is a `member`; a guest or somebody from outside may be nothing at all.
 */
const HOLDS = {
  lead: ({ project }, person) => project.leads.some((key) => isNamed(key, person)),
  deputy: ({ project }, person) => project.deputies.some((key) => isNamed(key, person)),
  named: ({ programme }, person) => isNamedIn(programme, person),
  member: (_, { account }) => account === 'member',
} as const satisfies Readonly<Record<string, (place: Place, person: Person) => boolean>>;
type Role = keyof typeof HOLDS;

export const ACTIONS = ['ask', 'share', 'file'] as const;
export type Action = (typeof ACTIONS)[number];

// What is not listed is refused. Answers are for the body's own people and for those the programme
// names, wherever they have their accounts: leads are often guests or of another organisation. A return
// is filed by the agency that answers for it.
const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  ask: ['member', 'named'],
  share: ['member', 'named'],
  file: ['lead', 'deputy'],
};

/** Whether this person may do this for this project. Asked in every listener, from the trusted user id. */
export const may = (
  action: Action,
  programme: Programme,
  project: Project,
  person: Person,
): boolean => ALLOWED[action].some((role) => HOLDS[role]({ programme, project }, person));

/** Whether this person may do this for any project of the programme. */
export const mayAnywhere = (action: Action, programme: Programme, person: Person): boolean =>
  programme.projects.some((project) => may(action, programme, project, person));
