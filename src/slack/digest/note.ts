import { z } from 'zod';
import { joinMrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import type { Edge, Render } from '../edge.ts';
import { readPayload } from '../payloads.ts';
import { paragraphs } from '../standing-blocks.ts';

const note = z.object({ sentences: z.array(z.string()) });

const MOST_SENTENCES = 20;
const SENTENCE_CHARACTERS = 500;

/** What changed since the digest, for its thread; null where nothing did. */
export const renderDigestNote =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, note, payload);
    if (read === null || read.sentences.length === 0) return null;
    const left = read.sentences.length - MOST_SENTENCES;
    const lines = [
      ...read.sentences
        .slice(0, MOST_SENTENCES)
        .map((each) => truncateEscaped(oneLine(each), SENTENCE_CHARACTERS)),
      ...(left > 0 ? [mrkdwn`…and ${left} more changes.`] : []),
    ];
    return { text: joinMrkdwn(lines).text, blocks: paragraphs(lines) };
  };
