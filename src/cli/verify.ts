import type { AuditedPurge } from '../application/purge-record.ts';
import type { RecordVerdict } from '../application/record-verdict.ts';
import { dayIn, printDay } from '../domain/calendar/calendar.ts';
import { type CommandParts, type CommandResult, failed, misused, succeeded } from './command.ts';

const KEEP =
  'Keep this database as it is, tell the coordinator, and compare it with your latest copy.';

/**
 * Says whether the record is as it was written, and the head of its audit trail, which a copy kept
 * elsewhere can be compared with.
 */
export const verify = (words: readonly string[], { verifyRecord }: CommandParts): CommandResult => {
  if (words.length > 0) return misused('“verify” takes nothing after it.');
  const verdict = verifyRecord();
  if (!verdict.ok) return failed(whatIsWrong(verdict), KEEP);
  if (verdict.entries === 0)
    return succeeded(['The audit trail is whole; nothing has been recorded yet.']);
  return succeeded([
    `The audit trail is whole: ${verdict.entries} ${verdict.entries === 1 ? 'entry' : 'entries'}. The figures on record are those it names.`,
    ...verdict.removed.map(removedLine),
    `Its head is ${verdict.head}. Keep that with your copies: a trail that was cut short or rebuilt ends in another.`,
  ]);
};

const whatIsWrong = (verdict: Extract<RecordVerdict, { readonly ok: false }>): string => {
  switch (verdict.kind) {
    case 'damaged':
      return `The database file is damaged (${verdict.found}).`;
    case 'chain':
      return `The audit trail is broken at entry ${verdict.badId}: it, or the entry before it, was changed or removed outside MOPAC.`;
    case 'figures':
      return verdict.entry === 0
        ? `Return ${verdict.filing} is on record and the audit trail does not know it: it was put in outside MOPAC.`
        : `The figures of return ${verdict.filing} are not those that entry ${verdict.entry} of the audit trail names: they were changed, removed or put in outside MOPAC.`;
    case 'texts':
      return verdict.texts === 1
        ? 'A text was taken out of the record and the audit trail does not know it: that was done outside MOPAC.'
        : `${verdict.texts} texts were taken out of the record and the audit trail does not know it: that was done outside MOPAC.`;
  }
};

/** `3 August 2015: Joan Carter took a text out of … (2.4, Q1 2015/16: commentary). Why: …` */
const removedLine = ({ at, by, subject, texts, reason }: AuditedPurge): string => {
  const who = by.kind === 'person' ? (by.name ?? by.key) : by.name;
  const labels = [...new Set(texts)].join('; ');
  return `${printDay(dayIn(at))}: ${who} took a text out of ${subject} (${labels}). Why: ${reason.replace(/\.$/, '')}.`;
};
