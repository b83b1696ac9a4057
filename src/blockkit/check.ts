import { countCharacters } from './escape.ts';
import { type BlockFault, fault, under } from './fault.ts';

/** A JSON object whose fields have yet to be checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Says what is wrong with a value found at a JSON pointer; an empty list means nothing is. */
export type Check = (value: unknown, at: string) => readonly BlockFault[];

/** A rule over a whole object, run after its fields are checked one by one. */
export type Rule = (fields: Fields, at: string) => readonly BlockFault[];

/** True for a JSON object; arrays and null are not objects here. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key, or undefined when there is no such key or no object. */
export function field(value: unknown, key: string): unknown {
  return isFields(value) ? value[key] : undefined;
}

/** The list under a key, or an empty one when there is no list there. */
export function listIn(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}

/** The text under a key; anything that is not text counts as absent. */
export function textIn(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** A string of 1 to `max` characters; Slack refuses the empty string wherever it takes text. */
export function text(max = Number.POSITIVE_INFINITY): Check {
  return (value, at) => {
    if (typeof value !== 'string') return fault(at, 'wrong_type', 'must be a string');
    if (value === '') return fault(at, 'empty', 'must not be an empty string');
    if (!value.isWellFormed()) return fault(at, 'malformed', 'holds half a surrogate pair');
    const length = countCharacters(value);
    if (length <= max) return [];
    return fault(at, 'too_long', `is ${length} characters long; Slack allows ${max}`);
  };
}

/** A string in the form of the pattern; `form` says that form to a reader. */
export function pattern(form: string, expression: RegExp): Check {
  return (value, at) => {
    if (typeof value !== 'string') return fault(at, 'wrong_type', 'must be a string');
    return expression.test(value) ? [] : fault(at, 'malformed', `must be ${form}`);
  };
}

/** A whole number from `min` to `max`, both allowed. */
export function integer({ min, max }: { min: number; max: number }): Check {
  return (value, at) => {
    if (!Number.isInteger(value)) return fault(at, 'wrong_type', 'must be a whole number');
    const inRange = Number(value) >= min && Number(value) <= max;
    return inRange ? [] : fault(at, 'out_of_range', `must be from ${min} to ${max}`);
  };
}

/** A number that JSON can carry: NaN and the infinities would arrive as null. */
export const finiteNumber: Check = (value, at) =>
  Number.isFinite(value) ? [] : fault(at, 'wrong_type', 'must be a finite number');

export const flag: Check = (value, at) =>
  typeof value === 'boolean' ? [] : fault(at, 'wrong_type', 'must be true or false');

/** Anything at all: for the parts of a payload whose rules we do not know. */
export const anything: Check = () => [];

export function oneOf(...allowed: readonly (string | number)[]): Check {
  return (value, at) =>
    allowed.some((each) => each === value)
      ? []
      : fault(at, 'not_one_of', `must be one of ${allowed.join(', ')}`);
}

/** A list of `min` to `max` items, each of which passes the check. */
export function list(item: Check, { min = 1, max = Number.POSITIVE_INFINITY } = {}): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return fault(at, 'wrong_type', 'must be a list');
    const count = value.length;
    return [
      ...(count < min ? fault(at, 'too_few', `holds ${count} items; Slack needs ${min}`) : []),
      ...(count > max ? fault(at, 'too_many', `holds ${count} items; Slack allows ${max}`) : []),
      ...value.flatMap((each, index) => item(each, under(at, index))),
    ];
  };
}

/**
 * An object with these fields and no others, for Slack refuses "additional properties".
 * A field set to undefined is absent, as it will be in the JSON.
 */
export function shape(parts: {
  required?: Readonly<Record<string, Check>>;
  optional?: Readonly<Record<string, Check>>;
  rule?: Rule;
  /** True where Slack's own list of fields is not known well enough to refuse others. */
  open?: boolean;
}): Check {
  const { required = {}, optional = {}, rule, open = false } = parts;
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, at) => {
    if (!isFields(value)) return fault(at, 'wrong_type', 'must be an object');
    const present = Object.entries(value).filter(([, each]) => each !== undefined);
    return [
      ...Object.keys(required)
        .filter((key) => value[key] === undefined)
        .flatMap((key) => fault(under(at, key), 'missing', `needs "${key}"`)),
      ...present.flatMap(([key, each]) => {
        const check = known.get(key);
        if (check) return check(each, under(at, key));
        return open ? [] : fault(under(at, key), 'unknown_key', `does not take "${key}"`);
      }),
      ...(rule ? rule(value, at) : []),
    ];
  };
}

/** `shape` for an object that names its kind in `type`. */
export function typed(type: string, parts: Parameters<typeof shape>[0] = {}): Check {
  return shape({ ...parts, required: { type: oneOf(type), ...parts.required } });
}

/** One of several kinds of object, told apart by `type`; `holder` names the place in the message. */
export function byType(kinds: Readonly<Record<string, Check>>, holder: string): Check {
  const known = new Map(Object.entries(kinds));
  return (value, at) => {
    if (!isFields(value)) return fault(at, 'wrong_type', 'must be an object');
    const type = field(value, 'type');
    if (type === undefined) return fault(under(at, 'type'), 'missing', 'needs "type"');
    const check = known.get(String(type));
    if (check) return check(value, at);
    const message = `"${String(type)}" is not something ${holder} can hold`;
    return fault(under(at, 'type'), 'unknown_type', message);
  };
}

/** A rule that at least one, or with `exactly` just one, of these fields is present. */
export function needsOneOf(keys: readonly string[], { exactly = false } = {}): Rule {
  return (fields, at) => {
    const present = keys.filter((key) => fields[key] !== undefined);
    const named = keys.map((key) => `"${key}"`).join(', ');
    if (present.length === 0) return fault(at, 'missing', `needs one of ${named}`);
    if (present.length === 1 || !exactly) return [];
    return fault(at, 'conflict', `takes only one of ${named}`);
  };
}
