import type { Placed } from './elements.ts';
import { field, textField } from './json.ts';

/** When an app that asked to hear of typing is told. */
export interface Telling {
  /** When Enter is pressed in the field. */
  readonly enter: boolean;
  /** With every character that is entered or removed. */
  readonly letters: boolean;
}

/** In an input block only an app that asked for it hears of changes; elsewhere it always does. */
export function hearsOf({ block }: Pick<Placed, 'block'>): boolean {
  return textField(block, 'type') !== 'input' || field(block, 'dispatch_action') === true;
}

/** True for elements that are typed in; a file is not typed. */
export function isTyped({ element }: Pick<Placed, 'element'>): boolean {
  const type = textField(element, 'type') ?? '';
  return type.endsWith('_input') && type !== 'file_input';
}

/** When the app hears of typing in an element: with Enter, unless its configuration says otherwise. */
export function tellsOn(placed: Pick<Placed, 'block' | 'element'>): Telling {
  const moments = field(field(placed.element, 'dispatch_action_config'), 'trigger_actions_on');
  const named = Array.isArray(moments) ? moments : ['on_enter_pressed'];
  const hears = hearsOf(placed) && isTyped(placed);
  return {
    enter: hears && named.includes('on_enter_pressed'),
    letters: hears && named.includes('on_character_entered'),
  };
}
