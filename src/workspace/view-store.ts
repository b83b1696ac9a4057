import { withIds } from './elements.ts';
import type { Ids } from './ids.ts';
import { type InputState, stateOf } from './input-state.ts';
import { type Json, recordsField, textField } from './json.ts';

/** A modal or Home tab as the server keeps it. */
export interface ViewRecord {
  readonly id: string;
  readonly ownerId: string;
  readonly type: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | null;
  /** The view as the app sent it, with ids given to nameless blocks. */
  content: Json;
  /** Changes on every update, so that a stale update can be told from a fresh one. */
  hash: string;
  values: InputState;
  /** The sentences shown beside fields after a refused submission, by block id. */
  errors: Readonly<Record<string, string>>;
  /** What the fields held when they were refused. */
  refused: InputState;
}

/** Slack stacks at most this many modals. */
export const MODAL_STACK_LIMIT = 3;

/** The modal stack and Home tab of every person. */
export interface ViewStore {
  /** Starts a new stack with this modal; whatever was open is gone. */
  open(ownerId: string, view: Json): ViewRecord;
  /** Makes a modal that never reaches its owner's screen. */
  lose(ownerId: string, view: Json): ViewRecord;
  push(ownerId: string, view: Json): ViewRecord;
  /** New content in the same view; what was typed stays where the ids stay. */
  replace(record: ViewRecord, view: Json): ViewRecord;
  publish(ownerId: string, view: Json): ViewRecord;
  /** Removes one modal from its stack. */
  close(record: ViewRecord): void;
  clear(ownerId: string): void;
  stack(ownerId: string): readonly ViewRecord[];
  home(ownerId: string): ViewRecord | undefined;
  /** An open view by id, or undefined when it is not open any more. */
  find(id: string): ViewRecord | undefined;
  findExternal(externalId: string): ViewRecord | undefined;
}

/** An empty store. */
export function createViewStore(ids: Ids, now: () => number): ViewStore {
  const stacks = new Map<string, ViewRecord[]>();
  const homes = new Map<string, ViewRecord>();
  const nextHash = () => `${Math.floor(now() / 1000)}.${ids.next('h')}`;
  const stack = (ownerId: string) => stacks.get(ownerId) ?? [];
  const all = () => [...[...stacks.values()].flat(), ...homes.values()];
  const prepared = (view: Json, before?: Json): Json => ({
    ...view,
    blocks: withIds(recordsField(view, 'blocks'), ids, recordsField(before, 'blocks')),
  });
  const make = (ownerId: string, view: Json, below?: ViewRecord): ViewRecord => {
    const id = ids.next('V');
    const content = prepared(view);
    return {
      id,
      ownerId,
      type: textField(view, 'type') === 'home' ? 'home' : 'modal',
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      content,
      hash: nextHash(),
      values: stateOf(recordsField(content, 'blocks')),
      errors: {},
      refused: {},
    };
  };
  const replace = (record: ViewRecord, view: Json): ViewRecord => {
    record.content = prepared(view, record.content);
    record.hash = nextHash();
    record.values = stateOf(recordsField(record.content, 'blocks'), record.values);
    record.errors = stillRefused(record);
    return record;
  };
  return {
    replace,
    stack,
    open(ownerId, view) {
      const record = make(ownerId, view);
      stacks.set(ownerId, [record]);
      return record;
    },
    lose: (ownerId, view) => make(ownerId, view),
    push(ownerId, view) {
      const record = make(ownerId, view, stack(ownerId).at(-1));
      stacks.set(ownerId, [...stack(ownerId), record]);
      return record;
    },
    publish(ownerId, view) {
      const current = homes.get(ownerId);
      const record = current ? replace(current, view) : make(ownerId, view);
      homes.set(ownerId, record);
      return record;
    },
    close(record) {
      const left = stack(record.ownerId).filter((each) => each !== record);
      stacks.set(record.ownerId, left);
    },
    clear: (ownerId) => stacks.set(ownerId, []),
    home: (ownerId) => homes.get(ownerId),
    find: (id) => all().find((record) => record.id === id),
    findExternal: (externalId) =>
      all().find((record) => textField(record.content, 'external_id') === externalId),
  };
}

/** Puts sentences beside fields for what they hold now. */
export function refuseFields(record: ViewRecord, errors: Readonly<Record<string, string>>): void {
  record.errors = errors;
  record.refused = record.values;
}

/** What is said beside fields that an update left where they were, holding what was refused. */
function stillRefused({ errors, refused, values }: ViewRecord): Readonly<Record<string, string>> {
  const same = (blockId: string) =>
    values[blockId] !== undefined &&
    JSON.stringify(values[blockId]) === JSON.stringify(refused[blockId]);
  return Object.fromEntries(Object.entries(errors).filter(([blockId]) => same(blockId)));
}
