import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { castOf } from '../../src/demo/cast.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import type { PersonRecord } from '../../src/workspace/directory.ts';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import type { Person } from '../../src/workspace/person.ts';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import { barnet } from '../support/barnet.ts';
import { CHANNEL, LEAD } from '../support/filing.ts';
import { startTown, type Town } from '../support/town.ts';
import { pressPlanted } from './planted.ts';

const DAY = '2015-07-14T10:00';
const PROJECT_2 = '1|2|2015|1';
const COORDINATOR = 'coordinator@example.org';
const NEW_LEAD = 'new.lead@example.org';
const NADIA = { id: 'U0NADIA001', name: 'Nadia Bell', email: NEW_LEAD };
const REFUSED = "Only Public Health's leads can file for project 2.";
const UNASKED =
  "I couldn't ask Slack who you are just now, so I can't tell what is yours. Nothing was changed; try again in a moment.";

/** The workspace of the example with these people besides those it names. */
const alsoWith = (...others: readonly PersonRecord[]): Partial<WorkspaceOptions> => {
  const people = [...castOf(barnet().programme).people, ...others];
  const members = [...people.map(({ id }) => id), BOT_USER_ID];
  return { people, channels: [{ id: 'C0DEMO001', name: CHANNEL, members }] };
};

/** The example with this lead of project 2, and no return. */
const ledBy = (lead: string): CatalogueDocument => {
  const { programme } = barnet();
  const projects = programme.projects.map((project) =>
    project.number === 2 ? { ...project, leads: [lead] } : project,
  );
  return { programme: { ...programme, projects }, submissions: [] };
};

const importNow = (town: Town, document: CatalogueDocument): void => {
  const by = { kind: 'operator', name: 'joan' } as const;
  importCatalogue({ store: town.store, clock: town.clock }, document, { by, dryRun: false });
};

const homeOf = async (person: Person): Promise<string> => (await person.openHome())?.rendered ?? '';

const asked = (town: Town, method: string): number =>
  town.workspace.log.filter((entry) => entry.kind === 'api' && entry.method === method).length;

describe('somebody named since the last minute', () => {
  test('has their projects on Home and may file at once', async () => {
    const town = await startTown({ now: DAY, workspace: alsoWith(NADIA) });
    const nadia = town.person(NEW_LEAD);
    expect(await homeOf(nadia)).not.toContain('Enter figures');
    expect(await pressPlanted(town, nadia, PROJECT_2)).toContain(REFUSED);

    importNow(town, ledBy(NEW_LEAD));
    expect(await homeOf(nadia)).toContain('Reducing Substance Misuse Offending');
    expect(await pressPlanted(town, nadia, PROJECT_2)).toContain('2.4');
    expect(town.store.person(NADIA.id)).toMatchObject({ email: NEW_LEAD, name: NADIA.name });
  });

  // The minute's own look-up of whom the catalogue names must not come before the person does.
  const LOOKUPS = ['users.info', 'users.lookupByEmail'];

  test.each([
    ['does not answer', (town: Town) => town.workspace.faults.slow(60_000, LOOKUPS)],
    ['fails', (town: Town) => town.workspace.faults.answer500(9, LOOKUPS)],
    [
      'asks us to wait',
      (town: Town) =>
        town.workspace.faults.answer429({ retryAfter: 30, times: 9, methods: LOOKUPS }),
    ],
  ])('is told to try again where Slack %s', async (_, fail) => {
    const town = await startTown({ now: DAY, workspace: alsoWith(NADIA) });
    const nadia = town.person(NEW_LEAD);
    importNow(town, ledBy(NEW_LEAD));
    fail(town);
    expect(await homeOf(nadia)).toContain(UNASKED);
    await expect(pressPlanted(town, nadia, PROJECT_2)).rejects.toThrow('No window was opened.');
    expect(nadia.ephemerals().at(-1)?.text).toBe(UNASKED);
    expect(town.log.filter((line) => line.includes('a listener failed'))).toEqual([]);

    town.workspace.faults.clear();
    expect(await pressPlanted(town, nadia, PROJECT_2)).toContain('2.4');
  });

  test('who only writes a lead’s address into their profile is nobody', async () => {
    const olga = { id: 'U0OUTSIDE1', name: 'Olga Out', email: NEW_LEAD, external: true };
    const town = await startTown({ now: DAY, workspace: alsoWith(NADIA, olga) });
    importNow(town, ledBy(NEW_LEAD));
    expect(await pressPlanted(town, town.person(olga.id), PROJECT_2)).toContain(REFUSED);
    expect(town.store.person(olga.id)).toBeNull();
    expect(await pressPlanted(town, town.person(NADIA.id), PROJECT_2)).toContain('2.4');
  });

  test('is not asked about twice, and nothing is kept of who is not named', async () => {
    const town = await startTown({ now: DAY, workspace: alsoWith(NADIA) });
    const nadia = town.person(NEW_LEAD);
    await nadia.openHome();
    // Once for the address, once for what the account is to the workspace.
    expect(asked(town, 'users.info')).toBe(2);
    await nadia.openHome();
    expect(asked(town, 'users.info')).toBe(2);
    expect(town.store.person(NADIA.id)).toBeNull();
  });
});

describe('somebody known', () => {
  test('is looked up again once a day, and not more often', async () => {
    const town = await startTown({ now: DAY });
    const first = asked(town, 'users.lookupByEmail');
    expect(first).toBeGreaterThan(0);
    await town.goTo('2015-07-15T09:59');
    expect(asked(town, 'users.lookupByEmail')).toBe(first);
    await town.restart();
    expect(asked(town, 'users.lookupByEmail')).toBe(first);
    await town.goTo('2015-07-15T10:01');
    expect(asked(town, 'users.lookupByEmail')).toBe(2 * first);
    await town.goTo('2015-07-15T10:02');
    expect(asked(town, 'users.lookupByEmail')).toBe(2 * first);
  });

  test('files no longer once their address is another’s', async () => {
    const nadia = { ...NADIA };
    const cast = alsoWith(nadia);
    const people = (cast.people ?? []).map((person) => ({ ...person }));
    const town = await startTown({ now: DAY, workspace: { ...cast, people } });
    const priya = people.find(({ email }) => email === LEAD);
    const successor = people.find(({ id }) => id === NADIA.id);
    if (priya === undefined || successor === undefined)
      throw new Error('The cast is not complete.');
    priya.email = 'priya.shah@example.org';
    successor.email = LEAD;

    await town.goTo('2015-07-15T10:01');
    expect(await pressPlanted(town, town.person(priya.id), PROJECT_2)).toContain(REFUSED);
    expect(await pressPlanted(town, town.person(NADIA.id), PROJECT_2)).toContain('2.4');
  });

  test('files no longer once their address is nobody’s', async () => {
    const cast = alsoWith();
    const people = (cast.people ?? []).map((person) => ({ ...person }));
    const town = await startTown({ now: DAY, workspace: { ...cast, people } });
    const priya = people.find(({ email }) => email === LEAD);
    if (priya === undefined) throw new Error('The cast is not complete.');
    priya.email = 'priya.shah@example.org';
    await town.goTo('2015-07-15T10:01');
    expect(await pressPlanted(town, town.person(priya.id), PROJECT_2)).toContain(REFUSED);
  });

  test('stays known while Slack cannot be asked', async () => {
    const town = await startTown({ now: DAY });
    town.workspace.faults.answer500(20, ['users.lookupByEmail']);
    await town.goTo('2015-07-15T10:01');
    expect(await pressPlanted(town, town.person(LEAD), PROJECT_2)).toContain('2.4');
  });
});

// Not a lead's: their message would look them up as well.
describe('an address of the catalogue', () => {
  test('that is nobody’s yet is asked for again each hour', async () => {
    const people = castOf(barnet().programme).people.map((person) => ({ ...person }));
    const joiner = people.find(({ email }) => email === COORDINATOR);
    if (joiner === undefined) throw new Error('The cast is not complete.');
    joiner.email = 'not.yet@example.org';
    const town = await startTown({ now: DAY, workspace: { people } });
    expect(town.store.personByEmail(COORDINATOR)).toBeNull();
    joiner.email = COORDINATOR;
    await town.goTo('2015-07-14T10:59');
    expect(town.store.personByEmail(COORDINATOR)).toBeNull();
    await town.goTo('2015-07-14T11:01');
    expect(town.store.personByEmail(COORDINATOR)?.id).toBe(joiner.id);
  });

  test('that Slack was too busy for is taken up in the next minute', async () => {
    const town = await startTown({ now: DAY, workspace: alsoWith(NADIA) });
    const { programme } = barnet();
    const managers = [NADIA.email];
    importNow(town, { programme: { ...programme, managers }, submissions: [] });
    const methods = ['users.lookupByEmail'];
    town.workspace.faults.answer429({ retryAfter: 30, times: 1, methods });
    await town.goTo('2015-07-14T10:02');
    expect(town.store.personByEmail(NADIA.email)).toBeNull();
    await town.goTo('2015-07-14T10:03');
    expect(town.store.personByEmail(NADIA.email)?.id).toBe(NADIA.id);
  });
});
