import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A file for the browser. */
interface Asset {
  readonly contentType: string;
  readonly body: string;
}

const CLIENT = new URL('../client/', import.meta.url);

/** The libraries the page's modules import by name, as their makers built them for browsers. */
const LIBRARIES: Readonly<Record<string, URL>> = Object.fromEntries(
  ['preact', 'preact/hooks', 'htm', 'htm/preact', 'marked'].map((name) => [
    name,
    new URL(import.meta.resolve(name)),
  ]),
);

const addressOf = (name: string, entry: URL): string =>
  `/page/library/${name}/${entry.pathname.split('/').at(-1)}`;

/** The page's import map: names of libraries to the addresses they are served at. */
export const importMap = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(LIBRARIES).map(([name, entry]) => [name, addressOf(name, entry)]),
  ),
});

const SAFE_PATH = /^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:ts|css|svg)$/;
const SAFE_LIBRARY_FILE = /^(?:[A-Za-z]+\/)*[A-Za-z.]+\.m?js$/;
const SCRIPT = 'text/javascript; charset=utf-8';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ts: SCRIPT,
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Modules of the workspace that the page shares; they need nothing of Node's. */
const SHARED: ReadonlySet<string> = new Set([
  'json.ts',
  'input-state.ts',
  'elements.ts',
  'dispatching.ts',
]);

/** A shared module; it is served where the page's own modules look for it, one folder above them. */
export function sharedAsset(path: string): Asset | undefined {
  return SHARED.has(path) ? source(`../${path}`) : undefined;
}

/** One of the page's own modules or style sheets, types taken out; undefined when there is none. */
export function clientAsset(path: string): Asset | undefined {
  return SAFE_PATH.test(path) ? source(path) : undefined;
}

function source(path: string): Asset | undefined {
  const extension = path.split('.').at(-1) ?? '';
  const text = read(new URL(path, CLIENT));
  if (text === undefined) return undefined;
  const contentType = CONTENT_TYPES[extension] ?? 'text/plain';
  return { contentType, body: extension === 'ts' ? stripTypeScriptTypes(text) : text };
}

/** A file of one of the libraries, by the library's name and its place beside the entry. */
export function libraryAsset(path: string): Asset | undefined {
  const name = Object.keys(LIBRARIES)
    .filter((each) => path.startsWith(`${each}/`))
    // `preact/hooks/hooks.mjs` is a file of preact/hooks, not of preact.
    .sort((one, other) => other.length - one.length)[0];
  const entry = name === undefined ? undefined : LIBRARIES[name];
  if (name === undefined || entry === undefined) return undefined;
  const file = path.slice(name.length + 1);
  const text = SAFE_LIBRARY_FILE.test(file) ? read(new URL(file, entry)) : undefined;
  return text === undefined ? undefined : { contentType: SCRIPT, body: text };
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(fileURLToPath(file), 'utf8');
  } catch {
    return undefined;
  }
}
