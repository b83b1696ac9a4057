import type { Store } from '../../application/ports.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../../blockkit/escape.ts';
import type { Programme } from '../../domain/measure.ts';

const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;
const MOST_CONTACTS = 3;

/** Whom to ask: the coordinators, as people to click where Slack knows them. */
export const contactLine = (store: Store, { coordinators }: Programme): Mrkdwn => {
  const people = coordinators.slice(0, MOST_CONTACTS).map((key) => {
    const id = SLACK_ID.test(key) ? key : (store.personByEmail(key.toLowerCase())?.id ?? null);
    return id === null ? mrkdwn`${key}` : mrkdwn`<@${id}>`;
  });
  return mrkdwn`Questions about figures or targets: ${joinMrkdwn(people, ', ')}.`;
};
