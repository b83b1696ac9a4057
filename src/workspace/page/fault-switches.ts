import { z } from 'zod';
import type { FaultBox } from '../faults.ts';
import type { FaultSwitch } from './protocol.ts';

const times = z.number().int().min(1).max(100);

/** A switch of the fault box, under the names the tests use. */
export const faultSwitch = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('slow'), ms: z.number().int().min(0).max(20_000) }),
  z.strictObject({
    name: z.literal('answer429'),
    times,
    retryAfter: z.number().int().min(1).max(120),
  }),
  z.strictObject({ name: z.literal('answer500'), times }),
  z.strictObject({ name: z.literal('loseAnswer'), times }),
  z.strictObject({ name: z.literal('dropSockets') }),
  z.strictObject({ name: z.literal('stallSockets'), ms: z.number().int().min(0).max(120_000) }),
  z.strictObject({ name: z.literal('refuseRichBlocks'), on: z.boolean() }),
  z.strictObject({ name: z.literal('deliverTwice'), on: z.boolean() }),
  z.strictObject({ name: z.literal('expireTriggers'), on: z.boolean() }),
  z.strictObject({ name: z.literal('revokeToken') }),
  z.strictObject({ name: z.literal('clear') }),
]) satisfies z.ZodType<FaultSwitch>;

/** Throws a switch. */
export function throwSwitch(faults: FaultBox, fault: FaultSwitch): void {
  switch (fault.name) {
    case 'slow':
      faults.slow(fault.ms);
      break;
    case 'answer429':
      faults.answer429(fault);
      break;
    case 'answer500':
      faults.answer500(fault.times);
      break;
    case 'loseAnswer':
      faults.loseAnswer(fault.times);
      break;
    case 'dropSockets':
      faults.dropSockets();
      break;
    case 'stallSockets':
      faults.stallSockets(fault.ms);
      break;
    case 'refuseRichBlocks':
      faults.refuseRichBlocks(fault.on);
      break;
    case 'deliverTwice':
      faults.deliverTwice(fault.on);
      break;
    case 'expireTriggers':
      faults.expireTriggers(fault.on);
      break;
    case 'revokeToken':
      faults.revokeToken();
      break;
    case 'clear':
      faults.clear();
      break;
  }
}
