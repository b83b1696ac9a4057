import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { FaultBox } from '../faults.ts';
import type { Moves } from '../moves.ts';
import { createPerson } from '../person.ts';
import type { ExtraRoutes } from '../server.ts';
import { clientAsset, libraryAsset, sharedAsset } from './assets.ts';
import type { PageControls } from './controls.ts';
import { faultSwitch, throwSwitch } from './fault-switches.ts';
import { pageHtml, pagePolicy } from './html.ts';
import { createLive } from './live.ts';
import { logEntry, logLines } from './log-door.ts';
import { makeMove, offersFor, pageMove, pageSearch } from './page-move.ts';
import type { MoveAnswer, PageControl } from './protocol.ts';
import { createReadingMarks } from './reading-marks.ts';
import { isSameSite, readJsonBody, send, sendJson } from './respond.ts';
import { type PageParts, snapshotFor } from './snapshot.ts';
import { createUnderway } from './underway.ts';

/** A page that is being served. */
export interface Page {
  readonly routes: ExtraRoutes;
  /** Hangs up on open pages, which then ask whether there is a workspace again. */
  close(): void;
}

/** What the page is given of its workspace. */
export interface PageOptions {
  readonly moves: Moves;
  readonly faults: FaultBox;
  readonly controls: PageControls | null;
  connections(): number;
}

const control = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('jump'), id: z.string() }),
  z.strictObject({ kind: z.literal('moveTo'), local: z.string() }),
  z.strictObject({ kind: z.literal('startAfresh'), story: z.string().nullable() }),
  z.strictObject({ kind: z.literal('fault'), fault: faultSwitch }),
]) satisfies z.ZodType<PageControl>;

/**
 * The workspace's page: one document, its modules, and what they ask for. It answers only requests
 * that come from itself, so that no other site open in the same browser can act here.
 */
export function createPage({ moves, faults, controls, connections }: PageOptions): Page {
  const generation = randomUUID();
  const parts: PageParts = {
    moves,
    controls,
    generation,
    connections,
    marks: createReadingMarks(),
    underway: createUnderway(),
  };
  const { inspector, directory } = moves.core;
  const live = createLive(inspector, generation);
  const personIn = (url: URL) => {
    const person = directory.findPerson(url.searchParams.get('as') ?? '');
    return person && !person.deleted ? person : undefined;
  };

  const get = (url: URL, response: ServerResponse): boolean => {
    const { pathname } = url;
    if (pathname === '/') {
      const policy = { 'content-security-policy': pagePolicy };
      return send(response, 200, 'text/html; charset=utf-8', pageHtml, policy);
    }
    if (pathname === '/page/live') {
      live.attach(response);
      return true;
    }
    if (pathname === '/page/state') {
      const [first] = directory.people.values();
      const me = personIn(url) ?? first;
      return me !== undefined && sendJson(response, 200, snapshotFor(parts, me));
    }
    if (pathname === '/page/log') return sendJson(response, 200, logLines(inspector));
    const entry = /^\/page\/log\/(\d{1,6})$/.exec(pathname)?.[1];
    if (entry !== undefined) return sendJson(response, 200, logEntry(inspector, Number(entry)));
    const asset =
      under('/page/client/', pathname, clientAsset) ??
      under('/page/library/', pathname, libraryAsset) ??
      under('/page/', pathname, sharedAsset);
    return asset !== undefined && send(response, 200, asset.contentType, asset.body);
  };

  const post = async (url: URL, request: IncomingMessage, response: ServerResponse) => {
    const body = await readJsonBody(request);
    if (url.pathname === '/page/controls') {
      const asked = control.safeParse(body);
      if (!asked.success) return sendJson(response, 400, refusal('The page asked amiss.'));
      return sendJson(response, 200, await act(asked.data, faults, controls));
    }
    const person = personIn(url);
    const search = pageSearch.safeParse(body);
    if (url.pathname === '/page/offers' && person && search.success) {
      const offers = await offersFor(parts, createPerson(moves, person), search.data);
      return sendJson(response, 200, offers);
    }
    const move = pageMove.safeParse(body);
    if (!person || !move.success) {
      return sendJson(response, 400, refusal('The page asked for a move there is none of.'));
    }
    const answer = await makeMove(parts, person, move.data);
    return sendJson(response, 200, answer);
  };

  const routes: ExtraRoutes = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/' && !url.pathname.startsWith('/page/')) return false;
    if (!isSameSite(request)) return sendJson(response, 403, refusal('Only this page may ask.'));
    if (request.method === 'GET') return get(url, response);
    if (request.method !== 'POST' || !/^\/page\/(moves|controls|offers)$/.test(url.pathname))
      return false;
    post(url, request, response).catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      sendJson(response, 500, refusal(`The local workspace failed: ${words}`));
    });
    return true;
  };
  return { routes, close: live.close };
}

const under = <T>(prefix: string, path: string, find: (rest: string) => T): T | undefined =>
  path.startsWith(prefix) ? find(path.slice(prefix.length)) : undefined;

async function act(
  asked: PageControl,
  faults: FaultBox,
  controls: PageControls | null,
): Promise<MoveAnswer> {
  const notice = await obey(asked, faults, controls);
  return { ok: notice === null, notice, faults: [] };
}

async function obey(
  asked: PageControl,
  faults: FaultBox,
  controls: PageControls | null,
): Promise<string | null> {
  const noClock = 'Nobody lent this page a clock.';
  switch (asked.kind) {
    case 'fault':
      throwSwitch(faults, asked.fault);
      return null;
    case 'jump':
      return controls ? controls.jump(asked.id) : noClock;
    case 'moveTo':
      return controls ? controls.moveTo(asked.local) : noClock;
    case 'startAfresh':
      return controls ? controls.startAfresh(asked.story) : noClock;
  }
}

const refusal = (notice: string): MoveAnswer => ({ ok: false, notice, faults: [] });
