import { createInterface } from 'node:readline';
import { readInstant } from '../clock.ts';
import { Impossible } from '../workspace/impossible.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

interface PromptParts {
  /** The run in hand: another, once the page has started again. */
  readonly session: () => Session;
  readonly stage: Stage;
}

const HELP = `  /mopac status 2.4       ask as the person you are (also: status, status 2, status 4.2, help)
  as Tom Reid             be somebody else          people      who there is
  inbox                   your direct messages      home        your Home tab
  channel                 what the channel shows    clock 2015-10-01T09:00   move the date
  quit                    stop (or Ctrl+C)`;

/** Reads lines until "quit": whoever runs the demo talks to the bot as anybody in the workspace. */
export const talk = async (parts: PromptParts): Promise<void> => {
  const { stage } = parts;
  const { programme } = parts.session().document;
  const visitor = { ...parts, email: programme.managers[0] ?? programme.coordinators[0] ?? '' };
  stage.line(`\nReady. You are ${nameOf(visitor)}. Type a line and press Enter:\n${HELP}\n`);
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    const text = line.trim();
    if (text === 'quit' || text === 'exit') return;
    if (text !== '')
      await obey(visitor, text).catch((error: unknown) => stage.line(complaint(error)));
  }
  // Input has ended (a script, or no terminal): stay up until somebody stops the demo.
  await new Promise(() => undefined);
};

/** Whoever is at the terminal, and whom they act as. */
interface Visitor extends PromptParts {
  email: string;
}

const nameOf = ({ session, email }: Visitor): string => session().workspace.asPerson(email).name;

const complaint = (error: unknown): string => {
  if (error instanceof Impossible || error instanceof Error)
    return `  That did not work: ${error.message}.`;
  throw error;
};

const obey = async (visitor: Visitor, text: string): Promise<void> => {
  const { stage } = visitor;
  const { workspace, document, moveTo } = visitor.session();
  const { channel } = document.programme;
  const person = workspace.asPerson(visitor.email);
  const [word = '', ...rest] = text.split(/\s+/);
  const argument = rest.join(' ');
  if (word.startsWith('/')) {
    const { messages, error } = await person.command(text, channel);
    stage.seen(person.name, error ?? messages.map(({ rendered }) => rendered).join('\n'));
  } else if (word === 'as') {
    const { id } = workspace.asPerson(argument);
    visitor.email = workspace.people.find((each) => each.id === id)?.email ?? visitor.email;
    stage.line(`  You are ${nameOf(visitor)}.`);
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
    const refusal = await moveTo(instant);
    if (refusal === null) stage.heading('the clock was moved');
    else stage.line(`  ${refusal}`);
  } else stage.line(`  I don’t know “${word}”. You can type:\n${HELP}`);
};
