import { field, type Json, numberField, recordsField, textField } from '../../json.ts';

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
  if (kind === 'pie') return { kind, segments: recordsField(chart, 'segments').map(pointOf) };
  if (kind !== 'bar' && kind !== 'line' && kind !== 'area') throw new Error(`no chart: ${kind}`);
  const axis = field(chart, 'axis_config');
  const named = field(axis, 'categories');
  const categories = Array.isArray(named) ? named.map(String) : [];
  return {
    kind,
    categories,
    series: recordsField(chart, 'series').map((series) => seriesOf(series, categories)),
    xLabel: textField(axis, 'x_label') ?? '',
    yLabel: textField(axis, 'y_label') ?? '',
  };
}

const pointOf = (point: Json) => ({
  label: textField(point, 'label') ?? '',
  value: numberField(point, 'value') ?? 0,
});

/** A series' points lie under the category they name, whatever their order. */
function seriesOf(series: Json, categories: readonly string[]): Series {
  const points = new Map(
    recordsField(series, 'data').map((point) => [textField(point, 'label'), pointOf(point).value]),
  );
  return {
    name: textField(series, 'name') ?? '',
    values: categories.map((category) => points.get(category) ?? 0),
  };
}
