import { decisionsOn } from '../../application/acceptance.ts';
import { type Standing, standingsOf } from '../../application/assess.ts';
import type { Refusal } from '../../application/faults.ts';
import { lastChangeOf } from '../../application/filing-changes.ts';
import { figureFiledSentence } from '../../application/filing-words.ts';
import type { PastFiling, Person } from '../../application/ports.ts';
import { isReasonPublic, publicStandings } from '../../application/public-standings.ts';
import { queryStatus, type StatusAnswer } from '../../application/query-status.ts';
import { chooseQuarter } from '../../application/reporting-quarter.ts';
import type { StatusRequest } from '../../application/status-request.ts';
import { chooseRung, type Message, type Rung } from '../../blockkit/ladder.ts';
import { dayIn, type Quarter } from '../../domain/calendar/calendar.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { mayBeKeptBack } from '../../domain/judging/withheld.ts';
import { measuresOf } from '../../domain/measure.ts';
import type { Edge } from '../edge.ts';
import type { StatusReference } from '../references.ts';
import { refusalMessage } from '../refusal-message.ts';
import { changedWords } from './filed-words.ts';
import { listMessage } from './list-message.ts';
import { measureMessage } from './measure-message.ts';

/** Who asks, and who will see the answer. What a channel sees has nothing to share it with. */
export interface Asker {
  readonly person: Person;
  readonly audience:
    | { readonly kind: 'asker' }
    | { readonly kind: 'channel'; readonly sharedBy: string | null };
}

/** The answer to a question about status, or the refusal, as a message Slack will take. */
export const answerStatus = (
  edge: Edge,
  request: StatusRequest,
  rung: Rung,
  asker: Asker,
): Message => {
  const answer = queryStatus(edge, request, { person: asker.person, action: 'ask' });
  return answer.ok
    ? statusMessage(edge, answer.value, rung, asker)
    : refusalMessage(answer.fault, suggestedQuarter(edge, request, answer.fault));
};

/** At the richest rung from this one down that holds it: programmes come in every size. */
export const statusMessage = (
  edge: Edge,
  asked: StatusAnswer,
  rung: Rung,
  { audience }: Asker,
): Message => {
  const answer = audience.kind === 'channel' ? forChannel(edge, asked) : asked;
  const [only, ...others] = answer.standings;
  if (answer.scope.kind !== 'measure' || only === undefined || others.length > 0) {
    return fitting(rung, (at) => listMessage(answer, { rung: at, audience }));
  }
  const today = dayIn(edge.clock.now());
  const write = (): Message => {
    const figureFiled = filedOn(edge, answer, only, audience);
    const changed = changedWords(only, changeOf(edge, answer, only, audience));
    return fitting(rung, (at) =>
      measureMessage(only, { rung: at, audience, today, figureFiled, changed }),
    );
  };
  return audience.kind === 'asker'
    ? remembered(only.assessment, `${rung}/${today}`, write)
    : write();
};

/** Who put the figure on record, and what the coordinator decided about it; null while nothing is filed. */
const filedOn = (
  { store }: Edge,
  { stored, quarter }: StatusAnswer,
  { project, submission, assessment }: Standing,
  audience: Asker['audience'],
): string | null => {
  if (submission?.filing == null) return null;
  const { figure, measure } = assessment;
  const key = { programmeId: stored.id, projectNumber: project.number, quarter };
  const entries = store.reviews(stored.id, project.number, quarter);
  const verdict = decisionsOn(store, key, [measure.ref]).get(measure.ref) ?? null;
  const { programme } = stored;
  const withReason = (filing: PastFiling): boolean =>
    audience.kind === 'asker' ||
    isReasonPublic(
      programme,
      filing.figures.map(({ ref }) => ref),
    );
  const onRecord = { programme, project, submission, figure, entries, verdict, withReason };
  return figureFiledSentence(store, onRecord, measure.ref);
};

/** What this figure was before; not said where a count that may point at somebody could be told from it. */
const changeOf = (
  { store }: Edge,
  { stored, quarter }: StatusAnswer,
  { project, assessment }: Standing,
  audience: Asker['audience'],
) => {
  const { figure, measure } = assessment;
  const isKept =
    audience.kind === 'channel' && mayBeKeptBack(measure, measuresOf(stored.programme));
  return figure === null || figure.revision === 1 || isKept
    ? null
    : lastChangeOf(store.filings(stored.id, project.number, quarter), measure.ref);
};

/** What a channel sees of it: counts that point at somebody are kept back. */
const forChannel = ({ store }: Edge, answer: StatusAnswer): StatusAnswer => {
  const { stored, quarter, today, standings } = answer;
  const refs = new Set(standings.map(({ assessment }) => assessment.measure.ref));
  return {
    ...answer,
    standings: publicStandings(standingsOf(store, stored, quarter, today)).filter(
      ({ assessment }) => refs.has(assessment.measure.ref),
    ),
  };
};

const fitting = (preferred: Rung, build: (rung: Rung) => Message): Message =>
  chooseRung({ preferred, build }).message;

// An assessment lives until the record changes, so what was written about it stays true as long; the
// filer's name and the day are the record's and the key's.
const written = new WeakMap<Assessment, Map<string, Message>>();

const remembered = (assessment: Assessment, key: string, write: () => Message): Message => {
  const messages = written.get(assessment) ?? new Map<string, Message>();
  written.set(assessment, messages);
  const message = messages.get(key) ?? write();
  messages.set(key, message);
  return message;
};

/** The request a button stands for. */
export const requestFor = ({ scope, quarter }: StatusReference): StatusRequest => ({
  scope,
  quarter: { kind: 'named', ...quarter },
});

/** The quarter in which to open a measure that is suggested instead of the one asked for. */
const suggestedQuarter = (
  { store, clock }: Edge,
  { quarter }: StatusRequest,
  refusal: Refusal,
): Quarter | null => {
  if (refusal.kind !== 'unknown_measure') return null;
  const [suggestion] = refusal.didYouMean;
  const chosen = chooseQuarter(store, dayIn(clock.now()), quarter, ({ programme }) =>
    measuresOf(programme).some(({ ref }) => ref === suggestion),
  );
  return chosen.ok ? chosen.value.quarter : null;
};
