import type { BlockFault } from '../blockkit/validate.ts';
import { blockRefusal, faultMessages } from './block-checks.ts';
import type { Channel } from './directory.ts';
import type { FaultState } from './faults.ts';
import type { Identity } from './identity.ts';
import type { Ids } from './ids.ts';
import { field, isRecord, type Json, textField } from './json.ts';
import type { MessageStore, StoredMessage } from './message-store.ts';
import { cutText } from './web-api/message-content.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** The right to answer one move, five times within half an hour. */
export interface ResponseUrl {
  readonly id: string;
  readonly channel: Channel;
  readonly personId: string;
  readonly issuedAt: number;
  usesLeft: number;
  /** The message the move was made in, or the last one this URL posted. */
  original: StoredMessage | undefined;
  /** Every message this URL has posted or changed. */
  readonly posted: StoredMessage[];
}

/** What came of a post to a response URL. */
interface ResponseAnswer {
  readonly status: number;
  readonly body: Json;
}

/** What came of applying a body; a refusal names what Slack would say. */
export type Applied =
  | { readonly kind: 'applied' }
  | { readonly kind: 'refused'; readonly error: string; readonly faults: readonly BlockFault[] };

/** The workspace's response URLs. */
export interface ResponseUrls {
  issue(move: { channel: Channel; personId: string; original?: StoredMessage }): ResponseUrl;
  /** A post from the app, counted against the URL's uses. */
  post(id: string, body: unknown): ResponseAnswer;
  /** What a body says, done in the channel; an acknowledgement's body comes here too, uncounted. */
  apply(url: ResponseUrl, body: unknown): Applied;
}

/** What response URLs act on. */
export interface ResponseUrlParts {
  readonly ids: Ids;
  readonly identity: Identity;
  readonly messages: MessageStore;
  readonly faults: FaultState;
  readonly now: () => number;
}

/** No URLs issued yet. */
export function createResponseUrls(parts: ResponseUrlParts): ResponseUrls {
  const { ids, now } = parts;
  const urls = new Map<string, ResponseUrl>();
  const apply = (url: ResponseUrl, body: unknown) => applyBody(parts, url, body);
  return {
    apply,
    issue({ channel, personId, original }) {
      const id = ids.next('R');
      const fresh = { usesLeft: USES, issuedAt: now(), posted: [], original };
      const url: ResponseUrl = { id, channel, personId, ...fresh };
      urls.set(id, url);
      return url;
    },
    post(id, body) {
      const url = urls.get(id);
      if (!url || now() - url.issuedAt > LIFE_MS) return answer(404, 'expired_url');
      if (url.usesLeft < 1) return answer(404, 'used_url');
      const applied = apply(url, body);
      if (applied.kind === 'refused') return answer(400, applied.error, applied.faults);
      url.usesLeft -= 1;
      return { status: 200, body: { ok: true } };
    },
  };
}

function answer(status: number, error: string, faults: readonly BlockFault[] = []): ResponseAnswer {
  const detail = faults.length > 0 && { response_metadata: { messages: faultMessages(faults) } };
  return { status, body: { ok: false, error, ...detail } };
}

function refused(error: string, faults: readonly BlockFault[] = []): Applied {
  return { kind: 'refused', error, faults };
}

function applyBody(parts: ResponseUrlParts, url: ResponseUrl, body: unknown): Applied {
  const { messages, faults, identity } = parts;
  if (!isRecord(body)) return refused('invalid_payload');
  const current = url.original && messages.find(url.original.channel, url.original.ts);
  if (field(body, 'delete_original') === true) {
    if (current) messages.remove(current);
    return { kind: 'applied' };
  }
  const text = cutText(textField(body, 'text') ?? '');
  const given = field(body, 'blocks');
  const refusal = blockRefusal(given, faults.flags.refuseRich);
  if (refusal) return refused(refusal.error, refusal.faults);
  const blocks = Array.isArray(given) ? given.filter(isRecord) : undefined;
  if (text === '' && !blocks?.length) return refused('no_text');
  const content = { text, blocks };
  const replaces = field(body, 'replace_original') === true && current;
  const open = textField(body, 'response_type') === 'in_channel';
  const posted = replaces
    ? messages.edit(current, content)
    : messages.post({
        ...content,
        channel: url.channel,
        user: identity.botUserId,
        threadTs: textField(body, 'thread_ts') ?? current?.threadTs,
        ephemeralTo: open ? undefined : url.personId,
      });
  url.posted.push(posted);
  url.original ??= posted;
  return { kind: 'applied' };
}
