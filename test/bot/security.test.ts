import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { castOf } from '../../src/demo/cast.ts';
import { INPUT } from '../../src/slack/submit/fields.ts';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { draftSeenBy } from '../support/drafts.ts';
import { confirmed } from '../support/filing.ts';
import { ACTION_SAID } from '../support/said.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';
import { postSigned, pressPlanted, withMetadata } from './planted.ts';

const CHANNEL = 'safer-communities';
const LEAD = 'public.health.lead@example.org';
const OPERATOR = { kind: 'operator', name: 'test' } as const;
const Q1 = { year: 2015, number: 1 } as const;
const GOOD = {
  'value:2.1': '77',
  'value:2.2': '100',
  'value:2.3': '88',
  'value:2.4': '17',
  'value:2.5': '0.72',
} as const;

const REFUSED: ReadonlyArray<readonly [string, string]> = [
  ['1|3|2015|1', "Only Probation's leads can file for project 3."],
  ['1|9|2015|1', "I don't know a project 9."],
  ['2|2|2015|1', "I don't know a project 2."],
  ['1|2|2015|2', 'Q2 2015/16 is not over yet'],
  ['1|2|2014|4', 'I have no programme for Q4 2014/15.'],
];

const filings = (town: Town): number =>
  town.store.submissions(1, Q1).filter(({ filing }) => filing !== null).length;

const draftOf = (town: Town, person: Person) =>
  draftSeenBy(town.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, person.id);

const openForm = async (town: Town): Promise<Person> => {
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Enter figures');
  return lead;
};

const withoutLead = () => {
  const document = barnet();
  const projects = document.programme.projects.map((project) =>
    project.number === 2 ? { ...project, leads: ['somebody.else@example.org'] } : project,
  );
  return { ...document, programme: { ...document.programme, projects }, submissions: [] };
};

describe('nobody files what is not theirs, over the real connection', () => {
  test('a planted button opens a refusal, each with its own sentence', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', workspace: { rateLimits: false } });
    const lead = town.person(LEAD);
    const values = [
      ...REFUSED,
      ['', 'older version'],
      ['x'.repeat(2000), 'older version'],
    ] as const;
    for (const [value, sentence] of values) {
      expect(await pressPlanted(town, lead, value)).toContain(sentence);
    }
    expect(
      await pressPlanted(town, town.person('coordinator@example.org'), '1|2|2015|1'),
    ).toContain("Only Public Health's leads can file for project 2.");
    expect(filings(town)).toBe(0);
  });

  test('a page whose metadata was altered says why it stops and keeps what was typed in sight', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = await openForm(town);
    const genuine = modalOf(lead).privateMetadata;
    const forged = [
      ...REFUSED.map(([key, sentence]) => [`${key}/1`, sentence] as const),
      ['garbage', 'This form cannot be read.'],
      ['7'.repeat(3000), 'This form cannot be read.'],
    ] as const;
    for (const [metadata, sentence] of forged) {
      const sent = await lead.submit(lead.fill(await withMetadata(town, lead, metadata), GOOD));
      expect(sent.kind).toBe('errors');
      expect(sent.errors['value:2.1']).toContain(sentence);
      expect(sent.view?.values['value:2.1']).toMatchObject({ [INPUT]: { value: '77' } });
    }
    expect(draftOf(town, lead)).toBeNull();
    const sent = await lead.submit(await withMetadata(town, lead, genuine));
    expect(sent.view?.rendered, 'the control: as it was sent').toContain('Nothing is filed yet.');
    expect(filings(town)).toBe(0);
  });

  test('a review whose metadata was altered files nothing, for that project or another', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = town.person(LEAD);
    for (const [key, sentence] of [...REFUSED, ['garbage', 'This form cannot be read.']] as const) {
      await pressInInbox(lead, 'Enter figures');
      await lead.submit(lead.fill(modalOf(lead), GOOD));
      const altered = await withMetadata(town, lead, `${key}/2`);
      const sent = await lead.submit(lead.fill(altered, ACTION_SAID));
      expect(sent.view?.rendered).toContain(sentence);
      await lead.close(modalOf(lead), 'all');
    }
    expect(filings(town)).toBe(0);
    expect(draftOf(town, lead)).toEqual(GOOD);
  });

  test('page 99 shows the review; it files nothing by itself', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = await openForm(town);
    const sent = await lead.submit(
      lead.fill(await withMetadata(town, lead, '1|2|2015|1/99'), GOOD),
    );
    expect(sent.view?.rendered).toContain('Nothing is filed yet.');
    expect(filings(town)).toBe(0);
  });

  test('a lead removed between the review and File files nothing; their draft stays for them', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = await openForm(town);
    await lead.submit(lead.fill(modalOf(lead), GOOD));
    importCatalogue(town, withoutLead(), { by: OPERATOR, dryRun: false });
    const sent = await lead.submit(lead.fill(modalOf(lead), ACTION_SAID));
    expect(sent.view?.rendered).toContain("Only Public Health's leads can file for project 2.");
    expect(filings(town)).toBe(0);
    expect(draftOf(town, lead)).toEqual(GOOD);
  });

  test('a form left open until the next quarter opens says it is closed; so does last quarter’s button', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = await openForm(town);
    lead.fill(modalOf(lead), GOOD);
    town.clock.moveTo(town.clock.now().add({ hours: 24 * 80 }));
    const sent = await lead.submit(modalOf(lead));
    expect(sent.errors['value:2.1']).toContain('Q1 2015/16 is closed.');
    expect(sent.view?.values['value:2.1']).toMatchObject({ [INPUT]: { value: '77' } });
    await lead.close(modalOf(lead), 'all');
    await pressInInbox(lead, 'Enter figures');
    expect(modalOf(lead).rendered).toContain('Q1 2015/16 is closed.');
    expect(filings(town)).toBe(0);
  });

  test('a catalogue that lost a measure or gained one while the form was open still ends in a window', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = await openForm(town);
    const document = barnet();
    const change = (refs: readonly string[]) => ({
      ...document,
      submissions: [],
      programme: {
        ...document.programme,
        projects: document.programme.projects.map((project) => ({
          ...project,
          measures: project.measures.filter(({ ref }) => !refs.includes(ref)),
        })),
      },
    });
    importCatalogue(town, change(['2.1', '2.2']), { by: OPERATOR, dryRun: false });
    const fewer = await lead.submit(lead.fill(modalOf(lead), GOOD));
    expect(fewer.view?.rendered).toContain('Nothing is filed yet.');
    expect(draftOf(town, lead)).toEqual(GOOD);
    const back = lead.buttons(modalOf(lead)).find(({ text }) => text === 'Back');
    if (back === undefined) throw new Error('There is no way back.');
    await lead.press(back);
    importCatalogue(town, change([]), { by: OPERATOR, dryRun: false });
    lead.fill(modalOf(lead), { 'value:2.3': '' });
    const more = await lead.submit(modalOf(lead));
    expect(more.kind).not.toBe('trouble');
    expect(filings(town)).toBe(0);
  });

  test('a guest and somebody from outside are nobody unless the catalogue names them', async () => {
    const cast = castOf(barnet().programme);
    const strangers = [
      { id: 'U0GUEST001', name: 'Gil Guest', email: 'gil@example.org', guest: 'multi' as const },
      { id: 'U0OUTSIDE1', name: 'Olga Out', email: LEAD.toUpperCase(), external: true },
    ];
    const people = [...cast.people, ...strangers];
    const channels = [
      { id: 'C0DEMO001', name: CHANNEL, members: [...people.map(({ id }) => id), BOT_USER_ID] },
    ];
    const town = await startTown({ now: '2015-07-14T10:00', workspace: { people, channels } });
    for (const { id } of strangers) {
      expect(await pressPlanted(town, town.person(id), '1|2|2015|1')).toContain(
        "Only Public Health's leads can file for project 2.",
      );
    }
  });
});

describe('requests that no client of Slack would send', () => {
  const state = (fields: Readonly<Record<string, string>>) => ({
    values: Object.fromEntries(
      Object.entries(fields).map(([id, value]) => [
        id,
        { [INPUT]: { type: 'plain_text_input', value } },
      ]),
    ),
  });

  const submission = (town: Town, user: string, view: object) => ({
    type: 'view_submission',
    team: { id: town.workspace.teamId },
    user: { id: user },
    view: {
      id: 'V1',
      hash: '1',
      type: 'modal',
      callback_id: 'submit.page.v1',
      blocks: [],
      ...view,
    },
  });

  test('40,000 characters of commentary are refused beside their field, and nothing typed is lost', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', mode: 'http' });
    const lead = town.person(LEAD);
    const fields = { ...GOOD, 'commentary:2.4': 'y'.repeat(40_000) };
    const answer = await postSigned(
      town,
      submission(town, lead.id, { private_metadata: '1|2|2015|1/1', state: state(fields) }),
    );
    expect(answer).toEqual({
      response_action: 'errors',
      errors: {
        'commentary:2.4':
          'This is 40,000 characters long and the record holds 3,000. Shorten it, or send the longer text to the coordinator.',
      },
    });
    expect(draftOf(town, lead)).toEqual(fields);
  });

  test('a submission in the name of a user nobody knows, or without its parts, files nothing and is answered', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', mode: 'http' });
    const lead = town.person(LEAD);
    const metadata = '1|2|2015|1/1';
    const bodies = [
      submission(town, 'U0GHOST', { private_metadata: metadata, state: state(GOOD) }),
      submission(town, lead.id, { private_metadata: '', state: {} }),
      submission(town, lead.id, { state: null }),
      submission(town, lead.id, { private_metadata: { a: 1 }, state: { values: 'x' } }),
      submission(town, lead.id, { callback_id: 'submit.review.v1', private_metadata: metadata }),
    ];
    for (const body of bodies) {
      const answer = JSON.stringify(await postSigned(town, body));
      expect(answer).toMatch(/"response_action":"(?:errors|update)"/);
    }
    expect(filings(town)).toBe(0);
  });
});

describe('secrets and what people write', () => {
  const MARKER = 'Marisol-at-14-Acacia-Avenue';

  const databaseText = (): string => {
    const folders = readdirSync(tmpdir()).filter((name) => name.startsWith('mopac-test-'));
    return folders
      .map((folder) => join(tmpdir(), folder))
      .flatMap((folder) => readFilesIn(folder))
      .join('\n');
  };

  const readFilesIn = (folder: string): readonly string[] => {
    try {
      return readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path, 'latin1'));
    } catch {
      // Another test's folder, gone since it was listed.
      return [];
    }
  };

  test('through a quarter with every fault of Slack no secret is logged, kept or said, and no commentary is logged', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', filed: [1, 3, 4, 5] });
    const { workspace } = town;
    const { faults } = workspace;
    const lead = town.person(LEAD);

    faults.deliverTwice(true);
    await pressInInbox(lead, 'Enter figures');
    const said = { 'commentary:2.4': MARKER, 'additional-information': `${MARKER} again` };
    await lead.submit(lead.fill(modalOf(lead), { ...GOOD, ...said, 'value:2.1': MARKER }));
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.1': '77' }));
    const back = lead.buttons(modalOf(lead)).find(({ text }) => text === 'Back');
    if (back !== undefined) await lead.press(back);
    await lead.submit(modalOf(lead));
    faults.loseAnswer(1, ['chat.postMessage']);
    faults.answer500(2, ['chat.postMessage']);
    faults.answer429({ retryAfter: null, times: 1, methods: ['chat.postMessage'] });
    faults.refuseRichBlocks(true);
    await lead.submit(confirmed(lead));
    expect(filings(town)).toBe(5);
    faults.deliverTwice(false);

    faults.expireTriggers(true);
    await pressInInbox(lead, 'Enter figures');
    faults.expireTriggers(false);
    await town.goTo('2015-07-14T10:30');
    await town.goTo('2015-07-14T11:00');
    faults.clear();
    faults.dropSockets();
    await workspace.until(() => workspace.connections() === 2, 15_000);
    await town.person('manager@example.org').command('/mopac status 2.4', CHANNEL);
    await town.person('manager@example.org').command(`/mopac ${MARKER}`, CHANNEL);
    await town.goTo('2015-07-22T10:00');
    await workspace.until(
      () => lead.directMessages().some(({ rendered }) => rendered.includes(MARKER)),
      15_000,
    );
    faults.revokeToken();
    await town.goTo('2015-10-01T10:00');

    const secrets = [workspace.botToken, workspace.appToken, workspace.signingSecret];
    const logged = town.log.join('');
    const everySaid = JSON.stringify(workspace.log.filter(({ kind }) => kind !== 'delivery'));
    const kept = databaseText();
    expect(kept, 'the control: the database was read').toContain(MARKER);
    expect(everySaid, 'the control: what was said was read').toContain(MARKER);
    expect(town.log.length, 'the control: there were faults to log').toBeGreaterThan(3);
    for (const secret of secrets) {
      expect(logged).not.toContain(secret);
      expect(everySaid).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
    for (const text of [logged, kept]) expect(text).not.toMatch(/xox[a-z]-local|xapp-1-A0MOPACAPP/);
    expect(town.log.filter((line) => line.includes(MARKER))).toEqual([]);
  });
});
