import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { nameOf, naming } from './naming.ts';
import { type Option, optionsIn } from './options.ts';
import { PickerList } from './picker-list.ts';
import { heldBy, placeOf, wordsUnder } from './place.ts';
import { Popup } from './popup.ts';
import { useOffers } from './use-offers.ts';
import { takesSeveral, toggled, usePicked } from './use-picked.ts';

/**
 * A menu that opens to a list: several things are ticked in it, or one that the app finds for what is
 * typed is picked.
 */
export function Picker(parts: ElementParts) {
  const { element, labelledBy } = parts;
  const { domId, marks } = placeOf(parts);
  const several = takesSeveral(textField(element, 'type') ?? '');
  const { picked, pick, dialog } = usePicked(parts);
  const offers = useOffers(parts);
  // What was found for other words is not offered any more, but may be picked.
  const [learnt, learn] = useState<readonly Option[]>([]);
  const known = [...offers.all, ...optionsIn(heldBy(parts)), ...learnt];
  const words = picked
    .map((value) => known.find((each) => each.value === value)?.words ?? value)
    .join(', ');
  const take = (option: Option, close: () => void) => {
    learn((before) => [...before, option]);
    pick(several ? toggled(picked, option.value) : [option.value]);
    if (!several) close();
  };
  return html`<${Popup}
      domId=${domId}
      marks=${marks}
      attributes=${{
        class: words === '' ? 'menu picker menu-empty' : 'menu picker',
        ...naming(parts),
        // Heard with what is picked, as a menu of the browser's own is.
        ...(labelledBy === undefined
          ? { 'aria-label': [nameOf(parts), words].filter(Boolean).join(': ') }
          : { 'aria-labelledby': `${labelledBy} ${domId}` }),
      }}
      face=${words || wordsUnder(element, 'placeholder') || 'Select an option'}
      onOpen=${() => offers.search('')}
      list=${(close: () => void) => html`<${PickerList}
        parts=${parts}
        offers=${offers}
        picked=${picked}
        onPick=${(option: Option) => take(option, close)}
      />`}
    />
    ${dialog}`;
}
