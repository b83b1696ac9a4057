import { createInterface } from 'node:readline';
import type { Bot } from '../bot.ts';
import { type MovableClock, readInstant } from '../clock.ts';
import { Impossible } from '../workspace/impossible.ts';
import type { Person } from '../workspace/person.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Stage } from './stage.ts';

export interface PromptParts {
  readonly workspace: Workspace;
  readonly clock: MovableClock;
  readonly bot: Bot;
  readonly stage: Stage;
  readonly channel: string;
  readonly first: Person;
}

const HELP = `  /mopac status 2.4       ask as the person you are (also: status, status 2, status 4.2, help)
  as Tom Reid             be somebody else          people      who there is
  inbox                   your direct messages      home        your Home tab
  channel                 what the channel shows    clock 2015-10-01T09:00   move the date
  quit                    stop (or Ctrl+C)`;

/** Reads lines until "quit": whoever runs the demo talks to the bot as anybody in the workspace. */
export const talk = async (parts: PromptParts): Promise<void> => {
  const { stage } = parts;
  stage.line(`\nReady. You are ${parts.first.name}. Type a line and press Enter:\n${HELP}\n`);
  const session = { ...parts, person: parts.first };
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    const text = line.trim();
    if (text === 'quit' || text === 'exit') return;
    if (text !== '')
      await obey(session, text).catch((error: unknown) => stage.line(complaint(error)));
  }
  // Input has ended (a script, or no terminal): stay up until somebody stops the demo.
  await new Promise(() => undefined);
};

const complaint = (error: unknown): string => {
  if (error instanceof Impossible || error instanceof Error)
    return `  That did not work: ${error.message}.`;
  throw error;
};

const obey = async (session: PromptParts & { person: Person }, text: string): Promise<void> => {
  const { workspace, stage, clock, bot, channel, person } = session;
  const [word = '', ...rest] = text.split(/\s+/);
  const argument = rest.join(' ');
  if (word.startsWith('/')) {
    const { messages, error } = await person.command(text, channel);
    stage.seen(person.name, error ?? messages.map(({ rendered }) => rendered).join('\n'));
  } else if (word === 'as') {
    session.person = workspace.asPerson(argument);
    stage.line(`  You are ${session.person.name}.`);
  } else if (word === 'people') {
    for (const { name, email } of workspace.people) stage.line(`  ${name} (${email})`);
  } else if (word === 'inbox') {
    for (const message of person.directMessages()) stage.seen(person.name, message.rendered);
  } else if (word === 'home') {
    stage.seen(person.name, (await person.openHome())?.rendered ?? 'Nothing yet.');
  } else if (word === 'channel') {
    for (const message of person.sees(channel)) stage.seen(`#${channel}`, message.rendered);
  } else if (word === 'clock') {
    const instant = readInstant(argument);
    if (instant === null) return stage.line('  Give a date, for example: clock 2015-10-01T09:00');
    clock.moveTo(instant);
    await bot.beat();
    stage.heading('the clock was moved');
  } else stage.line(`  I don’t know “${word}”. You can type:\n${HELP}`);
};
