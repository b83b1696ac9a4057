import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  SectionBlock,
  SectionBlockAccessory,
  Block as SlackBlock,
} from '@slack/types';
import { type Mrkdwn, stripControl, truncate } from './escape.ts';
import { LIMITS } from './limits.ts';

/** A chart; not yet in @slack/types (Slack, "Data visualization block"). Messages only. */
export interface DataVisualizationBlock extends SlackBlock {
  type: 'data_visualization';
  title: string;
  chart: PieChart | AxisChart;
}

/** Slices of a whole; every value is greater than 0. */
export interface PieChart {
  type: 'pie';
  segments: ChartPoint[];
}

/** Series over shared categories; each series has exactly one point for each category. */
export interface AxisChart {
  type: 'bar' | 'line' | 'area';
  series: { name: string; data: ChartPoint[] }[];
  axis_config: { categories: string[]; x_label?: string; y_label?: string };
}

/** One value, by the name of its category or slice. */
export interface ChartPoint {
  label: string;
  value: number;
}

/** A header with its rank, which @slack/types does not have yet. */
export interface LevelHeaderBlock extends HeaderBlock {
  level?: 1 | 2 | 3 | 4;
}

/** Every block we may send: Slack's types and the ones they lack. */
export type Block = KnownBlock | DataVisualizationBlock | LevelHeaderBlock;

/** Words that Slack will not parse: cleaned, and cut to `max` so that they cannot be refused. */
export function plain(text: string, max: number = LIMITS.text): PlainTextElement {
  return { type: 'plain_text', text: truncate(stripControl(text), max) };
}

/** A title; cut to 150 characters. */
export function header(text: string, level?: 1 | 2 | 3 | 4): LevelHeaderBlock {
  const block: LevelHeaderBlock = { type: 'header', text: plain(text, LIMITS.header.text) };
  return level === undefined ? block : { ...block, level };
}

/** A paragraph. Not cut: markup has no safe place to cut it, so shorten the words that go in. */
export function section(
  text: Mrkdwn,
  more: { fields?: readonly Mrkdwn[]; accessory?: SectionBlockAccessory; blockId?: string } = {},
): SectionBlock {
  return {
    type: 'section',
    ...identified(more.blockId),
    text: markup(text),
    ...(more.fields && { fields: more.fields.map(markup) }),
    ...(more.accessory && { accessory: more.accessory }),
  };
}

/** Small print: up to ten texts. */
export function context(...texts: readonly Mrkdwn[]): ContextBlock {
  return { type: 'context', elements: texts.map(markup) };
}

/** A rule across the message. */
export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A row of up to 25 things to press or pick. */
export function actions(elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock {
  return { type: 'actions', ...identified(blockId), elements: [...elements] };
}

/**
 * A button. Its words are cut to fit; its value is not, for a cut value would act on something
 * else. Give an `accessibilityLabel` wherever several buttons share the same words.
 */
export function button(parts: {
  text: string;
  actionId: string;
  value?: string;
  style?: 'primary' | 'danger';
  accessibilityLabel?: string;
}): Button {
  const { text, actionId, value, style, accessibilityLabel } = parts;
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, LIMITS.button.text),
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...(accessibilityLabel && {
      accessibility_label: truncate(
        stripControl(accessibilityLabel),
        LIMITS.button.accessibilityLabel,
      ),
    }),
  };
}

/** `verbatim` keeps Slack from making links of bare addresses in words that people typed. */
function markup(text: Mrkdwn): MrkdwnElement {
  return { type: 'mrkdwn', text: text.text, verbatim: true };
}

function identified(blockId: string | undefined): { block_id?: string } {
  return blockId === undefined ? {} : { block_id: blockId };
}
