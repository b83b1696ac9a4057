/** What kind of rule a payload broke; for logs and tests, not for people. */
export type FaultCode =
  | 'missing'
  | 'wrong_type'
  | 'empty'
  | 'too_long'
  | 'too_few'
  | 'too_many'
  | 'too_big'
  | 'out_of_range'
  | 'not_one_of'
  | 'unknown_type'
  | 'unknown_key'
  | 'not_allowed_here'
  | 'duplicate'
  | 'conflict'
  | 'mismatch'
  | 'malformed';

/** One reason Slack would refuse a payload, placed by JSON pointer (RFC 6901) as Slack places its own. */
export interface BlockFault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly message: string;
}

/** A list of the one fault, since every check answers with a list. */
export function fault(pointer: string, code: FaultCode, message: string): readonly BlockFault[] {
  return [{ pointer, code, message }];
}

/** The pointer to a key or an index under another pointer. */
export function under(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
