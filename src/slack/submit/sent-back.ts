import type { SubmissionForm } from '../../application/submission-form.ts';
import type { ReviewEntry } from '../../application/submission-record.ts';
import { type Block, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';

const NAME_CHARACTERS = 100;
const SAID_CHARACTERS = 600;

/** What the coordinator asked about a measure when the return was sent back; with null, about all of it. */
export const sentBackBlocks = (
  { sentBack }: SubmissionForm,
  about: string | null,
): readonly Block[] =>
  sentBack
    .filter(({ ref }) => ref === about)
    .map((entry) => askedBlock(about ?? 'The whole return', entry));

const askedBlock = (what: string, { by, comment }: ReviewEntry): Block => {
  const who = truncateEscaped(oneLine(by.name ?? 'the coordinator'), NAME_CHARACTERS);
  return section(
    mrkdwn`*${what}, sent back by ${who}:* “${truncateEscaped(oneLine(comment ?? ''), SAID_CHARACTERS)}”`,
  );
};
