import type { InputState } from '../../input-state.ts';
import type { TypedAnswer } from '../../typing.ts';

/** Names to show for ids in text: `<@U1>` reads "@Tom Reid". */
export interface Names {
  readonly people: Readonly<Record<string, string>>;
  readonly channels: Readonly<Record<string, string>>;
  /** The id of the person looking, whose own mentions stand out. */
  readonly me: string;
}

/** What drawing a list of blocks needs: where it is, what is filled in, and what a move does. */
export interface BlockContext {
  readonly surface: 'message' | 'modal' | 'home';
  /** Starts the DOM ids of everything drawn; unique on the page. */
  readonly prefix: string;
  readonly names: Names;
  /** The workspace clock in milliseconds, for `{ago}` and `{date_pretty}`. */
  readonly now: number;
  readonly values: InputState;
  /** Sentences beside fields, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /**
   * Presses a button; the value tells two buttons of one element apart. Resolves when that is over
   * and what came of it shows.
   */
  press(blockId: string, actionId: string, value?: string): Promise<void>;
  /** Picks in a menu, ticks a box or picks a date; resolves when that is over and what is held shows. */
  choose(blockId: string, actionId: string, option: TypedAnswer): Promise<void>;
  /** What is in a text input now, told when it changes. */
  type(blockId: string, actionId: string, text: string): void;
  /** Presses Enter in a text input whose app asked to hear of that, with what is in it now. */
  enter(blockId: string, actionId: string, text: string): void;
  /** What the app offers for words typed in a menu whose options it supplies. */
  suggest?(
    blockId: string,
    actionId: string,
    typed: string,
  ): Promise<readonly { readonly text: string; readonly value: string }[]>;
}
