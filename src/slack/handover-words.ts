import { personBehind } from '../application/answerers.ts';
import type { Actor, Store } from '../application/ports.ts';
import type { Handover } from '../application/submission-record.ts';
import { oneLine, truncate } from '../blockkit/escape.ts';
import { printDay } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';

type People = Pick<Store, 'person' | 'personByEmail'>;

const NAME_CHARACTERS = 100;
const TITLE_CHARACTERS = 150;
const MOST_PROJECTS = 5;

/** Somebody by name; by their address or Slack id where the record has no name. Not escaped. */
export const nameOf = (store: People, key: string): string =>
  truncate(oneLine(personBehind(store, key).name ?? key), NAME_CHARACTERS);

export const nameOfActor = ({ name }: Actor, otherwise: string): string =>
  name === null ? otherwise : truncate(oneLine(name), NAME_CHARACTERS);

/** ` until 31 July 2015`; empty for a hand-over for good. */
export const untilWords = ({ until }: Handover): string =>
  until === null ? '' : ` until ${printDay(until)}`;

/** What a lead whose place is taken reads: `You are marked as away until 31 July 2015. Marcus Bell answers meanwhile.` */
export const handedOverSentence = (store: People, handover: Handover): string => {
  const { substitute, reason } = handover;
  const name = substitute === null ? null : nameOf(store, substitute);
  if (reason === 'away') {
    const instead =
      name === null
        ? 'Nobody answers meanwhile: deputies or the coordinator are told.'
        : `${name} answers meanwhile.`;
    return `You are marked as away${untilWords(handover)}. ${instead}`;
  }
  return name === null
    ? 'You said that this is not yours. The coordinator has been asked whose it is.'
    : `You said that this is not yours. ${name} has been asked instead, and the coordinator knows.`;
};

/** `Priya Shah is away until 31 July 2015`, as others read it. */
export const absenceClause = (store: People, handover: Handover): string => {
  const lead = nameOf(store, handover.lead);
  return handover.reason === 'away'
    ? `${lead} is away${untilWords(handover)}`
    : `${lead} says that this is not theirs`;
};

/** `project 2 (Reducing Substance Misuse Offending)`, or several, with how many more. Not escaped. */
export const listProjects = (projects: readonly Project[]): string => {
  const shown = projects
    .slice(0, MOST_PROJECTS)
    .map(
      ({ number, title }) => `project ${number} (${truncate(oneLine(title), TITLE_CHARACTERS)})`,
    );
  const left = projects.length - shown.length;
  const listed = left > 0 ? [...shown, `${left} more`] : shown;
  const last = listed.at(-1) ?? 'no project';
  return listed.length < 2 ? last : `${listed.slice(0, -1).join(', ')} and ${last}`;
};
