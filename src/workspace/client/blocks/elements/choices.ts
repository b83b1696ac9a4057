import { html } from 'htm/preact';
import { field, recordsField, textField } from '../../../json.ts';
import { TextObject } from '../../text/text-object.ts';
import type { ElementParts } from './element-parts.ts';
import { naming } from './naming.ts';
import { placeOf } from './place.ts';
import { takesSeveral, toggled, usePicked } from './use-picked.ts';

/** Boxes to tick, or buttons of which one is picked. */
export function Choices(parts: ElementParts) {
  const { element, context, invalid, required } = parts;
  const { domId, marks } = placeOf(parts);
  const several = takesSeveral(textField(element, 'type') ?? '');
  const { picked, pick, dialog } = usePicked(parts);
  const group = several
    ? { role: 'group' }
    : {
        role: 'radiogroup',
        ...(invalid && { 'aria-invalid': 'true' }),
        ...(required && { 'aria-required': 'true' }),
      };
  return html`<div class="choices" ...${group} ...${naming(parts)} ...${marks}>
      ${recordsField(element, 'options').map((option, index) => {
        const value = textField(option, 'value') ?? '';
        const description = field(option, 'description');
        return html`<label key=${value} class="choice" for=${`${domId}/${index}`}>
          <input
            id=${`${domId}/${index}`}
            type=${several ? 'checkbox' : 'radio'}
            name=${domId}
            value=${value}
            checked=${picked.includes(value)}
            aria-invalid=${several && invalid ? 'true' : null}
            onChange=${() => pick(several ? toggled(picked, value) : [value])}
          />
          <span>
            <${TextObject} text=${field(option, 'text')} context=${context} />
            ${
              description !== undefined &&
              html`<span class="choice-description">
                <${TextObject} text=${description} context=${context} />
              </span>`
            }
          </span>
        </label>`;
      })}
    </div>
    ${dialog}`;
}
