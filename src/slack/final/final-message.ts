import { z } from 'zod';
import { personBehind } from '../../application/answerers.ts';
import { openReturn, type SubmissionKey } from '../../application/open-return.ts';
import { type FormPurpose, isAfter } from '../../application/submission-form.ts';
import { actions, button, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import type { Edge, Render } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { aboutQuarter, readPayload } from '../payloads.ts';
import { readSubmissionKey, writeFormReference, writeSubmissionKey } from '../references.ts';

const payloadSchema = aboutQuarter.extend({
  ref: z.string(),
  /** Who is asked, as the catalogue names them or by Slack user id; left out by older messages. */
  person: z.string().optional(),
});
const TITLE_CHARACTERS = 150;
const SAID_CHARACTERS = 400;

/** Which provisional figure a button is about, and the revision that was asked about. A claim, as every value. */
export interface FinalReference {
  readonly key: SubmissionKey;
  readonly ref: string;
  readonly revision: number;
}

export const readFinalReference = (text: string): FinalReference | null => {
  const match = /^([\d|]{1,40})\/([0-9a-z.]{1,12})\/(\d{1,9})$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  return key === null ? null : { key, ref: match?.[2] ?? '', revision: Number(match?.[3]) };
};

/** Whether a provisional figure is final now; once that is answered, only the answer. */
export const renderFinalAsked =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    if (read === null) return null;
    const { programmeId, quarter, ref, person } = read;
    const stored = edge.store.programmes().find(({ id }) => id === programmeId);
    const project = stored?.programme.projects.find(({ measures }) =>
      measures.some((each) => each.ref === ref),
    );
    const measure = project?.measures.find((each) => each.ref === ref);
    const [figure] = edge.store.figures(programmeId, ref, quarter, quarter);
    if (project === undefined || measure === undefined || figure === undefined) return null;
    const answer = printAnswer(figure.answer, measure.unit);
    const what = `${ref} ${truncate(oneLine(measure.shortTitle), TITLE_CHARACTERS)}, ${printQuarter(quarter)}`;
    const { awaited } = figure;
    if (!figure.provisional) return onlySaid(`${what}: ${answer} is final.`);
    if (awaited !== null && isAfter(awaited.finalBy, dayIn(edge.clock.now()))) {
      return onlySaid(
        `${what}: ${answer} is provisional until ${printDay(awaited.finalBy)}. You are asked again then.`,
      );
    }
    const key = { programmeId, projectNumber: project.number, quarter };
    const finding = `Is ${answer} final? ${what}, was filed as provisional.`;
    return {
      text: mrkdwn`${finding}`.text,
      blocks: [
        section(mrkdwn`*${finding}*`),
        ...(awaited === null
          ? []
          : [
              section(
                mrkdwn`You were waiting for: “${truncateEscaped(oneLine(awaited.what), SAID_CHARACTERS)}”, by ${printDay(awaited.finalBy)}.`,
              ),
            ]),
        actions([
          button({
            text: 'It is final',
            actionId: ACTION.finalConfirm,
            value: `${writeSubmissionKey(key)}/${ref}/${figure.revision}`,
            style: 'primary',
            accessibilityLabel: `${ref} is final as it stands`,
          }),
          button({
            text: 'Enter the final figure',
            actionId: ACTION.submitOpen,
            value: writeFormReference({ key, purpose: purposeFor(edge, key, person), ref }),
            accessibilityLabel: `Enter the final figure of ${ref}`,
          }),
        ]),
        context(mrkdwn`You are asked once. Until then the figure is shown as provisional.`),
      ],
    };
  };

/** How this person enters another figure today: in the return itself, or as a correction of it. */
const purposeFor = (edge: Edge, key: SubmissionKey, asked: string | undefined): FormPurpose => {
  if (asked === undefined) return 'file';
  const person = personBehind(edge.store, asked);
  const may = (purpose: FormPurpose): boolean => openReturn({ ...edge, person }, key, purpose).ok;
  return (['file', 'correct', 'ask_correction'] as const).find(may) ?? 'file';
};

const onlySaid = (finding: string): Message => ({
  text: mrkdwn`${finding}`.text,
  blocks: [section(mrkdwn`*${finding}*`)],
});
