/** Seconds since 1970 as the browser's date field has them in its own zone, `2015-07-01T09:00`. */
export function localMoment(seconds: number): string {
  const at = new Date(seconds * 1000);
  const offset = at.getTimezoneOffset() * 60_000;
  return new Date(at.getTime() - offset).toISOString().slice(0, 16);
}

/** A moment in the browser's own zone as seconds since 1970, in digits. */
export const secondsAt = (local: string): string =>
  String(Math.floor(new Date(local).getTime() / 1000));
