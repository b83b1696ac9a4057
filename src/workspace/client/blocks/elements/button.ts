import { html } from 'htm/preact';
import { field, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { placeOf, wordsUnder } from './place.ts';
import { useInHand } from './use-in-hand.ts';
import { useQuestion } from './use-question.ts';

/** Slack's clients show about this much of a button's words; the style sheet cuts them there. */
const SHOWN_CHARACTERS = 30;

/** A button: pressing it tells the app, after a question where the app asks for one. */
export function Button(parts: ElementParts) {
  const { element } = parts;
  const words = wordsUnder(element, 'text');
  return html`<${Pressed}
    parts=${parts}
    kind=${textField(element, 'style') ?? 'default'}
    label=${textField(element, 'accessibility_label') ?? null}
    title=${[...words].length > SHOWN_CHARACTERS ? words : null}
    face=${words}
  />`;
}

/** The pictures on icon buttons, by Slack's names for them. */
const ICONS: Readonly<Record<string, string>> = { trash: '🗑' };

/** A button with a picture, which some apps show to some people only. */
export function IconButton(parts: ElementParts) {
  const { element, context } = parts;
  const seenBy = field(element, 'visible_to_user_ids');
  if (Array.isArray(seenBy) && !seenBy.includes(context.names.me)) return null;
  const words = wordsUnder(element, 'text');
  const icon = ICONS[textField(element, 'icon') ?? ''];
  return html`<${Pressed}
    parts=${parts}
    kind="icon"
    label=${textField(element, 'accessibility_label') ?? words}
    title=${words}
    face=${icon ?? words}
  />`;
}

/** Thumbs up and down. */
export function FeedbackButtons(parts: ElementParts) {
  const { element, context } = parts;
  const { blockId, actionId, marks } = placeOf(parts);
  const [held, begin] = useInHand();
  return html`<span class="feedback" role="group" aria-label="Feedback" ...${marks}>
    ${['positive_button', 'negative_button'].map((key) => {
      const button = field(element, key);
      return html`<button
        key=${key}
        type="button"
        class="button button-default"
        aria-disabled=${held}
        aria-label=${textField(button, 'accessibility_label') ?? null}
        onClick=${() => held || begin(() => context.press(blockId, actionId, textField(button, 'value')))}
      >
        <span aria-hidden="true">${key === 'positive_button' ? '👍' : '👎'}</span>
        ${' '}${wordsUnder(button, 'text')}
      </button>`;
    })}
  </span>`;
}

interface PressedParts {
  readonly parts: ElementParts;
  readonly kind: string;
  /** What it is called where the words on it are not the whole. */
  readonly label: string | null;
  readonly title: string | null;
  readonly face: string;
}

/** While what it started is under way, it stays where it is and does nothing, so focus is kept. */
function Pressed({ parts, kind, label, title, face }: PressedParts) {
  const { element, context } = parts;
  const { blockId, actionId, marks } = placeOf(parts);
  const question = useQuestion(parts);
  const [held, begin] = useInHand();
  const url = textField(element, 'url') ?? '';
  const press = () => {
    begin(() => context.press(blockId, actionId));
    if (/^https?:/i.test(url)) open(url, '_blank', 'noopener');
  };
  return html`<button
      type="button"
      class=${`button button-${kind}`}
      aria-disabled=${held}
      aria-label=${label}
      title=${title}
      ...${marks}
      onClick=${() => held || question.ask(press)}
    >
      ${held && html`<span class="spinner" aria-hidden="true"></span>`}
      <span class="button-words">${face}</span>
    </button>
    ${question.dialog}`;
}
