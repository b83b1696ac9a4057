import type { ClockShown, CommandHint, Story } from './protocol.ts';

/**
 * What whoever starts the workspace lends to its page. The page itself knows nothing of the app in
 * the workspace: roles, dates and stories all come from here.
 */
export interface PageControls {
  readonly commands: readonly CommandHint[];
  readonly stories: readonly Story[];
  /** What somebody does in the programme, in a few words; empty when there is nothing to say. */
  roleOf(personId: string): string;
  clock(): ClockShown;
  /** Moves to one of the clock's jumps; a sentence when it is no jump. */
  jump(id: string): Promise<string | null>;
  /** Moves to a local date and time; a sentence when it cannot be read or reached. */
  moveTo(local: string): Promise<string | null>;
  /** Starts the whole workspace afresh; with a story, in that story's first scene. */
  startAfresh(story: string | null): Promise<string | null>;
}
