import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameFor } from '../../../../src/workspace/client/blocks/charts/chart-frame.ts';
import { chartOf } from '../../../../src/workspace/client/blocks/charts/chart-model.ts';
import { scaleFor } from '../../../../src/workspace/client/blocks/charts/chart-scale.ts';
import { drawBlocks, wordsIn } from '../support.ts';

const point = (label: string, value: number) => ({ label, value });
const chart = (type: string, more: object = {}) => ({
  type: 'data_visualization',
  title: '2.4 engagement',
  chart: {
    type,
    series: [
      { name: 'Actual', data: [point('Q2', 22), point('Q1', 17)] },
      { name: 'Target', data: [point('Q1', 41), point('Q2', 41)] },
    ],
    axis_config: { categories: ['Q1', 'Q2'], x_label: 'Quarter', y_label: '% engaged' },
    ...more,
  },
});
const pie = (...segments: readonly object[]) => ({
  type: 'data_visualization',
  title: 'All',
  chart: { type: 'pie', segments },
});

describe('a chart with axes', () => {
  test.each(['line', 'bar', 'area'])('of %ss can be read without seeing it', (type) => {
    const drawn = drawBlocks([chart(type)]);
    expect(drawn).toContain('role="img"');
    expect(drawn).toContain(
      `aria-label="2.4 engagement, ${type} chart. Actual: Q1 17, Q2 22. Target: Q1 41, Q2 41."`,
    );
    expect(wordsIn(drawn.replace(/.*The numbers/s, ''))).toBe(
      '2.4 engagementActualTargetQ11741Q22241',
    );
  });

  test('names its axes, its series and its categories', () => {
    const words = wordsIn(drawBlocks([chart('line')]));
    for (const each of ['Quarter', '% engaged', 'Actual', 'Target', 'Q1', 'Q2', '50']) {
      expect(words).toContain(each);
    }
  });

  test('puts each point under the category it names', () => {
    const model = chartOf(chart('line'));
    expect(model).toMatchObject({ series: [{ values: [17, 22] }, { values: [41, 41] }] });
  });

  test('is no chart where a category has no point: a gap is not nought', () => {
    const series = [{ name: 'Actual', data: [point('Q1', 17)] }];
    expect(() => chartOf(chart('line', { series }))).toThrow('no point for Q2');
  });

  test('slants names that are too long to lie side by side', () => {
    const categories = Array.from({ length: 12 }, (_, index) => `A long name ${index}`);
    const series = [{ name: 'A', values: categories.map(() => 1) }];
    const model = { kind: 'bar', categories, series, xLabel: '', yLabel: '' } as const;
    expect(frameFor(model).slanted).toBe(true);
    expect(frameFor({ ...model, categories: ['Q1'] }).slanted).toBe(false);
  });

  test('keeps to the room there is, down to where it could not be read', () => {
    const categories = ['Q1', 'Q2', 'Q3', 'Q4'];
    const series = [{ name: 'A', values: categories.map(() => 1) }];
    const model = { kind: 'line', categories, series, xLabel: '', yLabel: '' } as const;
    expect(frameFor(model, 320).width).toBe(320);
    expect(frameFor(model, 2000).width).toBe(frameFor(model).width);
    expect(frameFor(model, 100).width).toBeGreaterThan(160);
  });
});

describe('twelve series', () => {
  const names = Array.from({ length: 12 }, (_, index) => `Series ${index + 1}`);
  const series = names.map((name) => ({ name, data: [point('Q1', 1), point('Q2', 2)] }));

  test('of a line differ in dash and marker, whatever their colour', () => {
    const drawn = drawBlocks([chart('line', { series })]);
    const legend = drawn.match(/<svg class="legend-mark".*?<\/svg>/gs) ?? [];
    const shapes = legend.map((each) => each.replaceAll(/series-\d+/g, ''));
    expect(new Set(shapes).size).toBe(12);
  });

  test('of bars differ in pattern, whatever their colour', () => {
    const drawn = drawBlocks([chart('bar', { series })]);
    const patterns = drawn.match(/<pattern .*?<\/pattern>/gs) ?? [];
    const shapes = patterns.map((each) => each.replaceAll(/series-\d+|id="[^"]*"/g, ''));
    expect(new Set(shapes).size).toBe(12);
    expect(new Set(drawn.match(/fill="url\(#[^)]*\)"/g)).size).toBe(12);
  });
});

test('two charts paint with patterns of their own', () => {
  const drawn = drawBlocks([chart('bar'), chart('bar')]);
  const ids = [...drawn.matchAll(/<pattern id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBe(4);
  expect(new Set(ids).size).toBe(4);
});

describe('a chart of parts', () => {
  const parts = [point('Ahead', 8), point('Behind', 24)];

  test('names each with its number and its share', () => {
    const drawn = drawBlocks([pie(...parts)]);
    expect(drawn).toContain('aria-label="All, pie chart. Ahead 8 (25%), Behind 24 (75%)."');
    expect(wordsIn(drawn)).toContain('Ahead: 8 (25%)');
    expect(drawn).toMatch(/class="slice-number"[^>]*>1<.*class="slice-number"[^>]*>2</s);
  });

  test('may be the whole', () => {
    expect(wordsIn(drawBlocks([pie(point('All', 3))]))).toContain('All: 3 (100%)');
  });

  test.each([0, -1, Number.NaN])('is no chart with a part of %d', (value) => {
    expect(() => chartOf(pie(...parts, point('Odd', value)))).toThrow();
  });
});

test('a scale holds every value and nought between a few round ticks', () => {
  const value = fc.integer({ min: -1e9, max: 1e9 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (plotted) => {
      const { low, high, ticks } = scaleFor(plotted);
      const slack = (high - low) * 1e-9;
      expect(low).toBeLessThan(high);
      expect(Math.min(0, ...plotted)).toBeGreaterThanOrEqual(low - slack);
      expect(Math.max(0, ...plotted)).toBeLessThanOrEqual(high + slack);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.some((tick) => tick === 0)).toBe(true);
    }),
  );
});

test.each([[[5e-324]], [[0]], [[]]])(
  'a scale of next to nothing is still a scale: %j',
  (values) => {
    expect(scaleFor(values).ticks.every(Number.isFinite)).toBe(true);
  },
);
