import { expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { openStore } from '../../src/store/open.ts';
import { percent, withFigure } from '../application/import-support.ts';
import { CHANNEL, digestsIn } from '../support/filing.ts';
import { startTown, type Town } from '../support/town.ts';

/** Imports as the command does: with a database connection of its own, while the bot runs. */
const importBeside = (town: Town, document: CatalogueDocument): void => {
  const store = openStore(town.path);
  importCatalogue({ store, clock: town.clock }, document, {
    by: { kind: 'operator', name: 'joan' },
    dryRun: false,
  });
  store.close();
};

const threadIn = (town: Town): readonly string[] =>
  town.workspace
    .messages(CHANNEL)
    .filter(({ threadTs }) => threadTs !== undefined)
    .map(({ text }) => text);

test('a correction imported beside the running bot changes the digest, with a note, in the next minute', async () => {
  const town = await startTown({ now: '2015-07-22T10:00', filed: 'all' });
  const [before] = digestsIn(town);
  expect(before?.rendered).toContain('2.4 Engagement after prison: 17%');

  const corrected = withFigure(town.document, '2.4', { answer: percent(41) });
  importBeside(town, corrected);
  await town.goTo('2015-07-22T10:01');
  const [after, ...others] = digestsIn(town);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ ts: before?.ts });
  expect(after?.rendered).not.toContain('2.4 Engagement after prison');
  const note =
    '2.4 corrected on 22 July 2015: 17% is now 41%. It was off track and is now on track.';
  expect(threadIn(town).filter((text) => text === note)).toHaveLength(1);

  const posted = town.workspace.messages(CHANNEL).length;
  importBeside(town, corrected);
  await town.goTo('2015-07-22T10:02');
  expect(town.workspace.messages(CHANNEL)).toHaveLength(posted);
});

test('the last missing return imported beside the running bot brings the digest in the next minute', async () => {
  const town = await startTown({ now: '2015-07-14T10:00', filed: [1, 3, 4, 5] });
  expect(digestsIn(town)).toEqual([]);
  importBeside(town, town.document);
  await town.goTo('2015-07-14T10:01');
  expect(digestsIn(town)).toHaveLength(1);
  expect(digestsIn(town)[0]?.rendered).toContain('Everyone has filed.');
});
