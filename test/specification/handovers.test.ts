import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { assignmentsIn } from '../../src/application/answerers.ts';
import type { HandoverReason } from '../../src/application/submission-record.ts';
import type { Programme } from '../../src/domain/measure.ts';
import { edgeWith, Q1 } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';

// Who is told what is owed, by who answers for a lead on the day. Ann leads project 1, Ben projects 2
// and 3; project 2 has Dee as deputy, the others have none; Joan coordinates.
const ANN = 'ann@example.org';
const BEN = 'ben@example.org';
const DEE = 'dee@example.org';
const JOAN = 'joan@example.org';
const SUE = 'U0SUE00001';

const PEOPLE = [
  { id: 'U0ANN00001', email: ANN, name: 'Ann' },
  { id: 'U0BEN00001', email: BEN, name: 'Ben' },
  { id: 'U0DEE00001', email: DEE, name: 'Dee' },
  { id: 'U0JOAN0001', email: JOAN, name: 'Joan' },
];

const programme = (coordinators: readonly string[] = [JOAN]): Programme => {
  const { programme: real } = barnet();
  const parts = [
    { leads: [ANN], deputies: [] },
    { leads: [BEN], deputies: [DEE] },
    { leads: [BEN], deputies: [] },
  ];
  const projects = real.projects.slice(0, 3);
  return {
    ...real,
    coordinators,
    projects: projects.map((project, index) => ({ ...project, ...parts[index] })),
  };
};

interface Given {
  readonly lead: string;
  readonly to: string | null;
  readonly reason?: HandoverReason;
  readonly from?: string;
  readonly until?: string | null;
}

const toldOn = (day: string, given: readonly Given[], of = programme()): readonly string[] => {
  const edge = edgeWith({ programme: of, submissions: [] }, day);
  for (const person of PEOPLE) edge.store.savePerson(person, edge.clock.now());
  const [stored] = edge.store.programmes();
  if (stored === undefined) throw new Error('Nothing was imported.');
  for (const { lead, to, reason = 'away', from = '2015-07-01', until = '2015-07-31' } of given) {
    edge.store.recordHandover({
      programmeId: stored.id,
      lead,
      substitute: to,
      reason,
      from: Temporal.PlainDate.from(from),
      until: until === null ? null : Temporal.PlainDate.from(until),
      madeBy: { kind: 'operator', name: 'test' },
      madeAt: edge.clock.now(),
    });
  }
  return assignmentsIn(edge.store, stored, Q1, Temporal.PlainDate.from(day)).map(
    ({ person, as, projects }) =>
      `${person} as ${as}: ${projects.map(({ number }) => number).join(', ')}`,
  );
};

const BEN_HIMSELF = `${BEN} as lead: 2, 3`;
const ANN_HERSELF = `${ANN} as lead: 1`;

describe('who is told what is owed', () => {
  test.each<readonly [string, string, readonly Given[], readonly string[]]>([
    ['nobody handed over: each lead', '2015-07-10', [], [ANN_HERSELF, BEN_HIMSELF]],
    [
      'a lead is away and names somebody: the substitute',
      '2015-07-10',
      [{ lead: BEN, to: SUE }],
      [ANN_HERSELF, `${SUE} as substitute: 2, 3`],
    ],
    [
      'another lead is named: they have their own and the other’s',
      '2015-07-10',
      [{ lead: BEN, to: 'U0ANN00001' }],
      [ANN_HERSELF, 'U0ANN00001 as substitute: 2, 3'],
    ],
    [
      'nobody is named: the deputy where there is one, else the coordinator',
      '2015-07-10',
      [{ lead: BEN, to: null }],
      [ANN_HERSELF, `${DEE} as deputy: 2`, `${JOAN} as coordinator: 3`],
    ],
    [
      'the substitute is away too: as if nobody had been named',
      '2015-07-10',
      [
        { lead: BEN, to: 'U0ANN00001' },
        { lead: ANN, to: SUE },
      ],
      [`${SUE} as substitute: 1`, `${DEE} as deputy: 2`, `${JOAN} as coordinator: 3`],
    ],
    [
      'the day before it begins: the lead',
      '2015-07-01',
      [{ lead: BEN, to: SUE, from: '2015-07-02' }],
      [ANN_HERSELF, BEN_HIMSELF],
    ],
    [
      'its last day: the substitute',
      '2015-07-31',
      [{ lead: BEN, to: SUE }],
      [ANN_HERSELF, `${SUE} as substitute: 2, 3`],
    ],
    ['the day after: the lead', '2015-08-01', [{ lead: BEN, to: SUE }], [ANN_HERSELF, BEN_HIMSELF]],
    [
      'a lead said that it is not theirs: who was named, for good',
      '2015-09-30',
      [{ lead: BEN, to: SUE, reason: 'not_me', until: null }],
      [ANN_HERSELF, `${SUE} as substitute: 2, 3`],
    ],
    [
      'and does not know whose: deputy and coordinator',
      '2015-09-30',
      [{ lead: BEN, to: null, reason: 'not_me', until: null }],
      [ANN_HERSELF, `${DEE} as deputy: 2`, `${JOAN} as coordinator: 3`],
    ],
    [
      'the catalogue writes the lead in other capitals: no difference',
      '2015-07-10',
      [{ lead: 'Ben@Example.ORG', to: SUE }],
      [ANN_HERSELF, `${SUE} as substitute: 2, 3`],
    ],
  ])('%s', (_, day, given, told) => {
    expect(toldOn(day, given)).toEqual(told);
  });

  test('a lead who coordinates alone and is away is told themselves, rather than nobody', () => {
    const given = [{ lead: BEN, to: null }];
    expect(toldOn('2015-07-10', given, programme([BEN]))).toEqual([
      ANN_HERSELF,
      `${DEE} as deputy: 2`,
      `${BEN} as lead: 3`,
    ]);
  });
});
