import { describe, expect, test } from 'vitest';
import { sendBack } from '../../src/application/accept-figures.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { printImportReport } from '../../src/application/print-import-report.ts';
import { verifyRecord } from '../../src/store/verify-record.ts';
import { terminal } from '../cli/support.ts';
import { CHANNEL, confirmed, digestsIn, LEAD } from '../support/filing.ts';
import {
  allMessages,
  asked,
  bytesOf,
  CONFIRMED,
  COORDINATOR,
  choose,
  commentaryOf,
  commentaryOption,
  GONE,
  KEY,
  NAME,
  named,
  namedTown,
  OPERATOR,
  openForm,
  Q1,
  SECRET,
  takeOut,
} from '../support/purging.ts';
import { modalOf, pressInInbox, startTown } from '../support/town.ts';

describe('a text that names somebody', () => {
  test('is chosen, shown with what taking it out does, and gone from the record, the messages and the file', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    expect(digestsIn(town)[0]?.rendered).toContain(SECRET);
    const answers = town.workspace
      .messages(CHANNEL)
      .filter(({ text }) => text.startsWith('2.4 is'));
    expect(answers.map(({ rendered }) => rendered.includes(SECRET))).toEqual([true]);
    expect(bytesOf(town)).toContain(NAME);

    const chosen = await choose(coordinator, commentaryOption(town));
    expect(chosen.view?.rendered).toContain(SECRET);
    expect(chosen.view?.rendered).toContain('It goes from 1 place of the record:');
    expect(chosen.view?.rendered).toContain('2.4, Q1 2015/16: commentary');
    expect(chosen.view?.rendered).toContain(`In its place stands “${GONE}”.`);
    expect(chosen.view?.rendered).toContain(
      'The 4 messages I posted that may show it are changed.',
    );
    expect(chosen.view?.rendered).toContain('Out of my reach');
    const done = await takeOut(coordinator);
    expect(done.view?.rendered).toContain('The text is out of the record, from 1 place.');
    await town.bot().beat();

    expect(commentaryOf(town)).toBe(GONE);
    expect(digestsIn(town)[0]?.rendered).toContain(GONE);
    const digests = digestsIn(town).filter(({ text }) => text.startsWith('Q1 2015/16'));
    expect(digests, 'it is edited, not posted again').toHaveLength(1);
    expect(allMessages(town)).not.toContain(NAME);
    expect(bytesOf(town)).not.toContain(NAME);
    expect(town.log.join('')).not.toContain(NAME);
    expect(verifyRecord(town.path)).toMatchObject({
      ok: true,
      removed: [
        {
          by: { key: coordinator.id },
          subject: 'Barnet MOPAC projects, project 2, Q1 2015/16',
          texts: ['2.4, Q1 2015/16: commentary'],
          reason: 'It names or describes somebody',
        },
      ],
    });
    const told = town.person(LEAD).directMessages().at(-1);
    expect(told?.text).toMatch(
      /took a text out of the record on 3 August 2015 \(project 2, 2\.4, Q1 2015\/16: commentary\)\.$/,
    );
  });

  test('leaves everything else standing: status, JSON, history, the form and the next quarter say that it was removed', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    await takeOut(coordinator, { ...CONFIRMED, note: 'the family asked for it' });
    await coordinator.close(modalOf(coordinator), 'all');
    await town.bot().beat();

    const status = await asked(coordinator, '/mopac status 2.4');
    expect(status?.text).toBe(
      '2.4 is off track: 17% against 41% needed (Engagement after prison).',
    );
    expect(status?.rendered).toContain(`Commentary: ${GONE}`);

    const history = await asked(coordinator, '/mopac history 2.4');
    expect(history?.rendered).toContain(
      'A text was taken out of the record. 2.4, Q1 2015/16: commentary. Why: “It names or describes somebody: the family asked for it”',
    );
    expect(history?.rendered).toContain('17% filed.\nJudged off track.');
    const stranger = await asked(town.person('probation.lead@example.org'), '/mopac history 2.4');
    expect(stranger?.rendered).toContain('A text was taken out of the record.');
    expect(stranger?.rendered).not.toContain('family');

    const run = terminal({ store: { ...town.store, close: () => undefined } });
    const { exitCode, output } = run('status', '2.4', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject([{ ref: '2.4', position: 'off_track' }]);

    const lead = town.person(LEAD);
    const form = await openForm(lead);
    expect(form.rendered).toContain(GONE);
    await lead.submit(lead.fill(form, { 'value:2.1': '78' }));
    await lead.submit(confirmed(lead));
    expect(town.store.figures(1, '2.4', Q1, Q1)[0], '2.4 was not filed again').toMatchObject({
      revision: 1,
      commentary: GONE,
    });
    expect(town.store.figures(1, '2.1', Q1, Q1)[0]?.revision).toBe(2);
  });

  test('is not brought back by the file it came from, which is told to lose it too; nor by insisting', async () => {
    const town = await startTown({ filed: 'all', now: '2015-07-22T10:00', document: named() });
    await town.bot().beat();
    const coordinator = town.person(COORDINATOR);
    await town.goTo('2015-08-03T10:00');
    expect(digestsIn(town)[0]?.rendered).toContain(SECRET);
    await choose(coordinator, commentaryOption(town));
    await takeOut(coordinator);
    for (const options of [
      { by: OPERATOR, dryRun: true },
      { by: OPERATOR, dryRun: false },
      { by: OPERATOR, dryRun: false, overwrite: true },
    ]) {
      const report = importCatalogue(town, named(), options);
      expect(printImportReport(report).join('\n')).toContain(
        'Left out: what is said of 2.4, project 2, Q1 2015/16. The coordinator took that text out of the record: take it out of this file too.',
      );
      expect(commentaryOf(town)).toBe(GONE);
    }
    importCatalogue(town, named('19'), { by: OPERATOR, dryRun: false });
    expect(town.store.figures(1, '2.4', Q1, Q1)[0]).toMatchObject({
      revision: 2,
      commentary: GONE,
    });
    importCatalogue(town, named(), { by: OPERATOR, dryRun: false });
    expect(commentaryOf(town)).toBe(GONE);
    await town.bot().beat();
    expect(bytesOf(town)).not.toContain(NAME);
    expect(allMessages(town)).not.toContain(NAME);
  });

  test('written in what both sides say is gone from the messages that told it', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    const lead = town.person(LEAD);
    const person = { id: coordinator.id, email: COORDINATOR, name: 'Joan Carter' };
    const comment = 'Is Zebedee Quill the one from Pentonville?';
    sendBack({ ...town, person }, KEY, {
      comments: [{ ref: '2.4', comment }],
      seen: { revision: 1, entry: 0 },
    });
    await town.bot().beat();
    expect(lead.directMessages().at(-1)?.rendered).toContain(comment);
    const said = town.store.standingTexts(1).find(({ source }) => source === 'reviews');
    await choose(coordinator, `reviews/${said?.rowId}/comment`);
    await takeOut(coordinator, { ...CONFIRMED, reason: 'misplaced' });
    await town.bot().beat();
    const sentBack = lead.directMessages().find(({ text }) => /sent back project 2/.test(text));
    expect(sentBack?.rendered).toContain(GONE);
    expect(sentBack && lead.buttons(sentBack).map(({ text }) => text)).toContain('Change 2.4');
    expect(allMessages(town)).not.toContain('Pentonville');
    expect(allMessages(town), 'the commentary is another text').toContain(SECRET);
  });

  test('typed and not filed is not shown to the coordinator, and goes from the draft alone', async () => {
    const town = await startTown({ now: '2015-07-01T10:00' });
    await town.bot().beat();
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    const form = modalOf(lead);
    await lead.type(form, 'commentary:2.4', SECRET);
    await lead.type(modalOf(lead), 'value:2.4', '17');
    await lead.close(modalOf(lead), 'all');
    expect(bytesOf(town)).toContain(NAME);
    const coordinator = town.person(COORDINATOR);
    const draft = town.store
      .standingTexts(1)
      .find(({ part }) => part.startsWith('field commentary'));
    const chosen = await choose(
      coordinator,
      `drafts/${draft?.rowId}/${draft?.part}`,
      '/mopac purge 2.4 Q1',
    );
    expect(chosen.view?.rendered).not.toContain(NAME);
    expect(chosen.view?.rendered).toContain('is not shown to you');
    await takeOut(coordinator);
    await town.bot().beat();
    expect(Object.keys(town.store.draft(1, 2, Q1)?.fields ?? {})).toEqual(['value:2.4']);
    expect(bytesOf(town)).not.toContain(NAME);
    await pressInInbox(lead, 'Enter figures');
    expect(modalOf(lead).rendered).not.toContain(NAME);
  });
});
