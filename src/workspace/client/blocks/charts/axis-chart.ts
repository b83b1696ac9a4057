import { html } from 'htm/preact';
import { useId } from 'preact/hooks';
import { type Frame, frameFor, middleOf, printNumber, yOf } from './chart-frame.ts';
import { colourOf, dashOf, Marker, Patch, Patterns, paintOf } from './chart-marks.ts';
import type { AxisModel, Series } from './chart-model.ts';
import { useRoom } from './use-room.ts';

/** Lines, areas or bars over categories, with the names of the series under them. */
export function AxisChart({ chart, title }: { chart: AxisModel; title: string }) {
  const { series, kind } = chart;
  const [place, room] = useRoom();
  const frame = frameFor(chart, room);
  const id = useId();
  return html`<div ref=${place}>
    <div class="chart-scroll" role="region" aria-label=${`${title}: the picture`} tabindex="0">
      <svg
        class="chart-picture"
        width=${frame.width}
        height=${frame.height}
        viewBox=${`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label=${summaryOf(chart, title)}
      >
        <${Patterns} id=${id} count=${series.length} />
        <${Axes} chart=${chart} frame=${frame} />
        ${series.map((each, index) =>
          kind === 'bar'
            ? html`<${Bars} key=${index} series=${each} index=${index} of=${series.length} paint=${paintOf(id, index)} frame=${frame} />`
            : html`<${Line} key=${index} series=${each} index=${index} paint=${kind === 'area' ? paintOf(id, index) : null} frame=${frame} />`,
        )}
      </svg>
    </div>
    <ul class="chart-legend">
      ${series.map(
        ({ name }, index) => html`<li key=${index}>
          ${kind === 'line' ? html`<${Stroke} index=${index} />` : html`<${Patch} id=${id} index=${index} />`}
          ${' '}${name}
        </li>`,
      )}
    </ul>
  </div>`;
}

function Axes({ chart, frame }: { chart: AxisModel; frame: Frame }) {
  const { categories, xLabel, yLabel } = chart;
  const { plot, scale, height } = frame;
  return html`<g class="chart-axes">
    ${scale.ticks.map((tick) => {
      const y = yOf(frame, tick);
      return html`<path key=${tick} class=${tick === 0 ? 'zero' : 'grid'} d=${`M${plot.left} ${y}H${plot.right}`} />
        <text x=${plot.left - 6} y=${y + 4} text-anchor="end">${printNumber(tick)}</text>`;
    })}
    ${categories.map((category, index) => {
      const at = `translate(${middleOf(frame, index)} ${plot.bottom + 16})`;
      return frame.slanted
        ? html`<text key=${index} transform=${`${at} rotate(-40)`} text-anchor="end">${category}</text>`
        : html`<text key=${index} transform=${at} text-anchor="middle">${category}</text>`;
    })}
    <text x=${(plot.left + plot.right) / 2} y=${height - 6} text-anchor="middle">${xLabel}</text>
    <text transform=${`translate(13 ${(plot.top + plot.bottom) / 2}) rotate(-90)`} text-anchor="middle">
      ${yLabel}
    </text>
  </g>`;
}

interface SeriesParts {
  readonly series: Series;
  readonly index: number;
  readonly frame: Frame;
}

/** A line with its points; with paint, what lies between it and nought is filled. */
function Line({ series, index, frame, paint }: SeriesParts & { paint: string | null }) {
  const points = series.values.map(
    (value, at) => [middleOf(frame, at), yOf(frame, value)] as const,
  );
  const path = `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
  const ground = yOf(frame, 0);
  const [left, right] = [middleOf(frame, 0), middleOf(frame, points.length - 1)];
  return html`<g>
    ${paint && html`<path class="area" fill=${paint} d=${`${path}L${right} ${ground}L${left} ${ground}Z`} />`}
    <path class=${`line ${colourOf(index)} ${dashOf(index)}`} d=${path} />
    ${points.map(([x, y], at) => html`<${Marker} key=${at} index=${index} x=${x} y=${y} />`)}
  </g>`;
}

/** How much of a category its bars take. */
const BARS_PART = 0.76;

function Bars({ series, index, of, frame, paint }: SeriesParts & { of: number; paint: string }) {
  const group = frame.step * BARS_PART;
  const width = group / of;
  const ground = yOf(frame, 0);
  return html`<g>
    ${series.values.map((value, at) => {
      const y = yOf(frame, value);
      return html`<rect
        key=${at}
        class=${`paint ${colourOf(index)}`}
        fill=${paint}
        x=${middleOf(frame, at) - group / 2 + width * index + 1}
        y=${Math.min(y, ground)}
        width=${Math.max(1, width - 2)}
        height=${Math.abs(ground - y)}
      />`;
    })}
  </g>`;
}

/** A bit of a line beside its name in the legend. */
function Stroke({ index }: { index: number }) {
  return html`<svg class="legend-mark" viewBox="0 0 32 16" aria-hidden="true">
    <path class=${`line ${colourOf(index)} ${dashOf(index)}`} d="M0 8H32" />
    <${Marker} index=${index} x=${16} y=${8} />
  </svg>`;
}

/** The chart in words, for whoever hears it. */
function summaryOf({ kind, series, categories }: AxisModel, title: string): string {
  const lines = series.map(({ name, values }) => {
    const told = values.map((value, index) => `${categories[index] ?? ''} ${printNumber(value)}`);
    return `${name}: ${told.join(', ')}`;
  });
  return `${title}, ${kind} chart. ${lines.join('. ')}.`;
}
