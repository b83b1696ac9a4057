import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Store } from '../../src/application/ports.ts';
import type { Rung } from '../../src/blockkit/ladder.ts';
import type { CatalogueDocument, ImportedSubmission } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Figure } from '../../src/domain/figure.ts';
import { type Edge, personOf } from '../../src/slack/edge.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';

export const Q1 = { year: 2015, number: 1 } as const;
const OPERATOR = { kind: 'operator', name: 'test' } as const;
/** A member of the workspace whom no programme names. */
export const NOBODY = { id: 'U0NOBODY01', email: null, name: null, account: 'member' } as const;
export const LEAD = {
  id: 'U0PRIYA001',
  email: 'public.health.lead@example.org',
  name: 'Priya Shah',
};

/** To the person who asked. */
export const ASKER = { person: NOBODY, audience: { kind: 'asker' } } as const;

export interface TestEdge extends Edge {
  readonly store: Store;
  /** How many times the sender was woken. */
  readonly woken: () => number;
  readonly moveTo: (day: string) => void;
}

/** A real, empty record in memory, on this day at noon. */
export const emptyEdge = (day = '2015-07-24', rung: Rung = 'rich'): TestEdge => {
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  const noon = (text: string) => Temporal.Instant.from(`${text}T12:00:00Z`);
  let now = noon(day);
  let woken = 0;
  return {
    store,
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
    // As if everybody who asks were a member of the workspace.
    asker: async (id) => ({ ...personOf(store, id), account: 'member' }),
    rung: () => rung,
    recognise: async () => undefined,
    wake: () => {
      woken += 1;
    },
    woken: () => woken,
    moveTo: (text) => {
      now = noon(text);
    },
  };
};

/** A record holding this catalogue: the real programme with its Q1 returns unless another is given. */
export const edgeWith = (
  document: CatalogueDocument = barnet(),
  day?: string,
  rung?: Rung,
): TestEdge => {
  const edge = emptyEdge(day, rung);
  importCatalogue(edge, document, { by: OPERATOR, dryRun: false });
  return edge;
};

/** The real programme with only these projects' returns. */
export const filedBy = (...projects: readonly number[]): CatalogueDocument => {
  const document = barnet();
  const submissions = document.submissions.filter(({ projectNumber }) =>
    projects.includes(projectNumber),
  );
  return { ...document, submissions };
};

/** The real programme with one figure changed. */
export const withFigure = (
  document: CatalogueDocument,
  ref: string,
  change: Partial<Figure>,
): CatalogueDocument => ({
  ...document,
  submissions: document.submissions.map((submission) => ({
    ...submission,
    figures: submission.figures.map((entry) =>
      entry.ref === ref ? { ref, figure: { ...entry.figure, ...change } } : entry,
    ),
  })),
});

const PROJECT_MEASURES = 10;

/** A programme of this many projects, ten measures each, every one of them off track with much to say. */
export const largeProgramme = (projects = 20): CatalogueDocument => {
  const { programme } = barnet();
  const project = programme.projects[1];
  const measure = project?.measures[3];
  if (project === undefined || measure === undefined) throw new Error('The example has no 2.4.');
  const refs = (number: number): readonly string[] =>
    Array.from({ length: PROJECT_MEASURES }, (_, index) => `${number}.${index + 1}`);
  const numbers = Array.from({ length: projects }, (_, index) => index + 1);
  return {
    programme: {
      ...programme,
      projects: numbers.map((number) => ({
        ...project,
        number,
        title: `${project.title}, area ${number}, with <@U0EVIL> & a title ${'of many words '.repeat(15)}`,
        measures: refs(number).map((ref) => ({
          ...measure,
          ref,
          projectNumber: number,
          shortTitle: `${measure.title} ${'at some length '.repeat(12)}`,
        })),
      })),
    },
    submissions: numbers.map(
      (number): ImportedSubmission => ({
        projectNumber: number,
        quarter: Q1,
        by: LEAD.email,
        filedOn: null,
        figures: refs(number).map((ref) => ({ ref, figure: hostileFigure })),
        additionalInformation: null,
      }),
    ),
  };
};

/** What nobody should be able to do to a channel, and more of it than Slack takes. */
export const HOSTILE = `<!channel> <https://evil.example|council.gov.uk> *bold* 💥 ${'& <@U0EVIL> 🙂 '.repeat(2_600)}`;

const hostileFigure: Figure = {
  answer: { kind: 'number', value: decimal(17), share: null, basis: null },
  provisional: true,
  commentary: HOSTILE,
  awaited: { what: HOSTILE, finalBy: Temporal.PlainDate.from('2015-08-14') },
  action: { what: HOSTILE, who: HOSTILE, by: Temporal.PlainDate.from('2015-09-30') },
  smallSample: true,
  judgement: HOSTILE,
};
