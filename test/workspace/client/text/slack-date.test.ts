import { describe, expect, test } from 'vitest';
import { printSlackDate } from '../../../../src/workspace/client/text/slack-date.ts';
import { drawText, NOW, wordsIn } from '../support.ts';

const seconds = (text: string) => String(Date.parse(text) / 1000);
const DUE = seconds('2015-07-21T16:00:00Z');
const LAST_YEAR = seconds('2014-12-02T09:05:07Z');

// Whether a comma follows the weekday depends on the locale data of the runtime.
const print = (moment: string, format: string, now = NOW) =>
  printSlackDate(moment, format, now)?.replace('day, ', 'day ');

test.each([
  ['{date_num}', '2015-07-21', '2014-12-02'],
  ['{date_slash}', '21/07/2015', '02/12/2014'],
  ['{date}', '21 July', '2 December 2014'],
  ['{date_short}', '21 Jul', '2 Dec 2014'],
  ['{date_long}', 'Tuesday 21 July', 'Tuesday 2 December 2014'],
  ['{date_long_full}', '21 July 2015', '2 December 2014'],
  ['{date_pretty}', '21 July', '2 December 2014'],
  ['{date_short_pretty}', '21 Jul', '2 Dec 2014'],
  ['{date_long_pretty}', 'Tuesday 21 July', 'Tuesday 2 December 2014'],
  ['{day_divider_pretty}', 'Tuesday 21 July', 'Tuesday 2 December 2014'],
  ['{time}', '17:00', '09:05'],
  ['{time_secs}', '17:00:00', '09:05:07'],
  ['due {date_short} at {time}', 'due 21 Jul at 17:00', 'due 2 Dec 2014 at 09:05'],
  ['{nonsense} {constructor}', '{nonsense} {constructor}', '{nonsense} {constructor}'],
])('%s is read in London, and says the year where it is not near', (format, soon, longAgo) => {
  expect(print(DUE, format)).toBe(soon);
  expect(print(LAST_YEAR, format)).toBe(longAgo);
});

describe('the nearest days', () => {
  test.each([
    ['2015-06-30T22:30:00Z', 'Yesterday'],
    ['2015-06-30T23:30:00Z', 'Today'],
    ['2015-07-02T07:00:00Z', 'Tomorrow'],
    ['2015-07-03T07:00:00Z', '3 July'],
  ])('are days in London, not spells of 24 hours: %s', (moment, words) => {
    expect(print(seconds(moment), '{date_pretty}')).toBe(words);
  });

  test('have a small letter in the middle of a sentence', () => {
    expect(print(seconds('2015-07-01T10:00:00Z'), 'due {date_pretty}')).toBe('due today');
  });
});

test.each([
  [-30, 'In 30 seconds'],
  [1, '1 second ago'],
  [90, '2 minutes ago'],
  [3599, '1 hour ago'],
  [-2 * 86_400, 'In 2 days'],
])('{ago} of %i seconds is "%s"', (ago, words) => {
  expect(print(String(NOW / 1000 - ago), '{ago}')).toBe(words);
});

describe('a date in text', () => {
  test('is followed by its link', () => {
    expect(drawText(`<!date^${DUE}^Due {date}^https://x.example|by July>`)).toMatch(
      /<a href="https:\/\/x.example".*>Due 21 July<\/a>/,
    );
  });

  test.each(['soon', '-1', '', '99999999999999'])(
    'shows the fallback where the moment is "%s"',
    (moment) => {
      expect(wordsIn(drawText(`<!date^${moment}^{date}|by July>`))).toBe('by July');
    },
  );

  test('is as it was typed without the fallback Slack asks for', () => {
    expect(wordsIn(drawText(`<!date^${DUE}^{date}>`))).toBe(`<!date^${DUE}^{date}>`);
  });
});
