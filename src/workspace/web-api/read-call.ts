import { isRecord, type Json, readJson } from '../json.ts';

/** A Web API call as it came in: the token apart from the arguments. */
export interface ReadCall {
  readonly token: string | undefined;
  readonly args: Json;
}

/** Arguments that a form carries as JSON text. */
const JSON_ARGUMENTS = new Set(['blocks', 'view', 'metadata', 'attachments', 'files']);

/** Reads a body, a query and an Authorization header; JSON and form bodies give the same arguments. */
export function readCall(request: {
  readonly contentType: string;
  readonly authorization: string | undefined;
  readonly query: URLSearchParams;
  readonly body: string;
}): ReadCall {
  const { contentType, authorization, query, body } = request;
  const isJson = contentType.startsWith('application/json');
  const parsed = isJson ? readJson(body) : undefined;
  const given = isRecord(parsed) ? parsed : fromForm(new URLSearchParams(isJson ? '' : body));
  const { token, ...args } = { ...fromForm(query), ...given };
  const bearer = authorization?.match(/^Bearer\s+(.+)$/i)?.[1];
  return { token: bearer ?? (typeof token === 'string' ? token : undefined), args };
}

function fromForm(form: URLSearchParams): Json {
  const args: Record<string, unknown> = {};
  for (const [key, value] of form) {
    args[key] = JSON_ARGUMENTS.has(key) ? (readJson(value) ?? value) : value;
  }
  return args;
}
