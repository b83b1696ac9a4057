import type { ViewOutput } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { handOver } from '../../application/hand-over.ts';
import type { HandoverReason } from '../../application/submission-record.ts';
import { ok } from '../../domain/result.ts';
import { type Edge, personOf } from '../edge.ts';
import { readHandoverReference } from '../handover-buttons.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { saveOnce, type WindowAnswer } from '../save-once.ts';
import { lookUpChosen } from './chosen.ts';
import { handedOverView, readHandOver } from './hand-over-view.ts';

const handovers = z.array(z.int());

/** Hands over what a window is about, to whoever was chosen in it. */
export const saveHandOver = async (
  edge: Edge,
  client: WebClient,
  reason: HandoverReason,
  { view, userId }: { readonly view: ViewOutput; readonly userId: string },
): Promise<WindowAnswer> => {
  const about = readHandoverReference(view.private_metadata);
  const typed = readHandOver(view.state);
  if (about === null || typed === null) {
    return { response_action: 'update', view: refusalView(OLD_BUTTON) };
  }
  const { until, said } = typed;
  const substitute =
    typed.substitute === null ? null : await lookUpChosen(edge, client, typed.substitute);
  const { store, clock } = edge;
  const caller = { store, clock, person: personOf(store, userId) };
  return saveOnce(edge, view, {
    // The next press may find out who it is.
    keep: substitute?.account !== 'unknown',
    save: () => {
      const made = handOver(caller, about, reason, { until, substitute, said });
      return made.ok ? ok(made.value.map(({ id }) => id)) : made;
    },
    shown: (saved) =>
      handedOverView(
        store,
        handovers.parse(saved).flatMap((id) => store.handover(id) ?? []),
      ),
  });
};
