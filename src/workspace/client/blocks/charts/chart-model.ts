import { field, type Json, numberField, textField } from '../../../json.ts';
import { neededRecords, neededText } from '../needed.ts';

/** One line, or one bar of every group. */
export interface Series {
  readonly name: string;
  /** One value for each category, in their order. */
  readonly values: readonly number[];
}

/** A chart with axes. */
export interface AxisModel {
  readonly kind: 'bar' | 'line' | 'area';
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** A chart of parts of a whole. */
export interface PieModel {
  readonly kind: 'pie';
  readonly segments: readonly { readonly label: string; readonly value: number }[];
}

/** What a `data_visualization` block holds; throws where it is no chart, so that its JSON is shown. */
export function chartOf(block: Json): AxisModel | PieModel {
  const chart = field(block, 'chart');
  const kind = textField(chart, 'type');
  if (kind === 'pie') return { kind, segments: segmentsOf(chart) };
  if (kind !== 'bar' && kind !== 'line' && kind !== 'area') throw new Error(`no chart: ${kind}`);
  const axis = field(chart, 'axis_config');
  const categories = field(axis, 'categories');
  if (!Array.isArray(categories) || categories.length === 0) throw new Error('no categories');
  const names = categories.map(String);
  return {
    kind,
    categories: names,
    series: neededRecords(chart, 'series').map((series) => seriesOf(series, names)),
    xLabel: textField(axis, 'x_label') ?? '',
    yLabel: textField(axis, 'y_label') ?? '',
  };
}

function segmentsOf(chart: unknown): PieModel['segments'] {
  const segments = neededRecords(chart, 'segments').map((segment) => ({
    label: neededText(segment, 'label'),
    value: amountOf(segment),
  }));
  if (segments.some(({ value }) => value <= 0)) throw new Error('a part of nothing');
  return segments;
}

function amountOf(point: Json): number {
  const value = numberField(point, 'value');
  if (value === undefined || !Number.isFinite(value)) throw new Error('no value');
  return value;
}

/**
 * A series' points lie under the category they name, whatever their order. A category without a point
 * is no nought: as in Slack, there is no chart then.
 */
function seriesOf(series: Json, categories: readonly string[]): Series {
  const points = new Map(
    neededRecords(series, 'data').map((point) => [neededText(point, 'label'), amountOf(point)]),
  );
  const values = categories.map((category) => {
    const value = points.get(category);
    if (value === undefined) throw new Error(`no point for ${category}`);
    return value;
  });
  return { name: neededText(series, 'name'), values };
}
