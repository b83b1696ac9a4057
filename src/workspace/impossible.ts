/** A move that Slack's own windows would not let a person make; the script that asked for it is wrong. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}
