import type { Store } from '../application/ports.ts';
import { type Db, only } from './db.ts';

/**
 * The record's version: SQLite's count of other connections' commits, and of the rows this one has
 * touched. A rolled-back write changes it too, which only costs its readers a second look.
 */
export const versionIn = ({ connection }: Db): Pick<Store, 'version'> => {
  const others = connection.prepare<[], number>('PRAGMA data_version').pluck();
  const own = connection.prepare<[], number>('SELECT total_changes()').pluck();
  return { version: () => `${only(others.get())}/${only(own.get())}` };
};
