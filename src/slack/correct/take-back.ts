import type { App, BlockAction } from '@slack/bolt';
import type { Caller } from '../../application/open-return.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { takeBackCorrection } from '../../application/take-back-correction.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import { type Edge, personOf } from '../edge.ts';
import { guarded } from '../guard.ts';
import { ACTION } from '../ids.ts';
import { OLD_BUTTON, pressedValue } from '../pressed.ts';
import { sayWherePressed } from '../say-where-pressed.ts';

/** *Take it back*, on the message to whoever asked for a correction and on Home. */
export const registerTakeBack = (app: App, edge: Edge): void => {
  app.action<BlockAction>(
    ACTION.correctionTakeBack,
    async ({ ack, action, body, client, respond }) => {
      const say = sayWherePressed(edge, { body, client, respond, again: null });
      const work = async (): Promise<void> => {
        await ack();
        await edge.recognise(body.user.id);
        const { store, clock } = edge;
        const caller = { store, clock, person: personOf(store, body.user.id) };
        const { repeated, answer } = store.answerOnce(
          `${ACTION.correctionTakeBack}/${body.trigger_id}`,
          clock.now(),
          () => takeBack(caller, pressedValue(action)),
        );
        edge.wake();
        if (!repeated) await say(answer.sentence, answer.done ? 'Taken back' : undefined);
      };
      await guarded(edge, ACTION.correctionTakeBack, work, say);
    },
  );
};

const takeBack = (
  caller: Caller,
  value: string,
): { readonly done: boolean; readonly sentence: string } => {
  if (!/^\d{1,9}$/.test(value)) return { done: false, sentence: OLD_BUTTON };
  const taken = takeBackCorrection(caller, Number(value));
  if (!taken.ok) return { done: false, sentence: refusalSentence(taken.fault) };
  const { projectNumber, quarter } = taken.value;
  return {
    done: true,
    sentence: `Taken back: the correction of project ${projectNumber}, ${printQuarter(quarter)}, no longer waits. What is on record stays.`,
  };
};
