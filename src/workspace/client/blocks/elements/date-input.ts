import { html } from 'htm/preact';
import { useRef } from 'preact/hooks';
import { textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { localMoment, secondsAt } from './moments.ts';
import { fieldNaming } from './naming.ts';
import { heldBy, placeOf, wordsUnder } from './place.ts';
import { useQuestion } from './use-question.ts';

const KINDS: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** A year half typed reads 0002, 0020, 0201. */
const HALF_TYPED_YEAR = /^0/;

/**
 * A day, a time of day, or both; both together travel as seconds, as in Slack. What is picked from
 * the calendar is told at once; what is typed passes through other dates on its way, so it is told on
 * Enter or when the field is left. The browser's own field keeps it meanwhile.
 */
export function DateInput(parts: ElementParts) {
  const { element, context } = parts;
  const { blockId, actionId, domId, marks } = placeOf(parts);
  const question = useQuestion(parts);
  const kind = KINDS[textField(element, 'type') ?? ''] ?? 'date';
  const held = heldBy(parts);
  const shown = typeof held === 'number' ? localMoment(held) : String(held ?? '');
  // The browser's own field has no room for a placeholder.
  const invitation = shown === '' && wordsUnder(element, 'placeholder');
  const told = useRef(shown);
  const typing = useRef(false);
  const tell = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const { value, validity } = input;
    const unfinished = validity.badInput || (kind !== 'time' && HALF_TYPED_YEAR.test(value));
    if (value === told.current || unfinished) return;
    const picked = kind === 'datetime-local' ? secondsAt(value) : value;
    question.ask(
      () => {
        told.current = value;
        void context.choose(blockId, actionId, value === '' ? null : picked);
      },
      () => {
        input.value = told.current;
      },
    );
  };
  return html`<input
      id=${domId}
      class="text-input date-input"
      type=${kind}
      defaultValue=${shown}
      ...${fieldNaming(parts)}
      ...${marks}
      onKeyDown=${(event: KeyboardEvent) => {
        typing.current = true;
        if (event.key === 'Enter') tell(event);
      }}
      onPointerDown=${() => {
        typing.current = false;
      }}
      onChange=${(event: Event) => typing.current || tell(event)}
      onBlur=${tell}
    />
    ${invitation && html`<span class="date-invitation">${invitation}</span>`}
    ${question.dialog}`;
}
