import type { App } from '@slack/bolt';
import { renderCorrectionAsked, renderCorrectionDecided } from './correct/asked-message.ts';
import { renderCorrectionReceipt } from './correct/asked-receipt.ts';
import { registerCorrect } from './correct/register.ts';
import { renderDigest, renderDigestPage } from './digest/digest.ts';
import { renderDigestNote } from './digest/note.ts';
import type { Edge, Render } from './edge.ts';
import { renderFinalAsked } from './final/final-message.ts';
import { registerFinal } from './final/register.ts';
import { renderHandoverMade } from './handover/made-message.ts';
import { registerHandover } from './handover/register.ts';
import { renderHandoverOver, renderStandIn } from './handover/told-messages.ts';
import { registerHistory } from './history/register.ts';
import { registerHome } from './home/register.ts';
import { registerMention, renderMention } from './mention/mention.ts';
import { renderPressAgain } from './press-again.ts';
import { registerPurge } from './purge/register.ts';
import { renderTextRemoved } from './purge/told-message.ts';
import { renderOpening } from './remind/opening.ts';
import { registerRemind } from './remind/register.ts';
import { renderReminder } from './remind/reminder.ts';
import { renderFiledAgain } from './review/filed-again.ts';
import { renderAccepted, renderCommented, renderSentBack } from './review/messages.ts';
import { registerReview } from './review/register.ts';
import { registerStatus } from './status/register.ts';
import { renderQuestions } from './submit/questions-message.ts';
import { renderReceipt } from './submit/receipt.ts';
import { registerSubmit } from './submit/register.ts';
import { registerUnknown } from './unknown.ts';

/** Adds the listeners of everything besides the command, and tells how each kind of post is rendered. */
export const addFeatures = (
  app: App,
  edge: Edge,
): { readonly renderers: Readonly<Record<string, Render>> } => {
  registerStatus(app, edge);
  registerSubmit(app, edge);
  registerReview(app, edge);
  registerHistory(app, edge);
  registerPurge(app, edge);
  registerFinal(app, edge);
  registerCorrect(app, edge);
  registerRemind(app, edge);
  registerHandover(app, edge);
  registerHome(app, edge);
  registerMention(app, edge);
  registerUnknown(app, edge);
  return {
    renderers: {
      opening: renderOpening(edge),
      reminder: renderReminder(edge),
      handover_made: renderHandoverMade(edge),
      handover_over: renderHandoverOver(edge),
      stand_in: renderStandIn(edge),
      receipt: renderReceipt(edge),
      questions: renderQuestions(edge),
      final_asked: renderFinalAsked(edge),
      filed_again: renderFiledAgain(edge),
      accepted: renderAccepted(edge),
      sent_back: renderSentBack(edge),
      commented: renderCommented(edge),
      correction_asked: renderCorrectionAsked(edge),
      correction_receipt: renderCorrectionReceipt(edge),
      correction_decided: renderCorrectionDecided(edge),
      text_removed: renderTextRemoved(edge),
      digest: renderDigest(edge),
      digest_page: renderDigestPage(edge),
      digest_note: renderDigestNote(edge),
      mention_reply: renderMention(edge),
      press_again: renderPressAgain(edge),
    },
  };
};
