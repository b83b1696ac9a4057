import { HANDOVER_SCOPES, type HandoverAbout } from '../application/hand-over.ts';
import type { ReminderAbout } from '../application/remind-on.ts';
import { actions, type Block, button } from '../blockkit/blocks.ts';
import type { QuarterNumber } from '../domain/calendar/calendar.ts';
import { ACTION } from './ids.ts';

/** What the buttons below somebody's projects are about. Everything in it is looked up and checked again. */
export interface HandoverReference extends HandoverAbout, ReminderAbout {}

/** `1|2015|1|own`: programme, year, quarter, and whose part it is about. */
export const writeHandoverReference = (about: HandoverReference): string =>
  [about.programmeId, about.quarter.year, about.quarter.number, about.scope].join('|');

/** Null for anything that is not such a reference: values come back from clients and may be forged. */
export const readHandoverReference = (text: string): HandoverReference | null => {
  const match = /^(\d{1,9})\|(\d{4})\|([1-4])\|([a-z_]{1,10})$/.exec(text);
  const scope = HANDOVER_SCOPES.find((each) => each === match?.[4]);
  if (match === null || scope === undefined) return null;
  return {
    programmeId: Number(match[1]),
    quarter: { year: Number(match[2]), number: Number(match[3]) as QuarterNumber },
    scope,
  };
};

const BUTTONS = {
  [ACTION.handoverAway]: 'I’m away',
  [ACTION.handoverNotMe]: 'Not me',
  [ACTION.remindOn]: 'Remind me on …',
} as const;
export type HandoverButton = keyof typeof BUTTONS;

export const HAND_OVER: readonly HandoverButton[] = [ACTION.handoverAway, ACTION.handoverNotMe];

export const wordsOfButton = (action: HandoverButton): string => BUTTONS[action];

/** The buttons below what somebody owes: hand it over, or put it off. */
export const handoverButtons = (
  about: HandoverReference,
  which: readonly HandoverButton[],
): Block =>
  actions(
    which.map((actionId) =>
      button({ text: BUTTONS[actionId], actionId, value: writeHandoverReference(about) }),
    ),
  );

export const backButton = (): Block =>
  actions([
    button({
      text: 'I’m back',
      actionId: ACTION.handoverBack,
      accessibilityLabel: 'I’m back: end my absence, and send me what is owed again',
    }),
  ]);
