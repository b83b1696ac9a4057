import { createHash } from 'node:crypto';
import { TEXT_SOURCES, type TextPlace } from '../../application/purge-record.ts';
import type { TextScope } from '../../application/purge-text.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { readTextScope, writeTextScope } from '../text-scope.ts';

/** `figures/12/commentary`; null where a place has too long a name to be chosen from a list. */
export const writePlace = ({ source, rowId, part }: TextPlace): string | null => {
  const value = `${source}/${rowId}/${part}`;
  return value.length > LIMITS.option.value ? null : value;
};

/** A place as a client claims it. */
export const readPlace = (text: string): TextPlace | null => {
  const match = /^([a-z]{1,12})\/(\d{1,15})\/([ -~]{1,75})$/.exec(text);
  const source = TEXT_SOURCES.find((each) => each === match?.[1]);
  return source === undefined || match?.[2] === undefined || match[3] === undefined
    ? null
    : { source, rowId: Number(match[2]), part: match[3] };
};

/** What a window says that it is about, and which places it showed. */
export interface ConfirmPlace {
  readonly scope: TextScope;
  readonly place: TextPlace;
  readonly mark: string;
}

const MARK_CHARACTERS = 32;

/** Tells one set of places from another. */
export const markOf = (places: readonly TextPlace[]): string =>
  createHash('sha256')
    .update(JSON.stringify(places.map(({ source, rowId, part }) => [source, rowId, part])))
    .digest('hex')
    .slice(0, MARK_CHARACTERS);

export const writeConfirmPlace = ({ scope, place, mark }: ConfirmPlace): string =>
  [writeTextScope(scope), mark, writePlace(place)].join(' ');

export const readConfirmPlace = (metadata: string): ConfirmPlace | null => {
  const match = /^(\S{1,80}) ([0-9a-f]{32}) (.{1,100})$/.exec(metadata);
  const scope = readTextScope(match?.[1] ?? '');
  const place = readPlace(match?.[3] ?? '');
  return scope === null || place === null ? null : { scope, place, mark: match?.[2] ?? '' };
};
