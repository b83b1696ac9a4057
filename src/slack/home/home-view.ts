import type { HomeView } from '@slack/types';
import { composeHome, type HomeProgramme } from '../../application/home.ts';
import { isNamed } from '../../application/policy.ts';
import type { Person, Store, StoredProgramme } from '../../application/ports.ts';
import { notAnswered } from '../../application/query-status.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { type Block, button, context, divider, header, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import { compareQuarters, printQuarter, sameQuarter } from '../../domain/calendar/calendar.ts';
import { openingOf } from '../../domain/obligations.ts';
import type { Edge } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { withCommands } from '../refusal-message.ts';
import { counted, listUpTo } from '../standing-words.ts';
import { contactLine } from './contact.ts';
import { owedBlocks, owesHere } from './owed-blocks.ts';
import { programmeStanding } from './programme-standing.ts';

// A Home holds 100 blocks; a programme takes at most 32.
const MOST_PROGRAMMES = 3;
const MOST_NAMES = 12;

/** A person's Home: what they owe, then what is off track, then whom to ask. */
export const homeView = (edge: Edge, person: Person): HomeView => {
  const programmes = [...composeHome(edge, person)].sort(newestOpenFirst);
  const [imported] = edge.store.programmes();
  if (programmes.length === 0 && imported !== undefined) return refusedView(edge, imported, person);
  const shown = programmes.slice(0, MOST_PROGRAMMES);
  const left = programmes.length - shown.length;
  return {
    type: 'home',
    blocks: [
      ...(shown.length === 0
        ? nothingImported()
        : shown.flatMap((each) => programmeBlocks(edge.store, each, person))),
      ...(left > 0
        ? [
            context(
              mrkdwn`${left} more programmes are not shown here; \`/mopac status\` knows their measures.`,
            ),
          ]
        : []),
      divider(),
      context(
        mrkdwn`New here? \`/mopac status\` shows every measure, \`/mopac help\` what else you can ask. Only you see the answers.`,
        ...shown
          .slice(0, 1)
          .flatMap(({ stored }) => contactLine(edge.store, stored.programme, person)),
      ),
    ],
  };
};

/** Shown in place of everything where the Home could not be put together. */
export const faultView = (sentence: string): HomeView => ({
  type: 'home',
  blocks: [section(mrkdwn`${sentence}`)],
});

const newestOpenFirst = (a: HomeProgramme, b: HomeProgramme): number =>
  a.open === b.open ? compareQuarters(b.quarter, a.quarter) : Number(b.open) - Number(a.open);

/** For somebody who may not ask: why, and whom they can ask instead. */
const refusedView = ({ store }: Edge, stored: StoredProgramme, person: Person): HomeView => ({
  type: 'home',
  blocks: [
    header('MOPAC'),
    section(withCommands(refusalSentence(notAnswered(stored, person)))),
    ...contactLine(store, stored.programme, person).map((line) => context(line)),
  ],
});

const nothingImported = (): Block[] => [
  header('MOPAC'),
  section(
    mrkdwn`No programme has been imported yet, so there is nothing to show. On the server, run \`npm run -s mopac -- import FILE\` with the catalogue of projects and measures.`,
  ),
];

/** How many returns wait for the coordinator's review, with the way to it, and what else waits for them. */
const reviewBlocks = ({
  stored,
  quarter: shown,
  toReview,
  corrections,
}: HomeProgramme): Block[] => {
  const asked =
    corrections === 0
      ? ''
      : ` ${counted(corrections, 'correction')} ${corrections === 1 ? 'waits' : 'wait'} for your decision.`;
  return toReview.map(({ quarter, returns }) => {
    const isShown = sameQuarter(quarter, shown);
    const of = isShown ? '' : ` of ${printQuarter(quarter)}`;
    const verb = returns === 1 ? 'waits' : 'wait';
    const words =
      returns === 0
        ? 'No return waits for review.'
        : `${counted(returns, 'return')}${of} ${verb} for review.`;
    const isFirst = returns > 0 || corrections > 0;
    return section(mrkdwn`*${words}${isShown ? asked : ''}*`, {
      accessory: button({
        text: 'Review returns',
        actionId: ACTION.reviewQueue,
        value: [stored.id, quarter.year, quarter.number].join('|'),
        accessibilityLabel: `Review returns of ${printQuarter(quarter)}`,
        ...(isFirst ? { style: 'primary' as const } : {}),
      }),
    });
  });
};

const programmeBlocks = (store: Store, home: HomeProgramme, person: Person): Block[] => {
  const { stored, quarter, notFiled } = home;
  const { programme } = stored;
  const isCoordinator = programme.coordinators.some((key) => isNamed(key, person));
  const waiting = notFiled.map(({ number, agency }) => `${agency} (project ${number})`);
  const title = header(`${programme.title}: ${printQuarter(quarter)}`);
  // Before its end a quarter has nothing to show; who has nothing to file reads the finding first.
  if (openingOf(quarter, home.today).kind === 'not_yet') return [title, ...owedBlocks(store, home)];
  const parts = [owedBlocks(store, home), programmeStanding(home)];
  return [
    title,
    ...(owesHere(home) ? parts : parts.reverse()).flat(),
    ...(isCoordinator && waiting.length > 0
      ? [section(mrkdwn`*Not filed yet:* ${listUpTo(waiting, MOST_NAMES)}`)]
      : []),
    ...(isCoordinator && waiting.length === 0 ? [section(mrkdwn`*Everyone has filed.*`)] : []),
    ...(isCoordinator ? reviewBlocks(home) : []),
  ];
};
