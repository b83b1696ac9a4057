import { openConnection } from '../../src/store/connection.ts';
import { migrate, readMigrations } from '../../src/store/migrate.ts';

// Run as a program: migrates, and is killed by the migration's own `SELECT stop_here()`.
const [path = '', folder = ''] = process.argv.slice(2);
openConnection(path, (connection) => {
  connection.function('stop_here', () => process.kill(process.pid, 'SIGKILL'));
  migrate(connection, readMigrations(folder));
});
