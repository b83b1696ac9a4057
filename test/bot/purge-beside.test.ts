import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { handOver } from '../../src/application/hand-over.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { purgeText } from '../../src/application/purge-text.ts';
import { LEAD } from '../support/filing.ts';
import {
  allMessages,
  asked,
  bytesOf,
  COORDINATOR,
  choose,
  KEY,
  NAME,
  namedTown,
  OPERATOR,
  pressIn,
  Q1,
  takeOut,
} from '../support/purging.ts';
import { modalOf, pressInInbox, startTown } from '../support/town.ts';

describe('words beside the figures', () => {
  test('an action goes part by part, and the next quarter’s form says so', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
    const { store } = town;
    const [figure] = store.figures(1, '2.4', Q1, Q1);
    const filing = store.submission(1, 2, Q1)?.filing;
    if (figure === undefined || filing == null) throw new Error('2.4 is not on record.');
    const by = Temporal.PlainDate.from('2015-12-31');
    const action = { what: 'Zebedee Quill is being visited weekly', who: 'Ann Marple', by };
    store.file({
      ...filing,
      ...KEY,
      state: 'accepted',
      figures: [{ ref: '2.4', figure: { ...figure, action } }],
    });
    const person = { id: town.person(COORDINATOR).id, email: COORDINATOR, name: 'Joan Carter' };
    for (const part of ['action_what', 'action_who']) {
      const text = store.standingTexts(1).find((each) => each.part === part);
      if (text === undefined) throw new Error('The action is not on record.');
      const scope = { key: KEY, whole: false, ref: '2.4' };
      const given = { reason: 'person', note: null } as const;
      expect(
        purgeText({ ...town, person }, scope, { place: text, given, saw: () => true }).ok,
      ).toBe(true);
    }
    await town.goTo('2015-10-05T10:00');
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    const gone = '[Removed by the coordinator on 22 July 2015]';
    expect(modalOf(lead).rendered).toContain(
      `Last quarter you said: “${gone}” (${gone}, by 31 December 2015)`,
    );
  });

  test('a message that has nothing left to say is emptied of its words all the same', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
    const { store } = town;
    const filing = store.submission(1, 2, Q1)?.filing;
    if (filing == null) throw new Error('Project 2 has not filed.');
    const by = { kind: 'person', key: town.person(LEAD).id, name: 'Priya Shah' } as const;
    const correction = store.askCorrection({
      filingId: filing.id,
      content: { 'value:2.4': '19' },
      reason: 'Zebedee Quill was counted twice',
      askedBy: by,
      askedAt: town.clock.now(),
    });
    store.enqueue({
      kind: 'correction_asked',
      key: `correction/${correction}/${COORDINATOR}`,
      target: { kind: 'person', person: COORDINATOR },
      payload: { correction, coordinator: COORDINATOR },
      parentId: null,
      dueAt: town.clock.now(),
    });
    await town.bot().beat();
    const before = town.person(COORDINATOR).directMessages().at(-1);
    expect(before?.rendered).toContain(NAME);
    const successor = 'probation.lead@example.org';
    const { programme } = town.document;
    importCatalogue(
      town,
      { programme: { ...programme, coordinators: [successor] }, submissions: [] },
      { by: OPERATOR, dryRun: false },
    );
    const text = store.standingTexts(1).find(({ source }) => source === 'corrections');
    if (text === undefined) throw new Error('The correction is not on record.');
    const person = { id: town.person(successor).id, email: successor, name: 'Sam Okafor' };
    const scope = { key: KEY, whole: false, ref: null };
    const given = { reason: 'person', note: null } as const;
    expect(purgeText({ ...town, person }, scope, { place: text, given, saw: () => true }).ok).toBe(
      true,
    );
    await town.bot().beat();
    const after = town
      .person(COORDINATOR)
      .directMessages()
      .find(({ ts }) => ts === before?.ts);
    expect(after?.text).toBe(
      'What stood here is no longer up to date, and the coordinator took words out of it.',
    );
    expect(allMessages(town)).not.toContain(NAME);
  });

  test('what was said when handing over goes from the coordinators’ messages', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
    const lead = town.person(LEAD);
    const person = { id: lead.id, email: LEAD, name: 'Priya Shah' };
    const said = 'Zebedee Quill has taken my post';
    const request = { until: null, substitute: null, said };
    expect(
      handOver({ ...town, person }, { programmeId: 1, scope: 'own' }, 'not_me', request).ok,
    ).toBe(true);
    await town.bot().beat();
    const coordinator = town.person(COORDINATOR);
    expect(allMessages(town)).toContain(said);
    const text = town.store.standingTexts(1).find(({ source }) => source === 'handovers');
    await choose(coordinator, `handovers/${text?.rowId}/said`, '/mopac purge 2');
    await takeOut(coordinator);
    await town.bot().beat();
    expect(allMessages(town)).not.toContain(NAME);
    expect(allMessages(town)).toContain('[Removed by the coordinator on 22 July 2015]');
    expect(bytesOf(town)).not.toContain(NAME);
  });

  test('a comment as it was sent is in no delivery that is kept, and goes with the rest', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await asked(coordinator, '/mopac review');
    const queue = coordinator.ephemerals().at(-1);
    const open =
      queue &&
      coordinator
        .buttons(queue)
        .find(({ accessibilityLabel }) => /^Review: project 2/.test(accessibilityLabel ?? ''));
    if (!open) throw new Error('The queue has no return to review.');
    await coordinator.press(open);
    await pressIn(coordinator, 'Discuss');
    const said = 'Is Barnabas Quince the one from Pentonville?';
    await coordinator.submit(coordinator.fill(modalOf(coordinator), { comment: said }));
    await coordinator.close(modalOf(coordinator), 'all');
    const raw = new Database(town.path, { readonly: true });
    const kept = raw.prepare("select count(*) from inbound where key || answer like '%Quince%'");
    expect(kept.pluck().get()).toBe(0);
    raw.close();
    const comment = town.store.standingTexts(1).find(({ source }) => source === 'reviews');
    await choose(coordinator, `reviews/${comment?.rowId}/comment`);
    await takeOut(coordinator);
    await town.bot().beat();
    expect(bytesOf(town)).not.toContain('Quince');
    expect(allMessages(town)).not.toContain('Quince');
  });
});
