import { App, LogLevel } from '@slack/bolt';
import { expect } from 'vitest';
import { z } from 'zod';
import { textOfBlocks } from '../../src/blockkit/fallback-text.ts';
import { validateView, validateViewErrors } from '../../src/blockkit/validate.ts';
import type { Edge } from '../../src/slack/edge.ts';
import { ACTION, VIEW } from '../../src/slack/ids.ts';
import { registerSubmit } from '../../src/slack/submit/register.ts';
import { SAID } from './said.ts';

const RESPONSE_URL = 'https://hooks.slack.example/response';

const shownView = z.looseObject({
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
});
/** A window as Slack was told to show it. */
export type ShownView = z.infer<typeof shownView>;

const option = z.object({ value: z.string() });
const inputBlock = z.object({
  type: z.literal('input'),
  block_id: z.string(),
  label: z.object({ text: z.string() }),
  element: z.object({
    type: z.string(),
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_date: z.string().optional(),
    initial_option: option.optional(),
    initial_options: z.array(option).optional(),
    options: z.array(option).optional(),
  }),
});

const called = z.object({ view: z.unknown() });
const updated = z.object({ response_action: z.literal('update'), view: z.unknown() });
const refusedFields = z.object({
  response_action: z.literal('errors'),
  errors: z.record(z.string(), z.string()),
});

/** What somebody types or chooses, by field; a tick is true. */
export type Typed = Readonly<Record<string, string | boolean | null>>;

export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Somebody in front of the form: every window is checked as Slack would before it is shown. */
export interface FormUser {
  readonly calls: readonly Call[];
  /** From now on Slack refuses this method with this error. */
  readonly refuse: (method: string, error: string, messages?: readonly string[]) => void;
  readonly pressOpen: (value: string, from?: 'message' | 'home') => Promise<void>;
  /** The window last opened, pushed or updated by a call. */
  readonly window: () => ShownView;
  readonly submit: (view: ShownView, typed?: Typed, hash?: string) => Promise<unknown>;
  readonly back: (view: ShownView, typed?: Typed) => Promise<void>;
  readonly close: (view: ShownView, typed?: Typed) => Promise<void>;
}

export const formUser = (edge: Edge, user = 'U0PRIYA001'): FormUser => {
  const calls: Call[] = [];
  const refusals = new Map<string, object>();
  const app = new App({
    receiver: { init: () => undefined, start: async () => undefined, stop: async () => undefined },
    convoStore: false,
    logLevel: LogLevel.ERROR,
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B0BOT', botUserId: 'U0BOT' }),
    clientOptions: {
      retryConfig: { retries: 0 },
      fetch: async (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        const isResponse = url === RESPONSE_URL;
        const method = isResponse ? 'respond' : (url.split('/').at(-1) ?? '');
        const sent = String(init?.body);
        calls.push({ method, body: isResponse ? objectOf(JSON.parse(sent)) : formOf(sent) });
        return Response.json(refusals.get(method) ?? { ok: true });
      },
    },
  });
  registerSubmit(app, edge);
  const deliver = async (body: object): Promise<unknown> => {
    const acks: unknown[] = [];
    await app.processEvent({
      body: { team: { id: 'T0TOWN' }, team_id: 'T0TOWN', user: { id: user }, ...body },
      ack: async (answer: unknown) => void acks.push(answer),
    });
    expect(acks, 'every delivery is acknowledged once').toHaveLength(1);
    return acks[0];
  };
  const pressed = (action: object, more: object): object => ({
    type: 'block_actions',
    trigger_id: 'trigger-1',
    actions: [{ type: 'button', block_id: 'b', action_ts: '1', ...action }],
    ...more,
  });
  return {
    calls,
    refuse: (method, error, messages = []) => {
      refusals.set(method, { ok: false, error, response_metadata: { messages } });
    },
    pressOpen: async (value, from = 'message') => {
      const where = from === 'home' ? {} : { response_url: RESPONSE_URL };
      await deliver(pressed({ action_id: ACTION.submitOpen, value }, where));
    },
    window: () => windowIn(called.parse(calls.at(-1)?.body).view),
    submit: (view, typed = {}, hash = 'hash-1') =>
      deliver({
        type: 'view_submission',
        trigger_id: 'trigger-1',
        view: outputOf(view, typed, hash),
      }),
    back: async (view, typed = {}) => {
      const more = { view: outputOf(view, typed, 'hash-1') };
      await deliver(pressed({ action_id: ACTION.submitBack }, more));
    },
    close: async (view, typed = {}) => {
      const closed = { type: 'view_closed', is_cleared: false };
      await deliver({ ...closed, view: outputOf(view, typed, 'hash-1') });
    },
  };
};

const objectOf = (value: unknown): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(value);

const formOf = (body: string): Record<string, unknown> =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );

/** A view as Slack would take it, or the test fails with what Slack would refuse. */
export const windowIn = (view: unknown): ShownView => {
  expect(validateView(view)).toEqual([]);
  return shownView.parse(view);
};

/** The window an answer puts in place of the one submitted. */
export const nextWindow = (answer: unknown): ShownView => windowIn(updated.parse(answer).view);

/** The sentences an answer puts beside fields, each of which the submitted window must have. */
export const errorsIn = (answer: unknown, view: ShownView): Record<string, string> => {
  const { errors } = refusedFields.parse(answer);
  expect(validateViewErrors(view, errors)).toEqual([]);
  return errors;
};

/** A window's words, as somebody would read them out. */
export const wordsOf = (view: ShownView): string => textOfBlocks(view.blocks);

export const inputsOf = (view: ShownView): ReadonlyArray<z.infer<typeof inputBlock>> =>
  view.blocks.flatMap((block) => inputBlock.safeParse(block).data ?? []);

/** What the inputs hold when they are left as they were drawn, with this typed over them. */
export const stateOf = (view: ShownView, typed: Typed = {}): object => ({
  values: Object.fromEntries(
    inputsOf(view).map(({ block_id: field, element }) => {
      const given = typed[field];
      return [field, { [element.action_id]: inputState(element, given) }];
    }),
  ),
});

const inputState = (
  element: z.infer<typeof inputBlock>['element'],
  given: string | boolean | null | undefined,
): object => {
  const { type } = element;
  if (type === 'checkboxes') {
    const ticked = given ?? (element.initial_options ?? []).length > 0;
    return { type, selected_options: ticked === true ? (element.options ?? []) : [] };
  }
  if (type === 'static_select') {
    const chosen = given === undefined ? (element.initial_option?.value ?? null) : given;
    return { type, selected_option: chosen === null ? null : { value: chosen } };
  }
  if (type === 'datepicker') {
    return { type, selected_date: given === undefined ? (element.initial_date ?? null) : given };
  }
  return { type, value: given === undefined ? (element.initial_value ?? null) : given };
};

const outputOf = (view: ShownView, typed: Typed, hash: string): object => ({
  ...view,
  id: 'V0FORM',
  hash,
  team_id: 'T0TOWN',
  state: stateOf(view, typed),
});

/** The tick below what a review asks, and all else it asks for; left out where it does not. */
export const CONFIRMED = { ...SAID, confirm: true } as const;

export const isReview = ({ callback_id: id }: ShownView): boolean => id === VIEW.submitReview;
