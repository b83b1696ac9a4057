import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { StandingText, TextPlace } from '../../application/purge-record.ts';
import type { OpenTexts, TextScope } from '../../application/purge-text.ts';
import { textName } from '../../application/text-labels.ts';
import { context, plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import type { Project } from '../../domain/measure.ts';
import { VIEW } from '../ids.ts';
import { refusalView } from '../refusal-view.ts';
import { writeTextScope } from '../text-scope.ts';
import { readPlace, writePlace } from './values.ts';

export const TEXT = 'text';
const INPUT = 'input';
const TITLE_CHARACTERS = 150;

/** The window in which a coordinator chooses which text to take out. */
export const chooseView = ({ project, texts }: OpenTexts, scope: TextScope): ModalView => {
  const groups = groupsOf(project, texts);
  if (groups.length === 0) {
    return refusalView('Nobody has written anything here that stands in the record.');
  }
  const left = texts.length - groups.reduce((count, { options }) => count + options.length, 0);
  const title = truncate(oneLine(project.title), TITLE_CHARACTERS);
  const when = scope.whole ? 'all quarters' : printQuarter(scope.key.quarter);
  return {
    type: 'modal',
    callback_id: VIEW.purgeChoose,
    private_metadata: writeTextScope(scope),
    title: plain('Take a text out', LIMITS.view.title),
    submit: plain('Next'),
    close: plain('Close'),
    blocks: [
      section(
        mrkdwn`*Project ${project.number}, ${title}, ${when}.* Choose the text that should not be in the record. Next you see all of it, where it stands, and what taking it out does. Nothing is taken out yet.`,
      ),
      {
        type: 'input',
        block_id: TEXT,
        label: plain('Which text?'),
        element: {
          type: 'static_select',
          action_id: INPUT,
          placeholder: plain('Choose a text', LIMITS.placeholder),
          option_groups: groups.map(({ label, options }) => ({
            label: plain(label, LIMITS.select.groupLabel),
            options: [...options],
          })),
        },
      },
      ...(left > 0
        ? [
            context(
              mrkdwn`${left} more are not listed here. \`/mopac purge\` with one measure, such as \`/mopac purge ${project.measures[0]?.ref ?? ''}\`, lists those about it.`,
            ),
          ]
        : []),
    ],
  };
};

interface Group {
  readonly label: string;
  readonly options: readonly PlainTextOption[];
}

/** One group a measure, then what is about the whole return; as much as a list of Slack's holds. */
const groupsOf = (project: Project, texts: readonly StandingText[]): readonly Group[] =>
  [...Map.groupBy(texts, (text) => labelOf(project, text))]
    .map(([label, ofGroup]) => ({
      label,
      options: ofGroup.flatMap(optionOf).slice(0, LIMITS.select.options),
    }))
    .filter(({ options }) => options.length > 0)
    .slice(0, LIMITS.select.groups);

const labelOf = ({ measures }: Project, { ref, of }: StandingText): string => {
  if (of === null) return 'Said when handing over';
  const measure = measures.find((each) => each.ref === ref);
  if (ref === null) return 'The whole return';
  return measure === undefined ? ref : `${ref} ${oneLine(measure.shortTitle)}`;
};

const optionOf = (text: StandingText): readonly PlainTextOption[] => {
  const value = writePlace(text);
  if (value === null) return [];
  const quarter = text.of === null ? '' : `Q${text.of.quarter.number}, `;
  const revision = text.revision === null || text.revision === 1 ? '' : `, rev. ${text.revision}`;
  const name = textName(text);
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const day = printDay(dayIn(text.at));
  return [
    {
      text: plain(`${label}: ${quarter}${day}${revision}`, LIMITS.option.text),
      description: plain(
        isTypedOnly(text) ? 'Not shown' : firstWords(text),
        LIMITS.option.description,
      ),
      value,
    },
  ];
};

// A description with nothing in it is refused.
const firstWords = ({ text }: StandingText): string => oneLine(text).trim() || 'Nothing to be seen';

/** What somebody is still typing is theirs: a coordinator can take it out, but does not read it. */
export const isTypedOnly = ({ source }: TextPlace): boolean => source === 'drafts';

const stateSchema = z.object({
  values: z.object({
    [TEXT]: z.object({
      [INPUT]: z.object({ selected_option: z.object({ value: z.string() }).nullish() }),
    }),
  }),
});

/** The place that was chosen; null where none was, or none of ours. */
export const readChosen = (state: unknown): TextPlace | null => {
  const read = stateSchema.safeParse(state);
  return read.success
    ? readPlace(read.data.values[TEXT][INPUT].selected_option?.value ?? '')
    : null;
};
