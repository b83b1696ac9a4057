import type { Temporal } from 'temporal-polyfill';
import { printDay } from '../domain/calendar/calendar.ts';
import { unreachable } from '../domain/result.ts';
import { absenceOf, personBehind } from './answerers.ts';
import type { FieldFault } from './entry-fields.ts';
import type { OpenHandover } from './hand-over.ts';
import type { Caller } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { Person, Store } from './ports.ts';
import { isAfter } from './submission-form.ts';

export const UNTIL = 'until';
export const SUBSTITUTE = 'substitute';
export const SAID = 'said';

/** Somebody picked among everybody in Slack, with what Slack says of their account. */
export interface Chosen {
  readonly person: Person;
  /** `unknown` where Slack did not answer in time. */
  readonly account: 'active' | 'app' | 'deactivated' | 'unknown';
}

const MOST_YEARS = 1;

/** What is wrong with the last day of an absence. */
export const faultOfUntil = (
  { reason, today }: OpenHandover,
  until: Temporal.PlainDate | null,
): readonly FieldFault[] => {
  if (reason === 'not_me') return [];
  const at = (sentence: string) => [{ field: UNTIL, sentence }];
  if (until === null) return at('Choose the last day you are away.');
  if (isAfter(today, until)) {
    return at(`${printDay(until)} is past. Choose today or a later day.`);
  }
  const last = today.add({ years: MOST_YEARS });
  return isAfter(until, last)
    ? at(
        `An absence lasts a year at most, until ${printDay(last)}. For longer, ask the coordinator to change the lead.`,
      )
    : [];
};

/** What is wrong with who was chosen to answer instead; nobody is always right. */
export const faultOfSubstitute = (
  caller: Caller,
  open: OpenHandover,
  chosen: Chosen | null,
): readonly FieldFault[] => {
  if (chosen === null) return [];
  const sentence = accountFault(chosen) ?? personFault(caller, open, chosen.person);
  return sentence === null ? [] : [{ field: SUBSTITUTE, sentence }];
};

const ELSE = 'Choose somebody else, or leave this empty.';

const accountFault = ({ person, account }: Chosen): string | null => {
  const name = person.name ?? 'Whoever you chose';
  switch (account) {
    case 'active':
      return null;
    case 'app':
      return `${name} is an app and cannot fill in figures. ${ELSE}`;
    case 'deactivated':
      return `${name} has no active account in Slack any more. ${ELSE}`;
    case 'unknown':
      return 'Slack did not say in time who that is. Nothing was changed; press Save again.';
    default:
      return unreachable(account);
  }
};

const personFault = (
  { store, person }: Caller,
  { reason, places, today }: OpenHandover,
  chosen: Person,
): string | null => {
  const name = chosen.name ?? 'Whoever you chose';
  if (chosen.id === person.id) {
    return reason === 'away'
      ? `You cannot stand in for yourself. ${ELSE}`
      : 'That is you. Choose who it is, or leave this empty: then the coordinator is asked.';
  }
  const coordinates = places.some(({ stored }) =>
    stored.programme.coordinators.some((key) => isNamed(key, chosen)),
  );
  if (coordinates) {
    return `${name} coordinates the programme and looks at what is filed, so they cannot file for you. ${ELSE}`;
  }
  const absence = absenceIn(store, chosen, today);
  if (absence !== null) {
    const until = absence.until === null ? '' : ` until ${printDay(absence.until)}`;
    return `${name} is away${until} themselves. ${ELSE}`;
  }
  const disowned = places.some(
    ({ passes, lead }) => passes !== null && personBehind(store, lead).id === chosen.id,
  );
  return disowned ? `${name} has said that this is not theirs. ${ELSE}` : null;
};

const absenceIn = (store: Store, person: Person, today: Temporal.PlainDate) =>
  store
    .programmes()
    .flatMap(({ id }) => absenceOf(store.handovers(id), person, today) ?? [])
    .at(-1) ?? null;
