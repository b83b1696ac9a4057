import type { Answer, Figure } from './figure.ts';
import { unreachable } from './result.ts';

/** Whether two figures say the same, so that filing one over the other would change nothing. */
export const sameFigure = (a: Figure, b: Figure): boolean =>
  sameAnswer(a.answer, b.answer) &&
  sameWords(a, b) &&
  a.provisional === b.provisional &&
  String(a.awaited?.finalBy) === String(b.awaited?.finalBy) &&
  String(a.action?.by) === String(b.action?.by) &&
  a.smallSample === b.smallSample &&
  a.judgement === b.judgement;

/** Whether the same is said of both: the commentary, what is being done and by whom, what is awaited. */
export const sameWords = (a: Figure, b: Figure): boolean =>
  a.commentary === b.commentary &&
  a.action?.what === b.action?.what &&
  a.action?.who === b.action?.who &&
  a.awaited?.what === b.awaited?.what;

/** Numbers are equal by value (0.720 is 0.72) and on the same basis. */
export const sameAnswer = (a: Answer, b: Answer): boolean => {
  switch (a.kind) {
    case 'number':
      return (
        b.kind === 'number' &&
        a.value.eq(b.value) &&
        a.basis === b.basis &&
        sameShare(a.share, b.share)
      );
    case 'not_available':
      return b.kind === 'not_available' && String(a.expected) === String(b.expected);
    case 'no_cases':
    case 'not_started':
    case 'not_due':
      return a.kind === b.kind;
    default:
      return unreachable(a);
  }
};

type Share = Extract<Answer, { kind: 'number' }>['share'];

const sameShare = (a: Share, b: Share): boolean =>
  a === null || b === null
    ? a === b
    : a.numerator.eq(b.numerator) && a.denominator.eq(b.denominator);
