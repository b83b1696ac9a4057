import type { HomeProgramme } from '../../application/home.ts';
import { type Block, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { positionSymbol, positionWord } from '../../domain/wording/position-words.ts';
import { standingLine, whyButton } from '../standing-blocks.ts';
import { countsLine, listUpTo, summarySentence } from '../standing-words.ts';

const MOST_OFF_TRACK = 10;
const MOST_NAMES = 12;

/** How the programme stands: the finding and the counts, then each measure off track with its Why?. */
export const programmeStanding = ({
  quarter,
  standings,
  offTrack,
  marginal,
}: HomeProgramme): Block[] => {
  const left = offTrack.length - MOST_OFF_TRACK;
  const refs = marginal.map(({ assessment }) => assessment.measure.ref);
  return [
    section(mrkdwn`*${summarySentence(quarter, standings)}*\n${countsLine(standings)}`),
    ...offTrack
      .slice(0, MOST_OFF_TRACK)
      .map(({ assessment }) =>
        section(standingLine(assessment), { accessory: whyButton(assessment) }),
      ),
    ...(left > 0
      ? [section(mrkdwn`${left} more are off track: \`/mopac status\` lists them.`)]
      : []),
    ...(refs.length > 0
      ? [
          section(
            mrkdwn`${positionSymbol('marginal')} ${positionWord('marginal', quarter)}: ${listUpTo(refs, MOST_NAMES)}`,
          ),
        ]
      : []),
  ];
};
