import type { StatusAnswer } from '../../application/query-status.ts';
import { actions, type Block, context, section } from '../../blockkit/blocks.ts';
import { escapeMrkdwn, joinMrkdwn, mrkdwn, truncate } from '../../blockkit/escape.ts';
import type { Message, Rung } from '../../blockkit/ladder.ts';
import { tableAt } from '../../blockkit/table.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import type { StatusReference } from '../references.ts';
import { standingLine, standingsTable } from '../standing-blocks.ts';
import { countsLine, partsSentence, summarySentence, worstFirst } from '../standing-words.ts';
import type { Asker } from './answer.ts';
import { openSelects } from './open-select.ts';
import { shareButton, sharedLine } from './share-blocks.ts';

/** About a screen and a half on a phone; the rest can be opened one by one. */
const MOST_ROWS = 25;
const TITLE_CHARACTERS = 300;

/** Several measures: an outcome's parts, a project or the whole programme. */
export const listMessage = (
  answer: StatusAnswer,
  { rung, audience }: { readonly rung: Rung; readonly audience: Asker['audience'] },
): Message => {
  const { standings, scope } = answer;
  const finding = findingOf(answer);
  const ordered = scope.kind === 'measure' ? standings : worstFirst(standings);
  if (rung === 'text') {
    const lines = ordered.map(({ assessment }) => standingLine(assessment));
    return { text: joinMrkdwn([escapeMrkdwn(finding), ...lines]).text };
  }
  const rows = ordered.slice(0, MOST_ROWS);
  const left = ordered.length - rows.length;
  const counts = scope.kind === 'measure' ? '' : countsLine(standings);
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(joinMrkdwn([mrkdwn`*${finding}*`, ...(counts === '' ? [] : [mrkdwn`${counts}`])])),
      ...tableAt(rung, standingsTable(truncate(captionOf(answer), TITLE_CHARACTERS), rows)),
      ...(left === 0
        ? []
        : [context(mrkdwn`${left} more are not shown; any can be opened below.`)]),
      ...nextBlocks(answer, audience),
    ],
  };
};

/** What to do next: open one of the measures, or put the answer before everybody. */
const nextBlocks = (answer: StatusAnswer, audience: Asker['audience']): Block[] => {
  const [select, ...moreSelects] = openSelects(answer);
  const first = [
    ...(select === undefined ? [] : [select]),
    ...(audience.kind === 'asker' ? [shareButton(referenceOf(answer))] : []),
  ];
  return [
    ...(first.length === 0 ? [] : [actions(first)]),
    ...moreSelects.map((each) => actions([each])),
    ...(audience.kind === 'channel' ? sharedLine(audience.sharedBy) : []),
  ];
};

const findingOf = ({ scope, quarter, standings }: StatusAnswer): string => {
  if (scope.kind === 'measure') return partsSentence(scope.ref, standings);
  return summarySentence(
    quarter,
    standings,
    scope.kind === 'project' ? `Project ${scope.number}, ` : '',
  );
};

const captionOf = ({ scope, stored, quarter, standings }: StatusAnswer): string => {
  const [first] = standings;
  if (scope.kind === 'programme' || first === undefined) {
    return `${stored.programme.title} · ${printQuarter(quarter)}`;
  }
  const { project, assessment } = first;
  const part = scope.kind === 'measure' ? assessment.measure.partOf : null;
  const title = part === null ? project.title : part.title;
  return `${title} · ${project.agency} · ${printQuarter(quarter)}`;
};

const referenceOf = ({ scope, quarter }: StatusAnswer): StatusReference =>
  scope.kind === 'unreadable' ? { scope: { kind: 'programme' }, quarter } : { scope, quarter };
