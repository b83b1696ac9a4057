import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFaultBox, createFaultState } from '../../src/workspace/faults.ts';
import { REQUIREMENTS } from '../../src/workspace/scopes.ts';
import { METHODS } from '../../src/workspace/web-api/methods.ts';

const guide = readFileSync('docs/local-slack.md', 'utf8');
const section = (heading: string): string => {
  const [, after = ''] = guide.split(`\n## ${heading}\n`);
  const [text = ''] = after.split('\n## ');
  return text;
};

/** The source of a folder, all of it. */
const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');

test('the guide to the local Slack lists exactly the methods it answers', () => {
  const names = [...section('Web API methods').matchAll(/`(\w+(?:\.\w+)+)`/g)];
  const listed = names.map(([, name = '']) => name);
  expect(listed.toSorted()).toEqual(Object.keys(REQUIREMENTS).toSorted());
  const answered = new Set([...Object.keys(METHODS), 'apps.connections.open']);
  expect(Object.keys(REQUIREMENTS).filter((method) => !answered.has(method))).toEqual([]);
});

test('the guide lists exactly the switches of the fault box', () => {
  const box = createFaultBox(createFaultState(), {
    dropSockets: () => undefined,
    stallSockets: () => undefined,
    archiveChannel: () => undefined,
  });
  const rows = [...section('The fault box').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual(Object.keys(box).toSorted());
});

test('every word of Slack’s that the guide says is answered or sent is in the source', () => {
  const said = section('What is enforced') + section('What people can do');
  const words = [...said.matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(([, word = '']) => word);
  const source = sourceOf('src/workspace') + sourceOf('src/blockkit');
  expect(words.length).toBeGreaterThan(40);
  expect(words.filter((word) => !source.includes(word))).toEqual([]);
});

test('every rule of the guide says where it comes from', () => {
  const rules = section('What is enforced')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Rule|---)/.test(line));
  expect(rules.length).toBeGreaterThan(30);
  expect(rules.filter((rule) => !/\| (documented|measured|assumed)\b/.test(rule))).toEqual([]);
  const files = [...guide.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path);
  expect(files.filter((path) => readFileSync(path, 'utf8') === '')).toEqual([]);
});
