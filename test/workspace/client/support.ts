import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import type { BlockContext } from '../../../src/workspace/client/blocks/block-context.ts';
import { BlockList } from '../../../src/workspace/client/blocks/block-list.ts';
import { TextObject } from '../../../src/workspace/client/text/text-object.ts';
import { type InputState, stateOf } from '../../../src/workspace/input-state.ts';
import type { Json } from '../../../src/workspace/json.ts';

/** 1 July 2015, 09:00 in London. */
export const NOW = Date.parse('2015-07-01T08:00:00Z');

/** Surroundings in which Tom Reid looks at something, with nothing filled in unless given. */
export function contextWith(more: Partial<BlockContext> = {}): BlockContext {
  return {
    surface: 'message',
    prefix: 'm1',
    names: {
      me: 'U1',
      people: { U1: 'Tom Reid', U2: 'Priya Shah' },
      channels: { C1: 'safer-communities' },
    },
    now: NOW,
    values: {},
    errors: {},
    press: async () => undefined,
    choose: async () => undefined,
    type: () => undefined,
    enter: () => undefined,
    ...more,
  };
}

/** Some mrkdwn as the page's HTML. */
export const drawText = (text: string, verbatim = false): string =>
  render(
    html`<${TextObject} text=${{ type: 'mrkdwn', text, verbatim }} context=${contextWith()} />`,
  );

/** Blocks as the page's HTML, their inputs holding what Slack says they start with. */
export function drawBlocks(blocks: readonly Json[], more: Partial<BlockContext> = {}): string {
  const values: InputState = stateOf(blocks);
  const context = contextWith({ values, ...more });
  return render(html`<${BlockList} blocks=${blocks} context=${context} />`);
}

/** The words of some HTML, entities resolved, as a reader sees them. */
export const wordsIn = (drawn: string): string =>
  drawn
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
