import type { FiledFigure } from '../figure.ts';
import { type BaselineComparison, QUALIFIERS, type Qualifier, type Travel } from './assessment.ts';
import { isBaselineAcrossBreak } from './comparability.ts';
import type { Definition } from './definition.ts';
import { isWorse } from './doubts.ts';
import { isSmall } from './small-numbers.ts';

interface Circumstances {
  readonly definition: Definition;
  readonly figure: FiledFigure | null;
  readonly onBaseline: BaselineComparison | null;
  readonly travel: Travel;
}

/** What must be said beside a position, in the order of `QUALIFIERS`. */
export const qualifiersOf = (circumstances: Circumstances): readonly Qualifier[] => {
  const { definition, figure } = circumstances;
  const { measure, doubts } = definition;
  const applies: Record<Qualifier, boolean> = {
    provisional: figure?.provisional === true,
    late: figure?.late === true,
    revised: figure !== null && figure.revision > 1,
    small_numbers: isSmall(figure, definition),
    annualised: isAnnualised(circumstances),
    assumed_profile: hasAssumedProfile(definition),
    // Without a target nobody waits for the baseline: the figure is data only.
    baseline_pending: measure.baseline.kind === 'to_be_established' && hasTarget(definition),
    worse_than_baseline: isWorseThanBaseline(circumstances),
    definition_query: doubts.length > 0,
    multi_year: measure.target.years > 1,
    comparability_break: isBroken(circumstances),
  };
  return QUALIFIERS.filter((qualifier) => applies[qualifier]);
};

/** Whether something this figure would be compared with was made in another way. */
const isBroken = ({ definition, figure, travel }: Circumstances): boolean =>
  (travel.kind === 'none' && travel.because === 'comparability_break') ||
  (figure?.answer.kind === 'number' &&
    isBaselineAcrossBreak(definition.measure, definition.quarter));

const hasTarget = ({ measure }: Definition): boolean => measure.target.rule.kind !== 'none';

/** Also before the first figure: the level needed is already shown, and it rests on the assumption. */
const hasAssumedProfile = (definition: Definition): boolean =>
  definition.measure.kind === 'flow' && hasTarget(definition) && definition.assumedProfile;

/**
 * Only where a part of the year, brought up to a year by even quarters, is set against a full year's
 * baseline. With an agreed profile it is a projection on that profile, at Q4 the year itself, and
 * without a known baseline nothing is compared.
 */
const isAnnualised = ({ definition, onBaseline }: Circumstances): boolean =>
  onBaseline !== null && definition.assumedProfile && definition.quarter.number !== 4;

/** Where the period itself is in doubt, so is the comparison: then nothing is said of the baseline. */
const isWorseThanBaseline = ({ definition, onBaseline }: Circumstances): boolean =>
  onBaseline !== null &&
  isWorse(onBaseline.value, onBaseline.of, definition.measure) &&
  !definition.doubts.some(({ kind }) => kind === 'wrong_period');
