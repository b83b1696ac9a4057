/** Slack's markup, read: what is text, what is emphasised, and what names somebody or leads somewhere. */
export type Markup =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'bold' | 'italic' | 'strike' | 'quote' | 'code' | 'preformatted';
      readonly children: readonly Markup[];
    }
  | Reference;

/** What Slack writes between angle brackets. */
export type Reference =
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | {
      readonly kind: 'person' | 'channel';
      readonly id: string;
      /** The name the app gave beside the id; null when it gave none. */
      readonly label: string | null;
    }
  /** A mention that notifies many, without its "@". */
  | { readonly kind: 'group'; readonly name: string }
  | {
      readonly kind: 'date';
      readonly unixSeconds: string;
      readonly format: string;
      readonly url: string | null;
      /** Shown where the date cannot be read. */
      readonly fallback: string;
    };

/** Text as markup. */
export const textOf = (text: string): Markup => ({ kind: 'text', text });

/** The three entities Slack has, resolved; anything else that looks like one is text. */
export const unescaped = (source: string): string =>
  source.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
