import { clausesOf } from './clauses.ts';

const DONE = '(?:met|achieved|reached|exceeded|surpassed|bettered|hit)';
const DOING = '(?:meets|meeting|achieves|achieving|exceeds|exceeding|surpasses|ahead of)';

// "The target was met", "targets have all been exceeded", "target of 60 achieved".
const TARGET_DONE = new RegExp(
  String.raw`\btargets?(?: levels?| figures?| of [£\d.,%]{1,20}(?: [a-z]{1,20})?)?(?: (?:has|have|had|was|were|is|are|being|been|now|all|already|again|fully|comfortably|easily|well)){0,4} ${DONE}\b`,
);
// "We met the target", "exceeded our annual target". A target group or a target area is something else.
const targetAfter = (verb: string): RegExp =>
  new RegExp(
    String.raw`\b${verb}(?: (?:all|the|our|its|this|their|annual|yearly|year-end|year's|full|overall|agreed|set|project|programme)){0,4} targets?(?: levels?| figures?)?(?= *(?:$|[,"']| (?:of|set|by|in|again|already|this|which|with|and|as)\b))`,
  );
const DONE_TARGET = targetAfter(DONE);
const DOING_TARGET = targetAfter(DOING);
// "Is on target", and not "an impact on targets".
const ON_TARGET =
  /\b(?:is|are|remains?|remained|stays?|still|back|currently|now|we're|it's) on target\b/;

// What is denied, hoped for, conditional or still to come claims nothing; neither does what was so at
// some other time, or of a part of the targets.
const NO_CLAIM =
  /\b(?:not|no|nor|never|none|neither|without|cannot|unable|unlikely|fail(?:s|ed|ing|ure)?|miss(?:es|ed|ing)?|short|below|despite|although|though|yet|un(?:met|achieved)|if|when|once|until|unless|before|whether|will|would|should|shall|could|can|may|might|must|to|expect\w*|aim\w*|hop(?:e|es|ed|ing|eful)|intend\w*|plan\w*|likely|forecast\w*|project(?:ed|ion|ions)|anticipat\w*|need\w*|require\w*|almost|nearly|partly|partially|some|most|many|half|previous\w*|prior|last|earlier|quarter\w*|q[1-4]|monthly|month|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out )?of|only|20\d\d)\b|n't\b/;

/**
 * The clause in which these words claim that the target has been met, in plain lower case; null where
 * none plainly does. "Has not yet achieved", "on line to achieve" and "would have met" claim nothing.
 */
export const claimOfTargetMet = (text: string): string | null =>
  claimIn(text, (clause) => TARGET_DONE.test(clause) || DONE_TARGET.test(clause));

/** The same of a claim that the target is being met or exceeded just now: "exceeding target". */
export const claimOfMeetingTarget = (text: string): string | null =>
  claimIn(text, (clause) => DOING_TARGET.test(clause) || ON_TARGET.test(clause));

const claimIn = (text: string, claims: (clause: string) => boolean): string | null =>
  clausesOf(text).find((clause) => claims(clause) && !NO_CLAIM.test(clause)) ?? null;
