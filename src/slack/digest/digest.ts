import { z } from 'zod';
import type { Standing } from '../../application/assess.ts';
import {
  composeDigest,
  type Digest,
  digestPages,
  MEASURES_PER_PAGE,
} from '../../application/digest.ts';
import { joinMrkdwn, mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { tableAt } from '../../blockkit/table.ts';
import { dayIn, printQuarter } from '../../domain/calendar/calendar.ts';
import type { Edge, Render } from '../edge.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { standingLine, standingsTable } from '../standing-blocks.ts';
import { digestMessage } from './digest-message.ts';

const page = aboutQuarter.extend({ page: z.int().positive() });

/** The channel's digest of a quarter, from the record as it is when it is posted or edited. */
export const renderDigest =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const about = readPayload(edge, aboutQuarter, payload);
    const digest = about && digestFor(edge, about);
    return digest && digestMessage(digest);
  };

/** One page of every measure, in catalogue order, for the digest's thread. */
export const renderDigestPage =
  (edge: Edge): Render =>
  (payload, rung): Message | null => {
    const about = readPayload(edge, page, payload);
    const digest = about && digestFor(edge, about);
    if (about === null || digest === null) return null;
    const first = (about.page - 1) * MEASURES_PER_PAGE;
    const standings = digest.standings.slice(first, first + MEASURES_PER_PAGE);
    if (standings.length === 0) return null;
    const pages = digestPages(digest.standings.length);
    const which = pages === 1 ? '' : ` (${about.page} of ${pages})`;
    const title = `${printQuarter(digest.quarter)}: all measures${which}`;
    return rung === 'text'
      ? inWords(title, standings)
      : {
          text: mrkdwn`${title}`.text,
          blocks: tableAt(rung, standingsTable(title, standings)),
        };
  };

const digestFor = (
  { store, clock }: Edge,
  { programmeId, quarter }: z.infer<typeof aboutQuarter>,
): Digest | null => {
  const stored = store.programmes().find(({ id }) => id === programmeId);
  return stored === undefined ? null : composeDigest(store, stored, quarter, dayIn(clock.now()));
};

const inWords = (title: string, standings: readonly Standing[]): Message => ({
  text: joinMrkdwn([
    mrkdwn`${title}`,
    ...standings.map(({ assessment }) => standingLine(assessment)),
  ]).text,
});
