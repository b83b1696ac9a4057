import { html } from 'htm/preact';
import { options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { BlockList } from '../../../../src/workspace/client/blocks/block-list.ts';
import { stateOf } from '../../../../src/workspace/input-state.ts';
import type { Json } from '../../../../src/workspace/json.ts';
import { contextWith } from '../support.ts';

/** Something drawn, and what a person can do to it. */
export interface Drawn {
  readonly html: string;
  /** Does to the one element of a kind with these attributes what a person does, such as `onClick`. */
  act(tag: string, attributes: Json, doing: string, event?: object): void;
}

/** Draws something once, and keeps hold of what was drawn. */
export function draw(vnode: unknown): Drawn {
  const seen: VNode<Json>[] = [];
  const before = options.vnode;
  options.vnode = (each) => {
    seen.push(each as VNode<Json>);
    before?.(each);
  };
  try {
    return { html: render(vnode as VNode), act: (...what) => actOn(seen, ...what) };
  } finally {
    if (before) options.vnode = before;
    else delete options.vnode;
  }
}

function actOn(
  seen: readonly VNode<Json>[],
  tag: string,
  attributes: Json,
  doing: string,
  event: object = {},
): void {
  const found = seen.filter(
    ({ type, props }) =>
      type === tag && Object.entries(attributes).every(([name, value]) => props[name] === value),
  );
  const handler = found[0]?.props[doing];
  if (found.length !== 1 || typeof handler !== 'function') {
    throw new Error(`${found.length} <${tag}> ${JSON.stringify(attributes)} to ${doing}`);
  }
  handler(event);
}

/** What a person did, in the order the page told it. */
export type Told = readonly [
  kind: 'press' | 'choose' | 'type' | 'enter',
  ...what: readonly unknown[],
];

/** Blocks drawn with what they start with, and what the page is told when somebody uses them. */
export function drawBlocks(
  blocks: readonly Json[],
  more: Parameters<typeof contextWith>[0] = {},
): Drawn & { readonly told: readonly Told[] } {
  const told: Told[] = [];
  const context = contextWith({
    values: more.values ?? stateOf(blocks),
    press: async (...what) => {
      told.push(['press', ...what]);
    },
    choose: async (...what) => {
      told.push(['choose', ...what]);
    },
    type: (...what) => told.push(['type', ...what]),
    enter: (...what) => told.push(['enter', ...what]),
    ...more,
  });
  return { ...draw(html`<${BlockList} blocks=${blocks} context=${context} />`), told };
}

/** A plain text object. */
export const plain = (text: string) => ({ type: 'plain_text', text });

/** An option of a menu. */
export const option = (value: string, words = value) => ({ value, text: plain(words) });

/** An element in a form, under the ids "field" and "input". */
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'field',
  label: plain('4.1 Victims supported'),
  element: { action_id: 'input', ...element },
  ...more,
});

/** An element in a row of actions, under the ids "row" and "go". */
export const inRow = (element: object) => ({
  type: 'actions',
  block_id: 'row',
  elements: [{ action_id: 'go', ...element }],
});

/** An element beside a section's words, under the ids "beside" and "go". */
export const beside = (text: string, element: object) => ({
  type: 'section',
  block_id: 'beside',
  text: { type: 'mrkdwn', text },
  accessory: { action_id: 'go', ...element },
});

/** An event on a field that holds these words. */
export const on = (value: string, more: object = {}) => ({
  currentTarget: { value, validity: { badInput: false }, ...more },
});
