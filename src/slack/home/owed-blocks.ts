import type { HomeProgramme } from '../../application/home.ts';
import type { Store } from '../../application/ports.ts';
import { isAfter } from '../../application/submission-form.ts';
import { type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../../blockkit/escape.ts';
import { opensOn, printDay, printQuarter, printWeekday } from '../../domain/calendar/calendar.ts';
import { measuresDue, openingOf } from '../../domain/obligations.ts';
import { backButton, HAND_OVER, handoverButtons } from '../handover-buttons.ts';
import { handedOverSentence } from '../handover-words.ts';
import { ACTION } from '../ids.ts';
import { writeSubmissionKey } from '../references.ts';
import { counted } from '../standing-words.ts';

const MOST_PROJECTS = 10;
const TITLE_CHARACTERS = 200;

type Mine = HomeProgramme['mine'][number];

/** What this person has to file, or why there is nothing: a sentence, then a line for each project. */
export const owedBlocks = (store: Store, home: HomeProgramme): Block[] => {
  const mine = mineDue(home);
  // What is still owed must not be hidden behind what is filed.
  const ordered = [...mine].sort((a, b) => Number(a.filed) - Number(b.filed));
  const left = mine.length - MOST_PROJECTS;
  return [
    owesHere(home)
      ? section(mrkdwn`*${owedSentence(home, mine)}*`)
      : context(mrkdwn`${owedSentence(home, mine)}`),
    ...(home.open ? ordered.slice(0, MOST_PROJECTS).map((each) => projectBlock(home, each)) : []),
    ...(home.open && left > 0
      ? [section(mrkdwn`${left} more are shown once these are filed.`)]
      : []),
    ...handoverBlocks(store, home, mine),
  ];
};

/** Handing over and being reminded; of what is handed over already, to whom, and the way back. */
const handoverBlocks = (
  store: Store,
  { stored, quarter, open, part, handedOver }: HomeProgramme,
  mine: readonly Mine[],
): readonly Block[] => {
  if (handedOver !== null) {
    return [
      context(mrkdwn`${handedOverSentence(store, handedOver)}`),
      ...(handedOver.reason === 'away' ? [backButton()] : []),
    ];
  }
  const { own, standsIn } = part;
  const which = [
    ...(own || standsIn ? HAND_OVER : []),
    ...(open && mine.some(({ filed }) => !filed) ? [ACTION.remindOn] : []),
  ];
  const scope = own && standsIn ? 'all' : standsIn ? 'stand_in' : 'own';
  return which.length === 0
    ? []
    : [handoverButtons({ programmeId: stored.id, quarter, scope }, which)];
};

/** Whether anything about filing comes before how the programme stands. */
export const owesHere = (home: HomeProgramme): boolean => !home.open || mineDue(home).length > 0;

const mineDue = ({ mine }: HomeProgramme): readonly Mine[] =>
  mine.filter(({ project }) => measuresDue(project).length > 0);

const owedSentence = (home: HomeProgramme, mine: readonly Mine[]): string => {
  const { quarter, today, due, open } = home;
  const name = printQuarter(quarter);
  if (!open) {
    return openingOf(quarter, today).kind === 'not_yet'
      ? `${name} is not over yet. Figures can be entered from ${printDay(opensOn(quarter))}.`
      : `${name} has closed. A correction goes through the coordinator.`;
  }
  if (mine.length === 0) {
    return home.named
      ? `You have no figures to enter for ${name}.`
      : 'You do not enter figures for any project here; you can still ask about all of them.';
  }
  const owed = mine.filter(({ filed }) => !filed).length;
  if (owed === 0) return `You have filed everything for ${name}.`;
  const projects = counted(owed, 'project');
  return isAfter(today, due)
    ? `Overdue: figures for ${projects} were due by ${printWeekday(due)}. They can still be filed, and are marked late.`
    : `Figures for ${projects} are due by ${printWeekday(due)}.`;
};

const projectBlock = ({ stored, quarter }: HomeProgramme, { project, filed }: Mine): Block => {
  const title = truncate(project.title, TITLE_CHARACTERS);
  const words = counted(measuresDue(project).length, 'measure');
  return section(filed ? mrkdwn`✅ Filed: ${title}, ${words}` : mrkdwn`${title}: ${words}`, {
    accessory: button({
      text: filed ? 'Change figures' : 'Enter figures',
      actionId: ACTION.submitOpen,
      value: writeSubmissionKey({ programmeId: stored.id, projectNumber: project.number, quarter }),
      accessibilityLabel: `${filed ? 'Change' : 'Enter'} figures for project ${project.number}, ${project.title}`,
      ...(filed ? {} : { style: 'primary' as const }),
    }),
  });
};
