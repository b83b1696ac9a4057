import { html } from 'htm/preact';
import type { PieModel } from './chart-model.ts';

const RADIUS = 90;
const CENTRE = 100;

/** Parts of a whole, each named beside its share. */
export function PieChart({ chart, title }: { chart: PieModel; title: string }) {
  const { segments } = chart;
  const whole = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  const share = (value: number) => `${Math.round((value / whole) * 100)}%`;
  let turned = 0;
  const slices = segments.map(({ value }) => {
    const from = turned;
    turned += value / whole;
    return sliceFrom(from, turned);
  });
  const told = segments.map(({ label, value }) => `${label} ${value} (${share(value)})`);
  return html`<div class="pie">
    <svg class="pie-picture" viewBox="0 0 200 200" role="img" aria-label=${`${title}, pie chart. ${told.join(', ')}.`}>
      ${slices.map((path, index) => html`<path key=${index} class=${`slice series-${index % 6}`} d=${path} />`)}
    </svg>
    <ol class="chart-legend">
      ${segments.map(
        ({ label, value }, index) => html`<li key=${label}>
          <svg class="legend-mark" viewBox="0 0 12 12" aria-hidden="true">
            <rect class=${`bar series-${index % 6}`} width="12" height="12" />
          </svg>
          ${label}: ${value} (${share(value)})
        </li>`,
      )}
    </ol>
  </div>`;
}

/** The outline of a slice between two parts of a turn, from the top, clockwise. */
function sliceFrom(from: number, to: number): string {
  const full = to - from > 0.9999;
  const [x1, y1] = pointAt(from);
  const [x2, y2] = pointAt(full ? from + 0.9999 : to);
  const large = to - from > 0.5 ? 1 : 0;
  return `M${CENTRE} ${CENTRE}L${x1} ${y1}A${RADIUS} ${RADIUS} 0 ${large} 1 ${x2} ${y2}Z`;
}

function pointAt(turn: number): readonly [number, number] {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return [CENTRE + RADIUS * Math.cos(angle), CENTRE + RADIUS * Math.sin(angle)];
}
