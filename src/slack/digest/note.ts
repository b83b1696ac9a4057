import { z } from 'zod';
import { joinMrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import type { Edge, Render } from '../edge.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { paragraphs } from '../standing-blocks.ts';

const note = z.object({
  sentences: z.array(z.string()),
  /** The filing whose reason the channel may read; left out where there is none. */
  filed: aboutQuarter.extend({ projectNumber: z.int(), revision: z.int() }).optional(),
});

const MOST_SENTENCES = 20;
const SENTENCE_CHARACTERS = 500;

/** What changed since the digest, for its thread; null where nothing did. */
export const renderDigestNote =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, note, payload);
    if (read === null || read.sentences.length === 0) return null;
    const left = read.sentences.length - MOST_SENTENCES;
    const why = reasonOf(edge, read.filed);
    const lines = [
      ...read.sentences
        .slice(0, MOST_SENTENCES)
        .map((each) => truncateEscaped(oneLine(each), SENTENCE_CHARACTERS)),
      ...(left > 0 ? [mrkdwn`…and ${left} more changes.`] : []),
      ...(why === null
        ? []
        : [mrkdwn`Why: “${truncateEscaped(oneLine(why), SENTENCE_CHARACTERS)}”`]),
    ];
    return { text: joinMrkdwn(lines).text, blocks: paragraphs(lines) };
  };

/** Read from the record when it is sent, as every text that a person typed. */
const reasonOf = ({ store }: Edge, filed: z.infer<typeof note>['filed']): string | null => {
  if (filed === undefined) return null;
  const { programmeId, projectNumber, quarter, revision } = filed;
  const filing = store
    .filings(programmeId, projectNumber, quarter)
    .find((each) => each.revision === revision);
  return filing?.reason ?? null;
};
