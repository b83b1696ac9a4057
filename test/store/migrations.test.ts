import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openConnection } from '../../src/store/connection.ts';
import { StoreRefused } from '../../src/store/failures.ts';
import { migrate, readMigrations } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { APPEND_ONLY_TABLES } from '../../src/store/schema.ts';
import {
  filing,
  Q1,
  rawAt,
  storeAt,
  storeWithProgramme,
  temporaryFolder,
  temporaryPath,
} from './support.ts';

const DEADLY_PROGRAM = fileURLToPath(new URL('./migrate-and-die.ts', import.meta.url));
const SCHEMA = resolve('src/store/schema.ts');

/** What drizzle-kit would add to a copy of the migrations for this schema. */
const generated = (schema: string): readonly string[] => {
  const copy = join(temporaryFolder(), 'migrations');
  cpSync('migrations', copy, { recursive: true });
  const run = spawnSync(
    process.execPath,
    ['node_modules/drizzle-kit/bin.cjs', 'generate', '--dialect=sqlite'].concat(
      `--schema=${relative('.', schema)}`,
      `--out=${relative('.', copy)}`,
    ),
    { encoding: 'utf8' },
  );
  expect(run, run.stderr).toMatchObject({ status: 0 });
  const known = readdirSync('migrations');
  return readdirSync(copy).filter((name) => !known.includes(name));
};

test('the migrations make the schema: there is nothing left to generate', () => {
  expect(generated(SCHEMA)).toEqual([]);
});

test('a column the migrations do not know would be noticed', () => {
  const drifted = join(temporaryFolder(), 'schema.ts');
  const text = readFileSync(SCHEMA, 'utf8')
    .replace("'./db.ts'", `'${resolve('src/store/db.ts')}'`)
    .replace("title: text('title')", "motto: text('motto'),\n    title: text('title')");
  writeFileSync(drifted, text);
  expect(generated(drifted)).toHaveLength(1);
});

test('every append-only table has both its triggers at the newest schema', () => {
  const path = temporaryPath();
  storeAt(path);
  const triggers = rawAt(path)
    .prepare("select name from sqlite_schema where type = 'trigger' order by name")
    .pluck()
    .all();
  expect(triggers).toEqual(
    expect.arrayContaining(
      APPEND_ONLY_TABLES.flatMap((table) => [`${table}_refuse_delete`, `${table}_refuse_update`]),
    ),
  );
});

/** The released migrations and one more. */
const migrationsAnd = (tag: string, text: string): string => {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync('migrations', folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const added = { ...entries.at(-1), idx: entries.length, when: entries.at(-1).when + 1, tag };
  writeFileSync(journal, JSON.stringify({ ...rest, entries: [...entries, added] }));
  writeFileSync(join(folder, `${tag}.sql`), text);
  return folder;
};

const migrateWith = (path: string, folder: string): void =>
  openConnection(path, (connection) => {
    migrate(connection, readMigrations(folder));
    connection.close();
  });

const columnsOf = (path: string, table: string) =>
  rawAt(path).prepare(`select name from pragma_table_info('${table}')`).pluck().all();

const ADD_MOTTO = 'ALTER TABLE `programmes` ADD `motto` text;';

test('a migration that stops half-way leaves the old schema and every row', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId));
  store.close();
  const broken = `${ADD_MOTTO}\n--> statement-breakpoint\nDELETE FROM \`drafts\`;\n--> statement-breakpoint\nSELECT stop_here;`;
  expect(() => migrateWith(path, migrationsAnd('0002_motto', broken))).toThrow(StoreRefused);
  expect(columnsOf(path, 'programmes')).toEqual(['id', 'title', 'year']);
  expect(storeAt(path).figures(programmeId, '2.4', Q1, Q1)).toHaveLength(1);
});

test('a process killed between two statements of a migration leaves the old schema', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId));
  store.close();
  const deadly = `${ADD_MOTTO}\n--> statement-breakpoint\nSELECT stop_here();`;
  const folder = migrationsAnd('0002_motto', deadly);
  const run = spawnSync(process.execPath, [DEADLY_PROGRAM, path, folder]);
  expect(run.signal).toBe('SIGKILL');
  expect(columnsOf(path, 'programmes')).toEqual(['id', 'title', 'year']);
  expect(storeAt(path).figures(programmeId, '2.4', Q1, Q1)).toHaveLength(1);
});

const JOURNAL: { readonly entries: ReadonlyArray<{ readonly tag: string }> } = JSON.parse(
  readFileSync('migrations/meta/_journal.json', 'utf8'),
);
const TAGS = JOURNAL.entries.map(({ tag }) => tag);

/** The released migrations up to this one, which may be changed on the way. */
const migrationsUpTo = (last: string, change: (text: string) => string = (text) => text) => {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync('migrations', folder, { recursive: true });
  const entries = JOURNAL.entries.slice(0, TAGS.indexOf(last) + 1);
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...JOURNAL, entries }));
  const file = join(folder, `${last}.sql`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
};

/** A record at a released schema, with what its programme table could hold even then. */
const recordAt = (tag: string): string => {
  const path = temporaryPath();
  migrateWith(path, migrationsUpTo(tag));
  const raw = new Database(path);
  raw.exec("insert into programmes (title, year) values ('Barnet', 2015)");
  raw.close();
  return path;
};

const schemaOf = (path: string): unknown =>
  rawAt(path).prepare('select name, sql from sqlite_schema order by name').all();

test.each(TAGS)('a record left at %s is brought to the newest schema with its rows', (tag) => {
  const path = recordAt(tag);
  storeAt(path);
  const fresh = temporaryPath();
  storeAt(fresh);
  expect(schemaOf(path)).toEqual(schemaOf(fresh));
  expect(rawAt(path).prepare('select title from programmes').pluck().all()).toEqual(['Barnet']);
});

test.each(TAGS.slice(1))(
  '%s that stops after any of its statements leaves what was there',
  (tag) => {
    const path = recordAt(TAGS[TAGS.indexOf(tag) - 1] ?? '');
    const before = schemaOf(path);
    const mark = '--> statement-breakpoint';
    const count = readFileSync(`migrations/${tag}.sql`, 'utf8').split(mark).length;
    for (let stop = 1; stop <= count; stop += 1) {
      const broken = migrationsUpTo(tag, (text) => {
        const statements = text.split(mark);
        return [...statements.slice(0, stop), '\nSELECT stop_here;'].join(mark);
      });
      expect(() => migrateWith(path, broken)).toThrow(StoreRefused);
      expect(schemaOf(path)).toEqual(before);
    }
    expect(rawAt(path).prepare('select title from programmes').pluck().all()).toEqual(['Barnet']);
  },
);

test('a migration that would leave rows without what they refer to is undone', () => {
  const path = temporaryPath();
  storeWithProgramme(path).store.close();
  const folder = migrationsAnd('0002_lost', 'DELETE FROM `programmes`;');
  expect(() => migrateWith(path, folder)).toThrow(/refer to rows that do not exist/);
  expect(storeAt(path).programmes()).toHaveLength(1);
});

test('a database with a past is copied before it is migrated', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId));
  store.close();
  migrateWith(path, migrationsAnd('0002_motto', ADD_MOTTO));
  expect(columnsOf(path, 'programmes')).toContain('motto');
  const copy = join(dirname(path), 'mopac.before-0002_motto.sqlite');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(columnsOf(copy, 'programmes')).toEqual(['id', 'title', 'year']);
  expect(storeAt(copy).figures(programmeId, '2.4', Q1, Q1)).toHaveLength(1);
});

test('neither a new database nor one that needs no migration is copied', () => {
  const path = temporaryPath();
  storeAt(path).close();
  storeAt(path).close();
  expect(readdirSync(dirname(path))).toEqual(['mopac.sqlite']);
});

test('a database written by a newer version is refused and left as it is', () => {
  const path = temporaryPath();
  storeWithProgramme(path).store.close();
  migrateWith(path, migrationsAnd('0002_motto', ADD_MOTTO));
  expect(() => openStore(path)).toThrow(StoreRefused);
  expect(() => openStore(path)).toThrow(/newer version of MOPAC.*restore a backup/);
  expect(columnsOf(path, 'programmes')).toContain('motto');
});

test('a copy that was cut short before is made again', () => {
  const path = temporaryPath();
  storeWithProgramme(path).store.close();
  writeFileSync(join(dirname(path), 'mopac.before-0002_motto.sqlite.partial'), 'half');
  migrateWith(path, migrationsAnd('0002_motto', ADD_MOTTO));
  expect(readdirSync(dirname(path)).sort()).toEqual([
    'mopac.before-0002_motto.sqlite',
    'mopac.sqlite',
  ]);
});
