import { z } from 'zod';
import { Impossible } from '../impossible.ts';
import { textField, wordingField } from '../json.ts';
import type { MoveResult } from '../moves.ts';
import type { Person } from '../person.ts';
import { buttonsOn, type Surface } from '../seen.ts';
import type { OpenView } from '../shown-view.ts';
import { showHome, showModal } from '../shown-view.ts';
import type { SubmitResult } from '../submit-move.ts';
import type { MoveAnswer, Offer, PageMove, PageSearch } from './protocol.ts';
import type { PageParts } from './snapshot.ts';

const id = z.string().max(300);
const where = z.union([z.strictObject({ view: id }), z.strictObject({ channel: id, ts: id })]);
const option = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]);

/** A move as the page's own script sends it. */
export const pageMove = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['command', 'message']),
    text: z.string().min(1),
    channel: id,
    threadTs: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('home') }),
  z.strictObject({ kind: z.literal('read'), channel: id }),
  z.strictObject({ kind: z.literal('press'), where, blockId: id, actionId: id }),
  z.strictObject({ kind: z.literal('choose'), where, blockId: id, actionId: id, option }),
  z.strictObject({ kind: z.literal('type'), where, blockId: id, actionId: id, text: option }),
  z.strictObject({ kind: z.literal('submit'), view: id }),
  z.strictObject({ kind: z.literal('close'), view: id, all: z.boolean() }),
]) satisfies z.ZodType<PageMove>;

/** Words typed in a menu whose options the app supplies. */
export const pageSearch = z.strictObject({
  where,
  blockId: id,
  actionId: id,
  typed: z.string().max(300),
}) satisfies z.ZodType<PageSearch>;

const DONE: MoveAnswer = { ok: true, notice: null, faults: [] };

/**
 * Makes a visitor's move as the person they act as. What nobody could do in Slack is answered with
 * a sentence, as is what Slack would say when the app does not answer or answers wrongly.
 */
export async function makeMove(
  parts: PageParts,
  person: Person,
  move: PageMove,
): Promise<MoveAnswer> {
  try {
    return await make(parts, person, move);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { ok: false, notice: `That can’t be done here: ${error.message}.`, faults: [] };
  }
}

async function make(parts: PageParts, person: Person, move: PageMove): Promise<MoveAnswer> {
  switch (move.kind) {
    case 'command':
      return commandAnswer(
        await person.command(move.text, move.channel, move.threadTs ?? undefined),
        move.text,
      );
    case 'message':
      await person.say(move.channel, move.text, move.threadTs ?? undefined);
      return DONE;
    case 'home':
      await person.openHome();
      return DONE;
    case 'read':
      return markRead(parts, person, move.channel);
    case 'press': {
      const surface = surfaceOf(parts, person, move.where);
      const button = buttonsOn(surface).find(
        ({ blockId, actionId }) => blockId === move.blockId && actionId === move.actionId,
      );
      const result = await person.press(button ?? wanted(surface, move));
      return actionAnswer(result);
    }
    case 'choose': {
      const surface = surfaceOf(parts, person, move.where);
      return actionAnswer(await person.select({ ...wanted(surface, move), option: move.option }));
    }
    case 'type':
      typeInto(parts, person, move);
      return DONE;
    case 'submit':
      return submitAnswer(await person.submit(modalOf(parts, person, move.view)));
    case 'close':
      await person.close(modalOf(parts, person, move.view), move.all ? 'all' : 'cancel');
      return DONE;
  }
}

function markRead({ moves, marks }: PageParts, person: Person, channelId: string): MoveAnswer {
  const newest = moves.core.messages.inChannel(channelId).at(-1);
  if (newest && Number(newest.ts) > Number(marks.readTo(person.id, channelId))) {
    marks.read(person.id, channelId, newest.ts);
    moves.core.inspector.ring();
  }
  return DONE;
}

/** Typing in a view stays in the view; nobody hears of it until it is sent. */
function typeInto(
  parts: PageParts,
  person: Person,
  move: Extract<PageMove, { kind: 'type' }>,
): void {
  const surface = surfaceOf(parts, person, move.where);
  if (!('callbackId' in surface)) throw new Impossible('messages have no fields to type in');
  const typed = { [move.blockId]: move.text };
  if (surface.type === 'home') person.fill(surface, typed);
  else person.fill(surface, typed);
}

function surfaceOf(
  { moves }: PageParts,
  person: Person,
  at: Extract<PageMove, { kind: 'press' }>['where'],
): Surface {
  if ('view' in at) {
    const record = moves.core.views.find(at.view);
    if (!record || record.ownerId !== person.id) throw new Impossible('that view is not open');
    return record.type === 'modal' ? showModal(record) : showHome(record);
  }
  const message = moves.core.messages.find(at.channel, at.ts);
  if (!message) throw new Impossible('that message is not there any more');
  return message;
}

function modalOf(parts: PageParts, person: Person, viewId: string): OpenView {
  const surface = surfaceOf(parts, person, { view: viewId });
  if ('callbackId' in surface && surface.type === 'modal') return surface;
  throw new Impossible('that is not a modal');
}

/** What the app offers in a menu for some words; nothing where Slack would not ask, or not show it. */
export async function offersFor(
  parts: PageParts,
  person: Person,
  search: PageSearch,
): Promise<readonly Offer[]> {
  try {
    const surface = surfaceOf(parts, person, search.where);
    const { options } = await person.suggest({ ...wanted(surface, search), typed: search.typed });
    return options.map((option) => ({
      text: wordingField(option, 'text') ?? '',
      value: textField(option, 'value') ?? '',
    }));
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return [];
  }
}

const wanted = (
  surface: Surface,
  { blockId, actionId }: { readonly blockId: string; readonly actionId: string },
) => ({
  ...('callbackId' in surface ? { view: surface } : { message: surface }),
  blockId,
  actionId,
});

/** Slack's own words, as its clients show them. */
const CLIENT_WORDS: Readonly<Record<string, string>> = {
  operation_timeout: 'failed with the error “operation_timeout”.',
  dispatch_failed: 'failed with the error “dispatch_failed”.',
  not_a_command: 'is not a valid command. In Slack, all messages that start with “/” are commands.',
  not_supported_in_threads: 'is not supported in threads. Sorry!',
  restricted_action: 'is not open to people of other organisations.',
  is_archived: 'does not work in an archived channel.',
};

function commandAnswer({ ack, error, faults }: MoveResult, text: string): MoveAnswer {
  if (ack === 'ok') return { ok: true, notice: null, faults: sentences(faults) };
  const [command = ''] = text.trim().split(/\s/);
  const words = CLIENT_WORDS[error ?? ''] ?? `failed with the error “${error ?? ack}”.`;
  return { ok: false, notice: `${command} ${words}`, faults: sentences(faults) };
}

/** Slack marks a failed press with a small warning beside the button. */
function actionAnswer({ ack, error, faults }: MoveResult): MoveAnswer {
  if (ack === 'ok') return { ok: true, notice: null, faults: sentences(faults) };
  const notice = `The app did not take that in time (${error ?? ack}). Press it again.`;
  return { ok: false, notice, faults: sentences(faults) };
}

function submitAnswer({ kind, reason, faults }: SubmitResult): MoveAnswer {
  if (kind !== 'trouble') return { ok: true, notice: null, faults: sentences(faults) };
  return {
    ok: false,
    notice: 'We had some trouble connecting. Try again?',
    faults: [...(reason ? [reason] : []), ...sentences(faults)],
  };
}

const sentences = (faults: MoveResult['faults']): readonly string[] =>
  faults.map(({ pointer, message }) => `${pointer || '/'}: ${message}`);
