import type { Measure } from '../measure.ts';

// What people wrap a change in, whatever it is a change of.
const WRAPPING = new Set(
  `a an the this that it its is was were are be been has have had which of in on by to from with at as
  against compared comparison relative than base line baseline last previous prior preceding quarter
  factor equates equate equal equivalent represents represent shows show means mean saw see seen
  achieved recorded reported we our there overall net further now currently current also and or but
  since per cent percent rate rates figure figures performance number numbers level levels reduction
  reduced reducing decrease decreased decline declined fall fallen fell drop dropped down lower less
  fewer increase increased increasing rise risen rose growth grew grown up higher more`.split(
    /\s+/,
  ),
);

const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !WRAPPING.has(word))
    .map((word) => word.replace(/s$/, ''));

/**
 * Whether a clause that gives a change can be about this measure: it names nothing that changed, or
 * something the measure's own wording names. "A 20% reduction in staff" is about something else.
 */
export const isAbout = (clause: string, { title, shortTitle, unit }: Measure): boolean => {
  const said = wordsIn(clause);
  const own = new Set(wordsIn(`${title} ${shortTitle} ${unit}`));
  return said.length === 0 || said.some((word) => own.has(word));
};
