import type { FormMeasure } from '../../application/submission-form.ts';
import { printDay } from '../../domain/calendar/calendar.ts';
import type { FiledFigure } from '../../domain/figure.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';

/** What was said of this measure last quarter: its figure, and what was promised about it. */
export const lastQuarterLines = ({ lastQuarter, measure }: FormMeasure): readonly string[] =>
  lastQuarter === null
    ? ['Last quarter: none']
    : [
        `Last quarter: ${printAnswer(lastQuarter.answer, measure.unit)}${openThen(lastQuarter)}`,
        ...promised(lastQuarter),
      ];

const openThen = ({ provisional, awaited }: FiledFigure): string => {
  if (!provisional) return '';
  return awaited === null
    ? ', provisional'
    : `, provisional until ${printDay(awaited.finalBy)} (${awaited.what})`;
};

const promised = ({ action }: FiledFigure): readonly string[] =>
  action === null
    ? []
    : [`Last quarter you said: “${action.what}” (${action.who}, by ${printDay(action.by)})`];
