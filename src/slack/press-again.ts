import { z } from 'zod';
import { actions, button, section } from '../blockkit/blocks.ts';
import type { Message } from '../blockkit/ladder.ts';
import type { Edge, Render } from './edge.ts';
import {
  type HandoverButton,
  readHandoverReference,
  wordsOfButton,
  writeHandoverReference,
} from './handover-buttons.ts';
import { ACTION } from './ids.ts';
import { readPayload } from './payloads.ts';
import {
  readFormReference,
  readStatusReference,
  writeFormReference,
  writeStatusReference,
} from './references.ts';
import { withCommands } from './refusal-message.ts';

const KIND = 'press_again';

const pressed = z.object({
  action: z.enum([
    ACTION.submitOpen,
    ACTION.statusWhy,
    ACTION.handoverAway,
    ACTION.handoverNotMe,
    ACTION.remindOn,
  ]),
  /** As the client sent it; it may be forged. */
  value: z.string(),
});
/** The button somebody pressed. */
type Pressed = z.infer<typeof pressed>;

const LONGEST_VALUE = 100;

/** A sentence with a fresh button beside it: the one pressed may stand far up, or on another page. */
export const pressAgain = (sentence: string, { action, value }: Pressed): Message => {
  const words = withCommands(sentence);
  const again = freshValue(action, value);
  const text = wordsOf(action);
  return {
    text: words.text,
    blocks: [
      section(words),
      ...(again === null ? [] : [actions([button({ text, actionId: action, value: again })])]),
    ],
  };
};

const wordsOf = (action: Pressed['action']): string => {
  if (action === ACTION.submitOpen) return 'Enter figures';
  return action === ACTION.statusWhy ? 'Why?' : wordsOfButton(action);
};

const isOfHandover = (action: Pressed['action']): action is HandoverButton =>
  action !== ACTION.submitOpen && action !== ACTION.statusWhy;

/** The button's value written anew; null for one that no button of ours carries. */
const freshValue = (action: Pressed['action'], value: string): string | null => {
  if (action === ACTION.submitOpen) {
    const form = readFormReference(value);
    return form && writeFormReference(form);
  }
  if (isOfHandover(action)) {
    const about = readHandoverReference(value);
    return about && writeHandoverReference(about);
  }
  const reference = readStatusReference(value);
  return reference && writeStatusReference(reference);
};

/**
 * Says a sentence to somebody who pressed a button on Home, where nothing can be said beside it: a
 * direct message with the button, once for each press however often Slack delivers it.
 */
export const tellByMessage =
  (edge: Edge, press: Pressed & { readonly user: string; readonly triggerId: string }) =>
  async (sentence: string): Promise<void> => {
    const { user, triggerId, action, value } = press;
    edge.store.enqueue({
      kind: KIND,
      key: triggerId,
      target: { kind: 'person', person: user },
      payload: { sentence, action, value: value.slice(0, LONGEST_VALUE) },
      parentId: null,
      dueAt: edge.clock.now(),
    });
    edge.wake();
  };

const payloadSchema = pressed.extend({ sentence: z.string() });

export const renderPressAgain =
  (edge: Edge): Render =>
  (payload): Message | null => {
    const read = readPayload(edge, payloadSchema, payload);
    return read && pressAgain(read.sentence, read);
  };
