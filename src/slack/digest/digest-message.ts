import type { Standing } from '../../application/assess.ts';
import type { Digest } from '../../application/digest.ts';
import { actions, button, context, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { printDay } from '../../domain/calendar/calendar.ts';
import type { CorrectiveAction, FiledFigure } from '../../domain/figure.ts';
import type { Project } from '../../domain/measure.ts';
import { isWithheld } from '../../domain/wording/withheld-words.ts';
import { ACTION } from '../ids.ts';
import { writeStatusReference } from '../references.ts';
import { paragraphs, standingLine } from '../standing-blocks.ts';
import { countsLine, listUpTo, summarySentence } from '../standing-words.ts';

const MOST_OFF_TRACK = 10;
const MOST_MARGINAL = 5;
const MOST_NAMES = 12;
const COMMENTARY_CHARACTERS = 140;
const WHO_CHARACTERS = 80;
const CLOSING_CHARACTERS = 1_800;

/** A quarter for the channel: the finding, what is behind, the counts, and what is still open. */
export const digestMessage = (digest: Digest): Message => {
  const { quarter, standings, offTrack, marginal } = digest;
  const finding = summarySentence(quarter, standings);
  const lines = [
    ...listed(offTrack, MOST_OFF_TRACK, 'off track'),
    ...listed(marginal, MOST_MARGINAL, 'marginal'),
  ];
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...paragraphs(lines),
      context(...closing(digest)),
      actions([
        button({
          text: 'All measures',
          actionId: ACTION.statusOpen,
          value: writeStatusReference({ scope: { kind: 'programme' }, quarter }),
          accessibilityLabel: 'All measures, shown to you only',
        }),
      ]),
    ],
  };
};

const listed = (standings: readonly Standing[], most: number, word: string): readonly Mrkdwn[] => {
  const left = standings.length - most;
  return [
    ...standings.slice(0, most).map(lineOf),
    ...(left > 0 ? [mrkdwn`…and ${left} more ${word}, in the thread.`] : []),
  ];
};

const lineOf = ({ assessment }: Standing): Mrkdwn =>
  isWithheld(assessment)
    ? standingLine(assessment)
    : mrkdwn`${standingLine(assessment)} ${said(assessment.figure)}`;

/** The first line of what the lead said, and what is being done; nothing typed can be markup here. */
const said = (figure: FiledFigure | null): Mrkdwn => {
  const [first] = (figure?.commentary ?? '')
    .split(/[\r\n\u2028\u2029]+/)
    .filter((line) => line.trim() !== '');
  const commentary =
    first === undefined
      ? []
      : [mrkdwn`_${truncateEscaped(oneLine(first.trim()), COMMENTARY_CHARACTERS)}_`];
  const said = [...commentary, ...beingDone(figure?.action ?? null)];
  return said.length === 0 ? mrkdwn`_No commentary._` : joinMrkdwn(said, ' ');
};

/** Who and by when stay whole: they are what the committee asks next quarter. */
const beingDone = (action: CorrectiveAction | null): readonly Mrkdwn[] => {
  if (action === null) return [];
  const what = truncateEscaped(oneLine(action.what), COMMENTARY_CHARACTERS);
  const who = truncateEscaped(oneLine(action.who), WHO_CHARACTERS);
  return [mrkdwn`Being done: _${what}_ (${who}, by ${printDay(action.by)})`];
};

const named = ({ number, agency }: Project): string => `${agency} (project ${number})`;

const closing = (digest: Digest): readonly Mrkdwn[] => {
  const { standings, provisional, doubtful, corrected, onBehalf, late, notFiled } = digest;
  const refs = (assessments: Digest['provisional']): string =>
    listUpTo(
      assessments.map(({ measure }) => measure.ref),
      MOST_NAMES,
    );
  const open = [
    ...(provisional.length === 0 ? [] : [`Provisional: ${refs(provisional)}`]),
    ...(doubtful.length === 0 ? [] : [`Questions about definitions: ${refs(doubtful)}`]),
    ...(corrected.length === 0 ? [] : [`Corrected: ${refs(corrected)}`]),
    ...(late.length === 0 ? [] : [`Filed late: ${listUpTo(late.map(named), MOST_NAMES)}`]),
    ...(onBehalf.length === 0
      ? []
      : [`Filed by the coordinator for: ${listUpTo(onBehalf.map(named), MOST_NAMES)}`]),
    notFiled.length === 0
      ? 'Everyone has filed.'
      : `Not filed yet: ${listUpTo(notFiled.map(named), MOST_NAMES)}`,
  ];
  const counts = countsLine(standings, ['off_track', 'marginal']);
  return [
    joinMrkdwn([
      ...(counts === '' ? [] : [mrkdwn`${counts}`]),
      truncateEscaped(open.join(' · '), CLOSING_CHARACTERS),
    ]),
  ];
};
