/** How far each person has read in each conversation, by message timestamp. */
export interface ReadingMarks {
  /** The newest timestamp read; `0` when nothing was. */
  readTo(personId: string, channelId: string): string;
  read(personId: string, channelId: string, ts: string): void;
}

/** Nobody has read anything. */
export function createReadingMarks(): ReadingMarks {
  const marks = new Map<string, string>();
  const key = (personId: string, channelId: string) => `${personId}/${channelId}`;
  return {
    readTo: (personId, channelId) => marks.get(key(personId, channelId)) ?? '0',
    read: (personId, channelId, ts) => marks.set(key(personId, channelId), ts),
  };
}
