import { Temporal } from 'temporal-polyfill';
import { opensOn, previousQuarter, type Quarter } from '../domain/calendar/calendar.ts';
import type { Awaited, CorrectiveAction, FiledFigure } from '../domain/figure.ts';
import {
  dayFault,
  dayTyped,
  type FieldFault,
  fieldKey,
  LONGEST_SENTENCE,
  LONGEST_WHO,
  shortTextIn,
} from './entry-fields.ts';
import type { DraftValues } from './ports.ts';

/** Something read, or which of its fields is wrong and why; null where nothing was said. */
type Read<Value> = { readonly value: Value | null; readonly faults: readonly FieldFault[] };

/**
 * What a provisional figure waits for. Both are needed, but for one that stands so on record: older
 * reports say only that it is provisional.
 */
export const readAwaited = (
  ref: string,
  typed: DraftValues,
  {
    quarter,
    current,
    isNew,
    from,
    today,
  }: {
    readonly quarter: Quarter;
    readonly current: FiledFigure | null;
    /** Whether the answer itself is another than that on record. */
    readonly isNew: boolean;
    /** The first day that can be chosen. */
    readonly from: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
  },
): Read<Awaited> => {
  if (typed[fieldKey('provisional', ref)] !== true) return { value: null, faults: [] };
  const what = shortTextIn(typed, fieldKey('awaited', ref), LONGEST_SENTENCE);
  const finalBy = dayTyped(typed, fieldKey('final-by', ref));
  const isOld = current?.provisional === true && current.awaited === null;
  if (isOld && what === null && finalBy === null) return { value: null, faults: [] };
  const faults: FieldFault[] = [];
  if (what === null) {
    const sentence = 'Say what is still awaited, for example “two late returns from the police”.';
    faults.push({ field: fieldKey('awaited', ref), sentence });
  }
  const recorded = current?.awaited?.finalBy;
  const hasCome = recorded !== undefined && Temporal.PlainDate.compare(recorded, today) <= 0;
  const dayWrong =
    finalBy === null
      ? 'Choose the day by which it will be final.'
      : isNew && hasCome && finalBy.equals(recorded)
        ? 'That day has come. Choose a later one, or untick “provisional” if this figure is final.'
        : dayFault(finalBy, quarter, { recorded, from });
  if (dayWrong !== null) faults.push({ field: fieldKey('final-by', ref), sentence: dayWrong });
  return {
    value: what === null || finalBy === null ? null : { what, finalBy },
    faults,
  };
};

/** What is being done about a figure; each of the three that is missing or wrong beside the others is told. */
export const readAction = (
  quarter: Quarter,
  ref: string,
  typed: DraftValues,
  current: FiledFigure | null,
): Read<CorrectiveAction> => {
  const { what, who, by } = actionTyped(typed, ref);
  if (what === null && who === null && by === null) return { value: null, faults: [] };
  const faults = missingInAction(ref, { what, who, by: by === null ? null : '' });
  // What was begun within the quarter may be over by now.
  const wrong =
    by === null
      ? null
      : dayFault(by, quarter, {
          recorded: current?.action?.by,
          from: opensOn(previousQuarter(quarter)),
        });
  if (wrong !== null) faults.push({ field: fieldKey('action-by', ref), sentence: wrong });
  return {
    value:
      what === null || who === null || by === null || wrong !== null ? null : { what, who, by },
    faults,
  };
};

const actionTyped = (typed: DraftValues, ref: string) => ({
  what: shortTextIn(typed, fieldKey('action-what', ref), LONGEST_SENTENCE),
  who: shortTextIn(typed, fieldKey('action-who', ref), LONGEST_WHO),
  by: dayTyped(typed, fieldKey('action-by', ref)),
});

/** What is being done about a figure as it was typed; null while any of it is missing. */
export const actionSaid = (typed: DraftValues, ref: string): CorrectiveAction | null => {
  const { what, who, by } = actionTyped(typed, ref);
  return what === null || who === null || by === null ? null : { what, who, by };
};

/** A sentence beside each part of an action that is not there. */
export const missingInAction = (
  ref: string,
  parts: Readonly<Record<'what' | 'who' | 'by', string | null>>,
): FieldFault[] => {
  const sentences = {
    what: 'Say in a sentence what is being done about it.',
    who: 'Say who does it: a post or a team.',
    by: 'Choose the day by which it is done.',
  } as const;
  return (['what', 'who', 'by'] as const)
    .filter((part) => parts[part] === null)
    .map((part) => ({ field: fieldKey(`action-${part}`, ref), sentence: sentences[part] }));
};
