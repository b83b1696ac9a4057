import type { HomeProgramme, OwnReturn } from '../../application/home.ts';
import type { Store } from '../../application/ports.ts';
import { type FormPurpose, isAfter } from '../../application/submission-form.ts';
import { type Block, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, truncate } from '../../blockkit/escape.ts';
import {
  opensOn,
  printDay,
  printQuarter,
  printWeekday,
  sameQuarter,
} from '../../domain/calendar/calendar.ts';
import { measuresDue, openingOf } from '../../domain/obligations.ts';
import { unreachable } from '../../domain/result.ts';
import { behindBlock, behindFigures, dueVerb } from '../behind-block.ts';
import { backButton, HAND_OVER, handoverButtons } from '../handover-buttons.ts';
import { handedOverSentence } from '../handover-words.ts';
import { ACTION } from '../ids.ts';
import { writeFormReference } from '../references.ts';
import { counted } from '../standing-words.ts';
import { waitingCorrections } from './waiting-corrections.ts';

const MOST_PROJECTS = 8;
const MOST_BEHIND = 4;
const TITLE_CHARACTERS = 200;

/** What this person has to file, or why there is nothing: a sentence, then a line for each project. */
export const owedBlocks = (store: Store, home: HomeProgramme): Block[] => {
  const mine = mineDue(home);
  // What still waits for them must not be hidden behind what is done.
  const ordered = [...home.sentBack, ...mine].sort((a, b) => rankOf(a) - rankOf(b));
  const shown = home.open ? ordered : home.sentBack;
  const waiting = waitingCorrections(home);
  // Both share one room: a Home holds only so many blocks.
  const room = MOST_PROJECTS - waiting.length;
  const left = shown.length - room;
  return [
    owesHere(home)
      ? section(mrkdwn`*${owedSentence(home, mine)}*`)
      : context(mrkdwn`${owedSentence(home, mine)}`),
    ...shown.slice(0, room).map((each) => projectBlock(home, each)),
    ...home.behind.slice(0, MOST_BEHIND).map((behind) =>
      behindBlock(
        home.stored,
        { behind, forWhom: null, purpose: 'file' },
        {
          isToo: home.open && mine.some(({ filed }) => filed === null),
          isOver: isAfter(home.today, behind.due),
        },
      ),
    ),
    ...(left > 0 ? [section(mrkdwn`${left} more are shown once these are filed.`)] : []),
    ...waiting,
    ...handoverBlocks(store, home, mine),
  ];
};

const rankOf = ({ filed }: OwnReturn): number => {
  if (filed === 'sent_back') return 0;
  return filed === null ? 1 : 2;
};

/** Handing over and being reminded; of what is handed over already, to whom, and the way back. */
const handoverBlocks = (
  store: Store,
  { stored, quarter, open, part, handedOver }: HomeProgramme,
  mine: readonly OwnReturn[],
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
    ...(open && mine.some(({ filed }) => filed === null) ? [ACTION.remindOn] : []),
  ];
  const scope = own && standsIn ? 'all' : standsIn ? 'stand_in' : 'own';
  return which.length === 0
    ? []
    : [handoverButtons({ programmeId: stored.id, quarter, scope }, which)];
};

/** Whether anything about filing comes before how the programme stands. */
export const owesHere = (home: HomeProgramme): boolean =>
  !home.open || mineDue(home).length > 0 || home.sentBack.length > 0 || home.behind.length > 0;

const mineDue = ({ mine }: HomeProgramme): readonly OwnReturn[] =>
  mine.filter(({ project }) => measuresDue(project).length > 0);

/** What was sent back comes first: somebody waits for it. */
const owedSentence = (home: HomeProgramme, mine: readonly OwnReturn[]): string => {
  const back = [...home.sentBack, ...mine].filter(({ filed }) => filed === 'sent_back').length;
  if (back === 0) return owedNow(home, mine);
  const sentence = `${counted(back, 'return')} ${back === 1 ? 'was' : 'were'} sent back to you.`;
  const others = home.open ? mine.some(({ filed }) => filed === null) : false;
  return others ? `${sentence} ${owedNow(home, mine)}` : sentence;
};

const owedNow = (home: HomeProgramme, mine: readonly OwnReturn[]): string => {
  const { quarter, today, due, open } = home;
  const name = printQuarter(quarter);
  const isAllFiled = !open || mine.every(({ filed }) => filed !== null);
  if (isAllFiled && home.behind.length > 0) return behindSentence(home);
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
  const owed = mine.filter(({ filed }) => filed === null).length;
  if (owed === 0) return `You have filed everything for ${name}.`;
  const projects = counted(owed, 'project');
  return isAfter(today, due)
    ? `Overdue: figures for ${projects} were due by ${printWeekday(due)}. They can still be filed, and are marked late.`
    : `Figures for ${projects} are due by ${printWeekday(due)}.`;
};

/** What is left where only figures of earlier quarters are. */
const behindSentence = ({ behind, today }: HomeProgramme): string => {
  const figures = behind.flatMap(({ measures }) => measures).length;
  const isOver = behind.some(({ due }) => isAfter(today, due));
  const finding = behindFigures(behind);
  const verb = dueVerb(figures, isOver);
  const [first] = behind;
  const when = first === undefined ? '' : printWeekday(first.due);
  return isOver
    ? `Overdue: ${finding} ${verb} due by ${when}. ${figures === 1 ? 'It' : 'They'} can still be filed, and ${dueVerb(figures, false)} marked late.`
    : `${finding} ${verb} due by ${when}.`;
};

interface Offer {
  /** Before the return's title. */
  readonly word: string;
  readonly text: string;
  readonly accessibly: string;
  readonly purpose: FormPurpose;
  readonly isFirst: boolean;
}

const offerFor = (filed: OwnReturn['filed'], when: string): Offer => {
  switch (filed) {
    case null:
      return {
        word: '',
        text: 'Enter figures',
        accessibly: 'Enter figures for',
        purpose: 'file',
        isFirst: true,
      };
    case 'sent_back':
      return {
        word: `🟠 Sent back${when}: `,
        text: 'Change figures',
        accessibly: 'Change figures for',
        purpose: 'file',
        isFirst: true,
      };
    case 'submitted':
      return {
        word: '✅ Filed: ',
        text: 'Change figures',
        accessibly: 'Change figures for',
        purpose: 'file',
        isFirst: false,
      };
    case 'accepted':
    case 'published':
      return {
        word: filed === 'accepted' ? '✅ Accepted: ' : '✅ In the committee paper: ',
        text: 'Ask for a correction',
        accessibly: 'Ask for a correction of',
        purpose: 'ask_correction',
        isFirst: false,
      };
    default:
      return unreachable(filed);
  }
};

const projectBlock = (home: HomeProgramme, { project, quarter, filed }: OwnReturn): Block => {
  const title = truncate(project.title, TITLE_CHARACTERS);
  const when = sameQuarter(quarter, home.quarter) ? '' : `, ${printQuarter(quarter)}`;
  const { word, text, accessibly, purpose, isFirst } = offerFor(filed, when);
  const key = { programmeId: home.stored.id, projectNumber: project.number, quarter };
  const measures = counted(measuresDue(project).length, 'measure');
  const what = filed === null ? `${title}: ${measures}` : `${title}, ${measures}`;
  return section(mrkdwn`${word}${what}`, {
    accessory: button({
      text,
      actionId: ACTION.submitOpen,
      value: writeFormReference({ key, purpose, ref: null }),
      accessibilityLabel: `${accessibly} project ${project.number}, ${project.title}`,
      ...(isFirst ? { style: 'primary' as const } : {}),
    }),
  });
};
