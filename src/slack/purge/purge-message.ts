import type { Person } from '../../application/ports.ts';
import { openTexts, type TextScope } from '../../application/purge-text.ts';
import { queryStatus } from '../../application/query-status.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { isCoordinator } from '../../application/review-queue.ts';
import type { StatusRequest } from '../../application/status-request.ts';
import { actions, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { printQuarter, printYear } from '../../domain/calendar/calendar.ts';
import type { Edge } from '../edge.ts';
import { refusalMessage } from '../refusal-message.ts';
import { counted } from '../standing-words.ts';
import { takeOutButton } from '../text-scope.ts';

/** The answer to `/mopac purge 2.4`: how many texts there are, and the button that opens the choice. */
export const purgeMessage = (edge: Edge, request: StatusRequest, person: Person): Message => {
  const { store } = edge;
  if (!store.programmes().some((stored) => isCoordinator(stored, person))) {
    return refusalMessage({ kind: 'not_a_coordinator' });
  }
  const answer = queryStatus(edge, request, { person, action: 'ask' });
  if (!answer.ok) return refusalMessage(answer.fault);
  const { stored, quarter, standings, scope } = answer.value;
  const [first, ...others] = standings;
  if (first === undefined || scope.kind === 'programme') {
    const example = standings[0]?.assessment.measure.ref ?? '2.4';
    return {
      text: mrkdwn`Say where the text stands: a measure, \`/mopac purge ${example}\`, or a project, \`/mopac purge ${first?.project.number ?? 2}\`; add a quarter to look in that one only.`
        .text,
    };
  }
  const { project } = first;
  const ref = others.length === 0 && scope.kind === 'measure' ? first.assessment.measure.ref : null;
  const textScope: TextScope = {
    key: { programmeId: stored.id, projectNumber: project.number, quarter },
    whole: request.quarter === null,
    ref,
  };
  const opened = openTexts({ ...edge, person }, textScope);
  if (!opened.ok) return { text: mrkdwn`${refusalSentence(opened.fault)}`.text };
  const where = ref ?? `Project ${project.number}`;
  const when = textScope.whole ? printYear(stored.programme.year) : printQuarter(quarter);
  const finding = `${where}, ${when}: ${counted(opened.value.texts.length, 'text')} people wrote.`;
  return {
    text: mrkdwn`${finding}`.text,
    blocks: [
      section(mrkdwn`*${finding}*`),
      ...(opened.value.texts.length === 0
        ? []
        : [
            actions([takeOutButton(textScope)]),
            context(
              mrkdwn`You choose which, see what taking it out does, and confirm. Nothing is taken out before that.`,
            ),
          ]),
    ],
  };
};
