import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offTrackRefs } from '../../../src/application/asked-actions.ts';
import { askedAbout } from '../../../src/application/check-entries.ts';
import type { DraftValues } from '../../../src/application/ports.ts';
import { previewJudgements } from '../../../src/application/preview-judgements.ts';
import { readEntries } from '../../../src/application/read-entries.ts';
import { startingValues } from '../../../src/application/starting-values.ts';
import type { SubmissionForm } from '../../../src/application/submission-form.ts';
import { RUNGS } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import type { Quarter } from '../../../src/domain/calendar/calendar.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import { refusalView } from '../../../src/slack/refusal-view.ts';
import { filedView } from '../../../src/slack/submit/closing-view.ts';
import { readFields } from '../../../src/slack/submit/fields.ts';
import { readPlace, writePlace } from '../../../src/slack/submit/metadata.ts';
import { pageView } from '../../../src/slack/submit/page-view.ts';
import { pagesOf } from '../../../src/slack/submit/pages.ts';
import { renderReceipt } from '../../../src/slack/submit/receipt.ts';
import { reviewView } from '../../../src/slack/submit/review-view.ts';
import { hostileText } from '../../blockkit/hostile.ts';
import { barnet } from '../../support/barnet.ts';
import { edgeWith, filedBy, HOSTILE, LEAD, Q1, type TestEdge } from '../fixtures.ts';
import {
  formOf,
  inputIds,
  JULY,
  KEY,
  leadOf,
  manyMeasures,
  seen,
  untouched,
  withMeasures,
} from './support.ts';

const Q2: Quarter = { year: 2015, number: 2 };

const pagesShown = (form: SubmissionForm, typed: DraftValues = startingValues(form)) =>
  pagesOf(form.measures).map((_, index) => pageView(form, index + 1, typed));

const reviewOf = (edge: TestEdge, form: SubmissionForm, typed: DraftValues) => {
  const entries = readEntries(form, form.measures, typed);
  const assessments = previewJudgements(edge, form, entries);
  const asked = askedAbout(edge, form, entries, assessments);
  return reviewView(form, assessments, entries, {
    asked,
    typed,
    actions: { refs: offTrackRefs(form, entries, assessments), needed: true },
  });
};

describe('the form of each real project', () => {
  const { programme } = barnet();

  test.each(programme.projects.map((project) => [project.number, project] as const))(
    'project %i is asked for in pages that Slack takes, each label naming its measure',
    (_, project) => {
      const edge = edgeWith(filedBy(), JULY);
      const form = formOf(edge, leadOf(project), { ...KEY, projectNumber: project.number });
      const views = pagesShown(form);
      for (const view of views) seen(view);
      const asked = views.flatMap(inputIds).filter((id) => id.startsWith('value:'));
      expect(asked).toEqual(project.measures.map(({ ref }) => `value:${ref}`));
      const labels = views
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => ('label' in block ? [block.label.text] : []))
        .filter((label) => !label.startsWith('Anything else'));
      const refs = project.measures.map(({ ref }) => ref);
      const unnamed = labels.filter((label) => !refs.some((ref) => label.startsWith(ref)));
      expect(unnamed).toEqual([]);
      expect(new Set(labels).size, 'no two labels are the same').toBe(labels.length);
    },
  );

  test.each(programme.projects.map((project) => [project.number, project] as const))(
    'project %i filed before is shown as filed, and leaving every field alone changes nothing',
    (_, project) => {
      const edge = edgeWith(barnet(), JULY);
      const form = formOf(edge, leadOf(project), { ...KEY, projectNumber: project.number });
      const left = Object.assign({}, ...pagesShown(form).map(untouched));
      const { figures, faults } = readEntries(form, form.measures, left);
      expect(faults).toEqual([]);
      const onRecord = form.measures.map(({ measure, current }) => ({
        ref: measure.ref,
        answer: current?.answer,
        commentary: current?.commentary,
        judgement: current?.judgement,
      }));
      const read = figures.map(({ ref, figure: { answer, commentary, judgement } }) => ({
        ref,
        answer,
        commentary,
        judgement,
      }));
      expect(JSON.stringify(read)).toBe(JSON.stringify(onRecord));
    },
  );

  test('a page says what is due when, whose it is, and that no names belong in it', () => {
    const words = seen(pageView(formOf(edgeWith(filedBy(), JULY)), 1, {}));
    expect(words).toContain('Reducing Substance Misuse Offending · Public Health');
    expect(words).toContain('Due by Tuesday 21 July');
    expect(words).toContain('no names, dates of birth or case details');
    expect(words).toContain('2.4 Engagement after prison');
    expect(words).toContain('Last quarter: none');
  });

  test('the plan’s own words stand beside what is needed only where they say more', () => {
    const asked = (projectNumber: number) => {
      const project = programme.projects.find(({ number }) => number === projectNumber);
      if (project === undefined) throw new Error('The example lacks a project.');
      const form = formOf(edgeWith(filedBy(), JULY), leadOf(project), { ...KEY, projectNumber });
      return pagesShown(form).map(seen).join('\n');
    };
    expect(asked(1)).toContain('Target: “Maintain or reduce below 19”');
    expect(asked(2)).toContain('Target: “5% reductio n from baseline”');
    expect(asked(2).match(/Target:/g), '2.1 to 2.4 say nothing but the number').toHaveLength(1);
    expect(asked(4)).not.toContain('Target: “60”');
  });

  test.each([
    ['2015-07-21', 'Due by Tuesday 21 July. What you type is kept.'],
    [
      '2015-07-22',
      'Was due on Tuesday 21 July. You can still file; it is marked late. What you type is kept.',
    ],
  ])('on %s it says by when it is due, or that it can still be filed', (day, words) => {
    expect(seen(pageView(formOf(edgeWith(filedBy(), day)), 1, {}))).toContain(words);
  });

  test('in Q2 last quarter’s figure stands beside each measure and a flow’s basis is remembered', () => {
    const [project] = programme.projects;
    if (project === undefined) throw new Error('The example has no projects.');
    const edge = edgeWith(barnet(), '2015-10-05');
    const form = formOf(edge, leadOf(project), { programmeId: 1, projectNumber: 1, quarter: Q2 });
    const [first] = pagesShown(form);
    if (first === undefined) throw new Error('There is no page.');
    expect(seen(first)).toContain('Last quarter: 95');
    expect(inputIds(first)).toContain('basis:1.1');
    expect(untouched(first)['basis:1.1']).toBe('this_quarter');
    expect(untouched(first)['value:1.1'], 'the figure itself is not').toBeNull();
  });
});

describe('a form of any size', () => {
  test('forty measures are asked six a page', () => {
    const form = formOf(edgeWith(manyMeasures(40), JULY));
    expect(pagesOf(form.measures).map((page) => page.length)).toEqual([6, 6, 6, 6, 6, 6, 4]);
    for (const [index, view] of pagesShown(form).entries()) {
      expect(seen(view)).toContain(`Page ${index + 1} of 7`);
      expect(view.submit?.text).toBe(index === 6 ? 'Check' : 'Next');
    }
  });

  test('the parts of an outcome stay on one page where they fit', () => {
    const partOf = (index: number) => ({
      ref: `2.${index < 4 ? 1 : 2}`,
      title: index < 4 ? 'First' : 'Second',
    });
    const document = manyMeasures(8, (index) => ({
      ref: `2.${index < 4 ? 1 : 2}${'abcd'[index % 4] ?? ''}`,
      partOf: partOf(index),
    }));
    const form = formOf(edgeWith(document, JULY));
    expect(pagesOf(form.measures).map((page) => page.map(({ measure }) => measure.ref))).toEqual([
      ['2.1a', '2.1b', '2.1c', '2.1d'],
      ['2.2a', '2.2b', '2.2c', '2.2d'],
    ]);
  });

  test('an outcome of more than six parts takes as many pages as it needs', () => {
    const document = manyMeasures(8, (index) => ({
      ref: `2.1${'abcdefgh'[index] ?? ''}`,
      partOf: { ref: '2.1', title: 'All' },
    }));
    const form = formOf(edgeWith(document, JULY));
    expect(pagesOf(form.measures).map((page) => page.length)).toEqual([6, 2]);
  });

  test('a project with nothing due yet says so of each figure, and takes its additional information', () => {
    const document = withMeasures((measure) => [{ ...measure, dataLagQuarters: 1 }]);
    const [only, ...others] = pagesShown(formOf(edgeWith(document, JULY)));
    if (only === undefined) throw new Error('There is no page.');
    seen(only);
    expect(inputIds(only)).toContain('additional-information');
    expect(
      JSON.stringify(only).match(/Not due until 21 October 2015: leave it empty/g),
    ).toHaveLength(5);
    expect(others).toEqual([]);
  });

  const LONGEST = {
    title: '&'.repeat(300),
    shortTitle: '<'.repeat(300),
    unit: '>'.repeat(300),
  };
  const worst = (measure: Measure): readonly Measure[] => [
    {
      ...measure,
      ...LONGEST,
      partOf: { ref: '2.0', title: '&'.repeat(300) },
      target: { ...measure.target, text: '&'.repeat(3000) },
    },
  ];

  test('titles of 300 characters that each become five still fit every window', () => {
    const edge = edgeWith(withMeasures(worst), JULY);
    const form = formOf(edge);
    const typed = Object.fromEntries(
      form.measures.map(({ measure }) => [`value:${measure.ref}`, '1']),
    );
    for (const view of pagesShown(form, typed)) seen(view);
    seen(reviewOf(edge, form, typed));
  });

  test('whatever titles, wording and typing there are, every window is one that Slack takes', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (title, wording, words) => {
        const label = [...`x${title}`].slice(0, 300).join('');
        const document = manyMeasures(7, () => ({
          title: label,
          shortTitle: label,
          target: { ...measureTarget, text: [...`x${wording}`].slice(0, 3000).join('') },
        }));
        const edge = edgeWith(document, JULY);
        const form = formOf(edge);
        const typed = Object.fromEntries(
          form.measures.flatMap(({ measure: { ref } }) => [
            [`value:${ref}`, words],
            [`commentary:${ref}`, words],
            [`nothing:${ref}`, words],
            ['additional-information', words],
          ]),
        );
        for (const view of pagesShown(form, typed)) seen(view);
        const good = {
          ...typed,
          ...Object.fromEntries(
            form.measures.map(({ measure: { ref } }) => [`value:${ref}`, '17']),
          ),
        };
        seen(reviewOf(edge, form, good));
        seen(refusalView(`.${words}`.slice(0, 500)));
      }),
      { numRuns: 40 },
    );
  });
});

const measureTarget: Measure['target'] = {
  rule: { kind: 'none' },
  text: null,
  years: 1,
  path: { kind: 'whole', from: null },
  revision: null,
};

describe('a window shown again', () => {
  const form = () => formOf(edgeWith(filedBy(), JULY));

  test('has in its fields what was typed, to the letter', () => {
    const typed = {
      'value:2.1': ' 77 % ',
      'value:2.4': '7 of 41',
      'nothing:2.5': 'not_started',
      'commentary:2.4': ' *two*\nlines <!channel>',
      'provisional:2.4': true,
      'additional-information': 'More.',
    };
    const [view] = pagesShown(form(), typed);
    if (view === undefined) throw new Error('There is no page.');
    expect(untouched(view)).toMatchObject(typed);
  });

  test('through its fields and back nothing is changed, whatever was typed within their limits', () => {
    const opened = form();
    const text = hostileText.map((each) => [...each.toWellFormed()].slice(0, 90).join(''));
    fc.assert(
      fc.property(text, text, fc.boolean(), (value, words, ticked) => {
        const typed = { 'value:2.1': value, 'commentary:2.1': words, 'provisional:2.1': ticked };
        const back = untouched(pageView(opened, 1, typed));
        const again = untouched(pageView(opened, 1, back));
        expect(back['value:2.1'] ?? '').toBe(value);
        expect(back['commentary:2.1'] ?? '').toBe(words);
        expect(back['provisional:2.1']).toBe(ticked);
        expect(again).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });

  test('says why on top, to the end of the sentence, however long it is', () => {
    const long = `${'A sentence that goes on. '.repeat(12)}The end.`;
    expect(seen(pageView(form(), 1, {}, long))).toContain('The end.');
    expect(seen(pageView(form(), 1, {}, 'Short.'))).toContain('Short.');
  });

  test('a page beyond the last, or before the first, is the last or the first', () => {
    const opened = formOf(edgeWith(manyMeasures(8), JULY));
    expect(pageView(opened, 99, {}).submit?.text).toBe('Check');
    expect(pageView(opened, 0, {}).submit?.text).toBe('Next');
  });
});

describe('what a window sends back', () => {
  test.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ values: null }],
    [{ values: { 'value:2.1': 'x' } }],
  ])('%j is no fields at all', (state) => {
    expect(readFields(state)).toEqual({});
  });

  test('inputs that are not the form’s are left out', () => {
    const input = { input: { type: 'plain_text_input', value: 'x' } };
    const values = { 'value:2.1': input, evil: input, value: input, 'valuex:2.1': input };
    expect(readFields({ values })).toEqual({ 'value:2.1': 'x' });
  });

  test('a place is read back only as it was written', () => {
    const place = {
      key: KEY,
      purpose: 'correct',
      page: 3,
      seen: 12,
      revision: 4,
      unsaved: false,
    } as const;
    const unsaved = { ...place, unsaved: true };
    expect(readPlace(writePlace(unsaved))).toEqual(unsaved);
    expect(writePlace(place)).toBe('1|2|2015|1/3/12/correct/4');
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  const GARBAGE = [
    '',
    '/',
    '1|2|2015|1',
    '1|2|2015|5/1',
    '1|2|15|1/1',
    '-1|2|2015|1/1',
    '1|2|2015|1/1\n',
  ];

  test.each([...GARBAGE, '1|2|2015|1/99999', '|'.repeat(3000), '{"key":1}', '١|2|2015|1/1'])(
    'the place %j is none',
    (text) => {
      expect(readPlace(text)).toBeNull();
    },
  );

  test('no text at all makes a place out of nothing, or throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readPlace(text)).toBeNull();
      }),
    );
  });
});

describe('the review', () => {
  test('says what each figure will show as, and which needs a sentence', () => {
    const edge = edgeWith(filedBy(), JULY);
    const form = formOf(edge);
    const typed = {
      'value:2.1': '77',
      'value:2.2': '100',
      'value:2.3': '88',
      'value:2.4': 'approx 17',
      'value:2.5': '0.72',
    };
    const view = reviewOf(edge, form, typed);
    const words = seen(view);
    expect(words).toContain('Nothing is filed yet.');
    expect(words).toMatch(/2\.4 will show as off track/);
    expect(words).toContain('2.4: read as 17%; mark it provisional if it may change');
    expect(words).toContain('2.4 is off track and nothing is said yet about what is being done');
    expect(view.submit?.text).toBe('File');
    const said = { ...typed, 'commentary:2.4': 'Two prisons moved.' };
    expect(seen(reviewOf(edge, form, said))).not.toContain('nothing is said yet');
  });

  test('says that a filing becomes a correction where one stands, and not that it were late', () => {
    const edge = edgeWith(barnet(), '2015-07-24');
    const form = formOf(edge);
    const words = seen(reviewOf(edge, form, { ...startingValues(form), 'value:2.4': '18' }));
    expect(words).toContain('becomes a correction');
    expect(words).not.toContain('marked as late');
  });
});

describe('the closing windows', () => {
  const filing = (revision: number, late: boolean) => ({
    id: 1,
    revision,
    late,
    filedAt: edgeWith(filedBy(), JULY).clock.now(),
    filedBy: { kind: 'person', key: LEAD.id, name: LEAD.name } as const,
    additionalInformation: null,
    reason: null,
    onBehalf: null,
    attestation: null,
  });

  test('a filing is said with the project and the quarter, a correction with its number', () => {
    const form = formOf(edgeWith(filedBy(), JULY));
    const first = seen(filedView(form, { kind: 'filed', filing: filing(1, false) }, LEAD.id));
    expect(first).toContain('Filed: Reducing Substance Misuse Offending, Q1 2015/16.');
    const late = seen(filedView(form, { kind: 'filed', filing: filing(2, true) }, LEAD.id));
    expect(late).toContain('Filed, revision 2:');
    expect(late).toContain('marked as late');
  });

  test('where nothing was changed it says what is on record, by whom and since when', () => {
    const form = formOf(edgeWith(filedBy(), JULY));
    const unchanged = { kind: 'unchanged', filing: filing(1, false) } as const;
    expect(seen(filedView(form, unchanged, LEAD.id))).toContain(
      'Nothing was changed: what is on record is what you filed on 14 July 2015.',
    );
    expect(seen(filedView(form, unchanged, 'U0OTHER'))).toContain(
      'what Priya Shah filed on 14 July 2015.',
    );
  });

  test('a refusal is said whole', () => {
    expect(seen(refusalView('Only `this` & <that>.'))).toBe('Only this & <that>.');
  });
});

describe('the receipt', () => {
  const receiptAt = (edge: TestEdge) => {
    const render = renderReceipt(edge);
    const payload = { programmeId: 1, projectNumber: 2, quarter: { ...Q1 }, revision: 1 };
    return RUNGS.filter((rung) => rung !== 'text').map(
      (rung) => [rung, render(payload, rung)] as const,
    );
  };

  const figuresOf = (count: number, words: string) =>
    Array.from({ length: count }, (_, index) => ({
      ref: `2.${index + 1}`,
      figure: {
        answer: { kind: 'not_started' } as const,
        provisional: true,
        commentary: words,
        awaited: null,
        action: null,
        smallSample: true,
        judgement: words,
      },
    }));

  const filedWith = (count: number, words: string) => {
    const edge = edgeWith(manyMeasures(count), JULY);
    edge.store.file({
      ...KEY,
      filedBy: { kind: 'person', key: LEAD.id, name: words },
      filedAt: edge.clock.now(),
      late: true,
      additionalInformation: words,
      reason: null,
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures: figuresOf(count, words),
    });
    return edge;
  };

  test('of forty measures with 3,000 characters said of each is a message Slack takes at every rung', () => {
    const longest = 'All is said. '.repeat(230);
    for (const [rung, message] of receiptAt(filedWith(40, longest))) {
      expect(validateMessage(message), rung).toEqual([]);
    }
  });

  test('of what nobody should be able to say is a message Slack takes at every rung', () => {
    for (const [rung, message] of receiptAt(filedWith(7, [...HOSTILE].slice(0, 3000).join('')))) {
      expect(validateMessage(message), rung).toEqual([]);
    }
  });

  test('of any words at all is a message Slack takes at every rung', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const edge = filedWith(3, [...`.${words}`].slice(0, 3000).join(''));
        for (const [rung, message] of receiptAt(edge)) {
          expect(validateMessage(message), rung).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
