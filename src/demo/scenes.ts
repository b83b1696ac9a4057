import { importCatalogue } from '../application/import-catalogue.ts';
import type { Scene } from './guided-stories.ts';
import { at } from './instants.ts';
import { OPERATOR } from './operator.ts';
import type { Session } from './session.ts';

/** Brings a run that has just begun to a scene: the leads written to, or every return in. */
export const setScene = async (session: Session, scene: Scene): Promise<void> => {
  await session.bot.beat();
  if (scene === 'opening') return;
  await session.moveTo(at('2015-07-20T16:00'));
  const { store, clock, document, bot } = session;
  importCatalogue({ store, clock }, document, { by: OPERATOR, dryRun: false });
  await bot.beat();
  await session.moveTo(at('2015-07-21T09:30'));
};
