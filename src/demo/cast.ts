import type { StoredProgramme } from '../application/ports.ts';
import { BOT_USER_ID } from '../workspace/identity.ts';
import type { WorkspaceOptions } from '../workspace/workspace.ts';

/** The app as `manifest.yml` installs it. */
export const APP = { botName: 'MOPAC Performance', messagesTab: 'read only' } as const;

/** Who plays in the demo: made-up names for the made-up addresses of the example programme. */
const NAMES: Readonly<Record<string, string>> = {
  yos: 'Amara Osei',
  'public.health': 'Priya Shah',
  'public.health.deputy': 'Marcus Bell',
  probation: 'Tom Reid',
  'victim.support': 'Grace Lindqvist',
  'environmental.health': 'Daniel Okafor',
  manager: 'Helen Marsh',
  coordinator: 'Joan Carter',
};

/** What somebody does in the programme, by their address: "Lead, Probation"; empty for nobody in it. */
export const roleOf = (programme: StoredProgramme['programme'], email: string): string => {
  const { projects, managers, coordinators } = programme;
  const named = (pick: (project: (typeof projects)[number]) => readonly string[], role: string) => {
    const agencies = projects.filter((project) => pick(project).includes(email));
    return agencies.length === 0
      ? []
      : [`${role}, ${[...new Set(agencies.map(({ agency }) => agency))].join(', ')}`];
  };
  return [
    ...named(({ leads }) => leads, 'Lead'),
    ...named(({ deputies }) => deputies, 'Deputy'),
    ...named(({ manager }) => (manager === null ? [] : [manager]), 'Agency manager'),
    ...(managers.includes(email) ? ['Manager'] : []),
    ...(coordinators.includes(email) ? ['Coordinator'] : []),
  ].join('; ');
};

/** The workspace's people and channel for a programme: everyone it names, and the bot in its channel. */
export const castOf = (
  programme: StoredProgramme['programme'],
): Pick<WorkspaceOptions, 'people' | 'channels'> => {
  const emails = [
    ...new Set([
      ...programme.projects.flatMap(({ leads, deputies, manager }) => [
        ...leads,
        ...deputies,
        ...(manager === null ? [] : [manager]),
      ]),
      ...programme.managers,
      ...programme.coordinators,
    ]),
  ];
  const people = emails.map((email, index) => ({
    id: `U0DEMO${String(index + 1).padStart(3, '0')}`,
    name: nameFor(email),
    email,
  }));
  const members = [...people.map(({ id }) => id), BOT_USER_ID];
  return { people, channels: [{ id: 'C0DEMO001', name: programme.channel, members }] };
};

const nameFor = (email: string): string => {
  const mailbox = email.split('@')[0] ?? email;
  const known = NAMES[mailbox.replace(/\.lead$/, '')];
  if (known !== undefined) return known;
  return mailbox.replace(/[._-]+/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
};
