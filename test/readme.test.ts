import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCommand } from '../src/application/command.ts';
import { textOfBlocks } from '../src/blockkit/fallback-text.ts';
import { COMMANDS } from '../src/cli/help.ts';
import { answerCommand } from '../src/slack/command.ts';
import { ASKER, edgeWith } from './slack/fixtures.ts';

const readme = readFileSync('README.md', 'utf8');
const section = (title: string): string =>
  readme.split(/^## /m).find((each) => each.startsWith(`${title}\n`)) ?? '';
/** What stands between backticks in the first cell of a section's rows. */
const namesIn = (title: string): readonly string[] =>
  [...section(title).matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
const words = (text: string): string =>
  text
    .replaceAll(/[*|>]|-{3,}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test('the answer it shows is the answer that the bot gives', () => {
  const [, shown = ''] = /^> `\/mopac status 2\.4`\n>\n((?:>.*\n)+)/m.exec(readme) ?? [];
  const { blocks = [] } = answerCommand(edgeWith(), 'status 2.4', 'rich', ASKER);
  expect(words(shown)).toBe(words(textOfBlocks(blocks)));
});

test('it lists the settings that there are, and no others', () => {
  const known = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z_]+): optional\(/gm)];
  expect(namesIn('Settings').toSorted()).toEqual(known.map(([, name]) => name).toSorted());
});

test('it lists every command of the terminal', () => {
  const listed = namesIn('Commands').flatMap((name) => /mopac -- (\w+)/.exec(name)?.[1] ?? []);
  expect(listed.toSorted()).toEqual(COMMANDS.toSorted());
});

test('every npm script it names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(([, name]) => name);
  const ofNpm = ['ci', 'and', 'brings'];
  expect(
    named.filter((name = '') => !(ofNpm.includes(name) || Object.keys(scripts).includes(name))),
  ).toEqual([]);
});

test('every /mopac it shows is understood', () => {
  const shown = [...readme.matchAll(/`(\/mopac[^`]*)`/g)].map(([, text = '']) => text);
  expect(shown.length).toBeGreaterThan(4);
  expect(shown.filter((text) => readCommand(text).kind === 'unknown')).toEqual([]);
});

test('it explains the scopes that the manifest asks for, and no others', () => {
  const { bot, bot_optional } = parse(readFileSync('manifest.yml', 'utf8')).oauth_config.scopes;
  const explained = namesIn('What the app may do in Slack');
  expect(explained.toSorted()).toEqual([...bot, ...bot_optional, 'connections:write'].toSorted());
});

test('every page it leads to is there', () => {
  const pages = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
  expect(pages.length).toBeGreaterThan(8);
  for (const path of pages) expect(() => readFileSync(path), path).not.toThrow();
});
