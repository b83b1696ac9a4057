import { WebClient } from '@slack/web-api';
import { expect } from 'vitest';
import { z } from 'zod';
import { clientOptionsOf, workspaceFor } from './support.ts';

/** What an app needs to upload files and to look them up. */
export const FILE_SCOPES = ['chat:write', 'files:write', 'files:read'];

/** A workspace whose app may upload files, and the steps of an upload. */
export async function fileTown(botScopes: readonly string[] = FILE_SCOPES) {
  const workspace = await workspaceFor({ botScopes, rateLimits: false });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  /** Announces a file, in JSON so that no name is spoilt on the way, and sends its bytes. */
  const send = async (filename = 'a.txt', content = 'hello') => {
    const announced = await fetch(`${workspace.apiUrl}files.getUploadURLExternal`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        authorization: `Bearer ${workspace.botToken}`,
      },
      body: JSON.stringify({ filename, length: Buffer.byteLength(content) }),
    });
    const { upload_url, file_id: id } = z
      .object({ upload_url: z.string(), file_id: z.string() })
      .parse(await announced.json());
    expect((await fetch(upload_url, { method: 'POST', body: content })).status).toBe(200);
    return { id, title: 'A' };
  };
  /** Completes files as any app could, whatever the types of Slack's own client allow. */
  const complete = (more: Record<string, unknown>) =>
    client.apiCall('files.completeUploadExternal', more);
  const fetchFile = (id: string, headers: Record<string, string> = {}) =>
    fetch(new URL(`/files/${id}/x`, workspace.pageUrl), { headers });
  return { workspace, client, send, complete, fetchFile };
}
