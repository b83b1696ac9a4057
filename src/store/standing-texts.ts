import { z } from 'zod';
import type { PurgeRecord, StandingText } from '../application/purge-record.ts';
import { isRemoved } from '../domain/removed-text.ts';
import { actorCodec, instantCodec, jsonSchema, quarterSchema, readRow, textOf } from './codecs.ts';
import type { Db } from './db.ts';
import { TEXT_COLUMNS, TEXT_TABLES, type TextTable } from './removed.ts';
import { asidePart, fieldPart, isTextField, refOfField } from './text-fields.ts';

// Each gives `rowId`, `ref`, whose words they are, and the texts under their columns' names.
const ROWS: Readonly<Record<TextTable, string>> = {
  figures: `SELECT t.id AS rowId, t.ref, f.filed_by AS "by", f.filed_at AS "at", t.commentary,
    t.judgement, t.awaited, t.action_what, t.action_who`,
  filings: `SELECT f.id AS rowId, NULL AS ref, f.filed_by AS "by", f.filed_at AS "at",
    f.additional_information, f.reason, f.given_by, f.attachment`,
  questions: `SELECT t.id AS rowId, t.ref, f.filed_by AS "by", f.filed_at AS "at", t.found, t.said`,
  reviews: `SELECT t.id AS rowId, t.ref, t."by", t."at", t.comment`,
  corrections: `SELECT t.id AS rowId, NULL AS ref, t.asked_by AS "by", t.asked_at AS "at", t.reason,
    t.comment, t.decided_by AS decidedBy, t.decided_at AS decidedAt, t.content`,
};

const ofReturns = (table: TextTable): string => `${ROWS[table]},
  f.revision, s.project_number AS projectNumber, s.year, s.quarter AS number
  FROM submissions s JOIN filings f ON f.submission_id = s.id
  ${table === 'filings' ? '' : `JOIN ${table} t ON t.filing_id = f.id`}
  WHERE s.programme_id = ? ORDER BY rowId`;

const DRAFTS = `SELECT s.id AS rowId, d.content, s.project_number AS projectNumber, s.year, s.quarter AS number
  FROM drafts d JOIN submissions s ON (s.programme_id, s.project_number, s.year, s.quarter)
    = (d.programme_id, d.project_number, d.year, d.quarter)
  WHERE d.programme_id = ? ORDER BY rowId`;

const HANDOVERS = `SELECT o.id AS rowId, json_extract(o.payload, '$.said') AS said, h.made_by AS "by", h.made_at AS "at"
  FROM outbox o JOIN handovers h ON h.id = json_extract(o.payload, '$.handover')
  WHERE o.kind = 'handover_made' AND h.programme_id = ? AND said IS NOT NULL ORDER BY rowId`;

const rowSchema = z.looseObject({
  rowId: z.number(),
  ref: z.string().nullable(),
  by: actorCodec,
  at: instantCodec,
  revision: z.number(),
  projectNumber: z.number(),
  year: z.number(),
  number: quarterSchema.shape.number,
});

const contentSchema = textOf(z.record(z.string(), jsonSchema));

export const draftSchema = textOf(
  z.looseObject({
    fields: z.record(
      z.string(),
      z.looseObject({
        value: jsonSchema,
        by: z.string(),
        at: instantCodec,
        version: z.number(),
      }),
    ),
    aside: z.record(
      z.string(),
      z.record(z.string(), z.looseObject({ value: jsonSchema, at: instantCodec })),
    ),
  }),
);

const draftRow = rowSchema
  .pick({ rowId: true, projectNumber: true, year: true, number: true })
  .extend({ content: draftSchema });
const handoverRow = rowSchema
  .pick({ rowId: true, by: true, at: true })
  .extend({ said: z.string() });

// Beside a column of a correction stands who wrote that one.
const decidedSchema = z.looseObject({ decidedBy: actorCodec, decidedAt: instantCodec });

// What was asked about additional information is about no measure.
const MEASURE = /^\d/;

export const standingTextsIn = ({ connection }: Db): Pick<PurgeRecord, 'standingTexts'> => {
  const statements = TEXT_TABLES.map((table) => ({
    table,
    rows: connection.prepare<[number], unknown>(ofReturns(table)),
  }));
  const drafts = connection.prepare<[number], unknown>(DRAFTS);
  const handovers = connection.prepare<[number], unknown>(HANDOVERS);
  return {
    standingTexts: (programmeId) =>
      [
        ...statements.flatMap(({ table, rows }) =>
          rows.all(programmeId).flatMap((row) => textsOfRow(table, row)),
        ),
        ...drafts.all(programmeId).flatMap(textsOfDraft),
        ...handovers.all(programmeId).map(textOfHandover),
      ].filter(({ text }) => text.trim() !== '' && !isRemoved(text)),
  };
};

const textsOfRow = (table: TextTable, stored: unknown): readonly StandingText[] => {
  const row = readRow(rowSchema, { table, id: 'of a programme' }, stored);
  const { rowId, revision, projectNumber, year, number, by, at, content: typed } = row;
  const ref = row.ref !== null && MEASURE.test(row.ref) ? row.ref : null;
  const common = {
    source: table,
    rowId,
    of: { projectNumber, quarter: { year, number } },
    revision,
  };
  const texts = Object.values(TEXT_COLUMNS[table]).flatMap((part): StandingText[] => {
    const text = row[part];
    if (typeof text !== 'string') return [];
    const decided = part === 'comment' ? decidedSchema.safeParse(row).data : undefined;
    const who =
      decided === undefined ? { by, at } : { by: decided.decidedBy, at: decided.decidedAt };
    return [{ ...common, ...who, part, text, ref }];
  });
  if (table !== 'corrections') return texts;
  const content = readRow(contentSchema, { table, id: rowId }, typed);
  return [
    ...texts,
    ...Object.entries(content).flatMap(([field, text]): StandingText[] =>
      typeof text === 'string' && isTextField(field)
        ? [{ ...common, by, at, part: fieldPart(field), text, ref: refOfField(field) }]
        : [],
    ),
  ];
};

/** What is typed and not filed: in the fields, and what a colleague's newer words put aside. */
const textsOfDraft = (stored: unknown): readonly StandingText[] => {
  const row = readRow(draftRow, { table: 'drafts', id: 'of a programme' }, stored);
  const { rowId, projectNumber, year, number, content } = row;
  const of = { projectNumber, quarter: { year, number } };
  const typed = [
    ...Object.entries(content.fields).map(([field, { version, ...words }]) => ({
      ...words,
      field,
      part: fieldPart(field, version),
    })),
    ...Object.entries(content.aside).flatMap(([by, fields]) =>
      Object.entries(fields).map(([field, words]) => ({
        ...words,
        by,
        field,
        part: asidePart(field, by),
      })),
    ),
  ];
  return typed.flatMap(({ field, part, value: text, by: key, at }): StandingText[] => {
    if (typeof text !== 'string' || !isTextField(field)) return [];
    const by = { kind: 'person', key, name: null } as const;
    const what = { source: 'drafts', rowId, part, text } as const;
    return [{ ...what, of, ref: refOfField(field), revision: null, by, at }];
  });
};

const textOfHandover = (stored: unknown): StandingText => {
  const row = readRow(handoverRow, { table: 'outbox', id: 'of a hand-over' }, stored);
  const { rowId, by, at, said } = row;
  const what = { source: 'handovers', part: 'said', text: said } as const;
  return { ...what, rowId, of: null, ref: null, revision: null, by, at };
};
