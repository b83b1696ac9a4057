import type { Store } from '../application/ports.ts';
import { auditIn } from './audit.ts';
import { correctionsIn } from './corrections.ts';
import { type Db, immediately } from './db.ts';
import { draftsIn } from './drafts.ts';
import { translatingErrors } from './failures.ts';
import { figuresIn } from './figures.ts';
import { handoversIn } from './handovers.ts';
import { inboundIn } from './inbound.ts';
import { jobsIn } from './jobs.ts';
import { outboxIn } from './outbox.ts';
import { peopleIn } from './people.ts';
import { programmesIn } from './programmes.ts';
import { purgesIn } from './purges.ts';
import { questionsIn } from './questions.ts';
import { reviewsIn } from './reviews.ts';
import { rewriteFileIn } from './rewrite-file.ts';
import { standingTextsIn } from './standing-texts.ts';
import { submissionsIn } from './submissions.ts';
import { versionIn } from './version.ts';

/** The record over an open, migrated database; every statement is prepared here, once. */
export const createStore = (db: Db): Store => {
  const { forget, ...programmes } = programmesIn(db);
  const { append, ...figures } = figuresIn(db);

  const forgettingOnFailure = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      forget();
      throw error;
    }
  };
  const inbound = inboundIn(db);

  return translatingErrors<Store>({
    transaction: (work) => forgettingOnFailure(() => immediately(db, work)),
    forgetAnswers: inbound.forgetAnswers,
    answerOnce: (key, at, work) => forgettingOnFailure(() => inbound.answerOnce(key, at, work)),
    ...programmes,
    ...figures,
    ...submissionsIn(db, append),
    ...questionsIn(db),
    ...draftsIn(db),
    ...reviewsIn(db),
    ...correctionsIn(db),
    ...handoversIn(db),
    ...outboxIn(db),
    ...jobsIn(db),
    ...auditIn(db),
    ...versionIn(db),
    ...peopleIn(db),
    ...standingTextsIn(db),
    ...purgesIn(db),
    ...rewriteFileIn(db),
    close: () => {
      db.connection.close();
    },
  });
};
