import { html } from 'htm/preact';
import { Component, type ComponentChildren } from 'preact';
import { type Json, textField } from '../../json.ts';
import type { BlockContext } from './block-context.ts';
import { KINDS } from './block-kinds.ts';
import type { BlockParts } from './block-parts.ts';

interface BlockListParts {
  readonly blocks: readonly Json[];
  readonly context: BlockContext;
}

/** Blocks in order, each drawn as Slack draws it; one that fails takes no other with it. */
export function BlockList({ blocks, context }: BlockListParts) {
  return blocks.map(
    (block, index) => html`<${Fence} key=${keyOf(block, index)} block=${block}>
      <${AnyBlock} block=${block} context=${context} />
    <//>`,
  );
}

// An id may be what another block's place is.
const keyOf = (block: Json, index: number): string => {
  const id = textField(block, 'block_id');
  return id === undefined ? `place ${index}` : `id ${id}`;
};

function AnyBlock({ block, context }: BlockParts) {
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
  return html`<details class="block unknown-block" open>
    <summary>This page cannot draw a block of type “${type}”. It holds:</summary>
    <pre tabindex="0" role="region" aria-label="The block’s JSON">${JSON.stringify(block, null, 2)}</pre>
  </details>`;
}

interface FenceParts {
  readonly block: Json;
  readonly children: ComponentChildren;
}

/** Catches what goes wrong while one block is drawn; when the app sends another it is tried again. */
class Fence extends Component<FenceParts, { failedOn: Json | null }> {
  override state = { failedOn: null };

  override componentDidCatch() {
    this.setState({ failedOn: this.props.block });
  }

  override render({ block, children }: FenceParts) {
    return this.state.failedOn === block ? html`<${UnknownBlock} block=${block} />` : children;
  }
}
