import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFaultBox, createFaultState } from '../../src/workspace/faults.ts';
import { REQUIREMENTS } from '../../src/workspace/scopes.ts';
import { METHODS } from '../../src/workspace/web-api/methods.ts';

const guide = readFileSync('docs/local-slack.md', 'utf8');
const named = (heading: string): readonly string[] => {
  const [, section = ''] = guide.split(`\n## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/`([A-Za-z.0-9]+)`/g)].map(([, name = '']) => name);
};

test('the guide to the local Slack lists exactly the methods it answers', () => {
  const listed = named('Web API methods').filter((name) => name.includes('.'));
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
  const [, section = ''] = guide.split('\n## The fault box\n');
  const rows = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual(Object.keys(box).toSorted());
});
