import type { Temporal } from 'temporal-polyfill';
import type { DraftValues, Json } from './ports.ts';
import type { AsideField, Draft, DraftField } from './submission-record.ts';

export const EMPTY_DRAFT: Draft = { version: 0, fields: {}, aside: {}, pages: {} };

/** A page of the form as one person left it. */
export interface TypedPage {
  /** The Slack user id of who typed. */
  readonly person: string;
  readonly at: Temporal.Instant;
  readonly page: number;
  /** Which window it is, as Slack names it: the same through all its pages. */
  readonly window: string;
  /** What its fields held when it was drawn: what still stands so was not touched. */
  readonly drawn: DraftValues;
  readonly typed: DraftValues;
  /** The draft's version when it was drawn: what colleagues entered later is not on it. */
  readonly seen: number;
  /** Whether they have gone on with the page as it stands, rather than being still at work on it. */
  readonly settles: boolean;
}

/** A field in which two people typed different things, without one having seen the other's. */
export interface Contested {
  readonly field: string;
  readonly theirs: DraftField;
}

export interface Merged {
  readonly draft: Draft;
  readonly contested: readonly Contested[];
}

/**
 * Takes a page into the draft, field by field. Only what was changed on the page counts. Where a
 * colleague has changed the same field since it was drawn, theirs stands and the other is kept aside,
 * until its author has seen both and goes on with one. `recorded` is what a field holds that nobody
 * has changed; a field changed back to that is no longer in the draft.
 */
export const mergeTyped = (draft: Draft, recorded: DraftValues, page: TypedPage): Merged => {
  const version = draft.version + 1;
  const fields: Record<string, DraftField> = { ...draft.fields };
  const aside: Record<string, AsideField> = { ...draft.aside[page.person] };
  const contested: Contested[] = [];
  for (const [field, value] of Object.entries(page.typed)) {
    const theirs = draft.fields[field];
    const wasAside = field in aside;
    const mine = said(value);
    // A field the page was not drawn with has been put there by whoever sent it.
    const isTouched =
      !(field in page.drawn) ||
      mine !== said(page.drawn[field]) ||
      (theirs !== undefined && isTakenBack(theirs, page));
    if (!(isTouched || (wasAside && page.settles))) continue;
    delete aside[field];
    const standing = theirs === undefined ? recorded[field] : theirs.value;
    if (mine === said(standing)) continue;
    const hasSeen =
      theirs === undefined || theirs.by === page.person || theirs.version <= page.seen;
    // What was put aside stays there while its author is still looking at both.
    if (theirs !== undefined && (!hasSeen || (wasAside && !page.settles))) {
      aside[field] = { value: mine, at: page.at };
      if (!hasSeen) contested.push({ field, theirs });
    } else if (mine === said(recorded[field])) delete fields[field];
    else {
      const { person: by, at, window } = page;
      fields[field] = { value: mine, by, at, version, window };
    }
  }
  const isChanged =
    !sameKeys(fields, draft.fields) ||
    Object.values(fields).some((entry) => entry.version === version);
  const others = Object.entries(draft.aside).filter(([person]) => person !== page.person);
  const own = Object.keys(aside).length === 0 ? [] : [[page.person, aside] as const];
  return {
    draft: {
      version: isChanged ? version : draft.version,
      fields,
      aside: Object.fromEntries([...others, ...own]),
      pages: { ...draft.pages, [page.person]: page.page },
    },
    contested,
  };
};

/**
 * Whether a field that holds what it was drawn with has been changed in this window meanwhile, and
 * then back: what was typed on another device in between is not taken back by a window left open.
 */
const isTakenBack = (
  { by, version, window }: DraftField,
  { person, seen, window: own }: TypedPage,
): boolean => by === person && version > seen && window === own;

/** What a form shows this person: what everybody typed, and over it what they typed themselves and has not been settled. */
export const draftedFor = (draft: Draft | null, person: string): DraftValues => {
  if (draft === null) return {};
  const values = (entries: Readonly<Record<string, { readonly value: Json }>>) =>
    Object.entries(entries).map(([field, { value }]) => [field, value] as const);
  return Object.fromEntries([...values(draft.fields), ...values(draft.aside[person] ?? {})]);
};

/** What is left of a draft once this person has filed it: what colleagues have still to settle. */
export const afterFiling = (draft: Draft, person: string): Draft | null => {
  const aside = Object.fromEntries(
    Object.entries(draft.aside).filter(([author]) => author !== person),
  );
  return Object.keys(aside).length === 0
    ? null
    : { version: draft.version + 1, fields: {}, aside, pages: {} };
};

/** The fields that colleagues have changed since this version. */
export const changedByOthersSince = (
  draft: Draft,
  person: string,
  seen: number,
): readonly Contested[] =>
  Object.entries(draft.fields)
    .filter(([, { by, version }]) => by !== person && version > seen)
    .map(([field, theirs]) => ({ field, theirs }));

/** Not asked, emptied, and not ticked are one and the same. */
const said = (value: Json | undefined): Json =>
  value === undefined || value === '' || value === false ? null : value;

const sameKeys = (a: object, b: object): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((key) => key in b);
