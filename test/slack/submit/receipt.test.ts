import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postDueDigests } from '../../../src/application/digest-posts.ts';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { chooseRung, type Message, RUNGS, type Rung } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import type { CatalogueDocument } from '../../../src/domain/catalogue-document.ts';
import { renderReceipt } from '../../../src/slack/submit/receipt.ts';
import { barnet } from '../../support/barnet.ts';
import { edgeWith, filedBy, HOSTILE, LEAD, Q1, type TestEdge, withFigure } from '../fixtures.ts';

const PAYLOAD = { programmeId: 1, projectNumber: 2, quarter: Q1, revision: 1 };

const receiptOf = (edge: TestEdge, rung: Rung = 'rich', payload: object = PAYLOAD): Message => {
  const message = renderReceipt(edge)({ ...payload }, rung);
  if (message === null) throw new Error('There is no receipt.');
  return message;
};
const wordsOf = ({ text, blocks }: Message): string => `${text}\n${textOfBlocks(blocks ?? [])}`;

/** Project 2 with this many measures, and these words said of each. */
const saying = (measures: number, text: string): CatalogueDocument => {
  const { programme, submissions } = barnet();
  const project = programme.projects[1];
  const measure = project?.measures[3];
  const figure = submissions.find(({ projectNumber }) => projectNumber === 2)?.figures[3]?.figure;
  const filing = submissions.find(({ projectNumber }) => projectNumber === 2);
  if (project === undefined || measure === undefined) throw new Error('The example has no 2.4.');
  if (figure === undefined || filing === undefined) throw new Error('The example has no figures.');
  const refs = Array.from({ length: measures }, (_, index) => `2.${index + 1}`);
  return {
    programme: {
      ...programme,
      projects: [{ ...project, measures: refs.map((ref) => ({ ...measure, ref })) }],
    },
    submissions: [
      {
        ...filing,
        additionalInformation: text,
        figures: refs.map((ref) => ({ ref, figure: { ...figure, commentary: text } })),
      },
    ],
  };
};

describe('the receipt says exactly what was filed', () => {
  test.each(RUNGS)('every figure with its position and what was said of it, at %s', (rung) => {
    const said = 'Two prisons changed their release days.';
    const document = withFigure(withFigure(barnet(), '2.4', { commentary: said }), '2.1', {
      provisional: true,
    });
    const words = wordsOf(receiptOf(edgeWith(document, '2015-07-14'), rung));
    for (const part of ['2.4', '17%', '🔴 Off track', '77%, provisional', said, '14 July 2015']) {
      expect(words).toContain(part);
    }
    expect(words).toContain('Reducing Substance Misuse Offending, Q1 2015/16: 5 figures.');
    expect(words).toContain(
      'Something wrong? Press Amend until 30 September 2015; the earlier figures stay on record.',
    );
  });

  test('once it is accepted, that a correction is asked for, and no longer until when to amend it', () => {
    const edge = edgeWith(barnet(), '2015-07-14');
    edge.store.setState(edge.store.submission(1, 2, Q1)?.id ?? 0, 'accepted');
    const words = wordsOf(receiptOf(edge));
    expect(words).toContain('Something wrong? Press Ask for a correction; the earlier figures');
    expect(words).not.toContain('Amend');
  });

  test('the basis of a count and the additional information of the project', () => {
    const payload = { ...PAYLOAD, projectNumber: 4 };
    const words = wordsOf(receiptOf(edgeWith(barnet(), '2015-07-14'), 'rich', payload));
    expect(words).toContain('34 victims (this quarter only)');
    expect(words).toContain('Additional information: ');
    expect(words).toContain('no cases');
  });

  test('answers, and not figures, where some of them are the reason why there is none', () => {
    const payload = { ...PAYLOAD, projectNumber: 4 };
    for (const rung of RUNGS) {
      const words = wordsOf(receiptOf(edgeWith(barnet(), '2015-07-14'), rung, payload));
      expect(words).toContain('Restorative Justice Project, Q1 2015/16: 7 answers.');
    }
  });

  test.each([
    [1, '30 September 2015', '2015-07-14'],
    [2, '31 December 2015', '2015-10-14'],
    [3, '31 March 2016', '2016-01-14'],
    [4, '30 June 2016', '2016-04-14'],
  ] as const)('in Q%i a lead can correct it until %s', (number, day, filedOn) => {
    const quarter = { year: 2015, number };
    const { programme, submissions } = barnet();
    const moved = submissions.map((submission) => ({ ...submission, quarter }));
    const edge = edgeWith({ programme, submissions: moved }, filedOn);
    expect(wordsOf(receiptOf(edge, 'rich', { ...PAYLOAD, quarter }))).toContain(
      `Press Amend until ${day}`,
    );
  });

  test('what becomes of the digest, whether it is out or not', () => {
    const edge = edgeWith(filedBy(2), '2015-07-14');
    expect(wordsOf(receiptOf(edge))).toContain(
      'The digest is posted in #safer-communities when every project has filed, or on the due date.',
    );
    edge.moveTo('2015-07-22');
    postDueDigests(edge);
    expect(wordsOf(receiptOf(edge))).toContain(
      'The digest in #safer-communities has these figures.',
    );
  });

  test('a commentary of 3,000 characters is there to its last word', () => {
    const said = `${'Release days changed. '.repeat(136).slice(0, 2_990)}LAST-WORD.`;
    const document = withFigure(barnet(), '2.4', { commentary: said });
    const message = receiptOf(edgeWith(document, '2015-07-14'));
    expect(validateMessage(message)).toEqual([]);
    expect(wordsOf(message)).toContain('LAST-WORD.');
    expect(wordsOf(message)).not.toContain('cut here for length');
  });

  test('a return filed again before its receipt went out says so, and claims nothing else', () => {
    const edge = edgeWith(barnet(), '2015-07-24');
    edge.store.file({
      programmeId: 1,
      projectNumber: 2,
      quarter: Q1,
      filedBy: { kind: 'person', key: LEAD.id, name: LEAD.name },
      filedAt: edge.clock.now(),
      late: true,
      additionalInformation: null,
      reason: null,
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures: [],
    });
    const words = wordsOf(receiptOf(edge));
    expect(words).toContain('It has been filed again since; this is what stands now');
    expect(words).toContain('Revision 2 filed by Priya Shah on 24 July 2015 at 13:00, after');
    expect(wordsOf(receiptOf(edge, 'rich', { ...PAYLOAD, revision: 2 }))).toContain(
      'Filed, revision 2: project 2',
    );
  });

  test('a payload that is not a receipt, or of a return that has gone, says nothing', () => {
    const render = renderReceipt(edgeWith(barnet(), '2015-07-14'));
    for (const payload of [
      null,
      'receipt',
      {},
      { ...PAYLOAD, quarter: { year: 2015, number: 5 } },
      { ...PAYLOAD, programmeId: 9 },
      { ...PAYLOAD, projectNumber: 9 },
      { ...PAYLOAD, quarter: { year: 2015, number: 2 } },
    ]) {
      expect(render(payload, 'rich')).toBeNull();
    }
  });
});

describe('the receipt fits, whatever was typed', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3_000 }),
    fc.constantFrom(
      HOSTILE.slice(0, 3_000),
      '&'.repeat(3_000),
      '🙂'.repeat(3_000),
      '\n'.repeat(3_000),
    ),
  );

  test.each([1, 20, 40])('%i measures with up to 3,000 characters said of each', (measures) => {
    fc.assert(
      fc.property(text, (said) => {
        const edge = edgeWith(saying(measures, [...said].slice(0, 3_000).join('')), '2015-07-14');
        for (const preferred of RUNGS) {
          const chosen = chooseRung({ preferred, build: (rung) => receiptOf(edge, rung) });
          expect(chosen.faults).toEqual([]);
          expect(chosen.rung).toBe(preferred);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('what is cut says so, and short commentaries stay whole beside long ones', () => {
    const document = withFigure(saying(20, 'Long words. '.repeat(240)), '2.7', {
      commentary: 'Short and whole.',
    });
    const words = wordsOf(receiptOf(edgeWith(document, '2015-07-14')));
    expect(words).toContain('2.7: Short and whole.');
    expect(words).toContain('… (cut here for length; the record holds the whole text)');
    expect(words).toContain('2.20: Long words.');
    expect(words).toContain('Additional information: Long words.');
  });

  test('nothing typed can mention, link or format', () => {
    const edge = edgeWith(saying(2, HOSTILE.slice(0, 2_000)), '2015-07-14');
    for (const rung of RUNGS) {
      const { text, blocks } = receiptOf(edge, rung);
      const markup = JSON.stringify([text, ...(blocks ?? []).filter((block) => !isPlain(block))]);
      expect(markup).not.toMatch(/<[!@#]|<http/);
    }
  });
});

const isPlain = (block: object): boolean =>
  JSON.stringify(block).startsWith('{"type":"section","text":{"type":"plain_text"');
