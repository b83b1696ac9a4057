import type { PurgeRecord } from '../application/purge-record.ts';
import type { Connection, Db } from './db.ts';

/**
 * VACUUM builds the database anew from what is in it and copies that over the file, page by page: a
 * page that was rearranged keeps bytes of rows it no longer holds, which `secure_delete` does not
 * reach. The write-ahead log holds older pages still, so it is emptied before, to see that nobody
 * reads from it, and after.
 */
export const rewriteFileIn = ({ connection }: Db): Pick<PurgeRecord, 'rewriteFile'> => ({
  rewriteFile: () => {
    if (connection.memory) return true;
    if (!emptyLog(connection)) return false;
    connection.exec('VACUUM');
    return emptyLog(connection);
  },
});

const emptyLog = (connection: Connection): boolean =>
  connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
