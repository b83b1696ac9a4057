import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openFrontDoor } from '../../src/demo/front-door.ts';
import { type Runs, startRuns } from '../../src/demo/runs.ts';

const { CHROMIUM } = process.env;
const WHERE_BROWSERS_ARE = [CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Where the pictures go that show what the page looked like. */
const PICTURES = '.artefacts/screenshots';

/** The two kinds of screen every story is played on. */
export const SCREENS = [
  { name: 'desktop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
] as const;
export type Screen = (typeof SCREENS)[number];

const executablePath = WHERE_BROWSERS_ARE.find((path) => path !== undefined && existsSync(path));

/** A page of the local Slack in a real browser. */
export interface Sight {
  readonly page: Page;
  /** Takes a picture of the screen, kept under this name. */
  picture(name: string): Promise<void>;
  /** Fails with what axe finds to be seriously wrong for people who use assistive technology. */
  checkAccess(): Promise<void>;
}

/** The demo as a visitor opens it. */
export interface Visit extends Sight {
  readonly runs: Runs;
}

/** Starts the demo behind its front door and opens it; everything is closed when the test ends. */
export async function visitDemo(
  screen: Screen,
  scheme: 'light' | 'dark' = 'light',
): Promise<Visit> {
  const runs = await startRuns();
  const door = await openFrontDoor(
    (request, response) => runs.current().workspace.handle(request, response),
    0,
  );
  onTestFinished(async () => {
    await door.close();
    await runs.close();
  });
  return { ...(await openSight(door.address, screen, scheme)), runs };
}

/** Opens a page of the local Slack; it asks nothing of any other host and logs no error. */
export async function openSight(
  address: string,
  screen: Screen,
  scheme: 'light' | 'dark' = 'light',
): Promise<Sight> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { width, height } = screen;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error') troubles.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) troubles.push(`asked ${request.url()}`);
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, `failed-${task.name.slice(0, 40)}`);
    expect(troubles).toEqual([]);
  });
  await page.goto(address);
  await page.getByRole('navigation', { name: 'Beside the workspace' }).waitFor();
  return {
    page,
    picture: (name) => keepPicture(page, `${name}-${screen.name}`),
    checkAccess: () => checkAccess(page),
  };
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`) });
}

async function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium on this machine. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function checkAccess(page: Page): Promise<void> {
  // The page's own policy lets in no script, so axe is evaluated by the browser's debugger instead.
  await page.evaluate(readFileSync(axePath, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(found).toEqual([]);
}

/** On a narrow screen the people and channels are behind the menu button. */
export async function openPeople(page: Page, screen: Screen): Promise<void> {
  if (screen.name === 'phone') await page.locator('.menu-button').click();
}
