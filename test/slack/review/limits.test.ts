import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { discuss, seenOf, sendBack } from '../../../src/application/accept-figures.ts';
import { openCorrection } from '../../../src/application/decide-correction.ts';
import { type OpenReturn, openReturn } from '../../../src/application/open-return.ts';
import { queueOf } from '../../../src/application/review-queue.ts';
import { openReview, type ReviewedReturn } from '../../../src/application/review-return.ts';
import { startingValues } from '../../../src/application/starting-values.ts';
import { openSubmissionForm } from '../../../src/application/submission-form.ts';
import type { Message, Rung } from '../../../src/blockkit/ladder.ts';
import { validateMessage, validateView } from '../../../src/blockkit/validate.ts';
import { dayIn } from '../../../src/domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../../../src/domain/catalogue-document.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import type { Result } from '../../../src/domain/result.ts';
import { renderCorrectionAsked } from '../../../src/slack/correct/asked-message.ts';
import { renderCorrectionReceipt } from '../../../src/slack/correct/asked-receipt.ts';
import { decideView } from '../../../src/slack/correct/decide-view.ts';
import { historyMessage } from '../../../src/slack/history/history-message.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { discussView } from '../../../src/slack/review/discuss-view.ts';
import { renderFiledAgain } from '../../../src/slack/review/filed-again.ts';
import { renderSentBack } from '../../../src/slack/review/messages.ts';
import { queueBlocks } from '../../../src/slack/review/queue-blocks.ts';
import { queueMessage, queueView } from '../../../src/slack/review/queue-view.ts';
import { reviewView } from '../../../src/slack/review/review-view.ts';
import { sendBackView } from '../../../src/slack/review/send-back-view.ts';
import { pageView } from '../../../src/slack/submit/page-view.ts';
import { reviewOf } from '../../../src/slack/submit/what-follows.ts';
import { edgeWith, LEAD, largeProgramme, Q1, type TestEdge } from '../fixtures.ts';

const COORDINATOR = { id: 'U0COORD001', email: 'coordinator@example.org', name: 'Cora' };
const KEY = { programmeId: 1, projectNumber: 1, quarter: Q1 } as const;
/** As much as a field takes of what Slack escapes into five characters each. */
const WORST = '&'.repeat(500);

/** One project of sixty measures, each with as much said of it as the form takes. */
const oneLarge = (): CatalogueDocument => {
  const { programme, submissions } = largeProgramme(1);
  const [project] = programme.projects;
  const [measure] = project?.measures ?? [];
  const [submission] = submissions;
  const [entry] = submission?.figures ?? [];
  if (!project || !measure || !submission || !entry) throw new Error('There is no project.');
  const refs = Array.from({ length: 60 }, (_, index) => `1.${index + 1}`);
  const awaited = { what: WORST, finalBy: Temporal.PlainDate.from('2015-09-30') };
  const commentary = '&'.repeat(3_000);
  const action = {
    what: WORST,
    who: WORST.slice(0, 150),
    by: Temporal.PlainDate.from('2015-09-30'),
  };
  return {
    programme: {
      ...programme,
      projects: [{ ...project, measures: refs.map((ref) => ({ ...measure, ref })) }],
    },
    submissions: [
      {
        ...submission,
        figures: refs.map((ref) => ({
          ref,
          figure: { ...entry.figure, commentary, awaited, action },
        })),
        additionalInformation: '&'.repeat(3_000),
      },
    ],
  };
};

const caller = (edge: TestEdge, person: typeof LEAD = COORDINATOR) => ({ ...edge, person });
const got = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
};
const reviewed = (edge: TestEdge): ReviewedReturn => got(openReview(caller(edge), KEY));
const rendered = (message: Message | null): Message => {
  if (message === null) throw new Error('Nothing is told.');
  return message;
};
const faultsAt = (build: (rung: Rung) => Message | null) =>
  (['rich', 'standard', 'plain'] as const).flatMap((rung) =>
    validateMessage(rendered(build(rung))),
  );

/** Sent back with something said of every measure, and filed again with every figure another. */
const sentBackAndFiled = (): TestEdge => {
  const edge = edgeWith(oneLarge(), '2015-07-24');
  const before = reviewed(edge);
  const refs = before.measures.map(({ standing }) => standing.assessment.measure.ref);
  const comments = [...refs, null].map((ref) => ({ ref, comment: WORST }));
  got(sendBack(caller(edge), KEY, { comments, seen: seenOf(before) }));
  edge.moveTo('2015-07-25');
  const figures = refs.flatMap((ref) => edge.store.figures(1, ref, Q1, Q1));
  const filing = edge.store.file({
    ...KEY,
    filedBy: { kind: 'person', key: LEAD.id, name: WORST },
    filedAt: edge.clock.now(),
    late: true,
    additionalInformation: '&'.repeat(3_000),
    reason: WORST,
    onBehalf: { givenBy: WORST.slice(0, 100), received: 'email', attachment: WORST },
    attestation: null,
    state: 'submitted',
    figures: figures.map((figure) => ({
      ref: figure.ref,
      figure: {
        ...figure,
        answer: { kind: 'number', value: decimal(18), share: null, basis: null },
      },
    })),
  });
  edge.store.recordQuestions(
    filing.id,
    [...refs, 'Additional information'].map((ref) => ({
      ref,
      code: 'unchanged',
      found: WORST,
      ask: WORST,
      said: WORST,
    })),
  );
  return edge;
};

describe('everything a coordinator is shown of a return of sixty measures fits, whatever was typed', () => {
  test('each page of the review', () => {
    const edge = sentBackAndFiled();
    const review = reviewed(edge);
    for (let page = 1; page <= 10; page += 1) {
      expect(validateView(reviewView(edge.store, review, page, WORST))).toEqual([]);
    }
  });

  test('sending back, and the message about it', () => {
    const edge = sentBackAndFiled();
    const typed = Object.fromEntries(
      reviewed(edge).measures.map(({ standing }) => [standing.assessment.measure.ref, WORST]),
    );
    expect(validateView(sendBackView(reviewed(edge), typed, WORST))).toEqual([]);
    const at = edge.store.reviews(1, 1, Q1).at(-1)?.at.toString() ?? '';
    const payload = { programmeId: 1, projectNumber: 1, quarter: { ...Q1 }, at };
    expect(faultsAt((rung) => renderSentBack(edge)(payload, rung))).toEqual([]);
  });

  test('that it was filed again', () => {
    const edge = sentBackAndFiled();
    const payload = { programmeId: 1, projectNumber: 1, quarter: { ...Q1 }, revision: 2 };
    expect(faultsAt((rung) => renderFiledAgain(edge)(payload, rung))).toEqual([]);
  });

  test('the discussion, of which the latest is shown', () => {
    const edge = sentBackAndFiled();
    for (let count = 1; count <= 40; count += 1) {
      got(discuss(caller(edge), KEY, `${count} ${WORST}`));
    }
    const opened: OpenReturn = got(openReturn(caller(edge), KEY, 'comment'));
    const view = discussView(opened, edge.store.reviews(1, 1, Q1), { typed: WORST, notice: WORST });
    expect(validateView(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('“40 ');
  });

  test('a correction of every figure: its message keeps the button, and so does the window to decide', () => {
    const edge = sentBackAndFiled();
    const refs = reviewed(edge).measures.map(({ standing }) => standing.assessment.measure.ref);
    const correction = edge.store.askCorrection({
      filingId: reviewed(edge).filing.id,
      content: Object.fromEntries(refs.map((ref) => [`value:${ref}`, '19'])),
      reason: WORST,
      askedBy: { kind: 'person', key: LEAD.id, name: WORST },
      askedAt: edge.clock.now(),
    });
    const payload = { correction, coordinator: COORDINATOR.email };
    expect(faultsAt((rung) => renderCorrectionAsked(edge)(payload, rung))).toEqual([]);
    expect(JSON.stringify(renderCorrectionAsked(edge)(payload, 'rich'))).toContain('Decide');
    edge.store.savePerson(LEAD, edge.clock.now());
    edge.store.setState(reviewed(edge).submission?.id ?? 0, 'accepted');
    const receipt = renderCorrectionReceipt(edge);
    expect(faultsAt((rung) => receipt({ correction }, rung))).toEqual([]);
    expect(JSON.stringify(receipt({ correction }, 'rich'))).toContain('Take it back');
    expect(JSON.stringify(receipt({ correction }, 'rich'))).toContain('…and 30 more.');
    const open = got(openCorrection(caller(edge), correction));
    expect(open.changes).toHaveLength(60);
    expect(validateView(decideView(open, { decision: null, comment: WORST }, WORST))).toEqual([]);
  });

  test('the form and the review of another correction, while several wait', () => {
    const edge = sentBackAndFiled();
    const refs = reviewed(edge).measures.map(({ standing }) => standing.assessment.measure.ref);
    for (let count = 0; count < 8; count += 1) {
      edge.store.askCorrection({
        filingId: reviewed(edge).filing.id,
        content: Object.fromEntries(refs.map((ref) => [`value:${ref}`, '19'])),
        reason: WORST,
        askedBy: { kind: 'person', key: LEAD.id, name: WORST },
        askedAt: edge.clock.now(),
      });
    }
    edge.store.setState(reviewed(edge).submission?.id ?? 0, 'accepted');
    const form = got(openSubmissionForm(caller(edge, LEAD), KEY, 'ask_correction'));
    const typed = { ...startingValues(form), 'change-reason': WORST };
    expect(validateView(pageView(form, 1, typed, WORST))).toEqual([]);
    const review = reviewOf(edge, form, typed, WORST);
    if (review.kind !== 'update') throw new Error('There is no review.');
    expect(validateView(review.view)).toEqual([]);
    expect(JSON.stringify(review.view)).toContain('…and 5 more.');
    expect(JSON.stringify(review.view)).toContain('8 corrections wait already.');
  });
});

test.each([20, 60])(
  'the queue of %i returns fits a message and a window, on one line each',
  (size) => {
    const edge = edgeWith(largeProgramme(size), '2015-07-24');
    const [stored] = edge.store.programmes();
    if (stored === undefined) throw new Error('There is no programme.');
    for (let count = 0; count < 8; count += 1) {
      edge.store.askCorrection({
        filingId: reviewed(edge).filing.id,
        content: { 'value:1.1': '19' },
        reason: WORST,
        askedBy: { kind: 'person', key: LEAD.id, name: WORST },
        askedAt: edge.clock.now(),
      });
    }
    const queue = queueOf(edge.store, stored, Q1, dayIn(edge.clock.now()));
    expect(validateView(queueView(queue, WORST))).toEqual([]);
    expect(faultsAt(() => queueMessage(edge, null, COORDINATOR))).toEqual([]);
    expect(queueBlocks(queue).length).toBeLessThanOrEqual(50);
    expect(validateView(homeView(edge, COORDINATOR))).toEqual([]);
    expect(validateView(homeView(edge, LEAD))).toEqual([]);
  },
);

test('a queue with nothing in it says so', () => {
  const edge = edgeWith({ ...largeProgramme(2), submissions: [] }, '2015-07-24');
  const message = queueMessage(edge, null, COORDINATOR);
  expect(message.text).toBe('Q1 2015/16: nothing waits for review.');
  expect(validateMessage(message)).toEqual([]);
});

test('forty revisions of one figure fit, each with as much said as the form takes', () => {
  const edge = sentBackAndFiled();
  const [figure] = edge.store.figures(1, '1.1', Q1, Q1);
  if (figure === undefined) throw new Error('1.1 is not on record.');
  for (let value = 20; value < 60; value += 1) {
    edge.store.file({
      ...KEY,
      filedBy: { kind: 'person', key: LEAD.id, name: WORST },
      filedAt: edge.clock.now(),
      late: false,
      additionalInformation: null,
      reason: WORST,
      onBehalf: { givenBy: WORST.slice(0, 100), received: 'email', attachment: WORST },
      attestation: null,
      state: 'submitted',
      figures: [
        {
          ref: '1.1',
          figure: {
            ...figure,
            commentary: `${value} ${'&'.repeat(3_000)}`,
            answer: { kind: 'number', value: decimal(value), share: null, basis: null },
          },
        },
      ],
    });
  }
  const request = { scope: { kind: 'measure', ref: '1.1' }, quarter: null } as const;
  const seen = new Set<string>();
  for (let page = 1; page <= 12; page += 1) {
    const message = historyMessage(edge, request, COORDINATOR, { page, whole: true });
    expect(validateMessage(message)).toEqual([]);
    for (const found of JSON.stringify(message).matchAll(/(\d+)%, provisional, becomes/g)) {
      seen.add(found[1] ?? '');
    }
  }
  expect(seen.size, 'every revision is on one of its pages').toBe(41);
});
