import Database from 'better-sqlite3';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import type { Person } from '../../src/workspace/person.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import { SAID } from './said.ts';
import { modalOf, pressInInbox, type Town } from './town.ts';

export const CHANNEL = 'safer-communities';
export const LEAD = 'public.health.lead@example.org';
const Q1: Quarter = { year: 2015, number: 1 };

/** Project 2's return for Q1 2015/16, as its lead types it. */
export const TYPED = {
  'value:2.1': '77',
  'value:2.2': '100',
  'value:2.3': '88',
  'value:2.4': '17',
  'value:2.5': '0.72',
};

/** Opens project 2's return from the inbox, types it and goes on to the review. */
export const reviewed = async (lead: Person, typed: Record<string, string> = TYPED) => {
  await pressInInbox(lead, 'Enter figures');
  return lead.submit(lead.fill(modalOf(lead), typed));
};

/** The review in front of somebody, with everything asked on it ticked as right, and a reason where figures change. */
export const confirmed = (lead: Person): OpenView => {
  const review = modalOf(lead);
  const asked = Object.entries({ ...SAID, confirm: true }).filter(
    ([field]) => field in review.values,
  );
  return lead.fill(review, Object.fromEntries(asked));
};

/** The whole way: opens, types, reviews and files. */
export const fileProjectTwo = async (town: Town): Promise<Person> => {
  const lead = town.person(LEAD);
  await reviewed(lead);
  await lead.submit(confirmed(lead));
  return lead;
};

/** Every filing of Q1 2015/16: project and revision. */
export const filings = (town: Town): readonly string[] =>
  town.store
    .submissions(1, Q1)
    .flatMap(({ projectNumber, filing }) =>
      filing === null ? [] : [`project ${projectNumber}, revision ${filing.revision}`],
    );

export const receiptsOf = (person: Person) =>
  person.directMessages().filter(({ text }) => text.startsWith('Filed'));

export const digestsIn = (town: Town) =>
  town.workspace.messages(CHANNEL).filter(({ threadTs }) => threadTs === undefined);

/** What another program finds in the database's file: how many filings, audit entries and receipts. */
export const onDisk = (path: string) => {
  const connection = new Database(path, { readonly: true });
  const count = (from: string) => connection.prepare(`select count(*) from ${from}`).pluck().get();
  const found = {
    filings: count('filings'),
    audited: count("audit where action = 'file'"),
    receipts: count("outbox where kind = 'receipt'"),
  };
  connection.close();
  return found;
};
