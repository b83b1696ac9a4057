import type { Button } from '@slack/types';
import type { Correction } from '../application/submission-record.ts';
import { button, plain } from '../blockkit/blocks.ts';
import { printQuarter } from '../domain/calendar/calendar.ts';
import { ACTION } from './ids.ts';

/** Takes a correction back while it waits; asked once more, since asking anew means typing it anew. */
export const takeBackButton = ({ id, projectNumber, quarter }: Correction): Button => ({
  ...button({
    text: 'Take it back',
    actionId: ACTION.correctionTakeBack,
    value: String(id),
    accessibilityLabel: `Take back the correction of project ${projectNumber}, ${printQuarter(quarter)}`,
  }),
  confirm: {
    title: plain('Take it back?'),
    text: plain(
      'The coordinator is no longer asked to decide, and what is on record stays. To ask again you enter it again.',
    ),
    confirm: plain('Take it back'),
    deny: plain('Keep it'),
  },
});
