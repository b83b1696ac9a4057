import { importCatalogue } from '../application/import-catalogue.ts';
import { dayIn, previousQuarter, printQuarter, quarterOf } from '../domain/calendar/calendar.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Jump } from '../workspace/page/protocol.ts';
import { laterReturns } from './later-returns.ts';
import { OPERATOR } from './operator.ts';
import type { Session } from './session.ts';

/** The jump that brings in what the leads have not filed themselves. */
export const RETURNS = 'returns';

type Parts = Pick<Session, 'store' | 'clock' | 'document'>;

/** The returns of the quarter that is being collected which nobody has filed yet. */
const outstanding = ({ store, clock, document }: Parts): readonly ImportedSubmission[] => {
  const { programme } = document;
  const quarter = previousQuarter(quarterOf(dayIn(clock.now())));
  if (quarter.year !== programme.year) return [];
  const [stored] = store.programmes();
  const filed = stored === undefined ? [] : store.submissions(stored.id, quarter);
  const known = document.submissions.filter(
    (submission) => submission.quarter.number === quarter.number,
  );
  return [...known, ...laterReturns(programme, quarter)].filter(
    ({ projectNumber }) =>
      !filed.some((each) => each.projectNumber === projectNumber && each.filing !== null),
  );
};

/** The offer to bring the outstanding returns in; none when there are none. */
export const returnsJump = (parts: Parts): readonly Jump[] => {
  const returns = outstanding(parts);
  const [first] = returns;
  if (first === undefined) return [];
  const invented = first.quarter.number === 1 ? '' : ', with invented figures';
  const count = returns.length === 1 ? 'return arrives' : `${returns.length} returns arrive`;
  const label = `The outstanding ${count} for ${printQuarter(first.quarter)}${invented}`;
  return [{ id: RETURNS, label }];
};

/** Brings them in as an import does; the bot hears of them at its next beat. */
export const bringInReturns = (parts: Parts): void => {
  const { store, clock, document } = parts;
  importCatalogue(
    { store, clock },
    { ...document, submissions: outstanding(parts).map((each) => ({ ...each, filedOn: null })) },
    { by: OPERATOR, dryRun: false },
  );
};
