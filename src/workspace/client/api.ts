import type { LogLine, MoveAnswer, PageControl, PageMove, Snapshot } from '../page/protocol.ts';

const asQuery = (person: string): string => `?as=${encodeURIComponent(person)}`;

/** What the workspace shows to a person now; without one, to the first there is. */
export const fetchSnapshot = (person: string): Promise<Snapshot> =>
  getJson(`/page/state${asQuery(person)}`);

export const fetchLines = (): Promise<readonly LogLine[]> => getJson('/page/log');

export const fetchEntry = (index: number): Promise<unknown> => getJson(`/page/log/${index}`);

/** Makes a move as a person. */
export const postMove = (person: string, move: PageMove): Promise<MoveAnswer> =>
  post(`/page/moves${asQuery(person)}`, move);

export const postControl = (control: PageControl): Promise<MoveAnswer> =>
  post('/page/controls', control);

const UNREACHABLE: MoveAnswer = {
  ok: false,
  notice: 'The local workspace does not answer. Is the demo still running?',
  faults: [],
};

async function getJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

async function post(address: string, body: unknown): Promise<MoveAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    return UNREACHABLE;
  }
}
