import {
  byType,
  type Check,
  field,
  finiteNumber,
  list,
  listIn,
  type Rule,
  shape,
  text,
  textIn,
  typed,
} from './check.ts';
import { fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { identifier } from './validate-text.ts';

const label = text(LIMITS.chart.label);

const aboveZero: Check = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) && value > 0
    ? []
    : fault(at, 'out_of_range', 'must be a number greater than 0');

const pie = typed('pie', {
  required: {
    segments: list(shape({ required: { label, value: aboveZero } }), {
      max: LIMITS.chart.segments,
    }),
  },
});

/** Every series has exactly one point for each category, so a gap cannot be drawn at all. */
const onePointPerCategory: Rule = (fields, at) => {
  const axis = field(fields, 'axis_config');
  const categories = listIn(axis, 'categories');
  const wanted = [...categories].map(String).sort().join('\n');
  return listIn(fields, 'series').flatMap((series, index) => {
    const data = listIn(series, 'data');
    const found = data.map((point) => String(textIn(point, 'label'))).sort();
    if (found.join('\n') === wanted) return [];
    const place = under(under(under(at, 'series'), index), 'data');
    return fault(place, 'mismatch', 'must have exactly one point for each category');
  });
};

const distinctNames: Rule = (fields, at) => {
  const axis = field(fields, 'axis_config');
  const categories = listIn(axis, 'categories');
  const names = listIn(fields, 'series').map((series) => textIn(series, 'name'));
  return [
    ...repeats(names).flatMap((index) =>
      fault(`${at}/series/${index}/name`, 'duplicate', 'is the name of another series'),
    ),
    ...repeats(categories).flatMap((index) =>
      fault(`${at}/axis_config/categories/${index}`, 'duplicate', 'is named twice'),
    ),
  ];
};

const axisChart = (type: string) =>
  typed(type, {
    required: {
      series: list(
        shape({
          required: {
            name: label,
            data: list(shape({ required: { label, value: finiteNumber } }), {
              max: LIMITS.chart.points,
            }),
          },
        }),
        { max: LIMITS.chart.series },
      ),
      axis_config: shape({
        required: { categories: list(label, { max: LIMITS.chart.points }) },
        optional: { x_label: text(LIMITS.chart.axisLabel), y_label: text(LIMITS.chart.axisLabel) },
      }),
    },
    rule: (fields, at) => [...onePointPerCategory(fields, at), ...distinctNames(fields, at)],
  });

/** A chart (Slack, "Data visualization block"). */
export const dataVisualizationBlock: Check = typed('data_visualization', {
  required: {
    title: text(LIMITS.chart.title),
    chart: byType(
      { pie, bar: axisChart('bar'), line: axisChart('line'), area: axisChart('area') },
      'a chart',
    ),
  },
  optional: { block_id: identifier },
});

function repeats(values: readonly unknown[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
