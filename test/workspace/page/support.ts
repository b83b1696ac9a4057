import type {
  LogLine,
  MoveAnswer,
  PageControl,
  PageMove,
  Snapshot,
} from '../../../src/workspace/page/protocol.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { workspaceFor } from '../support.ts';

/** The page's doors as its own script uses them. */
export interface Doors {
  readonly workspace: Workspace;
  state(person: string): Promise<Snapshot>;
  move(person: string, move: PageMove): Promise<MoveAnswer>;
  control(control: PageControl): Promise<MoveAnswer>;
  log(): Promise<readonly LogLine[]>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** A small workspace with its page open. */
export async function pageFor(options: Parameters<typeof workspaceFor>[0] = {}): Promise<Doors> {
  const workspace = await workspaceFor({ page: null, ...options });
  const address = (path: string) => new URL(path, workspace.pageUrl);
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(address(path), { headers });
  const post = async (path: string, body: unknown): Promise<MoveAnswer> => {
    const response = await fetch(address(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as MoveAnswer;
  };
  return {
    workspace,
    get,
    state: async (person) => (await (await get(`/page/state?as=${person}`)).json()) as Snapshot,
    move: (person, move) => post(`/page/moves?as=${person}`, move),
    control: (control) => post('/page/controls', control),
    log: async () => (await (await get('/page/log')).json()) as readonly LogLine[],
  };
}
