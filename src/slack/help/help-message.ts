import { chooseQuarter } from '../../application/reporting-quarter.ts';
import { section } from '../../blockkit/blocks.ts';
import { joinMrkdwn, type Mrkdwn, mrkdwn, truncate } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printQuarter, type Quarter } from '../../domain/calendar/calendar.ts';
import { measuresOf, type Programme } from '../../domain/measure.ts';
import type { Edge } from '../edge.ts';
import { refusalMessage } from '../refusal-message.ts';

const SUMMARY =
  'I answer how the projects stand against their targets, and collect their quarterly figures.';

/** What can be asked, in examples that work in this programme as they stand. One screen. */
export const helpMessage = ({ store, clock }: Edge): Message => {
  const chosen = chooseQuarter(store, dayIn(clock.now()), null, () => true);
  if (!chosen.ok) return nothingImported();
  const { stored, quarter } = chosen.value;
  const [first] = measuresOf(stored.programme);
  const about = first === undefined ? '' : ` ${first.ref}`;
  return helpOf([
    joinMrkdwn(examplesFor(stored.programme)),
    quarterHelp(quarter),
    mrkdwn`Only you see an answer, until you press *Share to channel*. Mention me in a channel and ask the same there: I answer in the thread.`,
    mrkdwn`\`/mopac history${about}\` says what became of a measure, who changed it and why. Coordinators review returns with \`/mopac review\` and take a text out with \`/mopac purge${about}\`.`,
    mrkdwn`To enter figures, press *Enter figures* in the message you get when a quarter opens, or on my Home.`,
  ]);
};

/** Where a command could not be read: what was understood, and the nearest thing that works. */
export const unknownCommandMessage = (asked: string, didYouMean: readonly string[]): Message =>
  refusalMessage({ kind: 'unknown_command', asked, didYouMean });

/** In the first quarter there is no other to ask about yet. */
const quarterHelp = (quarter: Quarter): Mrkdwn => {
  const first = { ...quarter, number: 1 } as const;
  return quarter.number === 1
    ? mrkdwn`The quarter is ${printQuarter(quarter)}. Later in the year, add \`Q1\` or \`last\` to ask about an earlier one.`
    : mrkdwn`The quarter is ${printQuarter(quarter)} unless you add another: \`Q1\`, \`${printQuarter(first)}\` or \`last\`.`;
};

const nothingImported = (): Message =>
  helpOf([
    mrkdwn`No programme has been imported yet, so there is nothing to show.`,
    mrkdwn`On the server, run \`npm run -s mopac -- import FILE\` with the catalogue of projects and measures. Add \`--dry-run\` to see what it would change. Then type \`/mopac\` again.`,
  ]);

const helpOf = (paragraphs: readonly Mrkdwn[]): Message => ({
  text: mrkdwn`${SUMMARY}`.text,
  blocks: [mrkdwn`*${SUMMARY}*`, ...paragraphs].map((each) => section(each)),
});

const examplesFor = (programme: Programme): readonly Mrkdwn[] => {
  const measures = measuresOf(programme);
  const whole = measures.find(({ partOf }) => partOf === null);
  const parts = measures.flatMap(({ partOf }) => (partOf === null ? [] : [partOf]));
  const [project] = programme.projects;
  return [
    example('', 'everything, off track first'),
    ...(whole === undefined ? [] : [example(whole.ref, whole.shortTitle)]),
    ...parts.slice(0, 1).map(({ ref, title }) => example(ref, `in its parts: ${title}`)),
    ...(project === undefined
      ? []
      : [example(String(project.number), `project ${project.number}, ${project.title}`)]),
  ];
};

const ANSWER_CHARACTERS = 60;

const example = (asked: string, answer: string): Mrkdwn =>
  mrkdwn`\`/mopac status${asked === '' ? '' : ` ${asked}`}\`  ${truncate(answer, ANSWER_CHARACTERS)}`;
