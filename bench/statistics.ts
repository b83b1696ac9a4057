/** Percentiles of one block of timings, in milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A number measured several times: the middle of them, the lowest and the highest. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export const PERCENTILES = ['p50', 'p95', 'p99'] as const;

/** The value below which this share of the timings lies (nearest rank). */
const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  const value = sorted[rank];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
};

export const percentilesOf = (timings: readonly number[]): Percentiles => ({
  p50: quantile(timings, 0.5),
  p95: quantile(timings, 0.95),
  p99: quantile(timings, 0.99),
});

export const spreadOf = (values: readonly number[]): Spread => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0),
  high: quantile(values, 1),
});
