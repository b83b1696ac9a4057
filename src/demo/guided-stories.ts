import { ACTION, VIEW } from '../slack/ids.ts';
import type { CommandHint, Story } from '../workspace/page/protocol.ts';

/** What the composer offers while a command is typed. */
export const COMMANDS: readonly CommandHint[] = [
  { command: '/mopac status', about: 'everything, off track first' },
  { command: '/mopac status 2', about: 'one project' },
  { command: '/mopac status 2.4', about: 'one measure' },
  { command: '/mopac status 4.2', about: 'an outcome in its parts' },
  { command: '/mopac history 2.4', about: 'what became of a measure' },
  { command: '/mopac review', about: 'the coordinator’s queue' },
  { command: '/mopac help', about: 'what can be asked' },
];

const LEAD = 'probation.lead@example.org';
const MANAGER = 'manager@example.org';

/** The stories' first scenes: the quarter has just opened, or every return is in. */
export type Scene = 'opening' | 'returns are in';

/** The scene a story begins in. */
export const sceneOf = (storyId: string | null): Scene =>
  storyId === 'why-red' ? 'returns are in' : 'opening';

/**
 * The two stories the page can lead a newcomer through. Selectors name what is pressed by the ids the
 * bot gives its buttons and fields.
 */
export const guidedStories = (idOf: (email: string) => string): readonly Story[] => [
  fileForProbation(idOf(LEAD)),
  whyRed(idOf(MANAGER)),
];

const marked = {
  person: (id: string) => `[data-person="${id}"]`,
  room: (name: string) => `[data-room="${name}"]`,
  action: (id: string) => `[data-action-id="${id}"]`,
  field: (id: string) => `dialog[open] [data-block-id="${id}"]`,
  submit: 'dialog[open] button[type="submit"]',
  composer: '.conversation textarea',
};

const fileForProbation = (lead: string): Story => ({
  id: 'file-q1',
  title: 'File Q1 for Probation',
  about: 'What a project lead does an hour before a deadline: two figures, on a phone if need be.',
  steps: [
    {
      say: 'It is 1 July 2015; the first quarter ended yesterday. Under “Act as”, choose Tom Reid, who leads for Probation.',
      mark: marked.person(lead),
      goal: { acting: lead },
    },
    {
      say: 'MOPAC has written to him. Open “Messages”, under “MOPAC Performance”.',
      mark: marked.room('direct'),
      goal: { acting: lead, showing: 'direct' },
    },
    {
      say: 'One message lists all he owes. Press “Enter figures”.',
      mark: marked.action(ACTION.submitOpen),
      goal: { modal: VIEW.submitPage },
    },
    {
      say: 'Enter 1.51 for measure 3.1 and 80 for 3.2, then press the button at the bottom. Try “lots” first if you like, and see what is said beside the field.',
      mark: marked.field('value:3.1'),
      goal: { modal: VIEW.submitReview },
    },
    {
      say: 'This is what the figures will be judged as, before anybody else sees them. Answer what is asked, if anything is, and press “File”.',
      mark: marked.submit,
      goal: { modalSays: 'Filed' },
    },
    {
      say: 'It is on record. Press “Done”.',
      mark: 'dialog[open] .modal-foot button',
      goal: { modal: null },
    },
    {
      say: 'The receipt says exactly what was filed. It is also on record who filed it, and when.',
      mark: null,
      goal: null,
    },
  ],
});

const whyRed = (manager: string): Story => ({
  id: 'why-red',
  title: 'Why is 2.4 red?',
  about: 'What a manager wants before a meeting: one true sentence, and the reason behind it.',
  steps: [
    {
      say: 'It is 21 July 2015 and every return is in. Under “Act as”, choose Helen Marsh, a manager.',
      mark: marked.person(manager),
      goal: { acting: manager },
    },
    {
      say: 'Open the channel #safer-communities. The quarter’s digest is there: what is off track comes first.',
      mark: marked.room('safer-communities'),
      goal: { acting: manager, showing: '#safer-communities' },
    },
    {
      say: 'Ask about one measure: type /mopac status 2.4 and press Enter.',
      mark: marked.composer,
      goal: { says: '2.4 is off track' },
    },
    {
      say: 'Only Helen sees the answer. Press “Why?” under it.',
      mark: `.message-ephemeral ${marked.action(ACTION.statusWhy)}`,
      goal: { modal: VIEW.why },
    },
    {
      say: 'The working: first in a sentence, then the arithmetic. Read it, then close the window.',
      mark: 'dialog[open] .modal-close',
      goal: { modal: null },
    },
    {
      say: 'Press “Share to channel”, so that the others see it too.',
      mark: `.message-ephemeral ${marked.action(ACTION.statusShare)}`,
      goal: { says: 'Shared by' },
    },
    {
      say: 'There it is, with the name of who shared it. Act as somebody else to see what they see.',
      mark: null,
      goal: null,
    },
  ],
});
