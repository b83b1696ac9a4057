import type { PersonRecord } from './directory.ts';
import { type Placed, placedInputs } from './elements.ts';
import { Impossible } from './impossible.ts';
import { withValue } from './input-state.ts';
import { recordsField } from './json.ts';
import type { Moves } from './moves.ts';
import { blocksOf, findPlaced, type Standing, standingOf } from './seen.ts';
import { type HomeView, type OpenView, showHome, showModal } from './shown-view.ts';
import { withSuggested } from './suggest-move.ts';
import { labelOf, type TypedAnswer, valueFor } from './typing.ts';

/** Answers by block id, action id or label. */
export type Answers = Readonly<Record<string, TypedAnswer>>;

/** An input by its block id, action id or label; by both ids where one of them is not enough. */
export type FieldName = string | { readonly blockId: string; readonly actionId: string };

/** An input of a view as it is now; throws Impossible when there is none, or more than one. */
export function fieldIn(
  moves: Moves,
  person: PersonRecord,
  view: OpenView | HomeView,
  name: FieldName,
): { readonly standing: Standing; readonly placed: Placed } {
  const standing = standingOf(moves.core, view, person.id);
  const inputs = placedInputs(blocksOf(standing));
  const placed = typeof name === 'string' ? inputCalled(inputs, name) : findPlaced(inputs, name);
  return { standing, placed };
}

/**
 * Types and picks in a view's inputs and tells the app nothing, whatever it asked to hear; throws
 * Impossible for what a person could not type or pick.
 */
export function fillView<V extends OpenView | HomeView>(
  moves: Moves,
  person: PersonRecord,
  view: V,
  answers: Answers,
): OpenView | HomeView {
  const { core } = moves;
  const standing = standingOf(core, view, person.id);
  if (standing.kind !== 'view') throw new Impossible('only views are filled in');
  const { record } = standing;
  const inputs = placedInputs(recordsField(record.content, 'blocks'));
  let { values } = record;
  for (const [name, answer] of Object.entries(answers)) {
    const placed = withSuggested(moves, person, standing, inputCalled(inputs, name));
    values = withValue(values, placed, valueFor(placed, answer, core.directory));
  }
  record.values = values;
  return record.type === 'modal' ? showModal(record) : showHome(record);
}

function inputCalled(inputs: readonly Placed[], name: string): Placed {
  const called = inputs.filter(
    (each) => each.blockId === name || each.actionId === name || labelOf(each) === name,
  );
  const [found] = called;
  if (found && called.length === 1) return found;
  const there = inputs.map((each) => `"${labelOf(each)}" (${each.blockId})`).join(', ');
  const problem = found ? 'more than one input is' : 'no input is';
  throw new Impossible(`${problem} called "${name}"; there is ${there || 'nothing to fill in'}`);
}
