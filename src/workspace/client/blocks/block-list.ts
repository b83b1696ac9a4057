import { html } from 'htm/preact';
import { Component, type ComponentChildren } from 'preact';
import { type Json, textField } from '../../json.ts';
import type { BlockContext } from './block-context.ts';
import { KINDS } from './block-kinds.ts';

interface BlockListParts {
  readonly blocks: readonly Json[];
  readonly context: BlockContext;
}

/** Blocks in order, each drawn as Slack draws it; one that fails takes no other with it. */
export function BlockList({ blocks, context }: BlockListParts) {
  return blocks.map(
    (block, index) => html`<${Fence} key=${textField(block, 'block_id') ?? index} block=${block}>
      <${AnyBlock} block=${block} context=${context} />
    <//>`,
  );
}

function AnyBlock({ block, context }: { block: Json; context: BlockContext }) {
  const type = textField(block, 'type') ?? '';
  const Kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const list = (blocks: readonly Json[]) =>
    html`<${BlockList} blocks=${blocks} context=${context} />`;
  return Kind
    ? html`<${Kind} block=${block} context=${context} list=${list} />`
    : html`<${UnknownBlock} block=${block} />`;
}

/** Shows a block that this page cannot draw as what it is, rather than nothing. */
function UnknownBlock({ block }: { block: unknown }) {
  const type = textField(block, 'type') ?? 'no type';
  return html`<details class="unknown-block" open>
    <summary>This page cannot draw a block of type “${type}”. It holds:</summary>
    <pre tabindex="0">${JSON.stringify(block, null, 2)}</pre>
  </details>`;
}

interface FenceParts {
  readonly block: Json;
  readonly children: ComponentChildren;
}

/** Catches what goes wrong while one block is drawn. */
class Fence extends Component<FenceParts, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override render({ block, children }: FenceParts) {
    return this.state.failed ? html`<${UnknownBlock} block=${block} />` : children;
  }
}
