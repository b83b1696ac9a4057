import { html } from 'htm/preact';
import type { AxisModel, Series } from './chart-model.ts';
import { type Scale, scaleFor } from './chart-scale.ts';

const WIDTH = 560;
const HEIGHT = 260;
const EDGE = { left: 54, right: 12, top: 12, bottom: 46 };
const PLOT = {
  width: WIDTH - EDGE.left - EDGE.right,
  height: HEIGHT - EDGE.top - EDGE.bottom,
};

/** Lines, areas or bars over categories. Series differ by dash and marker as well as by colour. */
export function AxisChart({ chart, title }: { chart: AxisModel; title: string }) {
  const { series, categories, kind } = chart;
  const scale = scaleFor(series.flatMap(({ values }) => values));
  const frame: Frame = { scale, count: Math.max(1, categories.length) };
  return html`<div>
    <svg
      class="chart-picture"
      viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label=${summaryOf(chart, title)}
    >
      <${Axes} chart=${chart} frame=${frame} />
      ${series.map((each, index) =>
        kind === 'bar'
          ? html`<${Bars} key=${each.name} series=${each} index=${index} of=${series.length} frame=${frame} />`
          : html`<${Line} key=${each.name} series=${each} index=${index} filled=${kind === 'area'} frame=${frame} />`,
      )}
    </svg>
    <ul class="chart-legend">
      ${series.map(
        ({ name }, index) => html`<li key=${name}>
          <svg class="legend-mark" viewBox="0 0 34 12" aria-hidden="true">
            ${
              kind === 'bar'
                ? html`<rect class=${`bar series-${index % 6}`} width="34" height="12" />`
                : html`<path class=${`line series-${index % 6}`} d="M0 6H34" />
                    <${Marker} index=${index} x=${17} y=${6} />`
            }
          </svg>
          ${name}
        </li>`,
      )}
    </ul>
  </div>`;
}

interface Frame {
  readonly scale: Scale;
  /** How many categories lie side by side. */
  readonly count: number;
}

const yOf = ({ low, high }: Scale, value: number): number =>
  EDGE.top + PLOT.height * (1 - (value - low) / (high - low));
const middleOf = (count: number, index: number): number =>
  EDGE.left + (PLOT.width / count) * (index + 0.5);

function Axes({ chart, frame }: { chart: AxisModel; frame: Frame }) {
  const { scale, count } = frame;
  const { categories, xLabel, yLabel } = chart;
  const right = WIDTH - EDGE.right;
  return html`<g class="chart-axes">
    ${scale.ticks.map((tick) => {
      const y = yOf(scale, tick);
      return html`<path key=${tick} class=${tick === 0 ? 'zero' : 'grid'} d=${`M${EDGE.left} ${y}H${right}`} />
        <text x=${EDGE.left - 6} y=${y + 4} text-anchor="end">${tick.toLocaleString('en-GB')}</text>`;
    })}
    ${categories.map(
      (category, index) => html`<text
        key=${category}
        x=${middleOf(count, index)}
        y=${HEIGHT - EDGE.bottom + 16}
        text-anchor="middle"
      >
        ${category}
      </text>`,
    )}
    <text x=${EDGE.left + PLOT.width / 2} y=${HEIGHT - 8} text-anchor="middle">${xLabel}</text>
    <text transform=${`translate(12 ${EDGE.top + PLOT.height / 2}) rotate(-90)`} text-anchor="middle">
      ${yLabel}
    </text>
  </g>`;
}

interface LineParts {
  readonly series: Series;
  readonly index: number;
  readonly filled: boolean;
  readonly frame: Frame;
}

function Line({ series, index, filled, frame }: LineParts) {
  const { scale, count } = frame;
  const points = series.values.map(
    (value, at) => [middleOf(count, at), yOf(scale, value)] as const,
  );
  const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const [first, last] = [points[0], points.at(-1)];
  const ground = yOf(scale, 0);
  return html`<g>
    ${
      filled &&
      first &&
      last &&
      html`<path class=${`area series-${index % 6}`} d=${`${path}L${last[0]} ${ground}L${first[0]} ${ground}Z`} />`
    }
    <path class=${`line series-${index % 6}`} d=${path} />
    ${points.map(([x, y], at) => html`<${Marker} key=${at} index=${index} x=${x} y=${y} />`)}
  </g>`;
}

const MARKS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  'M-4 -4H4V4H-4Z',
  'M0 -5L5 4H-5Z',
  'M0 -5L5 0L0 5L-5 0Z',
];

function Marker({ index, x, y }: { index: number; x: number; y: number }) {
  return html`<path
    class=${`marker series-${index % 6}`}
    transform=${`translate(${x} ${y})`}
    d=${MARKS[index % MARKS.length]}
  />`;
}

interface BarsParts {
  readonly series: Series;
  readonly index: number;
  readonly of: number;
  readonly frame: Frame;
}

function Bars({ series, index, of, frame }: BarsParts) {
  const { scale, count } = frame;
  const group = (PLOT.width / count) * 0.76;
  const width = group / of;
  const ground = yOf(scale, 0);
  return html`<g>
    ${series.values.map((value, at) => {
      const y = yOf(scale, value);
      const x = middleOf(count, at) - group / 2 + width * index;
      return html`<rect
        key=${at}
        class=${`bar series-${index % 6}`}
        x=${x + 1}
        y=${Math.min(y, ground)}
        width=${Math.max(1, width - 2)}
        height=${Math.abs(ground - y)}
      />`;
    })}
  </g>`;
}

/** The chart in one sentence, for whoever hears it. */
function summaryOf({ kind, series, categories }: AxisModel, title: string): string {
  const lines = series.map(({ name, values }) => {
    const told = values.map((value, index) => `${categories[index] ?? ''} ${value}`);
    return `${name}: ${told.join(', ')}`;
  });
  return `${title}, ${kind} chart. ${lines.join('. ')}.`;
}
