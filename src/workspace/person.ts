import { type CommandResult, typeCommand } from './command-move.ts';
import type { PersonRecord } from './directory.ts';
import { isFor, openHome, shownHome } from './event-moves.ts';
import { type Answers, type FieldName, fieldIn, fillView } from './fill.ts';
import { Impossible } from './impossible.ts';
import type { StoredMessage } from './message-store.ts';
import { channelOf, type MoveResult, type Moves } from './moves.ts';
import { choose, type PressResult, press, select, topModal } from './press-move.ts';
import { mentionBot, say } from './say-move.ts';
import { buttonsOn, type SeenButton, type Surface, type Wanted } from './seen.ts';
import { pickMessageShortcut, pickShortcut } from './shortcut-moves.ts';
import type { HomeView, OpenView } from './shown-view.ts';
import { closeModal, type SubmitResult, submit } from './submit-move.ts';
import { type Suggestions, suggest } from './suggest-move.ts';
import { type Manner, type TypeResult, typeIn } from './type-move.ts';
import type { TypedAnswer } from './typing.ts';

/**
 * Somebody sitting in front of Slack. Every move goes over the real transport, waits for the app's
 * acknowledgement and then until the app has gone quiet. A move nobody could make throws Impossible.
 */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** Types a slash command; without a channel, in the conversation with the bot. */
  command(text: string, channel?: string, threadTs?: string): Promise<CommandResult>;
  /** Presses a button, or Enter in an input whose app asked to hear of that. */
  press(button: Wanted | SeenButton): Promise<PressResult>;
  /** Picks in a menu, by an option's words or value; the app hears of it as Slack would tell it. */
  select(pick: Wanted & { readonly option: TypedAnswer }): Promise<PressResult>;
  /** Types in one field of a view in place of what it held; the app hears of it as it asked to. */
  type(
    view: OpenView | HomeView,
    field: FieldName,
    text: string,
    manner?: Manner,
  ): Promise<TypeResult>;
  /** Picks in one field of a view, or with null takes the pick back; the app hears if it asked to. */
  choose(view: OpenView | HomeView, field: FieldName, answer: TypedAnswer): Promise<PressResult>;
  /** Types and picks in a view's inputs, by block id, action id or label; tells the app nothing. */
  fill(view: OpenView, answers: Answers): OpenView;
  fill(view: HomeView, answers: Answers): HomeView;
  submit(view: OpenView): Promise<SubmitResult>;
  /** Cancel closes this modal, `all` (the X) every one; the app hears of it if it asked to. */
  close(view: OpenView, how?: 'cancel' | 'all'): Promise<void>;
  /** Opens the app's Home tab; the answer is what is published there, or null. */
  openHome(): Promise<HomeView | null>;
  /** Writes "@mopac …" in a channel; the answer is what the bot said there. */
  mention(channel: string, text: string): Promise<StoredMessage[]>;
  /** Writes a message in a channel, or a reply in a thread; the answer is the message. */
  say(channel: string, text: string, threadTs?: string): Promise<StoredMessage>;
  /** Picks a global shortcut. */
  shortcut(callbackId: string): Promise<MoveResult>;
  /** Picks a shortcut from a message's own menu. */
  messageShortcut(callbackId: string, message: StoredMessage): Promise<MoveResult>;
  /** Types in a menu whose options the app supplies; what it offers can then be selected. */
  suggest(search: Wanted & { readonly typed: string }): Promise<Suggestions>;
  /** What the person sees in a channel: everyone's messages and their own ephemeral ones. */
  sees(channel: string): StoredMessage[];
  /** The conversation with the bot. */
  directMessages(): StoredMessage[];
  /** Messages only this person sees, in one channel or in all. */
  ephemerals(channel?: string): StoredMessage[];
  /** The modal in front of them. */
  modal(): OpenView | null;
  home(): HomeView | null;
  buttons(where: Surface): SeenButton[];
}

/** Seats somebody in front of Slack; a leaver cannot be. */
export function createPerson(moves: Moves, person: PersonRecord): Person {
  if (person.deleted) throw new Impossible(`${person.name} has left the workspace`);
  const { directory, messages } = moves.core;
  const visible = (channelId: string) =>
    messages.inChannel(channelId).filter((message) => isFor(message, person));
  function fill(view: OpenView, answers: Answers): OpenView;
  function fill(view: HomeView, answers: Answers): HomeView;
  function fill(view: OpenView | HomeView, answers: Answers): OpenView | HomeView {
    return fillView(moves, person, view, answers);
  }
  return {
    id: person.id,
    name: person.name,
    fill,
    command: (text, channel, threadTs) => typeCommand(moves, person, text, channel, threadTs),
    press: (button) => press(moves, person, button),
    select: (pick) => select(moves, person, pick),
    async type(view, name, text, manner) {
      const { standing, placed } = fieldIn(moves, person, view, name);
      return typeIn(moves, person, standing, placed, text, manner);
    },
    async choose(view, name, answer) {
      const { standing, placed } = fieldIn(moves, person, view, name);
      return choose(moves, person, standing, placed, answer);
    },
    submit: (view) => submit(moves, person, view),
    close: (view, how = 'cancel') => closeModal(moves, person, view, how),
    openHome: () => openHome(moves, person),
    mention: (channel, text) => mentionBot(moves, person, channel, text),
    say: (channel, text, threadTs) => say(moves, person, channel, text, threadTs),
    shortcut: (callbackId) => pickShortcut(moves, person, callbackId),
    messageShortcut: (callbackId, message) =>
      pickMessageShortcut(moves, person, callbackId, message),
    suggest: (search) => suggest(moves, person, search),
    sees: (channel) => visible(channelOf(moves, person, channel).id),
    directMessages: () => visible(directory.directChannel(person.id).id),
    ephemerals(channel) {
      const rooms = channel
        ? [channelOf(moves, person, channel)]
        : [...directory.channels.values()];
      return rooms
        .flatMap((room) => messages.inChannel(room.id))
        .filter((message) => message.ephemeralTo === person.id);
    },
    modal: () => topModal(moves, person),
    home: () => shownHome(moves, person),
    buttons: buttonsOn,
  };
}
