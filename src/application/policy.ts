import { Temporal } from 'temporal-polyfill';
import type { Programme, Project } from '../domain/measure.ts';
import type { SubmissionRole } from '../domain/submission/life.ts';
import type { Person } from './ports.ts';
import type { Handover } from './submission-record.ts';

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

/**
 * What it takes to play a part. Whoever has one anywhere in the programme is `named`; a full member of
 * the workspace is a `member`; a guest or somebody from outside may be nothing at all.
 */
const HOLDS = {
  named: isNamedIn,
  member: (_, { account }) => account === 'member',
} as const satisfies Readonly<Record<string, (programme: Programme, person: Person) => boolean>>;
type Role = keyof typeof HOLDS;

export const ACTIONS = ['ask', 'share'] as const;
export type Action = (typeof ACTIONS)[number];

// What is not listed is refused. Answers are for the body's own people and for those the programme
// names, wherever they have their accounts: leads are often guests or of another organisation.
const ALLOWED: Readonly<Record<Action, readonly Role[]>> = {
  ask: ['member', 'named'],
  share: ['member', 'named'],
};

/** Whether this person may do this anywhere in the programme. Asked in every listener, from the trusted user id. */
export const may = (action: Action, programme: Programme, person: Person): boolean =>
  ALLOWED[action].some((role) => HOLDS[role](programme, person));

interface Place {
  readonly programme: Programme;
  readonly project: Project;
  /** Those of the programme that nobody has ended. */
  readonly handovers: readonly Handover[];
}

/**
 * The parts this person plays for this project today; `other` where they have none. Whoever covers
 * for one of its leads is a deputy for as long as that lasts.
 */
export const rolesIn = (
  { programme, project, handovers }: Place,
  person: Person,
  today: Temporal.PlainDate,
): readonly SubmissionRole[] => {
  const names = (keys: readonly string[]): boolean => keys.some((key) => isNamed(key, person));
  const covers = handovers.some(
    (handover) =>
      handover.substitute === person.id &&
      project.leads.some((lead) => lead.toLowerCase() === handover.lead.toLowerCase()) &&
      isStanding(handover, today),
  );
  const roles: SubmissionRole[] = [
    ...(names(project.leads) ? ['lead' as const] : []),
    ...(names(project.deputies) || covers ? ['deputy' as const] : []),
    ...(names(programme.coordinators) ? ['coordinator' as const] : []),
  ];
  return roles.length === 0 ? ['other'] : roles;
};

/** Whether somebody answers in a lead's place on this day. */
export const isStanding = ({ from, until }: Handover, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, today) <= 0 &&
  (until === null || Temporal.PlainDate.compare(today, until) <= 0);
