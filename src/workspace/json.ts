/** A JSON object whose fields have yet to be checked. */
export type Json = Readonly<Record<string, unknown>>;

/** True for a JSON object; arrays and null are not objects here. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key, or undefined when there is no such key or no object. */
export function field(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

/** The text under a key; anything that is not text counts as absent. */
export function textField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The number under a key; anything that is not a number counts as absent. */
export function numberField(value: unknown, key: string): number | undefined {
  const found = field(value, key);
  return typeof found === 'number' ? found : undefined;
}

/** The objects in the list under a key; an absent list is empty. */
export function recordsField(value: unknown, key: string): readonly Json[] {
  const found = field(value, key);
  return Array.isArray(found) ? found.filter(isRecord) : [];
}

/** The wording inside a Slack text object under a key, such as a button's `text`. */
export function wordingField(value: unknown, key: string): string | undefined {
  return textField(field(value, key), 'text');
}

/** JSON text as a value, or undefined when it is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
