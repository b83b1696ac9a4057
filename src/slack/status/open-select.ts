import type { PlainTextOption, StaticSelect } from '@slack/types';
import type { Standing } from '../../application/assess.ts';
import type { StatusAnswer } from '../../application/query-status.ts';
import { plain } from '../../blockkit/blocks.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import type { Quarter } from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import { ACTION } from '../ids.ts';
import { type StatusReference, writeStatusReference } from '../references.ts';
import { measureReference } from '../standing-blocks.ts';

// Lists in one message: enough for any programme that can be read at all.
const MOST_LISTS = 10;

/**
 * Lists from which one of the answer's measures can be opened, in catalogue order, where a person
 * looks for it. A programme too large for one list of measures is opened by project first.
 */
export const openSelects = ({
  scope,
  standings,
  quarter,
}: StatusAnswer): readonly StaticSelect[] => {
  const isLarge = standings.length > LIMITS.select.options;
  return scope.kind === 'programme' && isLarge
    ? selects(
        'Open a project',
        projectsOf(standings).map((each) => projectOption(each, quarter)),
      )
    : selects('Open a measure', standings.map(measureOption));
};

const selects = (words: string, options: readonly PlainTextOption[]): readonly StaticSelect[] => {
  const size = LIMITS.select.options;
  const lists = Math.min(MOST_LISTS, Math.ceil(options.length / size));
  return Array.from({ length: lists }, (_, index) => ({
    type: 'static_select',
    action_id: ACTION.statusOpen,
    placeholder: plain(index === 0 ? words : `${words} (${index + 1})`, LIMITS.placeholder),
    options: options.slice(index * size, (index + 1) * size),
  }));
};

const option = (text: string, reference: StatusReference): PlainTextOption => ({
  text: plain(text, LIMITS.option.text),
  value: writeStatusReference(reference),
});

const measureOption = ({ assessment }: Standing): PlainTextOption =>
  option(
    `${assessment.measure.ref} ${assessment.measure.shortTitle}`,
    measureReference(assessment),
  );

const projectOption = ({ number, title }: Project, quarter: Quarter): PlainTextOption =>
  option(`${number} ${title}`, { scope: { kind: 'project', number }, quarter });

const projectsOf = (standings: readonly Standing[]): readonly Project[] => [
  ...new Set(standings.map(({ project }) => project)),
];
