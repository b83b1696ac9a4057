import type { Assessment } from '../judging/assessment.ts';

/** Why a figure should be looked at before it is accepted. */
export const OPEN_POINTS = [
  'no_figure',
  'off_track',
  'provisional',
  'no_verdict',
  'not_available',
  'asked',
] as const;
export type OpenPoint = (typeof OPEN_POINTS)[number];

/** What is open about a figure; it is clean where nothing is. `wasAsked`: something odd was confirmed. */
export const openPoints = (
  { figure, position }: Assessment,
  wasAsked: boolean,
): readonly OpenPoint[] => {
  if (figure === null) return ['no_figure'];
  return [
    ...(position === 'off_track' ? ['off_track' as const] : []),
    ...(figure.provisional ? ['provisional' as const] : []),
    ...(position === 'query' ? ['no_verdict' as const] : []),
    ...(figure.answer.kind === 'not_available' ? ['not_available' as const] : []),
    ...(wasAsked ? ['asked' as const] : []),
  ];
};
