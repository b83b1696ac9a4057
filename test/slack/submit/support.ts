import type { ModalView } from '@slack/types';
import { expect } from 'vitest';
import { z } from 'zod';
import type { SubmissionKey } from '../../../src/application/open-return.ts';
import type { DraftValues, Json, Person } from '../../../src/application/ports.ts';
import {
  openSubmissionForm,
  type SubmissionForm,
} from '../../../src/application/submission-form.ts';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateView } from '../../../src/blockkit/validate.ts';
import type { CatalogueDocument } from '../../../src/domain/catalogue-document.ts';
import type { Measure, Project } from '../../../src/domain/measure.ts';
import { VIEW } from '../../../src/slack/ids.ts';
import { INPUT, readFields } from '../../../src/slack/submit/fields.ts';
import { stateOf } from '../../../src/workspace/input-state.ts';
import { SAID } from '../../support/said.ts';
import { filedBy, LEAD, Q1, type TestEdge } from '../fixtures.ts';

export const KEY: SubmissionKey = { programmeId: 1, projectNumber: 2, quarter: Q1 };
export const JULY = '2015-07-14';

/** The lead of each of the example's projects, as Slack knows them. */
export const leadOf = (project: Project): Person => ({
  id: `U0LEAD00${project.number}`,
  email: project.leads[0] ?? null,
  name: `Lead of ${project.agency}`,
});

export const formOf = (
  edge: TestEdge,
  person: Person = LEAD,
  key: SubmissionKey = KEY,
): SubmissionForm => {
  const opened = openSubmissionForm({ ...edge, person }, key);
  if (!opened.ok) throw new Error(`Refused: ${opened.fault.kind}`);
  return opened.value;
};

/** The view's words, after checking that Slack would show it. */
export const seen = (view: ModalView): string => {
  expect(validateView(view)).toEqual([]);
  return textOfBlocks(view.blocks);
};

/** What a submitted window would hold if nobody touched it. */
export const untouched = (view: ModalView): DraftValues =>
  readFields({ values: stateOf(z.array(z.record(z.string(), z.json())).parse(view.blocks)) });

export const inputIds = (view: ModalView): readonly string[] =>
  view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id !== undefined ? [block.block_id] : [],
  );

/** The example with the measures of project 2 replaced. */
export const withMeasures = (
  change: (measure: Measure) => readonly Measure[],
  document: CatalogueDocument = filedBy(),
): CatalogueDocument => ({
  ...document,
  programme: {
    ...document.programme,
    projects: document.programme.projects.map((project) =>
      project.number === 2 ? { ...project, measures: project.measures.flatMap(change) } : project,
    ),
  },
});

/** Project 2 with this many measures, each the real 2.4 under another number and changed in part. */
export const manyMeasures = (
  count: number,
  change: (index: number) => Partial<Measure> = () => ({}),
): CatalogueDocument =>
  withMeasures((measure) =>
    measure.ref === '2.4'
      ? Array.from({ length: count }, (_, index) => ({
          ...measure,
          ref: `2.${index + 1}`,
          ...change(index),
        }))
      : [],
  );

/** State as Slack sends it for these fields. */
const stateWith = (fields: Readonly<Record<string, Json>>): Json => ({
  values: Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, { [INPUT]: inputState(field, value) }]),
  ),
});

const inputState = (field: string, value: Json): Json => {
  if (field.startsWith('provisional:')) {
    const options = value === true ? [{ value: 'provisional' }] : [];
    return { type: 'checkboxes', selected_options: options };
  }
  if (/^(?:expected|final-by|action-by):/.test(field)) {
    return { type: 'datepicker', selected_date: value };
  }
  if (field === 'confirm') return { type: 'checkboxes', selected_options: [{ value }] };
  if (/^(?:basis|nothing):/.test(field)) {
    const option = typeof value === 'string' ? { value } : null;
    return { type: 'static_select', selected_option: option };
  }
  return { type: 'plain_text_input', value };
};

interface Sent {
  readonly metadata: string;
  /** What the window shows; where it has a tick below its questions, that is set. */
  readonly blocks?: readonly unknown[];
  readonly user?: string;
  readonly fields?: Readonly<Record<string, Json>>;
  readonly hash?: string;
}

const confirmBlock = z.looseObject({
  block_id: z.literal('confirm'),
  element: z.looseObject({ options: z.array(z.looseObject({ value: z.string() })) }),
});

const viewOf = (callbackId: string, sent: Sent): object => {
  const { metadata, fields = {}, hash = 'hash-1', blocks = [] } = sent;
  const ticks = blocks.flatMap((block) => confirmBlock.safeParse(block).data ?? []);
  return {
    id: 'V0FORM0001',
    hash,
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata,
    state: stateWith({
      ...fields,
      ...Object.fromEntries(
        ticks.map(({ element }) => ['confirm', element.options[0]?.value ?? '']),
      ),
    }),
    blocks: [...Object.keys(fields).map((field) => ({ type: 'input', block_id: field })), ...ticks],
  };
};

/** A page of the form, submitted. */
export const page = (sent: Sent): object => submission(VIEW.submitPage, sent);

/** *File*, pressed. */
/** *File*, with all that the review shown asks for, unless it says otherwise. */
export const file = (sent: Sent): object =>
  submission(VIEW.submitReview, { fields: askedOn(sent.blocks ?? []), ...sent });

const askedOn = (blocks: readonly unknown[]): Readonly<Record<string, Json>> => {
  const shown = JSON.stringify(blocks);
  return Object.fromEntries(
    Object.entries(SAID).filter(([field]) => shown.includes(`"block_id":"${field}"`)),
  );
};

const submission = (callbackId: string, sent: Sent): object => ({
  type: 'view_submission',
  team: { id: 'T0TOWN' },
  user: { id: sent.user ?? LEAD.id },
  view: viewOf(callbackId, sent),
});

/** A page of the form, closed without being submitted. */
export const closed = (sent: Sent): object => ({
  type: 'view_closed',
  team: { id: 'T0TOWN' },
  user: { id: sent.user ?? LEAD.id },
  view: viewOf(VIEW.submitPage, sent),
  is_cleared: true,
});

/** *Back*, pressed. */
export const back = (sent: Sent): object => ({
  type: 'block_actions',
  team: { id: 'T0TOWN' },
  user: { id: sent.user ?? LEAD.id },
  container: { type: 'view', view_id: 'V0FORM0001' },
  trigger_id: 'trigger-2',
  view: viewOf(VIEW.submitPage, sent),
  actions: [
    { type: 'button', action_id: 'submit.back.v1', block_id: 'b', action_ts: '1437730001.000000' },
  ],
});

/** Slack's limits are checked on the view; unknown keys of the answer fail the test. */
const answered = z.union([
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    response_action: z.literal('update'),
    view: z.looseObject({ blocks: z.array(z.unknown()) }),
  }),
]);

/** What an acknowledgement shows: the sentences beside fields, or the words of the next window. */
export const shown = (
  acks: readonly unknown[],
): {
  readonly errors: Readonly<Record<string, string>>;
  readonly words: string;
  readonly blocks: readonly unknown[];
} => {
  expect(acks).toHaveLength(1);
  const answer = answered.parse(acks[0]);
  if (answer.response_action === 'errors') return { errors: answer.errors, words: '', blocks: [] };
  expect(validateView(answer.view)).toEqual([]);
  const { blocks } = answer.view;
  return { errors: {}, words: textOfBlocks(blocks), blocks };
};

/** A good return for project 2. */
export const GOOD = {
  'value:2.1': '77%',
  'value:2.2': '100',
  'value:2.3': '88',
  'value:2.4': '7/41',
  'value:2.5': '0.72',
  'commentary:2.4': 'Two prisons changed their release days.',
} as const;
