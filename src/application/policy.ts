import type { Programme, Project } from '../domain/measure.ts';
import type { Person } from './ports.ts';

/** Whether the catalogue's name for someone (an address or a Slack user id) is this person. */
export const isNamed = (key: string, person: Person): boolean =>
  key === person.id || (person.email !== null && key.toLowerCase() === person.email.toLowerCase());

export const ROLES = [
  'lead',
  'deputy',
  'agency_manager',
  'manager',
  'coordinator',
  'anyone',
] as const;
export type Role = (typeof ROLES)[number];

/** Every part a person plays for this project; everyone in the workspace is at least `anyone`. */
export const rolesIn = (
  programme: Programme,
  project: Project,
  person: Person,
): readonly Role[] => {
  const held: readonly [Role, boolean][] = [
    ['lead', project.leads.some((key) => isNamed(key, person))],
    ['deputy', project.deputies.some((key) => isNamed(key, person))],
    ['agency_manager', project.manager !== null && isNamed(project.manager, person)],
    ['manager', programme.managers.some((key) => isNamed(key, person))],
    ['coordinator', programme.coordinators.some((key) => isNamed(key, person))],
    ['anyone', true],
  ];
  return held.filter(([, holds]) => holds).map(([role]) => role);
};

export const ACTIONS = ['ask', 'share', 'file'] as const;
export type Action = (typeof ACTIONS)[number];

// What is not listed is refused. Answers hold published aggregates only, so anyone in the workspace
// may ask and share; a return is filed by the agency that answers for it.
const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  ask: ['anyone'],
  share: ['anyone'],
  file: ['lead', 'deputy'],
};

/** Whether this person may do this for this project. Asked in every listener, from the trusted user id. */
export const may = (
  action: Action,
  programme: Programme,
  project: Project,
  person: Person,
): boolean => rolesIn(programme, project, person).some((role) => ALLOWED[action].includes(role));
