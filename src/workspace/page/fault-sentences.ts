import type { FaultState } from '../faults.ts';
import type { FaultsShown } from './protocol.ts';

/** The faults in force now, each as a sentence under its name in the fault box. */
export function faultsShown(
  { flags, slow, counted, stalledUntil }: FaultState,
  now = performance.now(),
): FaultsShown {
  const left = (list: readonly { readonly left: number }[]) =>
    list.reduce((sum, fault) => sum + fault.left, 0);
  const calls = (count: number) => (count === 1 ? 'the next call' : `the next ${count} calls`);
  const tooMany = left(counted.tooMany);
  const broken = left(counted.broken);
  const lost = left(counted.lost);
  const silent = Math.ceil((stalledUntil - now) / 1000);
  return {
    ...(slow.ms > 0 && { slow: `Every answer is held back for ${slow.ms} ms.` }),
    ...(tooMany > 0 && { answer429: `429 (too many requests) for ${calls(tooMany)}.` }),
    ...(broken > 0 && { answer500: `500 (Slack is broken) for ${calls(broken)}.` }),
    ...(lost > 0 && { loseAnswer: `The work is done but the answer is lost for ${calls(lost)}.` }),
    ...(silent > 0 && {
      stallSockets: `Connections are silent for ${silent} more second${silent === 1 ? '' : 's'}, and so are new ones.`,
    }),
    ...(flags.refuseRich && {
      refuseRichBlocks: 'Tables, charts and their like are refused with invalid_blocks.',
    }),
    ...(flags.deliverTwice && {
      deliverTwice: 'Every command, press, form and event comes twice.',
    }),
    ...(flags.expireTriggers && { expireTriggers: 'Every trigger is too old to open a form.' }),
    ...(flags.tokenRevoked && {
      revokeToken: 'The app’s token is worthless, until a fresh start.',
    }),
  };
}
