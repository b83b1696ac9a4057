import { describe, expect, test } from 'vitest';
import { ACTIONS, type Action, isNamed, may, rolesIn } from '../../src/application/policy.ts';
import type { Person } from '../../src/application/ports.ts';
import type { Programme, Project } from '../../src/domain/measure.ts';
import { barnet } from '../support/barnet.ts';

// How the catalogue may name somebody, and how Slack then knows them. Every one is the same person.
const NAMINGS = ['by address', 'by address in other capitals', 'by Slack id'] as const;
type Naming = (typeof NAMINGS)[number];

const PARTS = ['lead', 'deputy', 'agency_manager'] as const;
const OFFICES = ['manager', 'coordinator'] as const;
const STRANGERS = ['anyone', 'guest', 'external', 'deleted'] as const;

const slackId = (part: string, project: number): string =>
  `U0${part.toUpperCase().replace('_', '')}${project}`;

const named = (part: string, project: number, naming: Naming): string => {
  if (naming === 'by Slack id') return slackId(part, project);
  const address = `${part}.${project}@example.org`;
  return naming === 'by address' ? address : address.toUpperCase();
};

const known = (part: string, project: number): Person => ({
  id: slackId(part, project),
  email: `${part}.${project}@example.org`,
  name: `${part} ${project}`,
});

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

const EVERYBODY_MAY: readonly Action[] = ['ask', 'share'];
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
      { who, project: project.number, action, allowed: may(action, programme, project, person) },
      allowedFor(project).includes(action),
    ]),
  );

const matrix = NAMINGS.flatMap((naming) => {
  const programme = castBy(naming);
  return [
    ...PARTS.flatMap((part) =>
      programme.projects.flatMap((own) =>
        cellsOf(
          programme,
          `${part} of project ${own.number}, named ${naming}`,
          known(part, own.number),
          (project) => (project.number === own.number ? OWN_PROJECT[part] : EVERYBODY_MAY),
        ),
      ),
    ),
    ...OFFICES.flatMap((office) =>
      cellsOf(programme, `${office}, named ${naming}`, known(office, 0), () => EVERYBODY_MAY),
    ),
    ...STRANGERS.flatMap((stranger) =>
      cellsOf(
        programme,
        `${stranger}, beside people named ${naming}`,
        known(stranger, 0),
        () => EVERYBODY_MAY,
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
    const allowed = programme.projects.filter((project) => may('file', programme, project, hidden));
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
    const filed = projects.filter((project) => may('file', mixed, project, person));
    expect(filed.map(({ number }) => number)).toEqual([1, 4]);
  });

  test('a project that names nobody can be filed by nobody', () => {
    const programme = castBy('by address');
    const [project] = programme.projects;
    if (project === undefined) throw new Error('The example has no projects.');
    const empty = { ...project, leads: [], deputies: [], manager: null };
    const people = PARTS.map((part) => known(part, project.number));
    expect(people.filter((person) => may('file', programme, empty, person))).toEqual([]);
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

  test('every part somebody plays is known at once', () => {
    const programme = castBy('by Slack id');
    const [project] = programme.projects;
    if (project === undefined) throw new Error('The example has no projects.');
    const all = { ...programme, managers: ['U0LEAD1'], coordinators: ['U0LEAD1'] };
    expect(rolesIn(all, project, known('lead', 1))).toEqual([
      'lead',
      'manager',
      'coordinator',
      'anyone',
    ]);
  });
});
