import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../../src/application/import-catalogue.ts';
import type { Json } from '../../../src/application/ports.ts';
import type { CatalogueDocument } from '../../../src/domain/catalogue-document.ts';
import { writeSubmissionKey } from '../../../src/slack/references.ts';
import { writePlace } from '../../../src/slack/submit/metadata.ts';
import { registerSubmit } from '../../../src/slack/submit/register.ts';
import { barnet } from '../../support/barnet.ts';
import { draftSeenBy } from '../../support/drafts.ts';
import { botWith, press, type TestBot } from '../bot.ts';
import { edgeWith, filedBy, LEAD, NOBODY, Q1, type TestEdge } from '../fixtures.ts';
import {
  back,
  closed,
  file,
  GOOD,
  JULY,
  KEY,
  manyMeasures,
  page,
  shown,
  withMeasures,
} from './support.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;

interface Attack {
  readonly edge: TestEdge;
  readonly bot: TestBot;
}

const attackOn = (document: CatalogueDocument = filedBy(), day = JULY): Attack => {
  const edge = edgeWith(document, day);
  edge.store.savePerson(LEAD, edge.clock.now());
  return { edge, bot: botWith(edge, registerSubmit) };
};

const reimport = ({ edge }: Attack, document: CatalogueDocument) =>
  importCatalogue(edge, document, { by: OPERATOR, dryRun: false });

const place = (change: Partial<typeof KEY> = {}, page = 1): string =>
  writePlace({
    key: { ...KEY, ...change },
    purpose: 'file',
    page,
    seen: 0,
    revision: null,
    unsaved: false,
  });

/** Nothing is on record for any project but what the catalogue brought, and nothing is to be sent. */
const expectNothingFiled = ({ edge }: Attack): void => {
  for (const number of [1, 2, 3, 4, 5]) {
    expect(edge.store.submission(1, number, Q1)?.filing ?? null).toBeNull();
  }
  expect(edge.store.outboxCounts().pending).toBe(0);
};

const sentencesOf = (acks: readonly unknown[]): string => {
  const { errors, words } = shown(acks);
  return [...Object.values(errors), words].filter((each) => each !== '').join(' ');
};

const removeLead = (attack: Attack): void => {
  const document = filedBy();
  const projects = document.programme.projects.map((project) =>
    project.number === 2 ? { ...project, leads: ['new.lead@example.org'] } : project,
  );
  reimport(attack, { ...document, programme: { ...document.programme, projects } });
};

const WHOSE = "Only Probation's leads can file for project 3.";
const UNREADABLE = 'This form cannot be read.';

const PLACES: ReadonlyArray<readonly [string, string, string]> = [
  ['another project', place({ projectNumber: 3 }), WHOSE],
  ['a project that is not there', place({ projectNumber: 9 }), "I don't know a project 9."],
  ['another programme', place({ programmeId: 2 }), "I don't know a project 2."],
  ['a quarter to come', place({ quarter: { year: 2015, number: 2 } }), 'Q2 2015/16 is not over'],
  ['a quarter of the year before', place({ quarter: { year: 2014, number: 4 } }), 'I have no'],
  [
    'a quarter of the year 0',
    place({ quarter: { year: 0, number: 1 } }).replace('|0|', '|0000|'),
    'I have no',
  ],
  ['a quarter of the year 9999', place({ quarter: { year: 9999, number: 4 } }), 'I have no'],
  ['nothing', '', UNREADABLE],
  ['garbage', '{"role":"coordinator"}', UNREADABLE],
  ['3,000 characters', '1'.repeat(3000), UNREADABLE],
  ['a fifth quarter', '1|2|2015|5/1', UNREADABLE],
];

describe('a form that claims to be of', () => {
  test.each(PLACES)(
    '%s gets its sentence on a page, and nothing is kept or filed',
    async (_, metadata, sentence) => {
      const attack = attackOn();
      const acks = await attack.bot.deliver(page({ metadata, fields: { ...GOOD } }));
      expect(sentencesOf(acks)).toContain(sentence);
      expectNothingFiled(attack);
      for (const number of [2, 3]) {
        expect(
          draftSeenBy(
            attack.edge.store,
            { programmeId: 1, projectNumber: number, quarter: Q1 },
            LEAD.id,
          ),
        ).toBeNull();
      }
    },
  );

  test.each(PLACES)(
    '%s gets its sentence on File, and nothing is filed',
    async (_, metadata, sentence) => {
      const attack = attackOn();
      await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
      expect(sentencesOf(await attack.bot.deliver(file({ metadata })))).toContain(sentence);
      expectNothingFiled(attack);
      expect(
        draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
        'what was typed stays',
      ).toEqual(GOOD);
    },
  );

  test.each(PLACES)('%s gets its sentence on Back', async (_, metadata, sentence) => {
    const attack = attackOn();
    await attack.bot.deliver(back({ metadata, fields: { ...GOOD } }));
    const [call] = attack.bot.calls;
    expect(call?.method).toBe('views.update');
    expect(JSON.stringify(call?.body)).toContain(sentence);
    expectNothingFiled(attack);
  });

  test.each(PLACES)('%s is not kept when its window is closed', async (_, metadata) => {
    const attack = attackOn();
    await attack.bot.deliver(closed({ metadata, fields: { ...GOOD } }));
    expectNothingFiled(attack);
    for (const number of [2, 3]) {
      expect(
        draftSeenBy(
          attack.edge.store,
          { programmeId: 1, projectNumber: number, quarter: Q1 },
          LEAD.id,
        ),
      ).toBeNull();
    }
  });

  test('page 99 gets the review and not a filing', async () => {
    const attack = attackOn();
    const acks = await attack.bot.deliver(page({ metadata: place({}, 99), fields: { ...GOOD } }));
    expect(shown(acks).words).toContain('Nothing is filed yet.');
    expectNothingFiled(attack);
  });

  test('page 0 is read as the first', async () => {
    const attack = attackOn();
    const acks = await attack.bot.deliver(page({ metadata: place({}, 0), fields: { ...GOOD } }));
    expect(shown(acks).words).toContain('Nothing is filed yet.');
    expectNothingFiled(attack);
  });
});

describe('a button that claims to open', () => {
  const opens = async ({ bot }: Attack, value: string, user = LEAD.id): Promise<string> => {
    await bot.deliver(press('submit.open.v1', value, { user }));
    return JSON.stringify(bot.calls.find(({ method }) => method === 'views.open')?.body);
  };

  test.each([
    ['another project', writeSubmissionKey({ ...KEY, projectNumber: 3 }), WHOSE],
    [
      'another programme',
      writeSubmissionKey({ ...KEY, programmeId: 7 }),
      "I don't know a project 2.",
    ],
    ['a quarter to come', '1|2|2015|4', 'is not over yet'],
    ['a closed quarter of another year', '1|2|2014|4', 'I have no programme for Q4 2014/15'],
    ['nothing', '', 'older version'],
    ['garbage', '<script>', 'older version'],
    ['3,000 characters', '1|'.repeat(1500), 'older version'],
  ])('%s is refused in its window', async (_, value, sentence) => {
    const attack = attackOn();
    expect(await opens(attack, value)).toContain(sentence);
    expectNothingFiled(attack);
  });

  test('the lead’s own return, pressed by somebody else, is refused to them', async () => {
    const attack = attackOn();
    expect(await opens(attack, writeSubmissionKey(KEY), NOBODY.id)).toContain(
      "Only Public Health's leads can file for project 2.",
    );
  });

  test('a return that closed since the button was sent says so', async () => {
    const attack = attackOn(filedBy(), '2015-10-01');
    expect(await opens(attack, writeSubmissionKey(KEY))).toContain('Q1 2015/16 is closed.');
  });
});

describe('while a form was open', () => {
  test('the lead was removed: their next page says so beside its field and keeps what they see', async () => {
    const attack = attackOn(manyMeasures(8));
    const firstPage = {
      'value:2.1': '77',
      'value:2.2': '1',
      'value:2.3': '1',
      'value:2.4': '1',
      'value:2.5': '1',
      'value:2.6': '1',
    };
    await attack.bot.deliver(page({ metadata: place(), fields: firstPage }));
    removeLead(attack);
    const acks = await attack.bot.deliver(
      page({ metadata: place({}, 2), fields: { 'value:2.7': '5' } }),
    );
    expect(shown(acks).errors['value:2.7']).toContain('Only Public Health');
    expectNothingFiled(attack);
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(firstPage);
  });

  test('the lead was removed between the review and File: nothing is filed, the draft stays', async () => {
    const attack = attackOn();
    await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
    removeLead(attack);
    const acks = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(acks).words).toContain("Only Public Health's leads can file");
    expectNothingFiled(attack);
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(GOOD);
  });

  test('the next quarter opened: the page and File both say it is closed, and what was typed stays', async () => {
    const attack = attackOn();
    await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
    attack.edge.moveTo('2015-10-01');
    const onPage = await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
    expect(shown(onPage).errors['value:2.1']).toContain('Q1 2015/16 is closed.');
    const onFile = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(onFile).words).toContain('Q1 2015/16 is closed.');
    expectNothingFiled(attack);
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(GOOD);
  });

  test('a measure was removed: the rest is reviewed and filed, and what was typed for it stays until then', async () => {
    const attack = attackOn();
    reimport(
      attack,
      withMeasures((measure) => (measure.ref === '2.5' ? [] : [measure])),
    );
    const onPage = await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
    expect(shown(onPage).words).toContain('Nothing is filed yet.');
    expect(shown(onPage).words).not.toContain('2.5');
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(GOOD);
    const { blocks } = shown(onPage);
    const filed = await attack.bot.deliver(file({ metadata: place({}, 2), blocks }));
    expect(shown(filed).words).toContain('Filed:');
    expect(attack.edge.store.allFigures(1, Q1, Q1).has('2.5')).toBe(false);
  });

  test('a measure was added: the page is drawn again with it, and never an error Slack cannot show', async () => {
    const attack = attackOn(withMeasures((measure) => (measure.ref === '2.5' ? [] : [measure])));
    const { 'value:2.5': _, ...typed } = GOOD;
    reimport(attack, filedBy());
    const acks = await attack.bot.deliver(page({ metadata: place(), fields: typed }));
    const { errors, words } = shown(acks);
    expect(errors).toEqual({});
    expect(words).toContain('2.5 Re-offending in treatment');
    expect(words).toContain('2.5: Enter the rate');
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(typed);
  });

  test('a measure was added between the review and File: its page is shown and nothing is filed', async () => {
    const attack = attackOn(withMeasures((measure) => (measure.ref === '2.5' ? [] : [measure])));
    const { 'value:2.5': _, ...typed } = GOOD;
    await attack.bot.deliver(page({ metadata: place(), fields: typed }));
    reimport(attack, filedBy());
    const acks = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(acks).words).toContain('2.5: Enter the rate');
    expectNothingFiled(attack);
  });

  test('the whole project was removed: nothing is filed, and what was typed stays', async () => {
    const attack = attackOn();
    await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
    const document = filedBy();
    const projects = document.programme.projects.filter(({ number }) => number !== 2);
    reimport(attack, { ...document, programme: { ...document.programme, projects } });
    const acks = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(acks).words).toContain("I don't know a project 2.");
    expectNothingFiled(attack);
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual(GOOD);
  });
});

describe('fields nobody was shown', () => {
  test('of another project are not filed', async () => {
    const attack = attackOn();
    const fields = { ...GOOD, 'value:3.1': '0.1', 'commentary:3.1': 'ours now' };
    const { blocks } = shown(await attack.bot.deliver(page({ metadata: place(), fields })));
    const filed = await attack.bot.deliver(file({ metadata: place({}, 2), blocks }));
    expect(shown(filed).words).toContain('Filed:');
    expect(attack.edge.store.allFigures(1, Q1, Q1).has('3.1')).toBe(false);
    expect(attack.edge.store.submission(1, 3, Q1)).toBeNull();
  });

  test('of no measure, or of the language itself, do no harm', async () => {
    const attack = attackOn();
    const fields: Record<string, Json> = {
      ...GOOD,
      'value:__proto__': 'x',
      'value:constructor': 'x',
    };
    const acks = await attack.bot.deliver(page({ metadata: place(), fields }));
    expect(shown(acks).words).toContain('Nothing is filed yet.');
  });

  test('40,000 characters of commentary are refused beside their field and kept', async () => {
    const attack = attackOn();
    const long = 'x'.repeat(40_000);
    const fields = { ...GOOD, 'commentary:2.4': long };
    const acks = await attack.bot.deliver(page({ metadata: place(), fields }));
    expect(shown(acks).errors).toEqual({
      'commentary:2.4':
        'This is 40,000 characters long and the record holds 3,000. Shorten it, or send the longer text to the coordinator.',
    });
    expect(
      draftSeenBy(attack.edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id)?.[
        'commentary:2.4'
      ],
    ).toBe(long);
    const filed = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(filed).words).toContain('2.4: This is 40,000 characters long');
    expectNothingFiled(attack);
  });

  test('40,000 characters of additional information are called by their name on File', async () => {
    const attack = attackOn();
    const fields = { ...GOOD, 'additional-information': 'x'.repeat(40_000) };
    await attack.bot.deliver(page({ metadata: place(), fields }));
    const filed = await attack.bot.deliver(file({ metadata: place({}, 2) }));
    expect(shown(filed).words).toContain('Additional information: This is 40,000 characters long');
    expect(shown(filed).words).not.toContain('additional-information');
    expectNothingFiled(attack);
  });
});

test('File pressed by somebody who has not seen what a colleague typed files nothing, and shows it', async () => {
  const attack = attackOn();
  const deputy = { id: 'U0DEPUTY01', email: 'public.health.deputy@example.org', name: 'Dev' };
  attack.edge.store.savePerson(deputy, attack.edge.clock.now());
  await attack.bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
  const acks = await attack.bot.deliver(file({ metadata: place({}, 2), user: deputy.id }));
  expect(shown(acks).words).toContain('Priya Shah changed 2.1, 2.2, 2.3, 2.4, 2.5 at');
  expectNothingFiled(attack);
});

test('an accepted return cannot be changed by a form that was open before', async () => {
  const attack = attackOn(barnet());
  const { store } = attack.edge;
  const accepted = {
    ...attack.edge,
    store: {
      ...store,
      submission: (...key: Parameters<typeof store.submission>) => {
        const found = store.submission(...key);
        return found === null ? null : { ...found, state: 'accepted' as const };
      },
    },
  };
  const bot = botWith(accepted, registerSubmit);
  const acks = await bot.deliver(page({ metadata: place(), fields: { ...GOOD } }));
  expect(shown(acks).errors['value:2.1']).toContain(
    'has been accepted, so its figures are locked.',
  );
  expect(store.submission(1, 2, Q1)?.filing?.revision).toBe(1);
});
