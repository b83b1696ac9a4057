import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { chooseRung, type Message, RUNGS, type Rung } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { renderDigest, renderDigestPage } from '../../../src/slack/digest/digest.ts';
import { renderDigestNote } from '../../../src/slack/digest/note.ts';
import { barnet } from '../../support/barnet.ts';
import { edgeWith, filedBy, HOSTILE, largeProgramme, Q1, withFigure } from '../fixtures.ts';

const about = { programmeId: 1, quarter: { ...Q1 } };

test('the digest says the finding, what is off track, the counts and what is open', () => {
  const message = renderDigest(edgeWith())(about, 'rich');
  expect(message?.text).toBe(
    'Q1 2015/16: 11 of 15 judged measures are where they need to be; 3 are off track.',
  );
  const lines = textOfBlocks(message?.blocks ?? []).split('\n');
  expect(lines.slice(2)).toEqual([
    expect.stringMatching(
      /^🔴 Off track: 1\.1 First time entrants: 380 a year at this rate, at most 293 wanted\. The increase .*…$/,
    ),
    '🔴 Off track: 2.4 Engagement after prison: 17%, 41% needed. No commentary.',
    expect.stringMatching(/^🔴 Off track: 5\.1 Safer Homes recipients: 10, 15 needed by now\. /),
    expect.stringMatching(/^🟠 Marginal: 4\.2a Overall satisfaction: 78%, 85% needed/),
    '',
    '🟢 8 ahead, 3 on track · ⚪ 1 not started, 1 no cases, 4 without a target',
    'Provisional: 5.4 · Questions about definitions: 1.1, 1.2, 3.1, 5.1 · Everyone has filed.',
    '',
    '[ All measures ]',
  ]);
});

test('what is being done about a figure off track follows what was said of it', () => {
  const action = {
    what: `${HOSTILE} Workers visit both prisons weekly.`,
    who: 'The resettlement team',
    by: Temporal.PlainDate.from('2015-09-30'),
  };
  const lineWith = (change: object): string => {
    const message = renderDigest(edgeWith(withFigure(barnet(), '2.4', change)))(about, 'rich');
    expect(JSON.stringify(message)).not.toMatch(/<!channel>|<@U0EVIL>|<https/);
    return textOfBlocks(message?.blocks ?? []).match(/^.*2\.4 Engagement.*$/m)?.[0] ?? '';
  };
  expect(lineWith({ action })).toMatch(
    /41% needed\. Being done: .*… \(The resettlement team, by 30 September 2015\)$/,
  );
  expect(lineWith({ action, commentary: 'Two prisons stopped referring.' })).toMatch(
    /41% needed\. Two prisons stopped referring\. Being done: /,
  );
});

test('who has not filed is named by agency and project', () => {
  const message = renderDigest(edgeWith(filedBy(1, 2, 4, 5)))(about, 'rich');
  expect(textOfBlocks(message?.blocks ?? [])).toContain('Not filed yet: Probation (project 3)');
});

test('one page holds a small programme, and several hold a large one, every measure once', () => {
  const small = renderDigestPage(edgeWith());
  const page = small({ ...about, page: 1 }, 'rich');
  expect(page?.text).toBe('Q1 2015/16: all measures');
  const rows = textOfBlocks(page?.blocks ?? []).match(/^\d\.\d[a-e]? /gm);
  expect(new Set(rows).size).toBe(21);
  expect(small({ ...about, page: 2 }, 'rich')).toBeNull();

  const large = renderDigestPage(edgeWith(largeProgramme()));
  const pages = Array.from({ length: 8 }, (_, index) =>
    large({ ...about, page: index + 1 }, 'rich'),
  );
  expect(pages.at(-1)?.text).toBe('Q1 2015/16: all measures (8 of 8)');
  expect(large({ ...about, page: 9 }, 'rich')).toBeNull();
});

test.for(RUNGS)(
  'a large programme with hostile commentary has a digest Slack takes at %s',
  (rung) => {
    const edge = edgeWith(largeProgramme());
    const messages = [
      sent(rung, (at) => renderDigest(edge)(about, at)),
      ...[1, 8].map((page) => sent(rung, (at) => renderDigestPage(edge)({ ...about, page }, at))),
    ];
    for (const message of messages) expect(validateMessage(message)).toEqual([]);
    expect(JSON.stringify(messages)).not.toMatch(/<!channel>|<@U0EVIL>|<https/);
  },
);

test('of very many off track, the first are shown and the rest are counted', () => {
  const message = renderDigest(edgeWith(largeProgramme()))(about, 'rich');
  expect(textOfBlocks(message?.blocks ?? [])).toContain('…and 190 more off track, in the thread.');
});

test('a note says what changed, and nothing typed in it is markup', () => {
  const render = renderDigestNote(edgeWith());
  expect(
    render({ sentences: ['4.2a corrected on 3 August 2015: 78% is now 81%.'] }, 'rich')?.text,
  ).toBe('4.2a corrected on 3 August 2015: 78% is now 81%.');
  const sentences = Array.from({ length: 40 }, () => HOSTILE);
  const hostile = sent('rich', (at) => render({ sentences }, at));
  expect(validateMessage(hostile)).toEqual([]);
  expect(textOfBlocks(hostile.blocks ?? [])).toContain('…and 20 more changes.');
  expect(JSON.stringify(hostile)).not.toMatch(/<!channel>|<https/);
  expect(render({ sentences: [] }, 'rich')).toBeNull();
});

test('a quarter of a programme that is gone has no digest', () => {
  expect(renderDigest(edgeWith())({ ...about, programmeId: 9 }, 'rich')).toBeNull();
  expect(
    renderDigest(edgeWith())({ programmeId: 1, quarter: { year: 2015, number: 5 } }, 'rich'),
  ).toBeNull();
});

/** As the sender builds it: the text cut to what can be edited later, blocks only where they are valid. */
const sent = (preferred: Rung, build: (rung: Rung) => Message | null): Message =>
  chooseRung({ preferred, build: (rung) => build(rung) ?? { text: 'nothing' } }).message;
