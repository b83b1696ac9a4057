import type { Actor, Person } from './ports.ts';

/** Somebody in Slack as the record names who did something. */
export const personAsActor = (person: Person): Actor => ({
  kind: 'person',
  key: person.id,
  name: person.name,
});
