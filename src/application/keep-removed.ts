import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Figure, FiledFigure } from '../domain/figure.ts';
import { isRemoved } from '../domain/removed-text.ts';
import type { PastFiling } from './ports.ts';

/** A file's return without the words it may not bring back, and what those were about. */
export interface WithoutRemoved {
  readonly submission: ImportedSubmission;
  /** References of measures, and `null` for the additional information. */
  readonly left: ReadonlyArray<string | null>;
}

/**
 * Where a coordinator took a text out, a file brings none: it may well be the same one, and what was
 * taken out is not kept, not even to compare. What stands there stays; new words are written in Slack.
 */
export const withoutRemoved = (
  past: readonly PastFiling[],
  submission: ImportedSubmission,
): WithoutRemoved => {
  const figures = submission.figures.map(({ ref, figure }) => {
    const revisions = past.flatMap(({ figures: filed }) =>
      filed.filter((each) => each.ref === ref),
    );
    return { ref, figure: keepTexts(revisions, figure), said: figure };
  });
  const information = standing(
    past.map(({ additionalInformation }) => additionalInformation),
    submission.additionalInformation,
  );
  const left = figures.filter(({ figure, said }) => hasLost(figure, said));
  const said = submission.additionalInformation;
  return {
    submission: {
      ...submission,
      figures: figures.map(({ ref, figure }) => ({ ref, figure })),
      additionalInformation: information,
    },
    left: [...left.map(({ ref }) => ref), ...(said === null || information === said ? [] : [null])],
  };
};

/** What stands at a place from which any revision's text was taken out; the file's words elsewhere. */
const standing = (revisions: readonly (string | null)[], says: string | null): string | null =>
  revisions.some(isRemoved) ? (revisions.at(-1) ?? null) : says;

const keepTexts = (revisions: readonly FiledFigure[], says: Figure): Figure => ({
  ...says,
  commentary: standing(
    revisions.map(({ commentary }) => commentary),
    says.commentary,
  ),
  judgement: standing(
    revisions.map(({ judgement }) => judgement),
    says.judgement,
  ),
});

const hasLost = (kept: Figure, said: Figure): boolean =>
  (said.commentary !== null && said.commentary !== kept.commentary) ||
  (said.judgement !== null && said.judgement !== kept.judgement);
