import type { OpenCorrection } from '../../application/decide-correction.ts';
import type { Actor } from '../../application/ports.ts';
import type { Correction } from '../../application/submission-record.ts';
import { type Block, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import { willShowAs } from '../../domain/wording/headline.ts';
import { positionSymbol } from '../../domain/wording/position-words.ts';
import { paragraphs } from '../standing-blocks.ts';

const LINE_CHARACTERS = 300;
const REASON_CHARACTERS = 1_000;
// A correction of everything is still shown whole; beyond this its measures are many and alike.
const MOST_LINES = 30;

export const nameOfActor = ({ name }: Actor, otherwise: string): string =>
  name === null ? otherwise : truncate(oneLine(name), LINE_CHARACTERS);

export const line = (text: string): Mrkdwn =>
  mrkdwn`${truncateEscaped(oneLine(text), LINE_CHARACTERS)}`;

/** What a correction changes, how that will be judged, and what later quarters become. */
export const correctionBlocks = ({
  changes,
  effects,
  assessments,
  correction,
}: OpenCorrection): Block[] => {
  const refs = new Set(changes.map((change) => change.slice(0, change.indexOf(':'))));
  const judged = assessments.filter(({ measure }) => refs.has(measure.ref));
  return [
    ...listed('What changes on record', changes.map(line)),
    ...listed(
      'How it will be judged',
      judged.map(
        (assessment) =>
          mrkdwn`${positionSymbol(assessment.position)} ${line(willShowAs(assessment))}`,
      ),
    ),
    ...listed('What later quarters become', effects.map(line)),
    whyBlock(correction),
  ];
};

/** The reason as whoever asked gave it. */
export const whyBlock = ({ reason }: Correction): Block =>
  section(mrkdwn`*Why*\n“${truncateEscaped(oneLine(reason), REASON_CHARACTERS)}”`);

/** A heading over lines, as many as a message or a window takes. */
export const listed = (heading: string, lines: readonly Mrkdwn[]): Block[] => {
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  const shown = [...lines.slice(0, MOST_LINES), ...(left > 0 ? [mrkdwn`…and ${left} more.`] : [])];
  return [section(mrkdwn`*${heading}*`), ...paragraphs(shown)];
};
