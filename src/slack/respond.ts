import { RespondError, type RespondFn } from '@slack/bolt';
import type { Message, Rung } from '../blockkit/ladder.ts';
import { withCommands } from './refusal-message.ts';

/** Says a sentence to the person who pressed, and to nobody else. */
export const tell =
  (respond: RespondFn) =>
  async (sentence: string): Promise<void> => {
    const { text } = withCommands(sentence);
    await respond({ text, response_type: 'ephemeral', replace_original: false });
  };

const BAD_REQUEST = 400;

/** Answers beside the message pressed; once more, in plain blocks, where Slack refuses the rich ones. */
export const respondWith = async (
  respond: RespondFn,
  to: 'ephemeral' | 'in_channel',
  rung: Rung,
  build: (rung: Rung) => Message,
): Promise<void> => {
  const post = (message: Message) =>
    respond({ ...message, response_type: to, replace_original: false });
  try {
    await post(build(rung));
  } catch (error) {
    if (!(error instanceof RespondError) || error.statusCode !== BAD_REQUEST) throw error;
    await post(build('plain'));
  }
};
