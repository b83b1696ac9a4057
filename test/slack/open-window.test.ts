import { WebAPIPlatformError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { openWindow } from '../../src/slack/open-window.ts';
import { whyView } from '../../src/slack/status/why-view.ts';
import { edgeWith, LEAD } from './fixtures.ts';

/** Opens a window that Slack refuses with this, and gives back what the person was told. */
const refusedWith = async (error: string, messages: string[] = []): Promise<readonly string[]> => {
  const said: string[] = [];
  const open = async (): Promise<never> => {
    throw new WebAPIPlatformError({ ok: false, error, response_metadata: { messages } });
  };
  const view = whyView(edgeWith(), 'measure|2.4|2015|1', LEAD);
  await openWindow({ views: { open } }, 'trigger', view, async (text) => void said.push(text));
  return said;
};

test.for([
  ['expired_trigger_id', []],
  ['invalid_arguments', ['[ERROR] `trigger_id` expired [json-pointer:/trigger_id]']],
] as const)('a press that Slack took too long over is asked for again (%s)', async (refusal) => {
  const [error, messages] = refusal;
  expect(await refusedWith(error, [...messages])).toEqual([
    'Slack took too long to open this. Nothing was lost; press the button again.',
  ]);
});

test('a press delivered twice opens one window and says nothing', async () => {
  expect(await refusedWith('exchanged_trigger_id')).toEqual([]);
});

test.for([
  ['invalid_arguments', []],
  ['invalid_arguments', ['[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]']],
  ['invalid_arguments', ['[ERROR] expired trigger words [json-pointer:/view/title/text]']],
  ['invalid_trigger_id', []],
  ['view_too_large', []],
] as const)('any other refusal is a fault, not slowness (%s, %s)', async ([error, messages]) => {
  await expect(refusedWith(error, [...messages])).rejects.toThrow(error);
});
