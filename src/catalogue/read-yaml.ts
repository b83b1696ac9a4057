import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { CatalogueFault } from '../application/catalogue-fault.ts';
import { type Path, printPath, shorten } from './path.ts';

/**
 * A YAML value with every number still as its source text, so that 0.72 is never a float and a
 * reference written without quotes keeps its last nought (4.10).
 */
type Plain = null | boolean | string | readonly Plain[] | { readonly [key: string]: Plain };

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface YamlText {
  /** False where the text is no YAML at all, so that there is nothing to read on. */
  readonly readable: boolean;
  readonly value: Plain;
  /** Where this value stands; where it is missing, the nearest thing that holds it. */
  readonly placeOf: (path: Path) => Place;
  readonly keyPlaceOf: (path: Path) => Place;
  readonly faults: readonly CatalogueFault[];
}

// Real catalogues are a few dozen kilobytes.
const LONGEST_FILE = 5_000_000;
const DEEPEST = 20;

/** Reads YAML (or JSON, its subset), keeping the line of every value. Never throws on any text. */
export const readYaml = (text: string, language: 'YAML' | 'JSON'): YamlText => {
  if (text.length > LONGEST_FILE) {
    return unread(
      `The file is ${text.length} characters long; a catalogue is under ${LONGEST_FILE}.`,
    );
  }
  try {
    return readDocument(text, language);
  } catch (error) {
    // The library recurses: brackets nested tens of thousands deep exhaust the stack.
    if (error instanceof RangeError) return unread('The text is nested too deeply to be read.');
    throw error;
  }
};

const unread = (message: string): YamlText => ({
  readable: false,
  value: null,
  placeOf: () => START,
  keyPlaceOf: () => START,
  faults: [{ ...START, key: '', message }],
});

const START: Place = { line: 1, column: 1 };

const readDocument = (text: string, language: string): YamlText => {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    // Silence would also hide that the text holds several documents, all but the first unread.
    logLevel: 'error',
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults: CatalogueFault[] = [...document.errors, ...document.warnings].map((error) => ({
    ...place(error.pos[0]),
    key: '',
    message: `this is not ${language} that can be read: ${shorten(error.message)}`,
  }));
  if (faults.length > 0) return { ...unread(''), faults };
  const reading: Reading = { place, values: new Map(), keys: new Map(), faults };
  const value = plainOf(reading, document.contents, [], START);
  return {
    readable: true,
    value,
    faults,
    placeOf: (path) => nearest(reading.values, path),
    keyPlaceOf: (path) => reading.keys.get(JSON.stringify(path)) ?? nearest(reading.values, path),
  };
};

interface Reading {
  readonly place: (offset: number) => Place;
  readonly values: Map<string, Place>;
  readonly keys: Map<string, Place>;
  readonly faults: CatalogueFault[];
}

const nearest = (places: ReadonlyMap<string, Place>, path: Path): Place => {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(JSON.stringify(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return START;
};

const plainOf = (reading: Reading, node: Node | null, path: Path, above: Place): Plain => {
  const start =
    node?.range === null || node?.range === undefined ? above : reading.place(node.range[0]);
  const fault = (message: string): null => {
    reading.faults.push({ ...start, key: printPath(path), message });
    return null;
  };
  if (path.length > DEEPEST) return fault('this is nested too deeply for a catalogue.');
  // A list or mapping is pointed at by its key, which is where people look; a value by itself.
  reading.values.set(JSON.stringify(path), isScalar(node) || isAlias(node) ? start : above);
  if (isAlias(node)) return fault('anchors and aliases are not read here: write the value out.');
  if (isMap<unknown, Node | null>(node)) return mappingOf(reading, node.items, path, start);
  if (isSeq<Node | null>(node)) {
    return node.items.map((item, index) =>
      plainOf(reading, item, [...path, index], startOf(reading, item, start)),
    );
  }
  if (!isScalar(node)) return null;
  if (typeof node.value === 'number' || typeof node.value === 'bigint') return node.source ?? '';
  if (typeof node.value === 'boolean' || typeof node.value === 'string') return node.value;
  return node.value === null ? null : fault('expected text, a number, true or false.');
};

const startOf = (reading: Reading, node: Node | null, above: Place): Place =>
  node?.range === null || node?.range === undefined ? above : reading.place(node.range[0]);

type Pair = { readonly key: unknown; readonly value: Node | null };

const mappingOf = (
  reading: Reading,
  pairs: readonly Pair[],
  path: Path,
  above: Place,
): { readonly [key: string]: Plain } => {
  const entries = new Map<string, Plain>();
  for (const { key, value } of pairs) {
    if (!isScalar(key) || key.range === null || key.range === undefined) {
      reading.faults.push({
        ...above,
        key: printPath(path),
        message: 'a key must be a plain word.',
      });
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    const inner = [...path, name];
    const place = reading.place(key.range[0]);
    if (entries.has(name)) {
      const message = `the key "${shorten(name)}" is written twice.`;
      reading.faults.push({ ...place, key: printPath(inner), message });
      continue;
    }
    reading.keys.set(JSON.stringify(inner), place);
    entries.set(name, plainOf(reading, value, inner, place));
  }
  return Object.fromEntries(entries);
};
