import type { Quarter } from '../domain/calendar/calendar.ts';

/** `7/2015-Q1`: a programme's quarter in keys of the outbox and the job ledger. Never shown to people. */
export const quarterKey = (programmeId: number, quarter: Quarter): string =>
  `${programmeId}/${quarter.year}-Q${quarter.number}`;
