import { type CommandParts, type CommandResult, failed, misused, succeeded } from './command.ts';

/** Says whether the audit trail is whole, and its head, which a copy kept elsewhere can be compared with. */
export const verify = (words: readonly string[], { verifyAudit }: CommandParts): CommandResult => {
  if (words.length > 0) return misused('“verify” takes nothing after it.');
  const verdict = verifyAudit();
  if (!verdict.ok) {
    return failed(
      `The audit trail is broken at entry ${verdict.badId}: it, or the entry before it, was changed or removed outside MOPAC.`,
      'Keep this database as it is, tell the coordinator, and compare it with your latest copy.',
    );
  }
  if (verdict.entries === 0)
    return succeeded(['The audit trail is whole; nothing has been recorded yet.']);
  return succeeded([
    `The audit trail is whole: ${verdict.entries} ${verdict.entries === 1 ? 'entry' : 'entries'}.`,
    `Its head is ${verdict.head}. Keep that with your copies: a trail that was cut short or rebuilt ends in another.`,
  ]);
};
