import type { MoveResult } from '../moves.ts';
import type { SubmitResult } from '../submit-move.ts';
import type { MoveAnswer } from './protocol.ts';

/** The answer to a move that went as it should. */
export const DONE: MoveAnswer = { ok: true, notice: null, faults: [] };

/** Slack's own words, as its clients show them. */
const CLIENT_WORDS: Readonly<Record<string, string>> = {
  operation_timeout: 'failed with the error “operation_timeout”.',
  dispatch_failed: 'failed with the error “dispatch_failed”.',
  not_a_command: 'is not a valid command. In Slack, all messages that start with “/” are commands.',
  not_supported_in_threads: 'is not supported in threads. Sorry!',
  restricted_action: 'is not open to people of other organisations.',
  is_archived: 'does not work in an archived channel.',
  messages_tab_read_only: 'cannot be typed here: sending messages to this app is turned off.',
};

/** What Slack says to a command. */
export function commandAnswer({ ack, error, faults }: MoveResult, text: string): MoveAnswer {
  if (ack === 'ok') return { ok: true, notice: null, faults: sentences(faults) };
  const [command = ''] = text.trim().split(/\s/);
  const words = CLIENT_WORDS[error ?? ''] ?? `failed with the error “${error ?? ack}”.`;
  return { ok: false, notice: `${command} ${words}`, faults: sentences(faults) };
}

/** Slack marks a failed press with a small warning beside the button. */
export function actionAnswer({ ack, error, faults }: MoveResult): MoveAnswer {
  if (ack === 'ok') return { ok: true, notice: null, faults: sentences(faults) };
  const notice = `The app did not take that in time (${error ?? ack}). Press it again.`;
  return { ok: false, notice, faults: sentences(faults) };
}

/** What Slack says when a form could not be handed over. */
export function submitAnswer({ kind, reason, faults }: SubmitResult): MoveAnswer {
  if (kind !== 'trouble') return { ok: true, notice: null, faults: sentences(faults) };
  return {
    ok: false,
    notice: 'We had some trouble connecting. Try again?',
    faults: [...(reason ? [reason] : []), ...sentences(faults)],
  };
}

const sentences = (faults: MoveResult['faults']): readonly string[] =>
  faults.map(({ pointer, message }) => `${pointer || '/'}: ${message}`);
