/**
 * Every identifier that leaves for Slack and comes back in a delivery. They carry a version, so that
 * a button in an old message keeps its meaning after a deploy.
 */
export const COMMAND = '/mopac';

export const ACTION = {
  statusWhy: 'status.why.v1',
  statusShare: 'status.share.v1',
  /** A measure or project chosen in a list: answered as if its status had been asked for. */
  statusOpen: 'status.open.v1',
  submitOpen: 'submit.open.v1',
  /** What has become of a measure, and its older and newer pages. */
  historyOpen: 'history.open.v1',
  historyEarlier: 'history.earlier.v1',
  historyLater: 'history.later.v1',
  /** One step back in the form; what was typed stays in the draft. */
  submitBack: 'submit.back.v1',
  /** Any input of the form: it tells as it is changed, so that what is typed is kept. */
  submitInput: 'submit.input.v1',
  /** The coordinator's queue of returns, and one return of it. */
  reviewQueue: 'review.queue.v1',
  reviewOpen: 'review.open.v1',
  reviewNext: 'review.next.v1',
  reviewBack: 'review.back.v1',
  reviewAccept: 'review.accept.v1',
  reviewAcceptAll: 'review.accept_all.v1',
  reviewAcceptClean: 'review.accept_clean.v1',
  reviewSendBack: 'review.send_back.v1',
  /** What both sides say about a return. */
  reviewDiscuss: 'review.discuss.v1',
  /** Opens the window in which a coordinator chooses a text to take out. */
  purgeOpen: 'purge.open.v1',
  /** That a provisional figure is final as it stands. */
  finalConfirm: 'final.confirm.v1',
  /** A correction that waits for a decision. */
  correctionOpen: 'correction.open.v1',
  /** Takes one's own correction back while it waits. */
  correctionTakeBack: 'correction.take_back.v1',
  /** Opens the window in which somebody says until when they are away, and who answers. */
  handoverAway: 'handover.away.v1',
  /** Opens the window in which somebody says whose a project is. */
  handoverNotMe: 'handover.not_me.v1',
  /** Ends one's own absence. */
  handoverBack: 'handover.back.v1',
  /** Ends somebody's hand-over; for coordinators. */
  handoverUndo: 'handover.undo.v1',
  /** Opens the window in which somebody picks the day of their reminder. */
  remindOn: 'remind.on.v1',
} as const;

export const VIEW = {
  submitPage: 'submit.page.v1',
  submitReview: 'submit.review.v1',
  why: 'status.why.v1',
  correctionDecide: 'correction.decide.v1',
  review: 'review.v1',
  reviewQueue: 'review.queue.v1',
  reviewSendBack: 'review.send_back.v1',
  reviewDiscuss: 'review.discuss.v1',
  purgeChoose: 'purge.choose.v1',
  purgeConfirm: 'purge.confirm.v1',
  handoverAway: 'handover.away.v1',
  handoverNotMe: 'handover.not_me.v1',
  remindOn: 'remind.on.v1',
} as const;
