import type { InputState } from '../input-state.ts';
import type { Json } from '../json.ts';
import type { TypedAnswer } from '../typing.ts';

/** Somebody the visitor can act as. */
export interface PersonShown {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What they do in the programme, in a few words; empty when nobody said. */
  readonly role: string;
  /** Messages this person has not read yet. */
  readonly unread: number;
}

/** A message as the person acting sees it. */
export interface MessageShown {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly user: string;
  readonly text: string;
  /** Null for a message of text alone. */
  readonly blocks: readonly Json[] | null;
  readonly edited: boolean;
  /** Only the person acting can see it. */
  readonly ephemeral: boolean;
  /** What the person picked in the message's own menus. */
  readonly values: InputState;
  readonly files: readonly FileShown[];
}

/** A file in a message; it is downloaded from `/files/ID/NAME`. */
export interface FileShown {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** In bytes. */
  readonly size: number;
}

/** A channel, or the conversation with the app. */
export interface ConversationShown {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly archived: boolean;
  /** Nothing can be written here, because the app takes no messages. */
  readonly readOnly: boolean;
  readonly messages: readonly MessageShown[];
  readonly unread: number;
  /** The newest timestamp the person had read when they last looked; messages after it are new. */
  readonly readTo: string;
  /** Messages here that mention the person, or everybody, and are unread. */
  readonly mentions: number;
}

/** A modal or Home tab as the person acting sees it. */
export interface ViewShown {
  readonly id: string;
  /** Changes with every update by the app. */
  readonly hash: string;
  readonly title: string;
  readonly submitLabel: string | null;
  readonly closeLabel: string | null;
  readonly callbackId: string;
  readonly blocks: readonly Json[];
  readonly values: InputState;
  /** Sentences beside fields, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** One place the clock can be moved to with a press. */
export interface Jump {
  readonly id: string;
  /** Such as "Due date, 21 July 2015". */
  readonly label: string;
}

/** The date in the programme, and where it can be moved. */
export interface ClockShown {
  /** Such as "Wednesday 1 July 2015, 09:00". */
  readonly words: string;
  /** The local date and time, `2015-07-01T09:00`. */
  readonly local: string;
  readonly jumps: readonly Jump[];
}

/** What a guided step waits for; all that are given must hold. */
export interface StepGoal {
  /** The person acting has this id. */
  readonly acting?: string;
  /** What is in front: `home`, `direct` for the conversation with the app, or `#channel`. */
  readonly showing?: string;
  /** A modal with this callback id is in front; null when no modal may be open. */
  readonly modal?: string | null;
  /** The modal in front shows these words. */
  readonly modalSays?: string;
  /** The conversation in front holds a message with these words. */
  readonly says?: string;
}

/** One step of a guided story. */
export interface StoryStep {
  /** What to do, in one or two sentences. */
  readonly say: string;
  /** A CSS selector of what to press or fill in, which the page marks; null for reading only. */
  readonly mark: string | null;
  /** When the step is done; null when the reader says so with "Next". */
  readonly goal: StepGoal | null;
}

/** A guided story. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** What the reader will have seen at the end, in one sentence. */
  readonly about: string;
  readonly steps: readonly StoryStep[];
}

/** The faults that are switched on now, as sentences, by fault name. */
export type FaultsShown = Readonly<Record<string, string>>;

/** Everything the page shows to the person acting, at one moment. */
export interface Snapshot {
  /** Changes when the workspace was started afresh: everything the page remembers is void. */
  readonly generation: string;
  readonly workspaceName: string;
  readonly me: string;
  readonly app: { readonly userId: string; readonly name: string };
  /** Slash commands installed, for completion. */
  readonly commands: readonly CommandHint[];
  readonly people: readonly PersonShown[];
  readonly conversations: readonly ConversationShown[];
  readonly home: ViewShown | null;
  /** The modal stack; the last is in front. */
  readonly modals: readonly ViewShown[];
  readonly now: number;
  readonly clock: ClockShown | null;
  readonly faults: FaultsShown;
  readonly stories: readonly Story[];
  /** Entries in the inspector's log so far. */
  readonly logLength: number;
  /** The app has a connection on which it can be reached. */
  readonly connected: boolean;
}

/** A line the composer offers while a command is typed. */
export interface CommandHint {
  readonly command: string;
  readonly about: string;
}

/** What a visitor does as the person acting. */
export type PageMove =
  | {
      readonly kind: 'command' | 'message';
      readonly text: string;
      readonly channel: string;
      readonly threadTs: string | null;
    }
  | { readonly kind: 'home' }
  | { readonly kind: 'read'; readonly channel: string }
  | ({
      readonly kind: 'press';
      /** Tells two buttons of one element apart; absent where there is one. */
      readonly value?: string;
    } & Element)
  | ({ readonly kind: 'choose'; readonly option: TypedAnswer } & Element)
  | ({ readonly kind: 'type'; readonly text: string; readonly enter: boolean } & Element)
  | { readonly kind: 'submit'; readonly view: string }
  | { readonly kind: 'close'; readonly view: string; readonly all: boolean };

/** The element a move is made on. */
interface Element {
  readonly where: Where;
  readonly blockId: string;
  readonly actionId: string;
}

/** Words typed in a menu whose options the app supplies. */
export interface PageSearch extends Element {
  readonly typed: string;
}

/** One option the app offers for them. */
export interface Offer {
  readonly text: string;
  readonly value: string;
}

/** The message or view a move is made on. */
export type Where = { readonly view: string } | { readonly channel: string; readonly ts: string };

/** What came of a move. */
export interface MoveAnswer {
  readonly ok: boolean;
  /** What Slack would tell the person, when something went wrong. */
  readonly notice: string | null;
  /** The rules that were broken, for whoever builds the app. */
  readonly faults: readonly string[];
}

/** One line of the inspector. */
export interface LogLine {
  /** Its place in the log, under which the whole entry can be asked for; the newest where it is several. */
  readonly index: number;
  /** The place of the first, where one line stands for several. */
  readonly since: number;
  /** How many entries it stands for: what one field told the app letter by letter is one line. */
  readonly times: number;
  /** The workspace clock at the first of them, in milliseconds. */
  readonly at: number;
  readonly direction: 'to the app' | 'to Slack';
  readonly title: string;
  readonly outcome: string;
  /** How long the answer or acknowledgement took, in milliseconds; null when there was none. */
  readonly ms: number | null;
  readonly wrong: boolean;
  /** Rules the app broke. */
  readonly faults: readonly string[];
}

/** A switch of the fault box. */
export type FaultSwitch =
  | { readonly name: 'slow' | 'stallSockets'; readonly ms: number }
  | { readonly name: 'answer429'; readonly times: number; readonly retryAfter: number }
  | { readonly name: 'answer500' | 'loseAnswer'; readonly times: number }
  | {
      readonly name: 'refuseRichBlocks' | 'deliverTwice' | 'expireTriggers';
      readonly on: boolean;
    }
  | { readonly name: 'dropSockets' | 'revokeToken' | 'clear' };

/** What the visitor does with the workspace itself. */
export type PageControl =
  | { readonly kind: 'jump'; readonly id: string }
  | { readonly kind: 'moveTo'; readonly local: string }
  | { readonly kind: 'startAfresh'; readonly story: string | null }
  | { readonly kind: 'fault'; readonly fault: FaultSwitch };
