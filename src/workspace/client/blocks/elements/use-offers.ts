import { useState } from 'preact/hooks';
import { textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { type OptionGroup, offersOf, offersWith } from './options.ts';
import { useSuggestions } from './use-suggestions.ts';

/** A list this long is easier searched than read. */
const SEARCHED_FROM = 10;

/** What a menu's list shows now. */
export interface Offers {
  readonly groups: readonly OptionGroup[];
  /** Everything known to be on offer, whatever was searched for. */
  readonly all: OptionGroup['options'];
  /** What to say above the list; empty when there is nothing to say. */
  readonly words: string;
  /** True where there is a search. */
  readonly searched: boolean;
  readonly typed: string;
  search(typed: string): void;
}

/** The options of a menu: its own, or those its app finds for what is typed. */
export function useOffers(parts: ElementParts): Offers {
  const { element, context } = parts;
  const [typed, setTyped] = useState('');
  const [suggested, ask] = useSuggestions(parts);
  if (textField(element, 'type')?.endsWith('external_select')) {
    const { options, words } = suggested;
    const search = (next: string) => {
      setTyped(next);
      void ask(next);
    };
    return { groups: [{ label: '', options }], all: options, words, searched: true, typed, search };
  }
  const offers = offersOf(element, context.names);
  const all = offers.flatMap(({ options }) => options);
  const groups = offersWith(offers, typed);
  const words = groups.length === 0 ? 'No results.' : '';
  return { groups, all, words, searched: all.length >= SEARCHED_FROM, typed, search: setTyped };
}
