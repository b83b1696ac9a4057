import { isNamed } from '../../application/policy.ts';
import type { Person, Store } from '../../application/ports.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../../blockkit/escape.ts';
import type { Programme } from '../../domain/measure.ts';

const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;
const MOST_CONTACTS = 3;

/**
 * Whom to ask: the coordinators, as people to click where Slack knows them. Nobody is sent to
 * themselves, so there is no line for a programme's only coordinator.
 */
export const contactLine = (
  store: Store,
  { coordinators }: Programme,
  reader: Person,
): readonly Mrkdwn[] => {
  const others = coordinators.filter((key) => !isNamed(key, reader));
  if (others.length === 0) return [];
  const people = others.slice(0, MOST_CONTACTS).map((key) => {
    const id = SLACK_ID.test(key) ? key : (store.personByEmail(key.toLowerCase())?.id ?? null);
    return id === null ? mrkdwn`${key}` : mrkdwn`<@${id}>`;
  });
  return [mrkdwn`Questions about figures or targets: ${joinMrkdwn(people, ', ')}.`];
};
