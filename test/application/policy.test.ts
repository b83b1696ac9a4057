import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isNamed, may, rolesIn } from '../../src/application/policy.ts';
import type { Account, Person } from '../../src/application/ports.ts';
import type { Handover } from '../../src/application/submission-record.ts';
import type { Programme, Project } from '../../src/domain/measure.ts';
import { barnet } from '../support/barnet.ts';

// How the catalogue may name somebody, and how Slack then knows them. Every one is the same person.
const NAMINGS = ['by address', 'by address in other capitals', 'by Slack id'] as const;
type Naming = (typeof NAMINGS)[number];

const PARTS = ['lead', 'deputy', 'agency_manager'] as const;
const OFFICES = ['manager', 'coordinator'] as const;
// Whom the catalogue does not name, by what Slack says of their account; it may also say nothing.
const STRANGERS: Readonly<Record<string, Account | undefined>> = {
  member: 'member',
  guest: 'guest',
  outsider: 'outsider',
  'not known yet': undefined,
};

const slackId = (part: string, project: number): string =>
  `U0${part.toUpperCase().replace('_', '')}${project}`;

const named = (part: string, project: number, naming: Naming): string => {
  if (naming === 'by Slack id') return slackId(part, project);
  const address = `${part}.${project}@example.org`;
  return naming === 'by address' ? address : address.toUpperCase();
};

const known = (part: string, project: number, account?: Account): Person => ({
  id: slackId(part, project),
  email: `${part}.${project}@example.org`,
  name: `${part} ${project}`,
  ...(account === undefined ? {} : { account }),
});

/** Every account somebody may have; what the catalogue names counts whichever it is. */
const ANY_ACCOUNT = Object.values(STRANGERS);

/** The five real projects with somebody in every part, all named in one way. */
const castBy = (naming: Naming): Programme => {
  const { programme } = barnet();
  return {
    ...programme,
    managers: [named('manager', 0, naming)],
    coordinators: [named('coordinator', 0, naming)],
    projects: programme.projects.map((project) => ({
      ...project,
      leads: [named('lead', project.number, naming)],
      deputies: [named('deputy', project.number, naming)],
      manager: named('agency_manager', project.number, naming),
    })),
  };
};

const ACTIONS = ['ask', 'share', 'file', 'review'] as const;
type Action = (typeof ACTIONS)[number];

const TODAY = Temporal.PlainDate.from('2015-07-14');

const rolesOf = (
  programme: Programme,
  project: Project,
  person: Person,
  handovers: Handover[] = [],
) => rolesIn({ programme, project, handovers }, person, TODAY);

const allows = (
  action: Action,
  programme: Programme,
  project: Project,
  person: Person,
): boolean => {
  const roles = rolesOf(programme, project, person);
  if (action === 'file') return roles.includes('lead') || roles.includes('deputy');
  if (action === 'review') return roles.includes('coordinator');
  return may(action, programme, person);
};

const NAMED_MAY: readonly Action[] = ['ask', 'share'];
/** The whole policy. What is not listed here must be refused. */
const OWN_PROJECT: Readonly<Record<(typeof PARTS)[number], readonly Action[]>> = {
  lead: ['ask', 'share', 'file'],
  deputy: ['ask', 'share', 'file'],
  agency_manager: ['ask', 'share'],
};

interface Cell {
  readonly who: string;
  readonly project: number;
  readonly action: Action;
  readonly allowed: boolean;
}

const cellsOf = (
  programme: Programme,
  who: string,
  person: Person,
  allowedFor: (project: Project) => readonly Action[],
): readonly (readonly [Cell, boolean])[] =>
  programme.projects.flatMap((project) =>
    ACTIONS.map((action) => [
      { who, project: project.number, action, allowed: allows(action, programme, project, person) },
      allowedFor(project).includes(action),
    ]),
  );

const matrix = NAMINGS.flatMap((naming) => {
  const programme = castBy(naming);
  return [
    ...ANY_ACCOUNT.flatMap((account) => [
      ...PARTS.flatMap((part) =>
        programme.projects.flatMap((own) =>
          cellsOf(
            programme,
            `${part} of project ${own.number}, named ${naming}, ${account}`,
            known(part, own.number, account),
            (project) => (project.number === own.number ? OWN_PROJECT[part] : NAMED_MAY),
          ),
        ),
      ),
      ...OFFICES.flatMap((office) =>
        cellsOf(
          programme,
          `${office}, named ${naming}, ${account}`,
          known(office, 0, account),
          () => (office === 'coordinator' ? [...NAMED_MAY, 'review'] : NAMED_MAY),
        ),
      ),
    ]),
    ...Object.entries(STRANGERS).flatMap(([stranger, account]) =>
      cellsOf(
        programme,
        `${stranger}, beside people named ${naming}`,
        known(stranger, 0, account),
        () => (account === 'member' ? ['ask', 'share'] : []),
      ),
    ),
  ];
});

describe('who may do what', () => {
  test('every part, project and action is decided as the policy says, and nothing else is allowed', () => {
    const wrong = matrix.filter(([cell, expected]) => cell.allowed !== expected);
    expect(wrong.map(([cell]) => cell)).toEqual([]);
    expect(matrix.length).toBeGreaterThanOrEqual(500);
  });

  test('somebody whose address Slack does not show is nobody, whatever the catalogue names', () => {
    const programme = castBy('by address');
    const hidden: Person = { id: 'U0HIDDEN', email: null, name: 'lead.2@example.org' };
    const allowed = programme.projects.filter((project) =>
      allows('file', programme, project, hidden),
    );
    expect(allowed).toEqual([]);
  });

  test('somebody who is lead of one project and deputy of another files for both and no third', () => {
    const { programme } = barnet();
    const person: Person = { id: 'U0BOTH', email: 'both@example.org', name: null };
    const projects = programme.projects.map((project) => ({
      ...project,
      leads: project.number === 1 ? ['both@example.org'] : [],
      deputies: project.number === 4 ? ['U0BOTH'] : [],
    }));
    const mixed = { ...programme, projects };
    const filed = projects.filter((project) => allows('file', mixed, project, person));
    expect(filed.map(({ number }) => number)).toEqual([1, 4]);
  });

  test('a project that names nobody can be filed by nobody', () => {
    const programme = castBy('by address');
    const [project] = programme.projects;
    if (project === undefined) throw new Error('The example has no projects.');
    const empty = { ...project, leads: [], deputies: [], manager: null };
    const people = PARTS.map((part) => known(part, project.number));
    expect(people.filter((person) => allows('file', programme, empty, person))).toEqual([]);
  });

  test('part of a name or address is not the name', () => {
    const person: Person = { id: 'U0LEAD2', email: 'lead.2@example.org', name: null };
    const near = [
      'U0LEAD',
      'U0LEAD22',
      'u0lead2',
      'lead.2@example.org.evil',
      'xlead.2@example.org',
    ];
    expect(near.filter((key) => isNamed(key, person))).toEqual([]);
  });

  test('whoever may ask about one project may ask about the programme', () => {
    const programme = castBy('by address');
    const asks = (person: Person) => may('ask', programme, person);
    expect([known('lead', 3, 'guest'), known('manager', 0, 'outsider')].map(asks)).toEqual([
      true,
      true,
    ]);
    expect(
      [known('lead', 9, 'member'), known('lead', 9, 'guest'), known('lead', 9)].map(asks),
    ).toEqual([true, false, false]);
  });
});

describe('who covers for a lead', () => {
  const programme = castBy('by address');
  const [first, second] = programme.projects;
  if (first === undefined || second === undefined) throw new Error('The example has no projects.');
  const colleague: Person = { id: 'U0COVER', email: null, name: null, account: 'guest' };
  const handover = (from: string, until: string | null): Handover => ({
    id: 1,
    programmeId: 1,
    lead: first.leads[0]?.toUpperCase() ?? '',
    substitute: colleague.id,
    reason: 'away',
    from: Temporal.PlainDate.from(from),
    until: until === null ? null : Temporal.PlainDate.from(until),
    madeBy: { kind: 'operator', name: 'test' },
    madeAt: Temporal.Instant.from('2015-07-01T09:00:00Z'),
  });

  test.each([
    ['from the first day', '2015-07-14', '2015-07-20', ['deputy']],
    ['to the last day', '2015-07-01', '2015-07-14', ['deputy']],
    ['for good', '2015-07-01', null, ['deputy']],
    ['not before', '2015-07-15', null, ['other']],
    ['not after', '2015-07-01', '2015-07-13', ['other']],
  ])('is a deputy of that lead’s projects %s', (_, from, until, roles) => {
    expect(rolesOf(programme, first, colleague, [handover(from, until)])).toEqual(roles);
  });

  test('is nothing for another lead’s project', () => {
    expect(rolesOf(programme, second, colleague, [handover('2015-07-01', null)])).toEqual([
      'other',
    ]);
  });
});
