import { z } from 'zod';
import { readCorrection } from '../../application/decide-correction.ts';
import { DECIDED_WORDS } from '../../application/decision-words.ts';
import type { Caller } from '../../application/open-return.ts';
import type { Correction } from '../../application/submission-record.ts';
import { openTakeBack } from '../../application/take-back-correction.ts';
import { actions, type Block, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import { type Edge, personOf, type Render } from '../edge.ts';
import { readPayload } from '../payloads.ts';
import { takeBackButton } from '../take-back-button.ts';
import { aboutReturn } from './asked-message.ts';
import { line, listed, nameOfActor, whyBlock } from './correction-words.ts';

/** What whoever asks for a correction gets at once, with *Take it back*; edited once it is decided. */
export const renderCorrectionReceipt =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, z.object({ correction: z.int() }), payload);
    const correction = read && edge.store.correction(read.correction);
    if (correction?.askedBy.kind !== 'person') return null;
    const { store, clock } = edge;
    const caller = { store, clock, person: personOf(store, correction.askedBy.key) };
    const finding = findingOf(edge, correction);
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...(correction.decided === null ? changeBlocks(caller, correction) : []),
        whyBlock(correction),
        ...(correction.decided === null ? waitingBlocks(caller, correction) : []),
      ],
    };
  };

const findingOf = (edge: Edge, correction: Correction): string => {
  const { decided, askedBy } = correction;
  const about = aboutReturn(edge, correction);
  if (decided === null) {
    return `You asked for a correction of ${about}. It waits for the coordinator.`;
  }
  const { decision, by, at } = decided;
  const on = printDay(dayIn(at));
  const isOwn = by.kind === 'person' && askedBy.kind === 'person' && by.key === askedBy.key;
  return isOwn && decision === 'withdrawn'
    ? `You took back your correction of ${about} on ${on}.`
    : `Your correction of ${about} was ${DECIDED_WORDS[decision]} by ${nameOfActor(by, decision === 'withdrawn' ? 'a colleague' : 'the coordinator')} on ${on}.`;
};

/** Empty where the form cannot be opened any more, as when the return was sent back meanwhile. */
const changeBlocks = (caller: Caller, correction: Correction): Block[] => {
  const read = readCorrection(caller, correction, 'ask_correction');
  return read.ok ? listed('What would change on record', read.value.changes.map(line)) : [];
};

/** Who no longer files for the project cannot take it back either. */
const waitingBlocks = (caller: Caller, correction: Correction): Block[] => [
  ...(openTakeBack(caller, correction.id).ok ? [actions([takeBackButton(correction)])] : []),
  context(
    mrkdwn`What is on record stays until the coordinator approves it. You are told either way.`,
  ),
];
