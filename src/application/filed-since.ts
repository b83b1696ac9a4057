import type { Figure } from '../domain/figure.ts';
import { sameAnswer, sameFigure } from '../domain/same-figure.ts';
import type { PastFiling } from './ports.ts';

/**
 * The filing that stands against a file: a person's, over what the file still says. Null where the
 * file says something new, or where only an import stands against it.
 */
export const figureFiledSince = (
  past: readonly PastFiling[],
  ref: string,
  says: Figure,
): PastFiling | null => {
  const revisions = past.flatMap((filing) =>
    filing.figures.filter((figure) => figure.ref === ref).map((figure) => ({ filing, figure })),
  );
  const current = revisions.at(-1);
  if (current === undefined) return null;
  const isOtherAnswer = !sameAnswer(current.figure.answer, says.answer);
  // An earlier number with other words beside it is still the number that was corrected.
  const isEarlier = ({ figure }: { readonly figure: Figure }): boolean =>
    sameFigure(figure, says) || (isOtherAnswer && sameAnswer(figure.answer, says.answer));
  return revisions.slice(0, -1).some(isEarlier) ? byPerson(current.filing) : null;
};

/** The same for the additional information. */
export const informationFiledSince = (
  past: readonly PastFiling[],
  says: string | null,
): PastFiling | null => {
  const revisions = past.filter(
    ({ additionalInformation }, index) =>
      index === 0 || additionalInformation !== past[index - 1]?.additionalInformation,
  );
  const current = revisions.at(-1);
  const isEarlier = revisions
    .slice(0, -1)
    .some(({ additionalInformation }) => additionalInformation === says);
  return current !== undefined && isEarlier ? byPerson(current) : null;
};

const byPerson = (filing: PastFiling): PastFiling | null =>
  filing.filedBy.kind === 'person' ? filing : null;
