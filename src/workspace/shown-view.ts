import { textOfBlocks } from '../blockkit/fallback-text.ts';
import type { Identity } from './identity.ts';
import type { InputState } from './input-state.ts';
import { field, type Json, recordsField, textField, wordingField } from './json.ts';
import type { ViewRecord } from './view-store.ts';

/** A view as its owner sees it at one moment. */
interface ShownView {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  /** The label of the submit button, or null when there is none. */
  readonly submitLabel: string | null;
  readonly closeLabel: string | null;
  readonly blocks: readonly Json[];
  readonly values: InputState;
  /** Sentences shown beside fields, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly hash: string;
  readonly privateMetadata: string;
  readonly externalId: string | null;
  readonly rendered: string;
}

/** An open modal. */
export interface OpenView extends ShownView {
  readonly type: 'modal';
}

/** A published Home tab. */
export interface HomeView extends ShownView {
  readonly type: 'home';
}

/** The modal as its owner sees it now. */
export function showModal(record: ViewRecord): OpenView {
  return { type: 'modal', ...show(record) };
}

/** The Home tab as its owner sees it now. */
export function showHome(record: ViewRecord): HomeView {
  return { type: 'home', ...show(record) };
}

function show(record: ViewRecord): ShownView {
  const { content } = record;
  const blocks = recordsField(content, 'blocks');
  return {
    id: record.id,
    callbackId: textField(content, 'callback_id') ?? '',
    title: wordingField(content, 'title') ?? '',
    submitLabel: wordingField(content, 'submit') ?? null,
    closeLabel: wordingField(content, 'close') ?? null,
    blocks,
    values: record.values,
    errors: record.errors,
    hash: record.hash,
    privateMetadata: textField(content, 'private_metadata') ?? '',
    externalId: textField(content, 'external_id') ?? null,
    get rendered() {
      return textOfBlocks(blocks);
    },
  };
}

/** The view as Slack writes it in answers and payloads. */
export function viewOutput(record: ViewRecord, identity: Identity): Json {
  const { content } = record;
  return {
    id: record.id,
    team_id: identity.teamId,
    type: record.type,
    blocks: field(content, 'blocks'),
    private_metadata: field(content, 'private_metadata') ?? '',
    callback_id: field(content, 'callback_id') ?? '',
    state: { values: record.values },
    hash: record.hash,
    title: field(content, 'title') ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: field(content, 'clear_on_close') ?? false,
    notify_on_close: field(content, 'notify_on_close') ?? false,
    close: field(content, 'close') ?? null,
    submit: field(content, 'submit') ?? null,
    previous_view_id: record.previousId,
    root_view_id: record.rootId,
    app_id: identity.appId,
    external_id: field(content, 'external_id') ?? '',
    app_installed_team_id: identity.teamId,
    bot_id: identity.botId,
  };
}
