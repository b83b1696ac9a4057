import type { Core } from '../core.ts';
import { field, type Json, textField } from '../json.ts';
import { viewOutput } from '../shown-view.ts';
import type { Trigger } from '../triggers.ts';
import { checkView } from '../view-checks.ts';
import { MODAL_STACK_LIMIT, type ViewRecord } from '../view-store.ts';
import {
  type Answer,
  accept,
  type Method,
  refuse,
  refuseArgument,
  refuseFaults,
} from './answer.ts';

/**
 * A modal opened with a submission's trigger is answered "ok" but not shown: Slack's desktop client
 * closes it together with the submitted one. The way to show another is `response_action`.
 */
const open: Method = (args, core) =>
  withTrigger(args, core, ({ personId, move }, view) =>
    move === 'submission' ? core.views.lose(personId, view) : core.views.open(personId, view),
  );

const push: Method = (args, core) =>
  withTrigger(args, core, ({ personId }, view) => {
    const depth = core.views.stack(personId).length;
    if (depth === 0) return refuse('invalid_trigger_id');
    if (depth >= MODAL_STACK_LIMIT) return refuse('push_limit_reached');
    return core.views.push(personId, view);
  });

const update: Method = (args, core) => {
  const externalId = textField(args, 'external_id');
  const record = externalId
    ? core.views.findExternal(externalId)
    : core.views.find(textField(args, 'view_id') ?? '');
  if (!record) return refuse('not_found');
  return withView(args, core, record.type, record, (view) => core.views.replace(record, view));
};

const publish: Method = (args, core) => {
  const person = core.directory.people.get(textField(args, 'user_id') ?? '');
  if (!person || person.deleted) return refuse('user_not_found');
  const current = core.views.home(person.id);
  return withView(args, core, 'home', current, (view) => core.views.publish(person.id, view));
};

/** Opens or pushes with a trigger, which is spent only when the view was shown. */
function withTrigger(
  args: Json,
  core: Core,
  show: (trigger: Trigger, view: Json) => ViewRecord | Answer,
): Answer {
  const triggerId = textField(args, 'trigger_id');
  if (!triggerId) return refuseArgument('trigger_id', 'missing required field: trigger_id');
  return withView(args, core, 'modal', undefined, (view) => {
    const trigger = core.triggers.check(triggerId);
    if (typeof trigger === 'string') return refuse(trigger);
    const result = show(trigger, view);
    if ('hash' in result) trigger.used = true;
    return result;
  });
}

/** Shows a view that passes every check, or answers with what is wrong with it. */
function withView(
  args: Json,
  core: Core,
  type: ViewRecord['type'],
  current: ViewRecord | undefined,
  show: (view: Json) => ViewRecord | Answer,
): Answer {
  const hash = textField(args, 'hash');
  if (hash && current && hash !== current.hash) return refuse('hash_conflict');
  const checked = checkView(field(args, 'view'), type, core, current);
  if (checked.kind === 'refused') return refuseFaults(checked.error, checked.faults, '/view');
  const result = show(checked.view);
  return isAnswer(result) ? result : accept({ view: viewOutput(result, core.identity) });
}

function isAnswer(result: ViewRecord | Answer): result is Answer {
  return 'ok' in result;
}

/** Methods that show modals and Home tabs. */
export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
