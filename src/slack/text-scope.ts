import type { TextScope } from '../application/purge-text.ts';
import { button } from '../blockkit/blocks.ts';
import { ACTION } from './ids.ts';
import { readSubmissionKey, writeSubmissionKey } from './references.ts';

/** `1|2|2015|1/year/2.4`: among which texts somebody chooses. */
export const writeTextScope = ({ key, whole, ref }: TextScope): string =>
  [writeSubmissionKey(key), whole ? 'year' : 'quarter', ref ?? ''].join('/');

/** Null for anything else: it comes back from the client, so it is a claim. */
export const readTextScope = (text: string): TextScope | null => {
  const match = /^([\d|]{1,40})\/(year|quarter)\/([0-9a-z.]{0,12})$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  return key === null ? null : { key, whole: match?.[2] === 'year', ref: match?.[3] || null };
};

/** Where a coordinator reads what people wrote, the way to take some of it out. */
export const takeOutButton = (scope: TextScope) =>
  button({
    text: 'Take a text out',
    actionId: ACTION.purgeOpen,
    value: writeTextScope(scope),
    // Begins with the words on it, so that whoever speaks to their phone can press it by them.
    accessibilityLabel: `Take a text out: ${scope.ref ?? `project ${scope.key.projectNumber}`}`,
  });
