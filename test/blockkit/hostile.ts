import fc from 'fast-check';

const NASTY = [
  '',
  ' ',
  '\n',
  '<!channel>',
  '<!here>',
  '<@U012AB3CD>',
  '<!subteam^S0614TZR7>',
  '<https://evil.example|council.gov.uk>',
  '&lt;!channel&gt;',
  '*bold* _italic_ ~gone~ `code`',
  '> quoted\n>>> all of it',
  '\u202Eevil\u2066',
  '\u200Fمرحبا\u200F',
  '\uD83D',
  '\uDE00',
  '😀'.repeat(4_000),
  '&'.repeat(40_000),
  'a'.repeat(40_000),
  ' '.repeat(40_000),
  '\uFEFF'.repeat(40_000),
  '>'.repeat(40_000),
  '\u0000\u0007\r\n\u2028',
];

/** Text as a spiteful or unlucky person might type it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...NASTY.filter((each) => each.length < 100), 'Q1', '17%', ' '), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);
