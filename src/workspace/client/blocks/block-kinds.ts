import type { ComponentType } from 'preact';
import type { Json } from '../../json.ts';
import type { BlockContext } from './block-context.ts';
import { CardBlock, CarouselBlock, ContainerBlock } from './cards.ts';
import { DataTableBlock } from './data-table.ts';
import { DataVisualizationBlock } from './data-visualization.ts';
import { InputBlock } from './elements/input-block.ts';
import { MarkdownBlock } from './markdown.ts';
import { FileBlock, ImageBlock, PlanBlock, TaskCardBlock, VideoBlock } from './media.ts';
import { RichTextBlock } from './rich-text.ts';
import {
  ActionsBlock,
  AlertBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  SectionBlock,
} from './simple-blocks.ts';
import { TableBlock } from './table.ts';

type Kind = ComponentType<{
  block: Json;
  context: BlockContext;
  /** Draws the blocks inside this one. */
  list: (blocks: readonly Json[]) => unknown;
}>;

/** How each type of block is drawn. */
export const KINDS: Readonly<Record<string, Kind>> = {
  actions: ActionsBlock,
  alert: AlertBlock,
  card: CardBlock,
  carousel: CarouselBlock,
  container: ContainerBlock,
  context: ContextBlock,
  context_actions: ActionsBlock,
  data_table: DataTableBlock,
  data_visualization: DataVisualizationBlock,
  divider: DividerBlock,
  file: FileBlock,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: MarkdownBlock,
  plan: PlanBlock,
  rich_text: RichTextBlock,
  section: SectionBlock,
  table: TableBlock,
  task_card: TaskCardBlock,
  video: VideoBlock,
};
