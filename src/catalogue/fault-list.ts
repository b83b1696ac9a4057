import type { z } from 'zod';
import type { CatalogueFault } from '../application/catalogue-fault.ts';
import { didYouMean } from './did-you-mean.ts';
import { type Path, printPath, shorten } from './path.ts';
import type { Place, YamlText } from './read-yaml.ts';

/** Reads parts of a catalogue and keeps every fault found on the way. */
export interface FaultList {
  /** The value as this schema has it, or null with a fault for each thing wrong in it. */
  read<Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    path: Path,
  ): z.output<Schema> | null;
  add(path: Path, message: string): void;
  /** Like `add`, pointing at the key rather than its value. */
  addAtKey(path: Path, message: string): void;
  /** Like `add`, of a definition that can be read and only cannot be meant: a lint finds it as well. */
  addFound(path: Path, message: string): void;
  faults(): readonly CatalogueFault[];
  /** Whether any fault is more than what a lint finds. */
  isUnreadable(): boolean;
}

export const faultList = (yaml: YamlText): FaultList => {
  const found: CatalogueFault[] = [...yaml.faults];
  const unread = new Set(yaml.faults.map(({ key }) => key));
  let isUnreadable = yaml.faults.length > 0;
  const put = (place: Place, path: Path, message: string): void => {
    const key = printPath(path);
    if (!unread.has(key)) found.push({ ...place, key, message });
  };
  const add = (path: Path, message: string): void => {
    isUnreadable = true;
    put(yaml.placeOf(path), path, message);
  };
  const addAtKey = (path: Path, message: string): void => {
    isUnreadable = true;
    put(yaml.keyPlaceOf(path), path, message);
  };
  return {
    add,
    addAtKey,
    addFound: (path, message) => put(yaml.placeOf(path), path, message),
    isUnreadable: () => isUnreadable,
    read: (schema, value, path) => {
      const read = schema.safeParse(value);
      if (read.success) return read.data;
      for (const issue of read.error.issues) {
        if (issue.code !== 'unrecognized_keys') {
          add([...path, ...pathOf(issue)], sentenceFor(issue, foundAt(value, issue)));
          continue;
        }
        for (const key of issue.keys) addAtKey([...path, key], unknownKey(key, keysOf(schema)));
      }
      return null;
    },
    // A baseline that several parts inherit is read with each of them, and its fault told once.
    faults: () =>
      [...new Map(found.map((fault) => [JSON.stringify(fault), fault])).values()].sort(
        (a, b) => a.line - b.line || a.column - b.column,
      ),
  };
};

type Issue = z.core.$ZodIssue;

const pathOf = (issue: Issue): Path =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));

/** What the file holds there; the issue itself may only know what a schema made of it. */
const foundAt = (value: unknown, issue: Issue): unknown =>
  issue.path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined,
    value,
  );

/** The message a schema gives is what it expected: "a number such as 41 or 0.72". */
const sentenceFor = (issue: Issue, found: unknown): string => {
  const known = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const hint = typeof found === 'string' ? didYouMean(found, known) : '';
  return `expected ${issue.message}, but ${describe(found)}.${hint}`;
};

const describe = (value: unknown): string => {
  if (value === undefined) return 'it is missing';
  if (value === null) return 'found nothing';
  if (Array.isArray(value)) return 'found a list';
  if (typeof value === 'object') return 'found a mapping';
  return typeof value === 'string' ? `found "${shorten(value)}"` : `found ${String(value)}`;
};

const keysOf = (schema: z.ZodType): readonly string[] =>
  'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
    ? Object.keys(schema.shape)
    : [];

const unknownKey = (key: string, known: readonly string[]): string => {
  const hint = didYouMean(key, known);
  const choice = hint === '' ? ` The keys here are: ${known.join(', ')}.` : hint;
  return `I don't know the key "${shorten(key)}".${choice}`;
};
