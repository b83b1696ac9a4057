import { html } from 'htm/preact';
import { useId } from 'preact/hooks';
import { colourOf, Patch, Patterns, paintOf } from './chart-marks.ts';
import type { PieModel } from './chart-model.ts';

const RADIUS = 90;
const NUMBER_RADIUS = 104;
const CENTRE = 120;

/** Parts of a whole. Each has a number beside it, under which the legend names it and its share. */
export function PieChart({ chart, title }: { chart: PieModel; title: string }) {
  const id = useId();
  const slices = slicesOf(chart);
  const told = slices.map(({ label, value, share }) => `${label} ${value} (${share})`);
  return html`<div class="pie">
    <svg class="pie-picture" viewBox="0 0 240 240" role="img" aria-label=${`${title}, pie chart. ${told.join(', ')}.`}>
      <${Patterns} id=${id} count=${slices.length} />
      ${slices.map(
        ({ from, to }, index) => html`<g key=${index}>
          <path class=${`paint ${colourOf(index)}`} fill=${paintOf(id, index)} d=${sliceBetween(from, to)} />
          <${SliceNumber} number=${index + 1} turn=${(from + to) / 2} />
        </g>`,
      )}
    </svg>
    <ol class="chart-legend">
      ${slices.map(
        ({ label, value, share }, index) => html`<li key=${index}>
          <${Patch} id=${id} index=${index} /> ${label}: ${value} (${share})
        </li>`,
      )}
    </ol>
  </div>`;
}

interface Slice {
  readonly label: string;
  readonly value: string;
  /** Its part of the whole, in whole per cent. */
  readonly share: string;
  /** Where it lies, in turns from the top, clockwise. */
  readonly from: number;
  readonly to: number;
}

function slicesOf({ segments }: PieModel): readonly Slice[] {
  const whole = segments.reduce((sum, { value }) => sum + value, 0);
  let turned = 0;
  return segments.map(({ label, value }) => {
    const from = turned;
    turned += value / whole;
    const share = `${Math.round((value / whole) * 100)}%`;
    return { label, value: value.toLocaleString('en-GB'), share, from, to: turned };
  });
}

function SliceNumber({ number, turn }: { number: number; turn: number }) {
  const [x, y] = pointAt(turn, NUMBER_RADIUS);
  return html`<text class="slice-number" x=${x} y=${y + 4} text-anchor="middle">${number}</text>`;
}

/** The outline of a slice between two parts of a turn. */
function sliceBetween(from: number, to: number): string {
  const full = to - from > 0.9999;
  const [x1, y1] = pointAt(from, RADIUS);
  const [x2, y2] = pointAt(full ? from + 0.9999 : to, RADIUS);
  const large = to - from > 0.5 ? 1 : 0;
  return `M${CENTRE} ${CENTRE}L${x1} ${y1}A${RADIUS} ${RADIUS} 0 ${large} 1 ${x2} ${y2}Z`;
}

function pointAt(turn: number, radius: number): readonly [x: number, y: number] {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return [CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle)];
}
