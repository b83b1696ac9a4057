import { printQuarter } from '../domain/calendar/calendar.ts';
import { cutText, plainText } from '../domain/plain-text.ts';
import { readMeasureRef } from '../domain/reading/references.ts';
import { unreachable } from '../domain/result.ts';
import { DECIDED_WORDS } from './decision-words.ts';
import type { Refusal } from './faults.ts';

/**
 * What the person reads when they are refused: what happened and what to do next. Plain text but for
 * backticks around commands; what they typed is quoted back without anything that could be markup.
 */
export const refusalSentence = (refusal: Refusal): string => {
  switch (refusal.kind) {
    case 'unknown_measure':
      return `${unknownMeasure(refusal.asked)}${didYouMean(refusal.didYouMean)} \`/mopac status\` lists them all.`;
    case 'unknown_command':
      return `${unknownCommand(refusal.asked)}${didYouMean(refusal.didYouMean.map((word) => `\`/mopac ${word}\``))} \`/mopac help\` says what I can do.`;
    case 'unknown_quarter':
      return `I can't read ${quoted(refusal.asked)} as a quarter. Write it as Q1 2015/16, or leave it out for the latest quarter that has ended.`;
    case 'no_programme':
      return 'No programme has been imported yet, so there is nothing to show. Ask whoever runs MOPAC.';
    case 'no_programme_for_quarter':
      return `I have no programme for ${printQuarter(refusal.quarter)}. ${knownYears(refusal.years)}`;
    case 'not_a_lead':
      return `Only ${possessive(refusal.agency)} leads can file for project ${refusal.projectNumber}. If that should include you, ask the coordinator.`;
    case 'not_answered':
      return `MOPAC answers people of ${refusal.body} and the projects' leads. Ask the coordinator.`;
    case 'account_unknown':
      return 'Slack has not said yet whether you belong to this workspace, so I cannot answer. Ask again in a moment.';
    case 'quarter_not_open':
      return `${printQuarter(refusal.quarter)} is not over yet: its figures can be entered from ${refusal.opens}. Until then there is nothing to show.`;
    case 'quarter_closed':
      return `${printQuarter(refusal.quarter)} is closed. To correct a figure, ask for a correction and give the reason.`;
    case 'not_a_coordinator':
      return 'Only the programme’s coordinator can do this. Ask them.';
    case 'return_accepted':
      return `${printQuarter(refusal.quarter)} of project ${refusal.projectNumber} has been accepted, so its figures are locked. To change one, ask for a correction and give the reason.`;
    case 'return_published':
      return `${printQuarter(refusal.quarter)} of project ${refusal.projectNumber} is in the committee paper. To change a figure, ask for a correction and give the reason.`;
    case 'still_open':
      return `${printQuarter(refusal.quarter)} of project ${refusal.projectNumber} is still open: change the figure yourself and file the return again.`;
    case 'nothing_filed':
      return `Nothing has been filed for project ${refusal.projectNumber}, ${printQuarter(refusal.quarter)}, yet.`;
    case 'already_accepted':
      return `Project ${refusal.projectNumber}, ${printQuarter(refusal.quarter)}, has been accepted already.`;
    case 'unknown_project':
      return `I don't know a project ${refusal.projectNumber}. \`/mopac status\` lists them all.`;
    case 'filed_since':
      return `Project ${refusal.projectNumber} has filed ${printQuarter(refusal.quarter)} again since this was drawn. Nothing was changed: look at the new figures first.`;
    case 'decided_since':
      return `${refusal.by ?? 'Another coordinator'} has decided about project ${refusal.projectNumber}, ${printQuarter(refusal.quarter)}, since this was drawn. Nothing was changed: look again first.`;
    case 'unknown_correction':
      return 'I cannot find this correction any more. `/mopac review` shows what waits for a decision.';
    case 'correction_decided':
      return `This correction was ${DECIDED_WORDS[refusal.decision]} by ${refusal.by ?? 'somebody else'} on ${refusal.on}. Nothing more was changed.`;
    case 'correction_changed':
      return 'The figures on record have changed since this was drawn. Nothing was changed yet: look again, then decide.';
    case 'correction_unreadable':
      return `This correction can no longer be read as it was asked: ${refusal.sentence} Decline it and ask for it again.`;
    case 'nothing_to_hand_over':
      return 'You lead no project here, so there is nothing to hand over. If that should be different, ask the coordinator.';
    case 'handed_over_already':
      return `You said that this is not yours, and ${refusal.substitute ?? 'the coordinator'} has been asked instead. If it is yours after all, ask the coordinator to undo that.`;
    case 'unknown_handover':
      return 'I cannot find this hand-over any more. The catalogue says who leads each project.';
    case 'handover_ended':
      return `This hand-over was ended by ${refusal.by ?? 'somebody else'} on ${refusal.on}. Nothing more was changed.`;
    case 'handover_over':
      return `This hand-over was over on ${refusal.on}, so there is nothing to undo.`;
    case 'not_away':
      return 'You are not marked as away, so there was nothing to end.';
    case 'unknown_text':
      return 'I cannot find this text any more: it may have been changed or cleared since. Nothing was taken out; choose again.';
    case 'text_removed':
      return `This text was taken out by ${refusal.by ?? 'a coordinator'} on ${refusal.on}. Nothing more was changed.`;
    case 'text_elsewhere':
      return 'The record has changed since this was drawn: the text stands in other places now. Nothing was taken out; choose it again to see them.';
    case 'nothing_owed':
      return `There is nothing you have still to file for ${printQuarter(refusal.quarter)}, so there is nothing to remind you of.`;
    case 'stale_form':
      return 'There was nothing left to file: what this form held has been filed or cleared already, perhaps from another window. Open the return again to see what is on record.';
    case 'not_recognised':
      return "I couldn't ask Slack who you are just now, so I can't tell what is yours. Nothing was changed; try again in a moment.";
    case 'busy':
      return "I couldn't do this just now: the database was busy. Nothing you typed is lost; try again in a moment.";
    case 'storage_failed':
      return "I couldn't do this: the database could not be used, and nothing was changed. Keep a copy of what you typed and tell the coordinator before you try again.";
    default:
      return unreachable(refusal);
  }
};

const LONGEST_QUOTE = 60;

const unknownMeasure = (asked: string): string => {
  const ref = readMeasureRef(asked);
  if (ref !== null) return `I don't know a measure ${ref}.`;
  return echoOf(asked) === ''
    ? "I don't know that measure."
    : `I don't know a measure ${quoted(asked)}.`;
};

const unknownCommand = (asked: string): string =>
  echoOf(asked) === '' ? "I don't know that command." : `I don't know ${quoted(asked)}.`;

const didYouMean = (words: readonly string[]): string =>
  words.length === 0 ? '' : ` Did you mean ${words.join(' or ')}?`;

const knownYears = (years: readonly string[]): string => {
  const known = [...new Set(years)].sort();
  if (known.length === 0) return 'Ask the coordinator to import its catalogue.';
  const last = known.at(-1) ?? '';
  const listed = known.length === 1 ? last : `${known.slice(0, -1).join(', ')} and ${last}`;
  return `I know ${listed}: ask for a quarter of ${known.length === 1 ? 'that year' : 'one of those years'}.`;
};

/** `Probation's`, `Public Health's`, `Barnet Homes'`. */
const possessive = (name: string): string => (/s$/i.test(name) ? `${name}'` : `${name}'s`);

const quoted = (asked: string): string => `“${echoOf(asked)}”`;

const echoOf = (asked: string): string =>
  cutText(plainText(asked.replace(/:\/\/|[<>`*_~|“”]/g, ' ')), LONGEST_QUOTE);
