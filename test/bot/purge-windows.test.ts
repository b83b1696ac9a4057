import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { purgeText } from '../../src/application/purge-text.ts';
import { CHANNEL, LEAD } from '../support/filing.ts';
import {
  allMessages,
  asked,
  bytesOf,
  CONFIRMED,
  COORDINATOR,
  choose,
  commentaryIn,
  commentaryOf,
  commentaryOption,
  GONE,
  KEY,
  NAME,
  namedTown,
  pick,
  pressIn,
  Q1,
  SECRET,
  takeOut,
} from '../support/purging.ts';
import { modalOf } from '../support/town.ts';

describe('the way there', () => {
  test('is a button under the history and in the review, for the coordinator and nobody else', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    const history = await asked(coordinator, '/mopac history 2.4');
    const button =
      history && coordinator.buttons(history).find(({ text }) => text === 'Take a text out');
    if (!button) throw new Error('The history has no button.');
    await coordinator.press(button);
    expect(modalOf(coordinator).rendered).toContain('Project 2');
    await coordinator.close(modalOf(coordinator), 'all');

    await asked(coordinator, '/mopac review');
    const review = coordinator.ephemerals().at(-1);
    const open =
      review &&
      coordinator
        .buttons(review)
        .find(({ accessibilityLabel }) => /^Review: project 2/.test(accessibilityLabel ?? ''));
    if (!open) throw new Error('The queue has no return to review.');
    await coordinator.press(open);
    await pressIn(coordinator, 'Take a text out');
    await pick(coordinator, commentaryOption(town));
    expect(modalOf(coordinator).rendered).toContain(SECRET);
    await takeOut(coordinator);
    await coordinator.close(modalOf(coordinator));
    expect(coordinator.modal(), 'what still shows the text is closed with it').toBeNull();
    expect(commentaryOf(town)).toBe(GONE);

    const lead = town.person(LEAD);
    const seen = await asked(lead, '/mopac history 2.4');
    expect(seen && lead.buttons(seen).map(({ text }) => text)).not.toContain('Take a text out');
    expect((await asked(lead, '/mopac purge 2.4'))?.text).toBe(
      'Only the programme’s coordinator can do this. Ask them.',
    );
  });

  test('by command says what can be named, and answers nobody in a channel', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    expect((await asked(coordinator, '/mopac purge'))?.text).toMatch(/^Say where the text stands/);
    expect((await asked(coordinator, '/mopac purge 9.9'))?.text).toContain(
      "I don't know a measure 9.9",
    );
    expect((await asked(coordinator, '/mopac purge 2'))?.text).toMatch(
      /^Project 2, 2015\/16: \d+ texts people wrote\.$/,
    );
    expect((await asked(coordinator, '/mopac purge 2.4 Q1'))?.text).toMatch(
      /^2\.4, Q1 2015\/16: \d+ texts? people wrote\.$/,
    );
    await coordinator.mention(CHANNEL, 'purge 2.4');
    await town.bot().beat();
    const answer = town.workspace.messages(CHANNEL).at(-1);
    expect(answer?.text).toContain('type `/mopac purge 2.4`');
  });
});

describe('pressed twice, delivered again, or drawn before the record changed', () => {
  test('it is taken out once, and every delivery gets the first answer', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    const window = coordinator.fill(modalOf(coordinator), CONFIRMED);
    town.workspace.faults.deliverTwice(true);
    const done = await coordinator.submit(window);
    town.workspace.faults.deliverTwice(false);
    expect(done.view?.rendered).toContain('The text is out of the record');
    expect(town.store.purges(1)).toHaveLength(1);
    await town.bot().beat();
    const told = town
      .person(LEAD)
      .directMessages()
      .filter(({ text }) => /took a text out/.test(text));
    expect(told).toHaveLength(1);
  });

  test('where the text stands in another place since, it is shown again; where it is gone, by whom', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    const [figure] = town.store.figures(1, '2.4', Q1, Q1);
    const filing = town.store.submission(1, 2, Q1)?.filing;
    if (figure === undefined || filing == null) throw new Error('2.4 is not on record.');
    const figures = [{ ref: '2.4', figure: { ...figure, provisional: true } }];
    town.store.file({ ...filing, ...KEY, state: 'submitted', figures });
    const refused = await takeOut(coordinator);
    expect(refused.view?.rendered).toContain('the text stands in other places now');
    expect(town.store.latestPurge()).toBeNull();
    await coordinator.close(modalOf(coordinator), 'all');

    const again = await choose(coordinator, commentaryOption(town));
    expect(again.view?.rendered).toContain('It goes from 2 places of the record:');
    const person = { id: 'U0OTHER001', email: COORDINATOR, name: 'Olu Grant' };
    const scope = { key: KEY, whole: true, ref: '2.4' };
    const text = commentaryIn(town);
    purgeText({ ...town, person }, scope, {
      place: text,
      given: { reason: 'person', note: null },
      saw: () => true,
    });
    const late = await takeOut(coordinator);
    expect(late.view?.rendered).toContain('was taken out by Olu Grant on 3 August 2015');
    expect(town.store.purges(1)).toHaveLength(1);
  });

  test('a stop between taking it out and writing the file anew leaves that to the next start', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    await takeOut(coordinator);
    await town.restart();
    await town.bot().beat();
    expect(bytesOf(town)).not.toContain(NAME);
    expect(allMessages(town)).not.toContain(NAME);
    expect(commentaryOf(town)).toBe(GONE);
  });

  test('while another program reads the database its file waits, which the log says, and is written anew after', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    const reader = new Database(town.path, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from figures').get();
    await takeOut(coordinator);
    await town.bot().beat();
    expect(commentaryOf(town)).toBe(GONE);
    expect(allMessages(town)).not.toContain(NAME);
    expect(bytesOf(town)).toContain(NAME);
    expect(town.log.join('')).toContain('is still in its file');
    reader.exec('commit');
    reader.close();
    await town.bot().beat();
    expect(bytesOf(town)).not.toContain(NAME);
  });

  test('without a reason or the tick nothing happens, and a reason that says what the text says is refused', async () => {
    const town = await namedTown();
    const coordinator = town.person(COORDINATOR);
    await choose(coordinator, commentaryOption(town));
    const unticked = await coordinator.submit(
      coordinator.fill(modalOf(coordinator), { reason: 'person' }),
    );
    expect(unticked.kind).toBe('errors');
    const repeated = await takeOut(coordinator, {
      ...CONFIRMED,
      note: 'It said that he missed both appointments after his release',
    });
    expect(repeated.errors).toEqual({
      note: 'This repeats the text. It is kept for good: say why, not what it says.',
    });
    expect(town.store.latestPurge()).toBeNull();
  });
});
