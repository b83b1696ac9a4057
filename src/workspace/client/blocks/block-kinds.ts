import type { ComponentType } from 'preact';
import type { NestingParts } from './block-parts.ts';
import { CardBlock, CarouselBlock } from './cards.ts';
import { DataVisualizationBlock } from './charts/data-visualization.ts';
import { ContainerBlock } from './container.ts';
import { InputBlock } from './elements/input-block.ts';
import { MarkdownBlock } from './markdown.ts';
import { FileBlock, ImageBlock, VideoBlock } from './media.ts';
import { RichTextBlock } from './rich-text.ts';
import { SectionBlock } from './section.ts';
import {
  ActionsBlock,
  AlertBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
} from './simple-blocks.ts';
import { DataTableBlock } from './tables/data-table.ts';
import { TableBlock } from './tables/table.ts';
import { PlanBlock, TaskCardBlock } from './tasks.ts';

/** How each type of block is drawn. */
export const KINDS: Readonly<Record<string, ComponentType<NestingParts>>> = {
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
