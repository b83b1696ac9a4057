import type {
  LogLine,
  MoveAnswer,
  Offer,
  PageControl,
  PageMove,
  PageSearch,
  Snapshot,
} from '../page/protocol.ts';

const asQuery = (person: string): string => `?as=${encodeURIComponent(person)}`;

/** What the workspace shows to a person now; without one, to the first there is. */
export const fetchSnapshot = (person: string): Promise<Snapshot> =>
  getJson(`/page/state${asQuery(person)}`);

export const fetchLines = (): Promise<readonly LogLine[]> => getJson('/page/log');

export const fetchEntry = (index: number): Promise<unknown> => getJson(`/page/log/${index}`);

/** What the app offers in a menu for words typed by a person. */
export const fetchOffers = async (
  person: string,
  search: PageSearch,
): Promise<readonly Offer[]> => {
  const response = await fetch(`/page/offers${asQuery(person)}`, jsonPost(search));
  return response.ok ? response.json() : [];
};

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

const jsonPost = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function getJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

async function post(address: string, body: unknown): Promise<MoveAnswer> {
  try {
    const response = await fetch(address, jsonPost(body));
    return await response.json();
  } catch {
    return UNREACHABLE;
  }
}
