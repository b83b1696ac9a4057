import { z } from 'zod';
import type { PersonRecord } from '../directory.ts';
import { Impossible } from '../impossible.ts';
import { textField, wordingField } from '../json.ts';
import { createPerson, type Person } from '../person.ts';
import { buttonsOn, type Surface } from '../seen.ts';
import type { OpenView } from '../shown-view.ts';
import { showHome, showModal } from '../shown-view.ts';
import { actionAnswer, commandAnswer, DONE, submitAnswer } from './move-answers.ts';
import type { MoveAnswer, Offer, PageMove, PageSearch, Where } from './protocol.ts';
import type { PageParts } from './snapshot.ts';
import { typeInto } from './type-door.ts';

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
  z.strictObject({
    kind: z.literal('press'),
    where,
    blockId: id,
    actionId: id,
    value: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('choose'), where, blockId: id, actionId: id, option }),
  z.strictObject({
    kind: z.literal('type'),
    where,
    blockId: id,
    actionId: id,
    text: z.string(),
    enter: z.boolean(),
  }),
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

/**
 * Makes a visitor's move as the person they act as. What nobody could do in Slack is answered with
 * a sentence, as is what Slack would say when the app does not answer or answers wrongly.
 */
export async function makeMove(
  parts: PageParts,
  who: PersonRecord,
  move: PageMove,
): Promise<MoveAnswer> {
  try {
    // What was typed comes before what is done next.
    if (move.kind !== 'type') await parts.underway.taken(who.id);
    return await make(parts, who, move);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { ok: false, notice: `That can’t be done here: ${error.message}.`, faults: [] };
  }
}

async function make(parts: PageParts, who: PersonRecord, move: PageMove): Promise<MoveAnswer> {
  const person = createPerson(parts.moves, who);
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
        ({ blockId, actionId, value }) =>
          blockId === move.blockId &&
          actionId === move.actionId &&
          (move.value === undefined || move.value === value),
      );
      const result = await person.press(button ?? wanted(surface, move));
      return actionAnswer(result);
    }
    case 'choose': {
      const surface = surfaceOf(parts, person, move.where);
      return actionAnswer(await person.select({ ...wanted(surface, move), option: move.option }));
    }
    case 'type':
      return type(parts, who, move);
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

type TypeMove = Extract<PageMove, { kind: 'type' }>;

/** A window that closed while somebody typed in it took the words with it. */
async function type(parts: PageParts, who: PersonRecord, move: TypeMove): Promise<MoveAnswer> {
  const surface = found(parts, who, move.where);
  return surface ? typeInto(parts, who, surface, move) : DONE;
}

function surfaceOf(parts: PageParts, person: Person, at: Where): Surface {
  const surface = found(parts, person, at);
  if (surface) return surface;
  throw new Impossible(
    `that ${'view' in at ? 'view is not open' : 'message is not there any more'}`,
  );
}

function found(
  { moves }: PageParts,
  person: { readonly id: string },
  at: Where,
): Surface | undefined {
  if (!('view' in at)) return moves.core.messages.find(at.channel, at.ts);
  const record = moves.core.views.find(at.view);
  if (record?.ownerId !== person.id) return undefined;
  return record.type === 'modal' ? showModal(record) : showHome(record);
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
