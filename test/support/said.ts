/** What is being done about 2.4, for a review that asks. */
export const ACTION_SAID = {
  'action-what:2.4': 'Workers visit both prisons weekly.',
  'action-who:2.4': 'The resettlement team',
  'action-by:2.4': '2015-09-30',
} as const;

/** The same, and why figures change. */
export const SAID = {
  'change-reason': 'Two late returns came in.',
  ...ACTION_SAID,
} as const;
