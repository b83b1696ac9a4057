/** Where one project's return for one quarter stands. */
export type SubmissionState = 'not_due' | 'due' | RecordedState;

/** The states a return on record can be in; one without a row is simply due. */
export const RECORDED_STATES = [
  'draft',
  'submitted',
  'sent_back',
  'accepted',
  'published',
] as const;
export type RecordedState = (typeof RECORDED_STATES)[number];

export const SUBMISSION_ROLES = ['lead', 'deputy', 'coordinator', 'other'] as const;
/** The part somebody plays for one project. Whoever covers for an absent lead is a deputy meanwhile. */
export type SubmissionRole = (typeof SUBMISSION_ROLES)[number];

export const MOVES = [
  /** Type figures, keep them as a draft, file them, and change them while nobody has accepted them. */
  'file',
  /** The same, for an agency that handed its figures to the coordinator. */
  'file_on_behalf',
  /** Take figures as they are; from then on they are locked. */
  'accept',
  /** Ask for another look, with a comment; what was accepted is open again. */
  'send_back',
  /** Say something about the return that stays with it. */
  'comment',
  /** Say that a provisional figure is final as it stands. */
  'confirm_final',
  /** Propose a change to what is locked, with a reason. */
  'ask_correction',
  /** Take such a proposal back while it waits. */
  'take_back_correction',
  /** Decide on such a proposal. */
  'decide_correction',
  /** Change what is locked or long past, with a reason. */
  'correct',
  /** Take a text out of the record, where it names somebody. */
  'purge',
] as const;
export type Move = (typeof MOVES)[number];

/** Why a move is refused; each has a sentence of its own. */
export type MoveRefusal =
  | 'wrong_role'
  | 'not_open_yet'
  | 'quarter_past'
  | 'accepted'
  | 'published'
  | 'still_open'
  | 'nothing_filed'
  | 'already_accepted';

export type MoveOutcome = 'allowed' | MoveRefusal;

/**
 * A return at a moment: its state, whether its quarter is past, so that only the coordinator opens it,
 * whether the form can no longer change all of it, and whether figures that come behind can be filed.
 */
export interface SubmissionMoment {
  readonly state: SubmissionState;
  readonly past: boolean;
  /** Whether some of its figures are accepted, and with that locked, while the return itself is not. */
  readonly partlyLocked: boolean;
  /** Whether a figure that comes behind is missing and comes with the returns that are open now. */
  readonly behind: boolean;
}

const FILERS: readonly SubmissionRole[] = ['lead', 'deputy'];
const COORDINATORS: readonly SubmissionRole[] = ['coordinator'];
const BOTH_SIDES: readonly SubmissionRole[] = [...FILERS, ...COORDINATORS];

interface Rule {
  readonly roles: readonly SubmissionRole[];
  readonly outcome: (moment: SubmissionMoment) => MoveOutcome;
}

const RULES: Readonly<Record<Move, Rule>> = {
  file: {
    roles: FILERS,
    outcome: ({ state, past, behind }) => {
      if (state === 'not_due') return 'not_open_yet';
      if (state === 'published') return state;
      // What comes behind is filed in its own time, whatever became of the rest.
      if (behind) return 'allowed';
      if (state === 'accepted') return state;
      // Sent back is the coordinator's own invitation, however long ago the quarter was.
      return past && state !== 'sent_back' ? 'quarter_past' : 'allowed';
    },
  },
  file_on_behalf: {
    roles: COORDINATORS,
    outcome: ({ state, behind }) => {
      if (state === 'not_due') return 'not_open_yet';
      if (state === 'published') return state;
      return state === 'accepted' && !behind ? state : 'allowed';
    },
  },
  accept: {
    roles: COORDINATORS,
    outcome: ({ state }) => {
      if (state === 'published') return state;
      if (state === 'accepted') return 'already_accepted';
      return hasFiling(state) ? 'allowed' : 'nothing_filed';
    },
  },
  send_back: {
    roles: COORDINATORS,
    outcome: ({ state }) => {
      if (state === 'published') return state;
      return hasFiling(state) ? 'allowed' : 'nothing_filed';
    },
  },
  comment: { roles: BOTH_SIDES, outcome: onceFiled },
  // The number stays what it is, so nothing that was accepted changes.
  confirm_final: { roles: BOTH_SIDES, outcome: onceFiled },
  ask_correction: {
    roles: FILERS,
    outcome: ({ state, past, partlyLocked }) => {
      if (!hasFiling(state)) return 'nothing_filed';
      const isLocked = state === 'accepted' || state === 'published' || partlyLocked;
      return isLocked || (past && state !== 'sent_back') ? 'allowed' : 'still_open';
    },
  },
  // However the return stands by now: what waits must not have to wait for the coordinator.
  take_back_correction: { roles: FILERS, outcome: onceFiled },
  decide_correction: { roles: COORDINATORS, outcome: onceFiled },
  correct: { roles: COORDINATORS, outcome: onceFiled },
  purge: { roles: COORDINATORS, outcome: () => 'allowed' },
};

/**
 * Whether somebody with these parts may make this move now. One part that may is enough; where none
 * may, the answer says why: the part first, then the moment.
 */
export const outcomeOfMove = (
  move: Move,
  roles: readonly SubmissionRole[],
  moment: SubmissionMoment,
): MoveOutcome => {
  const rule = RULES[move];
  return roles.some((role) => rule.roles.includes(role)) ? rule.outcome(moment) : 'wrong_role';
};

/** Whether figures of this return are on record. */
const hasFiling = (state: SubmissionState): boolean =>
  state === 'submitted' || state === 'sent_back' || state === 'accepted' || state === 'published';

function onceFiled({ state }: SubmissionMoment): MoveOutcome {
  return hasFiling(state) ? 'allowed' : 'nothing_filed';
}
