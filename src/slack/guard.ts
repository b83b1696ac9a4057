import { StoreBusy, StoreFailed } from '../application/ports.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import type { Edge } from './edge.ts';
import { NotRecognised } from './recognise.ts';

/**
 * Runs a listener's work and turns what can fail into a sentence for the person. A bug is logged
 * with its stack and answered in words that are true: nothing was saved, and whom to tell.
 */
export const guarded = async (
  edge: Edge,
  listener: string,
  work: () => Promise<void>,
  answer: (sentence: string) => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof NotRecognised) {
      const reason = error.cause instanceof Error ? error.cause.message : String(error.cause);
      edge.log.warn({ reason, listener }, 'Slack could not be asked who somebody is');
    } else {
      edge.log.error({ err: error, listener }, 'a listener failed');
    }
    await answer(sentenceFor(error)).catch((failure: unknown) => {
      edge.log.error({ err: failure, listener }, 'the person could not be told');
    });
  }
};

const sentenceFor = (error: unknown): string => {
  if (error instanceof NotRecognised) return refusalSentence({ kind: 'not_recognised' });
  if (error instanceof StoreBusy) return refusalSentence({ kind: 'busy' });
  if (error instanceof StoreFailed) return refusalSentence({ kind: 'storage_failed' });
  return 'MOPAC has a fault and did not finish this; nothing was changed. It has been logged. Try again, and tell the coordinator if it happens twice.';
};
