import type { AxisModel } from './chart-model.ts';
import { type Scale, scaleFor } from './chart-scale.ts';

/** About how wide a character of the labels is, in units of the picture. */
const CHARACTER = 7;
const USUAL_PLOT = { width: 480, height: 200 };
/** A narrower one is scrolled rather than squeezed. */
const LEAST_PLOT_WIDTH = 160;
const MARGIN = 12;
/** How much room a bar takes at least, so that its pattern can be made out. */
const LEAST_BAR = 12;
/** How far a name that is slanted by 40 degrees reaches, as a part of its length. */
const ACROSS = 0.77;
const DOWN = 0.65;

/** Where everything in a chart with axes lies, in units of the picture. */
export interface Frame {
  readonly scale: Scale;
  readonly width: number;
  readonly height: number;
  /** The edges of the part that values are plotted in. */
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** How wide each category is. */
  readonly step: number;
  /** True where the names of the categories are too long to lie side by side. */
  readonly slanted: boolean;
}

/**
 * A frame in which every value, tick, bar and name of a category has its place, and which keeps to
 * the room there is as far as they let it; null where that is not known.
 */
export function frameFor(
  { kind, categories, series, yLabel }: AxisModel,
  room: number | null = null,
): Frame {
  const scale = scaleFor(series.flatMap(({ values }) => values));
  const nameWidth = longest(categories) * CHARACTER;
  const bars = kind === 'bar' ? categories.length * series.length : 0;
  const ticks = 14 + longest(scale.ticks.map(printNumber)) * CHARACTER + (yLabel === '' ? 0 : 18);
  const fitting = Math.min(USUAL_PLOT.width, (room ?? Number.POSITIVE_INFINITY) - ticks - MARGIN);
  const plotWidth = Math.max(LEAST_PLOT_WIDTH, fitting, bars * LEAST_BAR);
  const step = plotWidth / categories.length;
  const slanted = nameWidth > step - 4;
  // A slanted name ends under the middle of its category, and so hangs out to the left of it.
  const left = Math.max(ticks, slanted ? nameWidth * ACROSS - step / 2 + 8 : 0);
  const plot = { left, right: left + plotWidth, top: MARGIN, bottom: MARGIN + USUAL_PLOT.height };
  const below = (slanted ? nameWidth * DOWN : 0) + 44;
  return { scale, width: plot.right + MARGIN, height: plot.bottom + below, plot, step, slanted };
}

const longest = (words: readonly string[]): number =>
  Math.max(...words.map((each) => [...each].length));

/** A value as the axis says it. */
export const printNumber = (value: number): string => value.toLocaleString('en-GB');

/** How far down a value lies. */
export function yOf({ scale, plot }: Frame, value: number): number {
  const part = (value - scale.low) / (scale.high - scale.low);
  return plot.bottom - (plot.bottom - plot.top) * part;
}

/** How far across the middle of a category lies. */
export const middleOf = ({ plot, step }: Frame, index: number): number =>
  plot.left + step * (index + 0.5);
