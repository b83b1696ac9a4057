/** A straight scale with round ticks that holds all its values and nought. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

const MOST_TICKS = 6;
const ROUND_STEPS = [1, 2, 2.5, 5, 10];
/** Values nearer to one another than this are drawn as one. */
const LEAST_SPAN = 1e-9;

/** The smallest scale of round numbers that holds these values and nought; throws where none does. */
export function scaleFor(values: readonly number[]): Scale {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const span = most - least < LEAST_SPAN ? 1 : most - least;
  if (!Number.isFinite(span)) throw new Error('no scale holds this');
  const power = 10 ** Math.floor(Math.log10(span / MOST_TICKS));
  const step = power * (ROUND_STEPS.find((round) => span / (power * round) <= MOST_TICKS) ?? 10);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => tidy(low + index * step));
  return { low, high, ticks };
}

/** 0.30000000000000004 is 0.3 on an axis. */
const tidy = (value: number): number => Number(value.toPrecision(12));
