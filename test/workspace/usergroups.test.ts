import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { clientOptionsOf, OWEN, PRIYA, refusal, workspaceFor } from './support.ts';

const LEADS = { id: 'S0LEADS001', name: 'Leads', handle: 'leads', members: [PRIYA, OWEN] };
const FORMER = { id: 'S0FORMER01', name: 'Former', handle: 'former', members: [], disabled: true };

async function groupedTown(botScopes: readonly string[] = ['usergroups:read']) {
  const workspace = await workspaceFor({ botScopes, usergroups: [LEADS, FORMER] });
  return new WebClient(workspace.botToken, clientOptionsOf(workspace)).usergroups;
}

test('groups are listed, with their people and the disabled ones only when asked for', async () => {
  const groups = await groupedTown();
  const { usergroups } = await groups.list();
  expect(usergroups).toMatchObject([{ id: LEADS.id, name: 'Leads', handle: 'leads' }]);
  expect(usergroups?.[0]).not.toHaveProperty('users');
  const asked = { include_users: true, include_count: true, include_disabled: true };
  expect((await groups.list(asked)).usergroups).toMatchObject([
    { id: LEADS.id, users: [PRIYA, OWEN], user_count: 2 },
    { id: FORMER.id, users: [], user_count: 0 },
  ]);
});

test('the people of a group are listed, of a disabled one only when asked for', async () => {
  const groups = await groupedTown();
  expect((await groups.users.list({ usergroup: LEADS.id })).users).toEqual([PRIYA, OWEN]);
  const unknown = { error: 'no_such_subteam' };
  expect(await refusal(groups.users.list({ usergroup: FORMER.id }))).toMatchObject(unknown);
  expect(await refusal(groups.users.list({ usergroup: 'S0NOBODY01' }))).toMatchObject(unknown);
  const disabled = { usergroup: FORMER.id, include_disabled: true };
  expect((await groups.users.list(disabled)).users).toEqual([]);
});

test('both take their scope', async () => {
  const groups = await groupedTown(['users:read']);
  const missing = { error: 'missing_scope', needed: 'usergroups:read' };
  expect(await refusal(groups.list())).toMatchObject(missing);
  expect(await refusal(groups.users.list({ usergroup: LEADS.id }))).toMatchObject(missing);
});

test('a group of people who are not there is a mistake worth stopping for', async () => {
  const usergroups = [{ ...LEADS, members: ['U0NOBODY00'] }];
  await expect(workspaceFor({ usergroups })).rejects.toThrow('not in the workspace');
});
