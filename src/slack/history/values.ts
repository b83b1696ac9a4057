import type { Quarter, QuarterNumber } from '../../domain/calendar/calendar.ts';

/** Whose history, of one quarter or of its whole year, and how far back. A claim, as every button's value. */
export interface HistoryReference {
  readonly ref: string;
  readonly quarter: Quarter;
  readonly whole: boolean;
  /** From 1, the newest. */
  readonly page: number;
}

/** `2.4|2015|1|year|2` */
export const writeHistoryReference = ({ ref, quarter, whole, page }: HistoryReference): string =>
  [ref, quarter.year, quarter.number, whole ? 'year' : 'quarter', page].join('|');

export const readHistoryReference = (text: string): HistoryReference | null => {
  const match = /^([0-9a-z.]{1,12})\|(\d{4})\|([1-4])\|(year|quarter)\|(\d{1,4})$/.exec(text);
  return match === null
    ? null
    : {
        ref: match[1] ?? '',
        quarter: { year: Number(match[2]), number: Number(match[3]) as QuarterNumber },
        whole: match[4] === 'year',
        page: Number(match[5]),
      };
};
