import type { DigestStanding } from '../../application/digest-standing.ts';
import { oneLine } from '../../blockkit/escape.ts';

interface About {
  readonly digest: DigestStanding;
  readonly channel: string;
  /** Whether the day on which it is posted at the latest has passed. */
  readonly isOverdue: boolean;
}

/** What becomes of the digest; `whenOut` says it of one that stands already. Empty where there will be none. */
export const digestWords = (
  { digest, channel, isOverdue }: About,
  whenOut: (name: string) => string,
): string => {
  const name = `#${oneLine(channel)}`;
  switch (digest) {
    case 'out':
      return whenOut(name);
    case 'to_come':
      return isOverdue
        ? `The digest in ${name} has these figures once it is posted.`
        : `The digest is posted in ${name} when every project has filed, or on the due date.`;
    case 'lost':
      return '';
  }
};
