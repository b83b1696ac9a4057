import type { Assignment } from '../../application/answerers.ts';
import type { Store } from '../../application/ports.ts';
import type { Handover } from '../../application/submission-record.ts';
import { absenceClause, nameOf, untilWords } from '../handover-words.ts';

// A context block holds ten texts.
const MOST_SENTENCES = 10;

/** In whose place somebody has their message, a sentence each; none for what is their own. */
export const placeSentences = (
  store: Pick<Store, 'person' | 'personByEmail'>,
  mine: readonly Assignment[],
): readonly string[] =>
  mine
    .flatMap(({ as, handover }) => (handover === null ? [] : [placeSentence(store, as, handover)]))
    .slice(0, MOST_SENTENCES);

const placeSentence = (
  store: Pick<Store, 'person' | 'personByEmail'>,
  as: Assignment['as'],
  handover: Handover,
): string => {
  if (as === 'substitute') {
    const lead = nameOf(store, handover.lead);
    return handover.reason === 'away'
      ? `You answer in place of ${lead}, who is away${untilWords(handover)}.`
      : `You answer in place of ${lead}, who says that this is yours.`;
  }
  const clause = `${absenceClause(store, handover)} and nobody answers in their place.`;
  return as === 'deputy'
    ? `${clause} You are deputy, so this comes to you.`
    : `${clause} There is no deputy either, so this comes to you.`;
};
