// The floor: a Bolt app whose one listener acks a constant. Started as a process of its own, with the
// same variables as MOPAC.
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';

const {
  SLACK_API_URL: slackApiUrl = '',
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret = '',
  PORT: port,
} = process.env;
const receiver =
  appToken === undefined
    ? new HTTPReceiver({
        signingSecret,
        endpoints: ['/slack/events'],
      })
    : new SocketModeReceiver({ appToken, installerOptions: { clientOptions: { slackApiUrl } } });
const app = new App({
  token,
  receiver,
  convoStore: false,
  deferInitialization: true,
  clientOptions: { slackApiUrl },
});
app.command('/mopac', async ({ ack }) => {
  await ack({
    response_type: 'ephemeral',
    text: '2.4 is off track: 17% against 41% needed (Engagement after prison).',
  });
});
await app.init();
if (receiver instanceof HTTPReceiver) await receiver.start(Number(port));
else await receiver.start();
process.once('SIGTERM', () => process.exit(0));
