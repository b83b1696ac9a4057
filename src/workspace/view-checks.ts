import type { BlockFault } from '../blockkit/validate.ts';
import { viewFaults } from './block-checks.ts';
import type { Core } from './core.ts';
import { isRecord, type Json, textField } from './json.ts';
import type { ViewRecord } from './view-store.ts';

/** A view fit to show, or why Slack would not have it. */
export type CheckedView =
  | { readonly kind: 'fit'; readonly view: Json }
  | { readonly kind: 'refused'; readonly error: string; readonly faults: readonly BlockFault[] };

/** Checks a view of the wanted type before it replaces `current`, or appears when there is none. */
export function checkView(
  view: unknown,
  type: ViewRecord['type'],
  core: Core,
  current?: ViewRecord,
): CheckedView {
  if (!isRecord(view)) return wrong('', 'must be a view object');
  if (textField(view, 'type') !== type) return wrong('/type', `must be "${type}"`);
  const faults = viewFaults(view, core.faults.flags.refuseRich);
  if (faults.some(({ code }) => code === 'too_big')) {
    return { kind: 'refused', error: 'view_too_large', faults: [] };
  }
  if (faults.length > 0) return { kind: 'refused', error: 'invalid_arguments', faults };
  const externalId = textField(view, 'external_id');
  const holder = externalId ? core.views.findExternal(externalId) : undefined;
  if (holder && holder !== current) {
    return { kind: 'refused', error: 'duplicate_external_id', faults: [] };
  }
  return { kind: 'fit', view };
}

function wrong(pointer: string, message: string): CheckedView {
  const faults = [{ pointer, message, code: 'wrong_type' }] as const;
  return { kind: 'refused', error: 'invalid_arguments', faults };
}
