import type { HomeProgramme } from '../../application/home.ts';
import { type Block, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { counted } from '../standing-words.ts';
import { takeBackButton } from '../take-back-button.ts';

const MOST_CORRECTIONS = 3;
const NAME_CHARACTERS = 150;
const REASON_CHARACTERS = 150;

/** Corrections that wait for the coordinator, each with the way to take it back. */
export const waitingCorrections = ({ askedFor }: HomeProgramme): Block[] => {
  const left = askedFor.length - MOST_CORRECTIONS;
  return [
    ...askedFor.slice(0, MOST_CORRECTIONS).map((correction) => {
      const { projectNumber, quarter, askedBy, askedAt, reason } = correction;
      const who = truncate(oneLine(askedBy.name ?? 'a lead'), NAME_CHARACTERS);
      const asked = `asked for by ${who} on ${printDay(dayIn(askedAt))}`;
      const why = truncate(oneLine(reason), REASON_CHARACTERS);
      return section(
        mrkdwn`⏳ A correction of project ${projectNumber}, ${printQuarter(quarter)}, ${asked}, waits for the coordinator: “${why}”`,
        { accessory: takeBackButton(correction) },
      );
    }),
    ...(left > 0
      ? [
          context(
            mrkdwn`${counted(left, 'more correction')} wait; they are shown once these are decided.`,
          ),
        ]
      : []),
  ];
};
