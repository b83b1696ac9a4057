import { html } from 'htm/preact';
import { field, isRecord, type Json, textField } from '../../../json.ts';
import { TextObject } from '../../text/text-object.ts';
import type { BlockContext } from '../block-context.ts';
import { Element } from './element.ts';
import { placeOf } from './place.ts';

/** Elements of one control, which a press on their label leads to. */
const SINGLE = /_input$|picker$|_select$/;

/** A field with its label, its hint, and what is wrong with what was entered. */
export function InputBlock({ block, context }: { block: Json; context: BlockContext }) {
  const found = field(block, 'element');
  const element = isRecord(found) ? found : {};
  const { domId, blockId } = placeOf({ block, element, context });
  const hint = field(block, 'hint');
  const fault = context.errors[blockId];
  const optional = field(block, 'optional') === true;
  const described = [
    ...(fault ? [`${domId}/fault`] : []),
    ...(isRecord(hint) ? [`${domId}/hint`] : []),
  ];
  const single = SINGLE.test(textField(element, 'type') ?? '');
  return html`<div class=${fault ? 'block input input-faulty' : 'block input'}>
    <${single ? 'label' : 'p'}
      class="input-label"
      id=${`${domId}/label`}
      for=${single ? domId : null}
    >
      <${TextObject} text=${field(block, 'label')} context=${context} />
      ${optional && html`<span class="optional"> (optional)</span>`}
    <//>
    <${Element}
      block=${block}
      element=${element}
      context=${context}
      labelledBy=${`${domId}/label`}
      describedBy=${described.length > 0 ? described.join(' ') : undefined}
      invalid=${fault !== undefined}
      required=${!optional}
    />
    ${
      fault &&
      html`<p class="input-fault" id=${`${domId}/fault`}>
        <span aria-hidden="true">⚠ </span>${fault}
      </p>`
    }
    ${
      isRecord(hint) &&
      html`<p class="input-hint" id=${`${domId}/hint`}>
        <${TextObject} text=${hint} context=${context} />
      </p>`
    }
  </div>`;
}
