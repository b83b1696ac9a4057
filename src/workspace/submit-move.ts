import { type BlockFault, validateViewErrors } from '../blockkit/validate.ts';
import type { Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { Impossible } from './impossible.ts';
import { viewClosed, viewSubmission } from './interactions.ts';
import { field, isRecord, recordsField, textField } from './json.ts';
import { type Moves, outcomeOf, settle } from './moves.ts';
import { topModal } from './press-move.ts';
import { standingOf } from './seen.ts';
import type { OpenView } from './shown-view.ts';
import { slackErrors } from './submit-checks.ts';
import { checkView } from './view-checks.ts';
import { MODAL_STACK_LIMIT, refuseFields, type ViewRecord } from './view-store.ts';

/** What the person saw after pressing a modal's submit button. */
export interface SubmitResult {
  /** `trouble` is Slack's "We had some trouble connecting": the modal stays open. */
  readonly kind: 'closed' | 'errors' | 'updated' | 'pushed' | 'cleared' | 'trouble';
  /** Sentences beside fields, by block id; empty unless the kind is `errors`. */
  readonly errors: Readonly<Record<string, string>>;
  /** Who refused: Slack's own checks (the app never heard of it) or the app. */
  readonly refusedBy?: 'slack' | 'app';
  /** The modal on top afterwards. */
  readonly view: OpenView | null;
  /** Why there was trouble. */
  readonly reason?: string;
  readonly faults: readonly BlockFault[];
  readonly delivery?: Delivery;
}

/** What an acknowledgement did to the modal. */
type Effect = Pick<SubmitResult, 'kind' | 'reason'> & { faults?: readonly BlockFault[] };

/** Presses the submit button of the modal on top. */
export async function submit(
  moves: Moves,
  person: PersonRecord,
  view: OpenView,
): Promise<SubmitResult> {
  const { core, deliverer } = moves;
  const record = modalOf(moves, person, view);
  if (!isRecord(field(record.content, 'submit'))) throw new Impossible('it has no submit button');
  const blocks = recordsField(record.content, 'blocks');
  refuseFields(record, slackErrors(blocks, record.values));
  if (Object.keys(record.errors).length > 0) {
    const { errors } = record;
    return {
      kind: 'errors',
      errors,
      refusedBy: 'slack',
      view: topModal(moves, person),
      faults: [],
    };
  }
  const payload = viewSubmission(core, person, record);
  const delivery = await deliverer.deliver('interactive', payload);
  const { ack, error = '' } = outcomeOf(delivery);
  const effect: Effect =
    ack === 'ok' ? applyAck(moves, record, delivery.ackBody) : { kind: 'trouble', reason: error };
  core.inspector.ring();
  await settle(moves);
  return {
    faults: [],
    ...effect,
    errors: record.errors,
    ...(effect.kind === 'errors' && { refusedBy: 'app' }),
    view: topModal(moves, person),
    delivery,
  };
}

/** Closes the modal on top (Cancel), or every modal at once (the X). */
export async function closeModal(
  moves: Moves,
  person: PersonRecord,
  view: OpenView,
  how: 'cancel' | 'all',
): Promise<void> {
  const { core } = moves;
  const record = modalOf(moves, person, view);
  const all = how === 'all' || field(record.content, 'clear_on_close') === true;
  const closing = all ? [...core.views.stack(person.id)].reverse() : [record];
  const payloads = closing
    .filter((each) => field(each.content, 'notify_on_close') === true)
    .map((each) => viewClosed(core, person, each, all));
  for (const each of closing) core.views.close(each);
  core.inspector.ring();
  for (const payload of payloads) await moves.deliverer.deliver('interactive', payload);
  await settle(moves);
}

function modalOf(moves: Moves, person: PersonRecord, view: OpenView): ViewRecord {
  const standing = standingOf(moves.core, view, person.id);
  if (standing.kind !== 'view') throw new Impossible('that is not a modal');
  return standing.record;
}

function applyAck(moves: Moves, record: ViewRecord, body: unknown): Effect {
  const { views } = moves.core;
  if (body === undefined) {
    views.close(record);
    return { kind: 'closed' };
  }
  const action = textField(body, 'response_action');
  if (action === 'clear') {
    views.clear(record.ownerId);
    return { kind: 'cleared' };
  }
  if (action === 'errors') return showErrors(record, field(body, 'errors'));
  if (action === 'update' || action === 'push') return showNext(moves, record, action, body);
  return { kind: 'trouble', reason: `unknown response_action: ${String(action)}` };
}

function showErrors(record: ViewRecord, errors: unknown): Effect {
  const faults = validateViewErrors(record.content, errors);
  const sentences = isRecord(errors) ? Object.entries(errors) : [];
  if (faults.length > 0 || sentences.length === 0) {
    return { kind: 'trouble', reason: 'invalid_errors', faults };
  }
  refuseFields(record, Object.fromEntries(sentences.map(([id, words]) => [id, String(words)])));
  return { kind: 'errors' };
}

function showNext(
  { core }: Moves,
  record: ViewRecord,
  action: 'update' | 'push',
  body: unknown,
): Effect {
  const updating = action === 'update';
  const checked = checkView(field(body, 'view'), 'modal', core, updating ? record : undefined);
  if (checked.kind === 'refused') {
    return { kind: 'trouble', reason: checked.error, faults: checked.faults };
  }
  if (updating) {
    core.views.replace(record, checked.view);
    return { kind: 'updated' };
  }
  if (core.views.stack(record.ownerId).length >= MODAL_STACK_LIMIT) {
    return { kind: 'trouble', reason: 'push_limit_reached' };
  }
  core.views.push(record.ownerId, checked.view);
  return { kind: 'pushed' };
}
