import {
  type Check,
  type Fields,
  field,
  flag,
  isFields,
  list,
  oneOf,
  shape,
  text,
  textIn,
} from './check.ts';
import { countCharacters } from './escape.ts';
import { type BlockFault, fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { acrossBlocks, type Placed, placedBlocks } from './validate-across.ts';
import { blockOn, type Surface } from './validate-blocks.ts';
import { suggestions } from './validate-options.ts';
import { shownCharacters } from './validate-tables.ts';
import { plainText } from './validate-text.ts';

export type { BlockFault };

/**
 * Everything Slack would refuse in a message's `text` and `blocks`; empty means it may be sent.
 * `text` is required, though Slack would take blocks alone: it is all that a phone's notification
 * shows. Other fields, such as `channel`, are left to the caller.
 */
export function validateMessage(message: unknown): BlockFault[] {
  if (!isFields(message)) return [...fault('', 'wrong_type', 'must be an object')];
  return [
    ...messageText(field(message, 'text')),
    ...(field(message, 'blocks') === undefined
      ? []
      : messageBlocks(message, field(message, 'blocks'))),
  ];
}

/** Everything Slack would refuse in a modal or an App Home view; empty means it may be opened. */
export function validateView(view: unknown): BlockFault[] {
  if (!isFields(view)) return [...fault('', 'wrong_type', 'must be an object')];
  const type = field(view, 'type');
  if (type !== 'modal' && type !== 'home') {
    return [...fault('/type', 'unknown_type', 'must be "modal" or "home"')];
  }
  const placed = placedBlocks(view);
  return [
    ...(type === 'modal' ? modal : home)(view, ''),
    ...submitPresent(view, type, placed),
    ...acrossBlocks(placed),
    ...bytesOf(view),
  ];
}

/**
 * What is wrong with the `errors` of a `response_action: "errors"` answer to this view. Each key
 * must be the block_id of one of its input blocks; for any other, Slack shows the person only that
 * it had trouble connecting.
 */
export function validateViewErrors(view: unknown, errors: unknown): BlockFault[] {
  if (!isFields(errors)) return [...fault('/errors', 'wrong_type', 'must be an object')];
  const placed = isFields(view) ? placedBlocks(view) : [];
  const inputs = new Set(
    placed
      .filter(({ block }) => field(block, 'type') === 'input')
      .map(({ block }) => field(block, 'block_id')),
  );
  const entries = Object.entries(errors);
  return [
    ...(entries.length === 0 ? fault('/errors', 'too_few', 'names no field') : []),
    ...entries.flatMap(([key, message]) => [
      ...(inputs.has(key)
        ? []
        : fault(under('/errors', key), 'mismatch', 'is not the block_id of an input block')),
      ...text()(message, under('/errors', key)),
    ]),
  ];
}

/** What is wrong with an app's answer to words typed in a menu whose options it supplies. */
export function validateSuggestions(answer: unknown): BlockFault[] {
  return [...suggestions(answer, '')];
}

const viewParts = {
  required: { type: oneOf('modal', 'home') },
  optional: {
    private_metadata: atMost(LIMITS.view.privateMetadata),
    callback_id: atMost(LIMITS.view.id),
    external_id: atMost(LIMITS.view.id),
  },
};

const modal = shape({
  required: {
    ...viewParts.required,
    title: plainText(LIMITS.view.title),
    blocks: list(blockOn('modal'), { max: LIMITS.view.blocks }),
  },
  optional: {
    ...viewParts.optional,
    submit: plainText(LIMITS.view.submit),
    close: plainText(LIMITS.view.close),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
});

const home = shape({
  required: {
    ...viewParts.required,
    blocks: list(blockOn('home'), { max: LIMITS.view.blocks }),
  },
  optional: viewParts.optional,
});

/** A string of up to `max` characters that, unlike text to be read, may be empty. */
function atMost(max: number): Check {
  return (value, at) => (value === '' ? [] : text(max)(value, at));
}

function messageText(value: unknown): readonly BlockFault[] {
  if (value === undefined) return fault('/text', 'missing', 'needs "text"');
  const faults = text()(value, '/text');
  if (faults.length > 0 || typeof value !== 'string') return faults;
  if (value.trim() === '') return fault('/text', 'empty', 'must not be blank');
  const bytes = Buffer.byteLength(value);
  const max = LIMITS.message.textBytes;
  if (bytes <= max) return [];
  return fault('/text', 'too_long', `is ${bytes} bytes long; Slack edits at most ${max}`);
}

function messageBlocks(message: Fields, blocks: unknown): readonly BlockFault[] {
  const placed = placedBlocks(message);
  return [
    ...list(blockOn('message'), { min: 0, max: LIMITS.message.blocks })(blocks, '/blocks'),
    ...acrossBlocks(placed),
    ...tooManyOf('table', LIMITS.message.tables, placed),
    ...tooManyOf('data_visualization', LIMITS.message.charts, placed),
    ...messageSums(placed),
  ];
}

function messageSums(placed: readonly Placed[]): readonly BlockFault[] {
  const top = placed.filter(({ at }) => /^\/blocks\/\d+$/.test(at));
  const markdown = top
    .filter(({ block }) => field(block, 'type') === 'markdown')
    .reduce((sum, { block }) => sum + countCharacters(textIn(block, 'text') ?? ''), 0);
  const counted = new Set(['table', 'data_table', 'data_visualization']);
  const shown = top
    .filter(({ block }) => !counted.has(textIn(block, 'type') ?? ''))
    .reduce((sum, { block }) => sum + shownCharacters(block), 0);
  const { markdownCharacters, shownCharacters: allowed } = LIMITS.message;
  return [
    ...(markdown > markdownCharacters
      ? fault('/blocks', 'too_long', `holds ${markdown} characters of markdown, over its limit`)
      : []),
    ...(shown > allowed
      ? fault('/blocks', 'too_long', `shows ${shown} characters; a message takes ${allowed}`)
      : []),
  ];
}

function tooManyOf(type: string, max: number, placed: readonly Placed[]): readonly BlockFault[] {
  return placed
    .filter(({ block }) => field(block, 'type') === type)
    .slice(max)
    .flatMap(({ at }) => fault(at, 'too_many', `a message takes ${max} ${type}`));
}

function submitPresent(
  view: Fields,
  type: Exclude<Surface, 'message'>,
  placed: readonly Placed[],
): readonly BlockFault[] {
  const needed = type === 'modal' && placed.some(({ block }) => field(block, 'type') === 'input');
  if (!needed || field(view, 'submit') !== undefined) return [];
  return fault('/submit', 'missing', 'is required when a modal has an input block');
}

function bytesOf(view: Fields): readonly BlockFault[] {
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes <= LIMITS.view.bytes) return [];
  return fault('', 'too_big', `is ${bytes} bytes; Slack allows ${LIMITS.view.bytes}`);
}
