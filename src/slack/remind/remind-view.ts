import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dayTyped } from '../../application/entry-fields.ts';
import { DAY, type OpenReminder } from '../../application/remind-on.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { printDay, printQuarter, printWeekday } from '../../domain/calendar/calendar.ts';
import { dueDate, nextWorkingDay } from '../../domain/calendar/working-days.ts';
import { VIEW } from '../ids.ts';
import { counted } from '../standing-words.ts';

const INPUT = 'input';

/** The window in which somebody picks the day of their reminder. `metadata` is what its button said. */
export const remindView = (open: OpenReminder, metadata: string): ModalView => {
  const { quarter, owed, today, lastDay, chosen } = open;
  const first = nextWorkingDay(today.add({ days: 1 }));
  const shown = chosen ?? (Temporal.PlainDate.compare(first, lastDay) <= 0 ? first : null);
  const standing =
    chosen === null
      ? ''
      : ` You have a reminder on ${printDay(chosen)}; another day takes its place, no day takes it back.`;
  return {
    type: 'modal',
    callback_id: VIEW.remindOn,
    private_metadata: metadata,
    title: plain('Remind me'),
    submit: plain('Save'),
    close: plain('Cancel'),
    blocks: [
      section(
        mrkdwn`*${printQuarter(quarter)}: figures of ${counted(owed.length, 'project')} are missing, due by ${printWeekday(dueDate(quarter))}.*${standing}`,
      ),
      {
        type: 'input',
        block_id: DAY,
        optional: true,
        label: plain('Remind me on'),
        hint: plain(
          `At nine that day, or on the next working day. A day up to ${printDay(lastDay)}. Nothing is sent if all is filed by then.`,
        ),
        element: {
          type: 'datepicker',
          action_id: INPUT,
          placeholder: plain('No reminder'),
          ...(shown === null ? {} : { initial_date: String(shown) }),
        },
      },
    ],
  };
};

const stateSchema = z.object({
  values: z.object({
    [DAY]: z.object({ [INPUT]: z.object({ selected_date: z.string().nullish() }) }),
  }),
});

/** The day in a window as it comes back; null where it was left empty, undefined for what is no day. */
export const readReminderDay = (state: unknown): Temporal.PlainDate | null | undefined => {
  const read = stateSchema.safeParse(state);
  if (!read.success) return undefined;
  const chosen = read.data.values[DAY][INPUT].selected_date ?? null;
  if (chosen === null) return null;
  return dayTyped({ [DAY]: chosen }, DAY) ?? undefined;
};

/** What stands from now on. */
export const remindedView = (day: Temporal.PlainDate | null): ModalView => ({
  type: 'modal',
  title: plain('Saved'),
  close: plain('Done'),
  blocks: [
    section(
      day === null
        ? mrkdwn`*You have no reminder.* I write to you when the next quarter opens.`
        : mrkdwn`*You get one reminder on ${printWeekday(day)} at nine*, if anything is still missing by then.`,
    ),
  ],
});
