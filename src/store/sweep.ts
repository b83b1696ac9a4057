import type { Json } from '../application/ports.ts';
import { quotes } from '../domain/same-words.ts';
import { jsonCodec, readRow } from './codecs.ts';
import type { Db } from './db.ts';

// What Slack and we call things: `plain_text`, `saved`. Somebody may have written just that.
const NAME_OF_A_THING = /^[a-z0-9_./|-]*$/;
// By what somebody asked, their answer is found again when a text is taken out of it: `status 2.4 Q1`.
const WORD_OF_QUESTION = /^(?:status|project|q[1-4]|\d{1,3}(?:\.\d{1,2}[a-z]?)?|20\d\d\/\d\d)$/i;
// What a queued message says for itself; everything else in it is a reference.
const WORDS_OF_MESSAGE = ['text', 'said', 'sentence', 'sentences'] as const;

// Words beside a hand-over stand in the record: they go when their own place is named, and not unseen.
// What a note says itself is figures and days; it quotes people from the record.
const OF_NO_QUOTATION = "'handover_made', 'digest_note'";

/** A row of a table that keeps what it is given: which, and its text. */
type Kept = readonly [id: number, text: string];

/**
 * Takes a text out of what was kept for the bot's own use: messages on their way and sent, answers to
 * deliveries, the ledger. They quote people in part, so what repeats a few words of it goes as well.
 */
export const sweepIn = ({ connection }: Db): ((text: string, instead: string) => void) => {
  const rows = (sql: string) => connection.prepare<[], Kept>(sql).raw();
  const set = (sql: string) => connection.prepare<[string, number]>(sql);
  const messages = {
    all: rows(`SELECT id, payload FROM outbox WHERE kind NOT IN (${OF_NO_QUOTATION})`),
    set: set('UPDATE outbox SET payload = ? WHERE id = ?'),
  };
  const answers = {
    all: rows('SELECT rowid, answer FROM inbound'),
    set: set('UPDATE inbound SET answer = ? WHERE rowid = ?'),
  };
  // Keys of earlier versions of MOPAC held what was typed.
  const keys = {
    all: rows('SELECT rowid, key FROM inbound'),
    set: set('UPDATE inbound SET key = ? || rowid WHERE rowid = ?'),
  };
  const plain = [
    {
      all: rows('SELECT id, last_error FROM outbox WHERE last_error IS NOT NULL'),
      set: set('UPDATE outbox SET last_error = ? WHERE id = ?'),
    },
    {
      all: rows('SELECT id, reason FROM jobs WHERE reason IS NOT NULL'),
      set: set('UPDATE jobs SET reason = ? WHERE id = ?'),
    },
    keys,
  ];
  return (text, instead) => {
    const isQuoted = (words: string): boolean =>
      !NAME_OF_A_THING.test(words) && quotes(words, text);
    const without = (value: Json): Json => {
      if (typeof value === 'string') return withoutIn(value);
      if (value === null || typeof value !== 'object') return value;
      if (isList(value)) return value.map(without);
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, without(inner)]));
    };
    // A window is kept as the text of its JSON, in which what was typed is escaped once more.
    const withoutIn = (words: string): string => {
      const inner = jsonIn(words);
      if (inner === null) return isQuoted(words) ? instead : words;
      const changed = JSON.stringify(without(inner));
      return changed === JSON.stringify(inner) ? words : changed;
    };
    const rewrite = (
      { all, set: put }: typeof messages,
      table: string,
      change: (value: Json) => Json,
    ): void => {
      for (const [id, stored] of all.all()) {
        const changed = JSON.stringify(change(readRow(jsonCodec, { table, id }, stored)));
        if (changed !== stored && changed !== JSON.stringify(JSON.parse(stored)))
          put.run(changed, id);
      }
    };
    rewrite(messages, 'outbox', (payload) => wordsOfMessage(payload, without));
    rewrite(answers, 'inbound', without);
    for (const { all, set: put } of plain) {
      for (const [id, words] of all.all()) if (isQuoted(words)) put.run(instead, id);
    }
  };
};

const wordsOfMessage = (payload: Json, change: (value: Json) => Json): Json =>
  payload === null || typeof payload !== 'object' || isList(payload)
    ? payload
    : Object.fromEntries(
        Object.entries(payload).map(([key, value]) => [
          key,
          WORDS_OF_MESSAGE.some((words) => words === key) && !isQuestion(value)
            ? change(value)
            : value,
        ]),
      );

const isQuestion = (value: Json): boolean =>
  typeof value === 'string' &&
  value
    .trim()
    .split(/\s+/)
    .every((word) => WORD_OF_QUESTION.test(word));

/** The object or list that a text is; null for every other text. */
const jsonIn = (text: string): Json => {
  if (!/^[{[]/.test(text)) return null;
  const read = jsonCodec.safeParse(text);
  return read.success ? read.data : null;
};

// Array.isArray does not narrow a readonly array away from the object case.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
