import type { Assessment } from '../judging/assessment.ts';

/** Why a figure should be looked at before it is accepted. */
export const OPEN_POINTS = [
  'no_figure',
  'off_track',
  'provisional',
  'no_verdict',
  'not_available',
  'asked',
  'sent_back',
] as const;
export type OpenPoint = (typeof OPEN_POINTS)[number];

/** What has happened to a figure before it lies before the coordinator. */
export interface Before {
  /** Something odd about it was confirmed by whoever filed it. */
  readonly asked: boolean;
  /** It was sent back and is not accepted since: whoever did so wants to see the answer. */
  readonly sentBack: boolean;
}

/** What is open about a figure; it is clean where nothing is. */
export const openPoints = (
  { figure, position }: Assessment,
  { asked, sentBack }: Before,
): readonly OpenPoint[] => {
  if (figure === null) return ['no_figure'];
  return [
    ...(position === 'off_track' ? ['off_track' as const] : []),
    ...(figure.provisional ? ['provisional' as const] : []),
    ...(position === 'query' ? ['no_verdict' as const] : []),
    ...(figure.answer.kind === 'not_available' ? ['not_available' as const] : []),
    ...(asked ? ['asked' as const] : []),
    ...(sentBack ? ['sent_back' as const] : []),
  ];
};
