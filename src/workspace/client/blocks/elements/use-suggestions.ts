import { useRef, useState } from 'preact/hooks';
import { numberField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import type { Option } from './options.ts';
import { placeOf } from './place.ts';

/** Slack asks the app once this much is typed, unless the app says otherwise. */
const LEAST_TYPED = 3;

/** What the app offers for what was typed. */
export interface Suggestions {
  readonly options: readonly Option[];
  /** What to say above or in place of the options. */
  readonly words: string;
}

/** Asks the app for options with every letter, as Slack does; only the newest answer counts. */
export function useSuggestions(
  parts: ElementParts,
): readonly [Suggestions, (typed: string) => Promise<void>] {
  const { context, element } = parts;
  const { blockId, actionId } = placeOf(parts);
  const least = numberField(element, 'min_query_length') ?? LEAST_TYPED;
  const [shown, setShown] = useState<Suggestions>(waitingFor(least));
  const latest = useRef(0);

  const ask = async (typed: string) => {
    latest.current += 1;
    const asked = latest.current;
    if (typed.length < least) return setShown(waitingFor(least));
    if (!context.suggest) return setShown(NOT_LOADED);
    setShown({ options: [], words: 'Loading…' });
    const found = await context.suggest(blockId, actionId, typed).then(offer, () => NOT_LOADED);
    return asked === latest.current ? setShown(found) : undefined;
  };
  return [shown, ask];
}

const NOT_LOADED: Suggestions = { options: [], words: 'Results could not be loaded.' };

const waitingFor = (least: number): Suggestions => ({
  options: [],
  words: least > 1 ? `Type at least ${least} letters.` : 'Type to search.',
});

const offer = (
  found: readonly { readonly text: string; readonly value: string }[],
): Suggestions => ({
  options: found.map(({ text, value }) => ({ words: text, value, description: '' })),
  words: found.length === 0 ? 'No results.' : '',
});
