import type { FaultSwitch } from '../../page/protocol.ts';

/** One switch of the fault box, with what it does and what people notice. */
export interface FaultKind {
  readonly name: Exclude<FaultSwitch['name'], 'clear'>;
  readonly does: string;
  /** Numbers that can be set before it is thrown. */
  readonly settings: readonly FaultSetting[];
  /** True for a fault that is on until it is switched off. */
  readonly stays: boolean;
  /** What cannot be undone, for a fault that asks before it is thrown. */
  readonly warning?: string;
}

/** A number that belongs to a switch. */
interface FaultSetting {
  readonly key: 'ms' | 'times' | 'retryAfter';
  readonly label: string;
  readonly usual: number;
  readonly least: number;
  /** The most that the workspace takes. */
  readonly most: number;
}

const TIMES: FaultSetting = { key: 'times', label: 'calls', usual: 3, least: 1, most: 100 };

/** Every way this Slack can be made to misbehave, by the names the tests use. */
export const FAULT_KINDS: readonly FaultKind[] = [
  {
    name: 'slow',
    does: 'Slack holds every answer to the app back. Over 3,000 ms, forms open too late.',
    settings: [
      { key: 'ms', label: 'milliseconds; 0 ends it', usual: 2000, least: 0, most: 20_000 },
    ],
    stays: false,
  },
  {
    name: 'answer429',
    does: 'Slack says “too many requests”. Posts wait their time; a form may not open.',
    settings: [
      TIMES,
      { key: 'retryAfter', label: 'seconds to wait', usual: 5, least: 1, most: 120 },
    ],
    stays: false,
  },
  {
    name: 'answer500',
    does: 'Slack is broken for some calls. Posts are tried again later.',
    settings: [TIMES],
    stays: false,
  },
  {
    name: 'loseAnswer',
    does: 'Slack does what it was asked, but its answer is lost. Nothing may be posted twice.',
    settings: [TIMES],
    stays: false,
  },
  {
    name: 'dropSockets',
    does: 'Every connection is cut without a goodbye. Commands fail until the app is back.',
    settings: [],
    stays: false,
  },
  {
    name: 'stallSockets',
    does: 'Connections stay open but nothing passes. The app must notice and connect anew.',
    settings: [
      { key: 'ms', label: 'milliseconds; 0 ends it', usual: 20_000, least: 0, most: 120_000 },
    ],
    stays: false,
  },
  {
    name: 'refuseRichBlocks',
    does: 'Tables and charts are refused. Commands fail until a refused post makes the app plainer.',
    settings: [],
    stays: true,
  },
  {
    name: 'deliverTwice',
    does: 'Every command, press, form and event is delivered twice. It must count once.',
    settings: [],
    stays: true,
  },
  {
    name: 'expireTriggers',
    does: 'Every trigger is too old to open a form. The app must say so and offer another way.',
    settings: [],
    stays: true,
  },
  {
    name: 'revokeToken',
    does: 'The app’s token becomes worthless, until a fresh start.',
    settings: [],
    stays: false,
    warning: 'The app can do nothing more until all is started again from the beginning.',
  },
];

/** The switch as the workspace takes it. */
export function switchFor(
  { name, stays }: FaultKind,
  numbers: Readonly<Record<string, number>>,
  isOn: boolean,
): FaultSwitch {
  return { name, ...(stays ? { on: !isOn } : numbers) } as FaultSwitch;
}
