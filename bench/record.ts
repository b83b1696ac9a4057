import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import type { StoredProgramme } from '../src/application/ports.ts';
import { measuresOf } from '../src/domain/measure.ts';
import { openStore } from '../src/store/open.ts';
import { NOW, searchPath } from './processes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'examples/barnet-2015-16.yaml';
const OPERATOR = { kind: 'operator', name: 'bench' } as const;
const AT = Temporal.Instant.from('2015-07-20T09:00Z');

// Twenty older programmes, each with ten years of quarters; the number of references makes up the rest.
const PROGRAMMES = 20;
const YEARS = 10;
const FIRST_YEAR = 2005;
const QUARTERS = [1, 2, 3, 4];

/**
 * The example programme as its catalogue is imported, with the year before for comparison, among older
 * programmes with this many figures in all.
 */
export const createRecord = (path: string, figures: number): void => {
  execFileSync(process.execPath, ['src/launch.js', 'import', EXAMPLE], {
    cwd: ROOT,
    env: { ...searchPath(), MOPAC_DATABASE: path, MOPAC_CLOCK: NOW },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const store = openStore(path);
  const [example] = store.programmes();
  if (example === undefined) throw new Error(`${EXAMPLE} was not imported.`);
  const older = store.transaction(() =>
    Array.from({ length: PROGRAMMES }, (_, index) => {
      const title = `Older programme ${Math.floor(index / YEARS) + 1}`;
      const year = FIRST_YEAR + (index % YEARS);
      return store.saveProgramme({ ...example.programme, title, year }, OPERATOR, AT);
    }),
  );
  store.close();
  fill(path, example, older, figures);
};

const fill = (
  path: string,
  example: StoredProgramme,
  older: readonly number[],
  figures: number,
): void => {
  const database = new Database(path);
  const insert = insertInto(database);
  const quarters = older.length * YEARS * QUARTERS.length;
  database.transaction(() => {
    const refs = measuresOf(example.programme).map(({ ref }) => ref);
    for (const quarter of QUARTERS) insert(example.id, 2014, quarter, refs);
    let left = figures;
    for (let index = 0; left > 0; index += 1) {
      const programme = older[index % older.length] ?? 0;
      const at = Math.floor(index / older.length);
      const count = Math.min(left, Math.ceil(figures / quarters));
      const filled = Array.from({ length: count }, (_, each) => refs[each] ?? `${each + 10}.1`);
      insert(programme, FIRST_YEAR + Math.floor(at / 4), (at % 4) + 1, filled);
      left -= count;
    }
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
};

const insertInto = (database: Database.Database) => {
  const submission = database.prepare<[number, number, number]>(
    `INSERT INTO submissions (programme_id, project_number, year, quarter, state)
     VALUES (?, 1, ?, ?, 'submitted')`,
  );
  const filing = database.prepare<[number | bigint]>(
    `INSERT INTO filings (submission_id, revision, filed_by, filed_at, late)
     VALUES (?, 1, '{"kind":"operator","name":"bench"}', '2015-07-01T09:00:00.000000000Z', 0)`,
  );
  const figure = database.prepare<[number | bigint, number, string, number, number, string]>(
    `INSERT INTO figures (filing_id, programme_id, ref, year, quarter, revision, kind, value,
       provisional, commentary, small_sample, late)
     VALUES (?, ?, ?, ?, ?, 1, 'number', ?, 0, 'As expected; nothing further to report.', 0, 0)`,
  );
  return (programme: number, year: number, quarter: number, refs: readonly string[]): void => {
    const { lastInsertRowid: returned } = submission.run(programme, year, quarter);
    const { lastInsertRowid: filed } = filing.run(returned);
    for (const [index, ref] of refs.entries()) {
      figure.run(filed, programme, ref, year, quarter, String(20 + (index % 60)));
    }
  };
};
