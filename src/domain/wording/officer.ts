import type { Assessment, Position } from '../judging/assessment.ts';

/** The positions an officer's words are compatible with; null where they claim nothing readable. */
const positionsClaimed = (judgement: string): readonly Position[] | null => {
  const words = judgement.toLowerCase();
  const negative =
    /\bnot\b[^.;]*\b(on line|on track|met|meet|achiev|exceed)|\bfall(s|ing)? short|\bbelow (the )?(level|target)/;
  if (negative.test(words)) {
    return words.includes('marginal') ? ['marginal'] : ['marginal', 'off_track'];
  }
  if (/\bexceed/.test(words)) return ['exceeding'];
  if (/\b(on line|on track) to\b|\btarget (was |has been )?met\b/.test(words)) {
    return ['on_track', 'exceeding'];
  }
  return null;
};

const VERDICTS: readonly Position[] = ['exceeding', 'on_track', 'marginal', 'off_track'];

/**
 * Whether the officer's printed judgement contradicts the computed position. Read cautiously:
 *
 * - words saying the target is not met, not on line or fallen short of claim marginal or off track,
 *   and marginal alone where they say "marginally";
 * - otherwise "exceed" claims exceeding;
 * - otherwise "on line to achieve" and "target met" claim on track or better: reaching a target does
 *   not deny exceeding it;
 * - any other words claim nothing, and where nothing was judged nothing can be contradicted.
 */
export const officerDiffers = ({ figure, position }: Assessment): boolean => {
  const judgement = figure?.judgement ?? null;
  if (judgement === null || !VERDICTS.includes(position)) return false;
  const claimed = positionsClaimed(judgement);
  return claimed !== null && !claimed.includes(position);
};
