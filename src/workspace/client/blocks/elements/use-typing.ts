import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { tellsOn } from '../../../dispatching.ts';
import type { ElementParts } from './element-parts.ts';
import { placeOf } from './place.ts';
import { canHold } from './typed-words.ts';

/**
 * Typing is told after this pause, and at once when the field is left or its form is sent. An app
 * that hears of every character hears so many fewer of them, but always how they ended.
 */
const PAUSE_MS = 300;

type Box = HTMLInputElement | HTMLTextAreaElement;

/** What a field to type in is given so that what is typed is told. */
interface Typing {
  readonly ref: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  readonly onInput: (event: Event) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** Tells what is typed, and Enter where the app asked to hear of it; says how many characters there are. */
export function useTyping(parts: ElementParts, held: string): readonly [number, Typing] {
  const { element, context } = parts;
  const { blockId, actionId } = placeOf(parts);
  const [length, setLength] = useState(held.length);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const typed = useRef(held);
  const told = useRef(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tells = tellsOn(parts);

  const tell = () => {
    clearTimeout(timer.current);
    if (typed.current === told.current) return;
    told.current = typed.current;
    context.type(blockId, actionId, typed.current);
  };
  const tellNow = useRef(tell);
  tellNow.current = tell;
  useEffect(() => {
    const form = box.current?.form;
    const heed = () => tellNow.current();
    // Before the form itself hears that it is sent.
    form?.addEventListener('submit', heed, { capture: true });
    return () => {
      clearTimeout(timer.current);
      form?.removeEventListener('submit', heed, { capture: true });
    };
  }, []);

  const onInput = ({ currentTarget }: Event) => {
    const input = currentTarget as Box;
    if (!canHold(element, input.value)) input.value = typed.current;
    typed.current = input.value;
    setLength(input.value.length);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tellNow.current(), PAUSE_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const input = event.currentTarget as Box;
    // As in Slack: in a long field Enter begins a line, and with Ctrl or Command it sends the form.
    // Where the app hears of Enter, Shift and Enter begin the line.
    if (event.ctrlKey || event.metaKey) {
      if (input.tagName === 'TEXTAREA') input.form?.requestSubmit();
    } else if (tells.enter && !event.shiftKey) {
      event.preventDefault();
      clearTimeout(timer.current);
      told.current = typed.current;
      context.enter(blockId, actionId, typed.current);
    }
  };
  return [length, { ref: box, onInput, onKeyDown, onBlur: tell }];
}
