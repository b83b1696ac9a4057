import { useRef, useState } from 'preact/hooks';
import { textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { pickedIn } from './options.ts';
import { heldBy, placeOf } from './place.ts';
import { type Question, useQuestion } from './use-question.ts';

/** What is picked in an element, and how to pick something else. */
export interface Picked {
  /** The values picked, in the order they were. */
  readonly picked: readonly string[];
  /** Picks these and nothing else, once the app's question, if it has one, is answered. */
  pick(values: readonly string[]): void;
  readonly dialog: Question['dialog'];
}

/** True for elements in which several things are picked. */
export const takesSeveral = (type: string): boolean =>
  type.startsWith('multi_') || type === 'checkboxes';

/**
 * What is picked in an element. A pick shows at once, before the workspace knows of it, so that the
 * next one builds on it; when the last pick's own move is over, what the workspace holds shows again.
 */
export function usePicked(parts: ElementParts): Picked {
  const { context, element } = parts;
  const { blockId, actionId } = placeOf(parts);
  const held = pickedIn(heldBy(parts));
  const [own, setOwn] = useState<readonly string[] | null>(null);
  const latest = useRef(0);
  const question = useQuestion(parts);
  const several = takesSeveral(textField(element, 'type') ?? '');
  return {
    picked: own ?? held,
    pick(values) {
      latest.current += 1;
      const made = latest.current;
      const letGo = () => {
        if (made === latest.current) setOwn(null);
      };
      setOwn(values);
      question.ask(() => {
        void context
          .choose(blockId, actionId, several ? values : (values[0] ?? null))
          .finally(letGo);
      }, letGo);
    },
    dialog: question.dialog,
  };
}

/** The values with one more, or without it where it was among them. */
export const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
