import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offTrackRefs } from '../../../src/application/asked-actions.ts';
import { askedAbout, reasonKey } from '../../../src/application/check-entries.ts';
import type { AnsweredQuestion, DraftValues } from '../../../src/application/ports.ts';
import { previewJudgements } from '../../../src/application/preview-judgements.ts';
import { readEntries } from '../../../src/application/read-entries.ts';
import { RUNGS } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { fingerprintOf } from '../../../src/slack/submit/confirmation.ts';
import { renderQuestions } from '../../../src/slack/submit/questions-message.ts';
import { registerSubmit } from '../../../src/slack/submit/register.ts';
import { reviewView } from '../../../src/slack/submit/review-view.ts';
import { hostileText } from '../../blockkit/hostile.ts';
import { SAID } from '../../support/said.ts';
import {
  CONFIRMED,
  errorsIn,
  formUser,
  nextWindow,
  wordsOf,
} from '../../support/submit-fixtures.ts';
import { botWith } from '../bot.ts';
import { edgeWith, filedBy, LEAD, Q1, type TestEdge } from '../fixtures.ts';
import {
  file,
  formOf,
  GOOD,
  inputIds,
  JULY,
  KEY,
  manyMeasures,
  page,
  seen,
  shown,
} from './support.ts';

const PROJECT_2 = '1|2|2015|1';

const inJuly = (): TestEdge => {
  const edge = edgeWith(filedBy(), JULY);
  edge.store.savePerson(LEAD, edge.clock.now());
  return edge;
};

const filingOf = ({ store }: TestEdge) => store.submission(1, 2, Q1)?.filing ?? null;

const reviewed = async (edge: TestEdge, typed: Record<string, string> = { ...GOOD }) => {
  const lead = formUser(edge);
  await lead.pressOpen(PROJECT_2);
  return { lead, review: nextWindow(await lead.submit(lead.window(), typed)) };
};

describe('a tick', () => {
  test('set under other questions than those of the draft confirms nothing', async () => {
    const edge = inJuly();
    const first = await reviewed(edge);
    // The same lead, on the phone: another figure, another question.
    const second = await reviewed(edge, { ...GOOD, 'value:2.1': '99%' });
    const again = nextWindow(await first.lead.submit(first.review, CONFIRMED, 'hash-2'));
    expect(wordsOf(again)).toContain('What is asked below is new since this page was drawn.');
    expect(wordsOf(again)).toContain('2.1 is 99%');
    expect(filingOf(edge)).toBeNull();
    for (const line of wordsOf(second.review)
      .split('\n')
      .filter((each) => /^>/.test(each))) {
      expect(wordsOf(again)).toContain(line);
    }
    expect(wordsOf(nextWindow(await first.lead.submit(again, CONFIRMED, 'hash-3')))).toContain(
      'Filed:',
    );
  });

  test('in a window that had no questions confirms none', async () => {
    const edge = inJuly();
    const bot = botWith(edge, registerSubmit);
    const { blocks } = shown(await bot.deliver(page({ metadata: `${PROJECT_2}/1`, fields: GOOD })));
    const forged = { metadata: `${PROJECT_2}/2`, fields: { ...SAID, confirm: 'anything' } };
    expect(shown(await bot.deliver(file(forged))).words).toContain(
      'is new since this page was drawn',
    );
    expect(filingOf(edge)).toBeNull();
    const genuine = { metadata: `${PROJECT_2}/2`, blocks, hash: 'hash-2' };
    expect(shown(await bot.deliver(file(genuine))).words).toContain('Filed:');
  });

  test('left out is answered alike however often that press is delivered, and set it files', async () => {
    const edge = inJuly();
    const { lead, review } = await reviewed(edge);
    const refusals = [await lead.submit(review, SAID), await lead.submit(review, SAID)];
    expect(refusals[1]).toEqual(refusals[0]);
    expect(Object.keys(errorsIn(refusals[0], review))).toEqual(['confirm']);
    expect(filingOf(edge)).toBeNull();
    // Slack leaves the window, and so its hash, as it was.
    expect(wordsOf(nextWindow(await lead.submit(review, CONFIRMED)))).toContain('Filed:');
    expect(filingOf(edge)).toMatchObject({ revision: 1 });
  });

  test('is never set beforehand, and is not there where nothing is asked', async () => {
    const edge = inJuly();
    const { review } = await reviewed(edge);
    expect(JSON.stringify(review.blocks)).not.toContain('initial_option');
    const plain = { 'value:2.1': '52', 'value:2.2': '64', 'value:2.3': '88', 'value:2.4': '42' };
    const { review: quiet } = await reviewed(edge, { ...plain, 'value:2.5': '1.7' });
    expect(quiet.blocks.map(({ block_id: id }) => id)).not.toContain('confirm');
  });

  test('names its questions: another word, another name', () => {
    const question = { code: 'unchanged', found: 'A.', ask: 'B?', meant: null } as const;
    const named = fingerprintOf([{ ref: '2.1', question }]);
    expect(named).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintOf([{ ref: '2.1', question: { ...question, found: 'C.' } }])).not.toBe(named);
    expect(fingerprintOf([{ ref: '2.2', question }])).not.toBe(named);
    const missing = { ...question, code: 'no_commentary' } as const;
    expect(
      fingerprintOf([
        { ref: '2.1', question },
        { ref: '2.4', question: missing },
      ]),
    ).toBe(named);
  });
});

test('a reason is kept to the letter, and no longer than the record takes', async () => {
  const edge = inJuly();
  const { lead, review } = await reviewed(edge);
  const reason = `*Two* clinics\nopened ${'x'.repeat(600)}`;
  await lead.submit(review, { ...CONFIRMED, [reasonKey('2.1')]: reason });
  const [first] = edge.store.questions(filingOf(edge)?.id ?? 0);
  expect(first?.said).toBe(reason.slice(0, 500));
});

describe('a review that asks', () => {
  const reviewOf = (edge: TestEdge, typed: DraftValues) => {
    const form = formOf(edge);
    const entries = readEntries(form, form.measures, typed);
    const assessments = previewJudgements(edge, form, entries);
    const asked = askedAbout(edge, form, entries, assessments);
    return {
      asked,
      view: reviewView(form, assessments, entries, {
        asked,
        typed,
        actions: { refs: offTrackRefs(form, entries, assessments), needed: true },
      }),
    };
  };

  test.each([1, 12, 13, 40, 60])(
    'about each of %i measures is a window that Slack takes',
    (count) => {
      const edge = edgeWith(manyMeasures(count), JULY);
      const values = Array.from({ length: count }, (_, index) => [`value:2.${index + 1}`, '17']);
      const { asked, view } = reviewOf(edge, Object.fromEntries(values));
      expect(asked).toHaveLength(count);
      const words = seen(view);
      for (const { ref } of asked)
        expect(words).toContain(`${ref} is off track and nothing is said yet`);
      const fields = inputIds(view);
      const actions = ['what', 'who', 'by'].map((part) =>
        fields.filter((id) => id.startsWith(`action-${part}:`)),
      );
      expect(new Set(actions.map(({ length }) => length)).size).toBe(1);
      expect(actions[0]?.length).toBeGreaterThanOrEqual(Math.min(count, 16));
      // The action says what is missing, so there is nothing for a tick to confirm.
      expect(fields).not.toContain('confirm');
    },
  );

  test('about words of any kind is a window that Slack takes', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (words, reason) => {
        const edge = inJuly();
        const title = `x${words}`.slice(0, 300);
        const typed = {
          ...GOOD,
          'commentary:2.4': `${words} the target was met.`,
          [reasonKey('2.1')]: reason,
          [reasonKey('2.4')]: title,
        };
        seen(reviewOf(edge, typed).view);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the message to a coordinator', () => {
  const messageOf = (answered: readonly AnsweredQuestion[]) => {
    const edge = inJuly();
    const { id } = edge.store.file({
      ...KEY,
      filedBy: { kind: 'person', key: LEAD.id, name: LEAD.name },
      filedAt: edge.clock.now(),
      late: false,
      additionalInformation: null,
      reason: null,
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures: [],
    });
    edge.store.recordQuestions(id, answered);
    const payload = {
      programmeId: 1,
      projectNumber: 2,
      quarter: { ...Q1 },
      filing: id,
      revision: 1,
    };
    return RUNGS.map((rung) => [rung, renderQuestions(edge)(payload, rung)] as const);
  };

  const question = (ref: string, found: string, said: string | null): AnsweredQuestion => ({
    ref,
    code: 'unchanged',
    found,
    ask: 'Counted again?',
    said,
  });

  test('of sixty questions names those it leaves out', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      question(
        `2.${index + 1}`,
        `2.${index + 1} is 17%. ${'Words. '.repeat(70)}`,
        'Yes. '.repeat(100),
      ),
    );
    for (const [rung, message] of messageOf(many)) {
      expect(message?.text, rung).toMatch(/^60 things asked about project 2/);
      if (rung === 'text' || message === null) continue;
      expect(validateMessage(message), rung).toEqual([]);
      expect(JSON.stringify(message.blocks)).toContain('…and 45 more, about 2.16, 2.17');
    }
  });

  test('of any words is one that Slack takes, and mentions nobody', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (found, said) => {
        const asked = [question('2.1', `.${found}`, `.${said}`)];
        for (const [rung, message] of messageOf(asked)) {
          if (message === null) throw new Error('There is no message.');
          if (rung !== 'text') expect(validateMessage(message), rung).toEqual([]);
          expect(JSON.stringify(message)).not.toMatch(/<!channel>|<@U012AB3CD>/);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of a filing about which nothing is on record is none', () => {
    expect(messageOf([]).map(([, message]) => message)).toEqual(RUNGS.map(() => null));
  });
});
