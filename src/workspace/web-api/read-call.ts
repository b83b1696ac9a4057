import { isRecord, type Json, readJson } from '../json.ts';

/** A Web API call as it came in: the token apart from the arguments. */
export interface ReadCall {
  readonly token: string | undefined;
  readonly args: Json;
  /** Slack's word for a body it cannot read. */
  readonly refused?: string;
  /** Slack's word for a body it reads with a frown. */
  readonly warning?: string;
}

/** A call's parts, as HTTP carries them. */
export interface RawCall {
  readonly contentType: string;
  readonly authorization: string | undefined;
  readonly query: URLSearchParams;
  /** Its text; a form in parts comes as one in one piece, and undefined is one that was none. */
  readonly body: string | undefined;
}

/** Arguments that a form carries as JSON text. */
const JSON_ARGUMENTS = new Set(['blocks', 'view', 'metadata', 'attachments', 'files']);

const READ_TYPES = new Set([
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
]);

const READ_CHARSETS = new Set(['utf-8', 'utf8', 'iso-8859-1']);

/**
 * Reads a body, a query and an Authorization header; JSON and form bodies give the same arguments.
 * The token comes in the header or as a field of a form: not in JSON, and not in the address, where
 * Slack takes it from old apps only.
 */
export function readCall({ contentType, authorization, query, body }: RawCall): ReadCall {
  const bearer = authorization?.match(/^Bearer\s+(.+)$/i)?.[1];
  const { token: inAddress, ...asked } = fromForm(query);
  const refused = (word: string): ReadCall => ({ token: bearer, args: asked, refused: word });
  if (body === undefined) return refused('invalid_form_data');
  const unread = refusalOf(contentType, body);
  if (unread !== undefined) return refused(unread);
  if (typeOf(contentType) === 'application/json' && body !== '') {
    const args = readJson(body);
    if (args === undefined) return refused('invalid_json');
    if (!isRecord(args)) return refused('json_not_object');
    const { token: _inJson, ...given } = args;
    const warning = charsetOf(contentType) === undefined && { warning: 'missing_charset' };
    return { token: bearer, args: { ...asked, ...given }, ...warning };
  }
  const { token: inForm, ...given } = fromForm(new URLSearchParams(body));
  const token = bearer ?? (typeof inForm === 'string' ? inForm : undefined);
  if (token === undefined && inAddress !== undefined) return refused('invalid_auth');
  return { token, args: { ...asked, ...given } };
}

function refusalOf(contentType: string, body: string): string | undefined {
  if (body === '') return undefined;
  const type = typeOf(contentType);
  if (type === '') return 'missing_post_type';
  if (!READ_TYPES.has(type)) return 'invalid_post_type';
  const charset = charsetOf(contentType);
  return charset === undefined || READ_CHARSETS.has(charset) ? undefined : 'invalid_charset';
}

const typeOf = (contentType: string): string =>
  contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';

const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();

function fromForm(form: URLSearchParams): Json {
  const args: Record<string, unknown> = {};
  for (const [key, value] of form) {
    args[key] = JSON_ARGUMENTS.has(key) ? (readJson(value) ?? value) : value;
  }
  return args;
}
