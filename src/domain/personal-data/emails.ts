import { type Found, foundIn } from './found.ts';

const LOCAL = String.raw`(?<![\w.+-])[\w.+-]{1,64}`;
const ADDRESS = new RegExp(
  String.raw`${LOCAL}@(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}(?![a-z\d-])`,
  'gi',
);
// "jane.smith at barnet dot gov dot uk", "j.smith [at] example.org".
const SPELT = new RegExp(
  String.raw`${LOCAL}(?: ?[[({] ?at ?[\])}] ?[a-z\d-]{1,63}(?:(?:\.| ?[[({] ?dot ?[\])}] ?| dot )[a-z\d-]{2,63}){1,5}| at [a-z\d-]{1,63}(?: dot [a-z\d-]{2,63}){1,5})`,
  'gi',
);

// A mailbox that a service publishes is nobody's own.
const SERVICE_MAILBOX =
  /^(?:info|information|enquir(?:y|ies)|contact(?:us)?|office|admin|help(?:desk|line)?|hello|reception|referrals?|press|no-?reply|mail(?:box)?)@/i;

/** E-mail addresses, but for mailboxes such as info@ and enquiries@. */
export const emailsIn = (text: string): readonly Found[] =>
  [ADDRESS, SPELT].flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([whole]) => !SERVICE_MAILBOX.test(whole))
      .map((match) => foundIn('email', match)),
  );
