import { printDay } from '../calendar/calendar.ts';
import type { Awaited, CorrectiveAction } from '../figure.ts';

/** `Workers visit both prisons weekly. (The resettlement team, by 30 September 2015)` */
export const actionWords = ({ what, who, by }: CorrectiveAction): string =>
  `${what} (${who}, by ${printDay(by)})`;

/** `Two late surveys (final by 14 August 2015)` */
export const awaitedWords = ({ what, finalBy }: Awaited): string =>
  `${what} (final by ${printDay(finalBy)})`;
