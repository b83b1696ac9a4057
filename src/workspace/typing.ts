import type { Directory } from './directory.ts';
import { isTyped } from './dispatching.ts';
import type { Placed } from './elements.ts';
import { BOT_USER_ID } from './identity.ts';
import { Impossible } from './impossible.ts';
import { optionsOf } from './input-state.ts';
import { field, type Json, numberField, textField, wordingField } from './json.ts';

/** What a person answers in one input: words, a pick or picks, a tick, or nothing. */
export type TypedAnswer = string | boolean | readonly string[] | null;

/** Slack's own limit on a text input. */
const LONGEST_INPUT = 3000;

/** What a calendar and a clock offer, and nothing else. */
const MOMENTS: Readonly<Record<string, (words: string) => boolean>> = {
  datepicker: (words) => /^\d{4}-\d{2}-\d{2}$/.test(words) && isDay(words),
  timepicker: (words) => /^([01]\d|2[0-3]):[0-5]\d$/.test(words),
  datetimepicker: (words) => /^\d{10}$/.test(words),
};

/** False for 31 February, which the language would take for 3 March. */
function isDay(words: string): boolean {
  const at = Date.parse(`${words}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(words);
}

/** What the person sees an input called: its label, or failing that its ids. */
export function labelOf({ block, element, blockId }: Placed): string {
  const label = wordingField(block, 'label') ?? wordingField(block, 'text');
  return label ?? wordingField(element, 'placeholder') ?? blockId;
}

/** The value an input takes for an answer; throws Impossible for what nobody could type or pick. */
export function valueFor(placed: Placed, answer: TypedAnswer, directory: Directory): unknown {
  const { element } = placed;
  const type = textField(element, 'type') ?? '';
  if (type === 'file_input') throw new Impossible(`"${labelOf(placed)}" takes files, not answers`);
  if (answer === null) return type.startsWith('multi_') || type === 'checkboxes' ? [] : null;
  if (isTyped(placed)) return typedText(placed, type, answer);
  if (MOMENTS[type]) return pickedMoment(placed, type, answer);
  const many = type.startsWith('multi_') || type === 'checkboxes';
  const choices = many ? manyChoices(element, answer) : [oneChoice(placed, answer)];
  const most = numberField(element, 'max_selected_items');
  if (most !== undefined && choices.length > most) {
    throw new Impossible(`"${labelOf(placed)}" takes at most ${most} choices`);
  }
  const picked = choices.map((choice) => pick(placed, type, choice, directory));
  return many ? picked : picked[0];
}

function typedText(placed: Placed, type: string, answer: TypedAnswer): unknown {
  const { element } = placed;
  const label = labelOf(placed);
  if (typeof answer !== 'string') throw new Impossible(`"${label}" is typed, not picked`);
  const longest = numberField(element, 'max_length') ?? LONGEST_INPUT;
  if (answer.length > longest) {
    throw new Impossible(
      `"${label}" takes at most ${longest} characters; ${answer.length} were typed`,
    );
  }
  const multiline = field(element, 'multiline') === true || type === 'rich_text_input';
  if (!multiline && answer.includes('\n')) throw new Impossible(`"${label}" is one line`);
  if (type === 'number_input') checkDigits(element, label, answer);
  if (answer === '') return null;
  return type === 'rich_text_input' ? richText(answer) : answer;
}

function checkDigits(element: Json, label: string, answer: string): void {
  const decimals = field(element, 'is_decimal_allowed') === true;
  const pattern = decimals ? /^-?\d*\.?\d*$/ : /^-?\d*$/;
  if (!pattern.test(answer)) throw new Impossible(`"${label}" takes only digits, not "${answer}"`);
}

function richText(text: string): Json {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

function pickedMoment(placed: Placed, type: string, answer: TypedAnswer): unknown {
  if (typeof answer !== 'string' || !MOMENTS[type]?.(answer)) {
    throw new Impossible(`"${labelOf(placed)}" is a ${type}; "${String(answer)}" is not in it`);
  }
  return type === 'datetimepicker' ? Number(answer) : answer;
}

function oneChoice(placed: Placed, answer: TypedAnswer): string {
  if (typeof answer === 'string') return answer;
  throw new Impossible(`"${labelOf(placed)}" takes one choice by its words or value`);
}

function manyChoices(element: Json, answer: TypedAnswer): readonly string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'boolean') return answer ?? [];
  return answer ? optionsOf(element).map((option) => textField(option, 'value') ?? '') : [];
}

function pick(placed: Placed, type: string, choice: string, directory: Directory): unknown {
  const label = labelOf(placed);
  if (type.includes('users_select')) {
    if (choice === BOT_USER_ID) return choice;
    const person = directory.findPerson(choice);
    if (!person || person.deleted) throw new Impossible(`"${label}" lists nobody called ${choice}`);
    return person.id;
  }
  if (type.includes('channels_select') || type.includes('conversations_select')) {
    const channel = directory.findChannel(choice);
    if (!channel) throw new Impossible(`"${label}" lists no channel called ${choice}`);
    return channel.id;
  }
  const options = optionsOf(placed.element);
  const found = options.find(
    (option) => textField(option, 'value') === choice || wordingField(option, 'text') === choice,
  );
  if (found) return found;
  const offered = options.map((option) => wordingField(option, 'text')).join(', ');
  throw new Impossible(`"${label}" does not offer "${choice}"; it offers ${offered || 'nothing'}`);
}
