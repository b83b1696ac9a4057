import type { InputBlock, ModalView } from '@slack/types';
import { ADDITIONAL_INFORMATION, LONGEST_TEXT } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import { isAfter, type SubmissionForm } from '../../application/submission-form.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  plain,
  section,
} from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { dayIn, printDay, printQuarter, printWeekday } from '../../domain/calendar/calendar.ts';
import { lastDayToFile } from '../../domain/obligations.ts';
import { ACTION, VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { colleagueBlocks } from './colleagues.ts';
import { textInput } from './inputs.ts';
import { lockedBlocks, measureBlocks } from './measure-blocks.ts';
import { placeOf, writePlace } from './metadata.ts';
import { pagesOf } from './pages.ts';
import { sentBackBlocks } from './sent-back.ts';
import { waitingNotice } from './waiting-corrections.ts';

const TITLE_CHARACTERS = 200;

/** One page of the form; `notice` says why it is shown again, where its fields cannot say it. */
export const pageView = (
  form: SubmissionForm,
  page: number,
  typed: DraftValues,
  notice: string | null = null,
): ModalView => {
  const pages = pagesOf(form.measures);
  const shown = Math.min(Math.max(page, 1), pages.length);
  const last = shown === pages.length;
  const questions = pages[shown - 1] ?? [];
  return {
    type: 'modal',
    callback_id: VIEW.submitPage,
    private_metadata: writePlace(placeOf(form, shown)),
    title: plain(formTitle(form), LIMITS.view.title),
    submit: plain(last ? 'Check' : 'Next'),
    close: plain('Close'),
    notify_on_close: true,
    blocks: [
      ...(notice === null ? [] : [noticeBlock(notice)]),
      ...introduction(form, shown, pages.length),
      ...sentBackBlocks(form, null),
      ...waitingNotice(form, shown),
      ...colleagueBlocks(form, questions),
      ...questions.flatMap((question) => [
        divider(),
        ...sentBackBlocks(form, question.measure.ref),
        ...(form.locked.has(question.measure.ref)
          ? lockedBlocks(form, question)
          : measureBlocks(question, form, typed)),
      ]),
      ...(last && !form.onlyBehind ? [divider(), informationInput(typed)] : []),
      ...(shown > 1 ? [actions([button({ text: 'Back', actionId: ACTION.submitBack })])] : []),
    ],
  };
};

/** Within a title's 24 characters for any project of a programme. */
export const formTitle = (form: SubmissionForm): string =>
  `Project ${form.key.projectNumber}, ${printQuarter(form.key.quarter)}`;

const introduction = (form: SubmissionForm, page: number, pages: number): Block[] => {
  const { project } = form;
  const progress = pages === 1 ? [] : [`Page ${page} of ${pages}.`];
  return [
    section(
      mrkdwn`*${truncate(oneLine(project.title), TITLE_CHARACTERS)}*${' · '}${truncate(oneLine(project.agency), TITLE_CHARACTERS)}`,
    ),
    ...(form.purpose === 'file' ? [] : [section(mrkdwn`${purposeLine(form)}`)]),
    context(
      mrkdwn`${[dueLine(form), ...progress, 'What you type is kept.'].join(' ')} Please give no names, dates of birth or case details.`,
    ),
  ];
};

/** By when it is to be filed; of what is filed already, until when it can be changed. */
const dueLine = (form: SubmissionForm): string => {
  const { purpose, key, submission, due, late, today, onlyBehind } = form;
  if (purpose === 'ask_correction' || purpose === 'correct') {
    return 'What is on record stays until it is filed.';
  }
  const filing = submission?.filing ?? null;
  if (filing !== null && !onlyBehind && isAfter(today, due)) {
    return `Filed on ${printDay(dayIn(filing.filedAt))}. You can change it until ${printDay(lastDayToFile(key.quarter))}.`;
  }
  return late
    ? `Was due on ${printWeekday(due)}. You can still file; it is marked late.`
    : `Due by ${printWeekday(due)}.`;
};

/** What this form is for, where it is not the agency's own return. */
const purposeLine = ({ purpose, project, key }: SubmissionForm): string => {
  const agency = truncate(oneLine(project.agency), TITLE_CHARACTERS);
  switch (purpose) {
    case 'file':
    case 'file_on_behalf':
      return `You are filing for ${agency}. At the end you are asked who gave you the figures and how.`;
    case 'ask_correction':
      return `You are asking for a correction of ${printQuarter(key.quarter)}. Change what is wrong; at the end you are asked why. The coordinator decides.`;
    case 'correct':
      return `You are correcting ${printQuarter(key.quarter)} of ${agency}. Change what is wrong; at the end you are asked why, and shown what later quarters become.`;
  }
};

const informationInput = (typed: DraftValues): InputBlock =>
  textInput(typed, {
    field: ADDITIONAL_INFORMATION,
    label: 'Anything else the committee should know about this project?',
    most: LONGEST_TEXT,
  });
