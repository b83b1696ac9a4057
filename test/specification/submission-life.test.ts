import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openReturn, type SubmissionKey } from '../../src/application/open-return.ts';
import type { StoredSubmission } from '../../src/application/ports.ts';
import { refusalSentence } from '../../src/application/refusal-sentences.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import {
  MOVES,
  type Move,
  type MoveOutcome,
  outcomeOfMove,
  SUBMISSION_ROLES,
  type SubmissionMoment,
} from '../../src/domain/submission/life.ts';
import { edgeWith, Q1 } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';

// The life of a return, move by move. A column is where the return stands: "past" means that the next
// quarter has opened, "behind" that a figure which comes with that quarter is missing. `yes` is allowed; everything else is refused with the sentence below it.
const COLUMNS = [
  'not_due',
  'due',
  'draft',
  'submitted',
  'sent_back',
  'accepted',
  'published',
  'past due',
  'past draft',
  'past submitted',
  'past sent_back',
  'past accepted',
  'past published',
  'submitted, part accepted',
  'sent_back, part accepted',
  'past submitted, part accepted',
  'past sent_back, part accepted',
  'past due, behind',
  'past draft, behind',
  'past submitted, behind',
  'past sent_back, behind',
  'past accepted, behind',
  'past published, behind',
] as const;
type Column = (typeof COLUMNS)[number];

const WORDS: Readonly<Record<string, MoveOutcome>> = {
  yes: 'allowed',
  early: 'not_open_yet',
  past: 'quarter_past',
  locked: 'accepted',
  public: 'published',
  open: 'still_open',
  none: 'nothing_filed',
  again: 'already_accepted',
};

const TABLE: Readonly<Record<Move, string>> = {
  //               not_due due  draft submitted sent_back accepted published | past: due draft submitted sent_back accepted published | part accepted: submitted sent_back, past: submitted sent_back | behind, past: due draft submitted sent_back accepted published
  file: '            early yes  yes   yes       yes       locked   public          past past  past      yes       locked   public | yes yes past yes | yes yes yes yes yes public',
  file_on_behalf:
    '  early yes  yes   yes       yes       locked   public          yes  yes   yes       yes       locked   public | yes yes yes yes | yes yes yes yes yes public',
  accept:
    '          none  none none  yes       yes       again    public          none none  yes       yes       again    public | yes yes yes yes | none none yes yes again public',
  send_back:
    '       none  none none  yes       yes       yes      public          none none  yes       yes       yes      public | yes yes yes yes | none none yes yes yes public',
  comment:
    '         none  none none  yes       yes       yes      yes             none none  yes       yes       yes      yes | yes yes yes yes | none none yes yes yes yes',
  confirm_final:
    '   none  none none  yes       yes       yes      yes             none none  yes       yes       yes      yes | yes yes yes yes | none none yes yes yes yes',
  ask_correction:
    '  none  none none  open      open      yes      yes             none none  yes       open      yes      yes | yes yes yes yes | none none yes open yes yes',
  take_back_correction:
    'none none none yes       yes       yes      yes             none none  yes       yes       yes      yes | yes yes yes yes | none none yes yes yes yes',
  decide_correction:
    'none none none  yes       yes       yes      yes             none none  yes       yes       yes      yes | yes yes yes yes | none none yes yes yes yes',
  correct:
    '         none  none none  yes       yes       yes      yes             none none  yes       yes       yes      yes | yes yes yes yes | none none yes yes yes yes',
  purge:
    '           yes   yes  yes   yes       yes       yes      yes             yes  yes   yes       yes       yes      yes | yes yes yes yes | yes yes yes yes yes yes',
};

const WHO: Readonly<Record<Move, readonly (typeof SUBMISSION_ROLES)[number][]>> = {
  file: ['lead', 'deputy'],
  file_on_behalf: ['coordinator'],
  accept: ['coordinator'],
  send_back: ['coordinator'],
  comment: ['lead', 'deputy', 'coordinator'],
  confirm_final: ['lead', 'deputy', 'coordinator'],
  ask_correction: ['lead', 'deputy'],
  take_back_correction: ['lead', 'deputy'],
  decide_correction: ['coordinator'],
  correct: ['coordinator'],
  purge: ['coordinator'],
};

const PART = ', part accepted';
const BEHIND = ', behind';

const momentOf = (column: Column): SubmissionMoment => ({
  state: column
    .replace('past ', '')
    .replace(PART, '')
    .replace(BEHIND, '') as SubmissionMoment['state'],
  past: column.startsWith('past '),
  partlyLocked: column.endsWith(PART),
  behind: column.endsWith(BEHIND),
});

const cells = MOVES.flatMap((move) => {
  const words = TABLE[move].replaceAll('|', ' ').trim().split(/\s+/);
  return COLUMNS.flatMap((column, index) =>
    SUBMISSION_ROLES.map((role) => {
      const expected = WHO[move].includes(role) ? WORDS[words[index] ?? ''] : 'wrong_role';
      return { move, column, role, expected };
    }),
  );
});

test('every state, role and move is allowed or refused as the table says', () => {
  const wrong = cells.filter(
    ({ move, column, role, expected }) =>
      outcomeOfMove(move, [role], momentOf(column)) !== expected,
  );
  expect(wrong).toEqual([]);
  expect(cells).toHaveLength(MOVES.length * COLUMNS.length * SUBMISSION_ROLES.length);
});

test('whoever plays two parts may do what either may', () => {
  for (const { move, column } of cells) {
    const both = outcomeOfMove(move, ['lead', 'coordinator'], momentOf(column));
    const either = (['lead', 'coordinator'] as const).some(
      (role) => outcomeOfMove(move, [role], momentOf(column)) === 'allowed',
    );
    expect(both === 'allowed').toBe(either);
  }
});

const PEOPLE = {
  lead: { id: 'U0LEAD', email: 'public.health.lead@example.org', name: 'Priya Shah' },
  deputy: { id: 'U0DEPUTY', email: 'public.health.deputy@example.org', name: 'Dev' },
  coordinator: { id: 'U0COORD', email: 'coordinator@example.org', name: 'Chris' },
  other: { id: 'U0OTHER', email: 'manager@example.org', name: 'Morgan' },
} as const;

const ACCEPTED = {
  id: 1,
  revision: 1,
  kind: 'accepted',
  ref: '2.1',
  comment: null,
  by: { kind: 'person', key: 'U0COORD', name: 'Chris' },
  at: Temporal.Instant.from('2015-07-16T09:00:00Z'),
} as const;

const DAYS = { not_due: '2015-06-30', now: '2015-07-14', past: '2015-10-01' } as const;

/** The example with 2.5 a quarter behind, and no figure of it yet. */
const withoutFigure = (): CatalogueDocument => {
  const { programme, submissions } = barnet();
  const projects = programme.projects.map((project) => ({
    ...project,
    measures: project.measures.map((measure) => ({
      ...measure,
      dataLagQuarters: measure.ref === '2.5' ? 1 : 0,
    })),
  }));
  return {
    programme: { ...programme, projects },
    submissions: submissions.map((submission) => ({
      ...submission,
      figures: submission.figures.filter(({ ref }) => ref !== '2.5'),
    })),
  };
};

test('each refusal has a sentence of its own that says what to do, and says it to the right person', () => {
  const edges = {
    usual: edgeWith(barnet(), DAYS.now),
    behind: edgeWith(withoutFigure(), DAYS.now),
  };
  const key: SubmissionKey = { programmeId: 1, projectNumber: 2, quarter: Q1 };
  const sentences = new Map<MoveOutcome, string>();
  for (const { move, column, role, expected } of cells) {
    const { state, past, partlyLocked, behind } = momentOf(column);
    const edge = behind ? edges.behind : edges.usual;
    edge.moveTo(state === 'not_due' ? DAYS.not_due : past ? DAYS.past : DAYS.now);
    const found = edge.store.submission(1, 2, Q1);
    const submission: StoredSubmission | null =
      found === null || state === 'due' || state === 'not_due' ? null : { ...found, state };
    const reviews = () => (partlyLocked ? [ACCEPTED] : []);
    const store = { ...edge.store, submission: () => submission, reviews };
    const opened = openReturn({ ...edge, store, person: PEOPLE[role] }, key, move);
    expect(opened.ok, `${role}, ${move}, ${column}`).toBe(expected === 'allowed');
    if (!opened.ok && expected !== undefined && role === WHO[move][0]) {
      sentences.set(expected, refusalSentence(opened.fault));
    }
  }
  expect(Object.fromEntries(sentences)).toEqual({
    not_open_yet:
      'Q1 2015/16 is not over yet: its figures can be entered from 1 July 2015. Until then there is nothing to show.',
    quarter_past:
      'Q1 2015/16 is closed. To correct a figure, ask for a correction and give the reason.',
    accepted:
      'Q1 2015/16 of project 2 has been accepted, so its figures are locked. To change one, ask for a correction and give the reason.',
    published:
      'Q1 2015/16 of project 2 is in the committee paper. To change a figure, ask for a correction and give the reason.',
    still_open:
      'Q1 2015/16 of project 2 is still open: change the figure yourself and file the return again.',
    nothing_filed: 'Nothing has been filed for project 2, Q1 2015/16, yet.',
    already_accepted: 'Project 2, Q1 2015/16, has been accepted already.',
  });
});
