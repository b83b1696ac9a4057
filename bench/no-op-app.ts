// The floor: a Bolt app whose one listener acks a constant. Started as a process of its own, with the
// same variables as MOPAC. In Socket Mode it holds two connections as MOPAC does: what the second one
// costs is for being reached at all times, and no part of an answer.
import { App, HTTPReceiver, LogLevel, type RespondArguments } from '@slack/bolt';
import { TwinSocketReceiver } from '../src/slack/socket-receiver.ts';

const {
  SLACK_API_URL: slackApiUrl = '',
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret = '',
  PORT: port,
  BENCH_ANSWER: answer = JSON.stringify({
    response_type: 'ephemeral',
    text: '2.4 is off track: 17% against 41% needed (Engagement after prison).',
  }),
} = process.env;
const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};
const receiver =
  appToken === undefined
    ? new HTTPReceiver({
        signingSecret,
        endpoints: ['/slack/events'],
      })
    : new TwinSocketReceiver({ appToken, slackApiUrl, dispatcher: undefined, logger: SILENT });
const app = new App({
  token,
  receiver,
  convoStore: false,
  deferInitialization: true,
  clientOptions: { slackApiUrl },
});
const constant: RespondArguments = JSON.parse(answer);
app.command('/mopac', async ({ ack }) => {
  await ack(constant);
});
await app.init();
if (receiver instanceof HTTPReceiver) await receiver.start(Number(port));
else await receiver.start();
process.once('SIGTERM', () => process.exit(0));
