import { App, type Logger as BoltLogger, type Receiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Clock, Store } from '../application/ports.ts';
import type { Rung } from '../blockkit/ladder.ts';
import { createAskers } from './accounts.ts';
import { registerCommand } from './command.ts';
import { renderCorrectionAsked, renderCorrectionDecided } from './correct/asked-message.ts';
import { registerCorrect } from './correct/register.ts';
import { renderDigest, renderDigestPage } from './digest/digest.ts';
import { renderDigestNote } from './digest/note.ts';
import { createDirectory, type Directory } from './directory.ts';
import type { Edge } from './edge.ts';
import { renderFinalAsked } from './final/final-message.ts';
import { registerFinal } from './final/register.ts';
import { renderHandoverMade } from './handover/made-message.ts';
import { registerHandover } from './handover/register.ts';
import { renderHandoverOver, renderStandIn } from './handover/told-messages.ts';
import { registerHistory } from './history/register.ts';
import { registerHome } from './home/register.ts';
import { trackInFlight } from './in-flight.ts';
import { registerMention, renderMention } from './mention/mention.ts';
import { createOutboxSender, type OutboxSender } from './outbox-sender.ts';
import { renderPressAgain } from './press-again.ts';
import { createRecogniser } from './recognise.ts';
import { renderOpening } from './remind/opening.ts';
import { registerRemind } from './remind/register.ts';
import { renderReminder } from './remind/reminder.ts';
import { renderFiledAgain } from './review/filed-again.ts';
import { renderAccepted, renderCommented, renderSentBack } from './review/messages.ts';
import { registerReview } from './review/register.ts';
import { createRungs } from './rungs.ts';
import { registerStatus } from './status/register.ts';
import { renderQuestions } from './submit/questions-message.ts';
import { renderReceipt } from './submit/receipt.ts';
import { registerSubmit } from './submit/register.ts';
import { registerUnknown } from './unknown.ts';

export interface SlackParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly boltLog: BoltLogger;
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly slackApiUrl: string | undefined;
  readonly fetch: WebClientOptions['fetch'];
  readonly rung: Rung;
  readonly onRevoked: (reason: string) => void;
}

export interface SlackApp {
  /** Checks the token with Slack; rejects with the Web API's error where it is refused. */
  init(): Promise<void>;
  readonly sender: OutboxSender;
  readonly directory: Directory;
  /** Resolves when no listener is at work any more. */
  idle(): Promise<void>;
}

/** Slack's side of the bot: every listener, and the sender of everything that is posted. */
export const createSlackApp = (parts: SlackParts): SlackApp => {
  const { store, clock, log, receiver, botToken } = parts;
  const app = new App({
    token: botToken,
    receiver,
    logger: parts.boltLog,
    convoStore: false,
    deferInitialization: true,
    // A person waits behind these calls for at most three seconds: one quick retry, no more.
    clientOptions: clientOptions(parts, {
      timeout: 2_500,
      retryConfig: { retries: 1, minTimeout: 200 },
    }),
  });
  const client = new WebClient(
    botToken,
    clientOptions(parts, {
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  );
  const rungs = createRungs(parts.rung);
  const directory = createDirectory({ store, clock, client, log });
  const edge: Edge = {
    store,
    clock,
    log,
    asker: createAskers({ store, clock, client: app.client, log }),
    rung: rungs.current,
    recognise: createRecogniser({ store, clock, client, directory }),
    wake: () => void sender.drain(),
  };
  const sender = createOutboxSender({
    store,
    clock,
    client,
    directory,
    rungs,
    log,
    onRevoked: parts.onRevoked,
    renderers: {
      opening: renderOpening(edge),
      reminder: renderReminder(edge),
      handover_made: renderHandoverMade(edge),
      handover_over: renderHandoverOver(edge),
      stand_in: renderStandIn(edge),
      receipt: renderReceipt(edge),
      questions: renderQuestions(edge),
      final_asked: renderFinalAsked(edge),
      accepted: renderAccepted(edge),
      sent_back: renderSentBack(edge),
      commented: renderCommented(edge),
      filed_again: renderFiledAgain(edge),
      correction_asked: renderCorrectionAsked(edge),
      correction_decided: renderCorrectionDecided(edge),
      digest: renderDigest(edge),
      digest_page: renderDigestPage(edge),
      digest_note: renderDigestNote(edge),
      mention_reply: renderMention(edge),
      press_again: renderPressAgain(edge),
    },
  });
  const inFlight = trackInFlight(app);
  registerCommand(app, edge);
  registerStatus(app, edge);
  registerSubmit(app, edge);
  registerReview(app, edge);
  registerHistory(app, edge);
  registerFinal(app, edge);
  registerCorrect(app, edge);
  registerRemind(app, edge);
  registerHandover(app, edge);
  registerHome(app, edge);
  registerMention(app, edge);
  registerUnknown(app, edge);
  return { init: () => app.init(), sender, directory, idle: inFlight.idle };
};

// A new object for each client: the libraries write into the one they are given.
const clientOptions = (parts: SlackParts, own: WebClientOptions): WebClientOptions => ({
  ...own,
  logger: parts.boltLog,
  ...(parts.slackApiUrl === undefined ? {} : { slackApiUrl: parts.slackApiUrl }),
  ...(parts.fetch === undefined ? {} : { fetch: parts.fetch }),
});
