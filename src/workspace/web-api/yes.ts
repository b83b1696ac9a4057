import { field, type Json } from '../json.ts';

/** True for an argument that says yes, as JSON or as a form says it. */
export function isYes(args: Json, name: string): boolean {
  const given = field(args, name);
  return given === true || given === 'true' || given === '1' || given === 1;
}
