import { z } from 'zod';
import {
  type Purge,
  type PurgeRecord,
  TEXT_SOURCES,
  type TextPlace,
} from '../application/purge-record.ts';
import { dayIn } from '../domain/calendar/calendar.ts';
import { REMOVED_TEXT, removedOn } from '../domain/removed-text.ts';
import { actorCodec, instantCodec, quarterSchema, readRow } from './codecs.ts';
import { type Db, immediately, only } from './db.ts';
import { TEXT_COLUMNS, TEXT_TABLES } from './removed.ts';
import { draftSchema } from './standing-texts.ts';
import { sweepIn } from './sweep.ts';
import { authorOfPart, fieldOfPart, refOfField } from './text-fields.ts';

type Purges = Pick<PurgeRecord, 'purge' | 'purged' | 'purges' | 'latestPurge'>;

const PLACES = `SELECT p.id, p.source, p.row_id AS rowId, p.part, p.reason, p."by", p."at",
  coalesce(s.programme_id, h.programme_id) AS programmeId,
  s.project_number AS projectNumber, s.year, s.quarter AS number,
  coalesce(g.ref, q.ref, r.ref) AS ref
  FROM purges p
  LEFT JOIN figures g ON p.source = 'figures' AND g.id = p.row_id
  LEFT JOIN questions q ON p.source = 'questions' AND q.id = p.row_id
  LEFT JOIN reviews r ON p.source = 'reviews' AND r.id = p.row_id
  LEFT JOIN corrections c ON p.source = 'corrections' AND c.id = p.row_id
  LEFT JOIN filings f ON f.id = coalesce(g.filing_id, q.filing_id, r.filing_id, c.filing_id,
    CASE p.source WHEN 'filings' THEN p.row_id END)
  LEFT JOIN submissions s ON s.id = coalesce(f.submission_id, CASE p.source WHEN 'drafts' THEN p.row_id END)
  LEFT JOIN outbox o ON p.source = 'handovers' AND o.id = p.row_id
  LEFT JOIN handovers h ON h.id = json_extract(o.payload, '$.handover')`;

const placeSchema = z.object({
  id: z.number(),
  source: z.literal(TEXT_SOURCES),
  rowId: z.number(),
  part: z.string(),
  reason: z.string(),
  by: actorCodec,
  at: instantCodec,
  programmeId: z.number().nullable(),
  projectNumber: z.number().nullable(),
  year: z.number().nullable(),
  number: quarterSchema.shape.number.nullable(),
  ref: z.string().nullable(),
});
type PlaceRow = z.infer<typeof placeSchema>;

export const purgesIn = (db: Db): Purges => {
  const { connection } = db;
  const remove = removalIn(db);
  const sweep = sweepIn(db);
  const record = connection
    .prepare<object, number>(
      `INSERT INTO purges (source, row_id, part, reason, "by", "at")
       VALUES (@source, @rowId, @part, @reason, @by, @at) RETURNING id`,
    )
    .pluck();
  // One act is told by its moment: no two have the same.
  const ofAct = connection.prepare<[number], unknown>(
    `${PLACES} WHERE p."at" = (SELECT "at" FROM purges WHERE id = ?) ORDER BY p.id`,
  );
  const all = connection.prepare<[], unknown>(`${PLACES} ORDER BY p.id`);
  const latest = connection.prepare<[], number | null>('SELECT max(id) FROM purges').pluck();
  const purged = (id: number): Purge | null => actsOf(ofAct.all(id))[0] ?? null;
  return {
    purge: (text, places, { by, at, reason }) =>
      immediately(db, () => {
        const act = {
          reason,
          by: z.encode(actorCodec, by),
          at: z.encode(instantCodec, at),
        };
        const ids = places.map(({ source, rowId, part }) =>
          only(record.get({ source, rowId, part, ...act })),
        );
        const instead = removedOn(dayIn(at));
        for (const place of places) remove(place, instead);
        sweep(text, instead);
        return only(ids[0]);
      }),
    purged,
    purges: (programmeId) =>
      actsOf(all.all()).filter(({ places }) =>
        places.some((place) => place.programmeId === programmeId),
      ),
    latestPurge: () => {
      const id = latest.get() ?? null;
      return id === null ? null : purged(id);
    },
  };
};

/** Takes one place's text out: a column's, a field's, or what a message repeats. */
const removalIn = ({ connection }: Db): ((place: TextPlace, instead: string) => void) => {
  const columns = new Map(
    TEXT_TABLES.flatMap((table) =>
      Object.values(TEXT_COLUMNS[table]).map((column) => [
        `${table}/${column}`,
        connection.prepare(`UPDATE ${table} SET ${column} = ? WHERE id = ?`),
      ]),
    ),
  );
  const dropTyped = connection.prepare(
    'UPDATE corrections SET content = json_remove(content, ?) WHERE id = ?',
  );
  const dropSaid = connection.prepare(
    "UPDATE outbox SET payload = json_set(payload, '$.said', ?) WHERE id = ?",
  );
  const ofDraft = `(programme_id, project_number, year, quarter)
    = (SELECT programme_id, project_number, year, quarter FROM submissions WHERE id = ?)`;
  const draft = connection
    .prepare<[number], string>(`SELECT content FROM drafts WHERE ${ofDraft}`)
    .pluck();
  const keepDraft = connection.prepare(`UPDATE drafts SET content = ? WHERE ${ofDraft}`);

  const dropDrafted = (rowId: number, field: string, author: string | null): number => {
    const content = readRow(draftSchema, { table: 'drafts', id: rowId }, draft.get(rowId));
    const without = <Value>(fields: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
    const aside = Object.entries(content.aside).map(([person, fields]) => [
      person,
      person === author ? without(fields) : fields,
    ]);
    const kept = {
      ...content,
      fields: author === null ? without(content.fields) : content.fields,
      aside: Object.fromEntries(aside),
    };
    return keepDraft.run(z.encode(draftSchema, kept), rowId).changes;
  };

  return ({ source, rowId, part }, instead) => {
    const field = fieldOfPart(part);
    const changes = ((): number | undefined => {
      if (source === 'handovers') return dropSaid.run(instead, rowId).changes;
      if (field === null) return columns.get(`${source}/${part}`)?.run(REMOVED_TEXT, rowId).changes;
      if (source === 'drafts') return dropDrafted(rowId, field, authorOfPart(part));
      return dropTyped.run(`$.${JSON.stringify(field)}`, rowId).changes;
    })();
    if (changes !== 1) throw new Error(`There is no text at ${source} ${rowId}, ${part}`);
  };
};

/** The places of one act belong together; those of a draft that is gone are not told. */
const actsOf = (rows: readonly unknown[]): readonly Purge[] => {
  const read = rows.map((row) => readRow(placeSchema, { table: 'purges', id: 'of an act' }, row));
  return [...Map.groupBy(read, ({ at }) => String(at)).values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const { id, by, at, reason } = first;
    return [{ id, by, at, reason, places: places.flatMap(placeOf) }];
  });
};

const placeOf = (row: PlaceRow): Purge['places'] => {
  const { source, rowId, part, programmeId, projectNumber, year, number } = row;
  if (programmeId === null) return [];
  const of =
    projectNumber === null || year === null || number === null
      ? null
      : { projectNumber, quarter: { year, number } };
  const field = fieldOfPart(part);
  const ref = field === null ? measureIn(row.ref) : refOfField(field);
  return [{ source, rowId, part, programmeId, of, ref }];
};

const measureIn = (ref: string | null): string | null =>
  ref !== null && /^\d/.test(ref) ? ref : null;
