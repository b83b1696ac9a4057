import type { AnyMiddlewareArgs, App, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { readCommand } from '../application/command.ts';
import type { QuarterRequest, StatusRequest } from '../application/status-request.ts';
import type { Message, Rung } from '../blockkit/ladder.ts';
import type { Edge } from './edge.ts';
import { guarded } from './guard.ts';
import { helpMessage, unknownCommandMessage } from './help/help-message.ts';
import { historyMessage } from './history/history-message.ts';
import { COMMAND } from './ids.ts';
import { purgeMessage } from './purge/purge-message.ts';
import { queueMessage } from './review/queue-view.ts';
import { type Asker, answerStatus } from './status/answer.ts';

/** The answer to what somebody typed after `/mopac` or beside a mention. Reads only. */
export const answerCommand = (edge: Edge, text: string, rung: Rung, asker: Asker): Message => {
  const command = readCommand(text);
  switch (command.kind) {
    case 'help':
      return helpMessage(edge);
    case 'status':
      return answerStatus(edge, command.request, rung, asker);
    case 'history':
      return answerHistory(edge, command.request, asker);
    case 'purge':
      return answerPurge(edge, command.request, asker);
    case 'review':
      return answerReview(edge, command.quarter, asker);
    case 'unknown':
      return unknownCommandMessage(command.asked, command.didYouMean);
  }
};

// Reasons and comments are between the agency and the coordinator; a channel gets neither.
const answerHistory = (edge: Edge, request: StatusRequest, asker: Asker): Message =>
  asker.audience.kind === 'asker'
    ? historyMessage(edge, request, asker.person)
    : {
        text: 'I answer for the history of a measure only to whoever asks: type `/mopac history 2.4`.',
      };

const answerPurge = (edge: Edge, request: StatusRequest, asker: Asker): Message =>
  asker.audience.kind === 'asker'
    ? purgeMessage(edge, request, asker.person)
    : { text: 'Texts are taken out by the coordinator alone: type `/mopac purge 2.4`.' };

const answerReview = (edge: Edge, quarter: QuarterRequest | null, asker: Asker): Message => {
  if (asker.audience.kind !== 'asker') {
    const text = 'The review is the coordinator’s own: ask with `/mopac review`, or open my Home.';
    return { text };
  }
  return queueMessage(edge, quarter, asker.person);
};

/**
 * `/mopac`: the acknowledgement is the answer, so it takes one trip and no second call. Answered before
 * Bolt asks each of fifty listeners whether a delivery is theirs, which takes longer than the answer.
 */
export const registerCommand = (app: App, edge: Edge): void => {
  app.use(async (delivery) => {
    if (!isOurs(delivery)) return delivery.next();
    const { ack, command } = delivery;
    const answer = (message: Message): Promise<void> =>
      ack({ response_type: 'ephemeral', ...message });
    const work = async (): Promise<void> => {
      const person = await edge.asker(command.user_id);
      const asker = { person, audience: { kind: 'asker' } } as const;
      await answer(answerCommand(edge, command.text, edge.rung(), asker));
    };
    await guarded(edge, COMMAND, work, (text) => answer({ text }));
  });
};

const isOurs = <Delivery extends AnyMiddlewareArgs>(
  delivery: Delivery,
): delivery is Delivery & SlackCommandMiddlewareArgs =>
  'command' in delivery && delivery.command?.command === COMMAND;
