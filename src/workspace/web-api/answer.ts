import type { BlockFault } from '../../blockkit/validate.ts';
import { faultMessages } from '../block-checks.ts';
import type { Core } from '../core.ts';
import type { Json } from '../json.ts';

/** A Web API answer: `ok` and whatever the method adds. */
export type Answer = Json & { readonly ok: boolean };

/** One Web API method over the workspace's state. */
export type Method = (args: Json, core: Core) => Answer;

/** A successful answer. */
export function accept(result: Json = {}): Answer {
  return { ok: true, ...result };
}

/** An error answer in Slack's shape. */
export function refuse(error: string, detail: Json = {}): Answer {
  return { ok: false, error, ...detail };
}

/** An error that says where: one sentence per fault, each with its JSON pointer. */
export function refuseFaults(error: string, faults: readonly BlockFault[], prefix = ''): Answer {
  if (faults.length === 0) return refuse(error);
  const messages = faultMessages(faults, prefix);
  const errors = messages.map((message) => message.replace('[ERROR] ', ''));
  return refuse(error, { errors, response_metadata: { messages } });
}

/** `invalid_arguments` with a sentence about the argument at fault. */
export function refuseArgument(name: string, problem: string): Answer {
  const messages = [`[ERROR] ${problem} [json-pointer:/${name}]`];
  return refuse('invalid_arguments', { response_metadata: { messages } });
}
