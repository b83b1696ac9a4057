import { expect, test } from 'vitest';
import { textOfBlocks } from '../../src/blockkit/fallback-text.ts';
import { type Message, RUNGS } from '../../src/blockkit/ladder.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import { answerCommand } from '../../src/slack/command.ts';
import { renderDigest, renderDigestPage } from '../../src/slack/digest/digest.ts';
import { barnet } from '../support/barnet.ts';
import { ASKER, edgeWith, NOBODY, Q1, withFigure } from './fixtures.ts';

const about = { programmeId: 1, quarter: { ...Q1 } };
const CHANNEL = { person: NOBODY, audience: { kind: 'channel', sharedBy: null } } as const;

/** The real programme, where 5.1 keeps small counts back and so few were supported that it must. */
const withFew = (value: number): CatalogueDocument => {
  const document = barnet();
  const projects = document.programme.projects.map((project) => ({
    ...project,
    measures: project.measures.map((measure) =>
      measure.ref === '5.1' ? { ...measure, suppressSmallCounts: true } : measure,
    ),
  }));
  return withFigure({ ...document, programme: { ...document.programme, projects } }, '5.1', {
    answer: { kind: 'number', value: decimal(value), share: null, basis: 'this_quarter' },
    commentary: `Only ${value} households were reached.`,
    judgement: `Only ${value}, not on line to achieve the target`,
  });
};

const words = (message: Message | null): string =>
  `${message?.text}\n${textOfBlocks(message?.blocks ?? [])}`;

const publicPosts = (value: number): readonly string[] => {
  const edge = edgeWith(withFew(value));
  return RUNGS.flatMap((rung) => [
    words(renderDigest(edge)(about, rung)),
    words(renderDigestPage(edge)({ ...about, page: 1 }, rung)),
    ...['5.1', '5', 'status'].map((asked) => words(answerCommand(edge, asked, rung, CHANNEL))),
  ]);
};

test('no public post differs by how few there were', () => {
  expect(publicPosts(2)).toEqual(publicPosts(3));
});

test('a digest and a shared answer say that the figure is withheld, and nothing else of it', () => {
  const edge = edgeWith(withFew(3));
  expect(words(renderDigest(edge)(about, 'rich'))).toContain(
    '🔴 Off track: 5.1 Safer Homes recipients: figure withheld (fewer than 5), 15 needed by now.\n',
  );
  const shared = words(answerCommand(edge, '5.1', 'rich', CHANNEL));
  expect(shared).toContain(
    '5.1 is off track: figure withheld (fewer than 5), 15 needed by now (Safer Homes recipients).',
  );
  expect(shared).toMatch(/^Figure +Withheld: fewer than 5$/m);
  expect(shared).toContain('Commentary is not shown beside a figure that is withheld.');
  expect(shared).not.toMatch(/households|Rest of the year|a year at this rate/);
});

test('the person who asks is told all of it', () => {
  const answer = words(answerCommand(edgeWith(withFew(3)), '5.1', 'rich', ASKER));
  expect(answer).toContain(
    '5.1 is off track: 3 recipients so far against 15 needed by now (Safer Homes recipients).',
  );
  expect(answer).toContain('Only 3 households were reached.');
});

test('what such a figure was before it changed is said to the person who asks, and in no public post', () => {
  const edge = edgeWith(withFew(3));
  const [before] = edge.store.figures(1, '5.1', Q1, Q1);
  const filing = edge.store.submission(1, 5, Q1)?.filing ?? null;
  if (before === undefined || filing === null) throw new Error('The example has no 5.1.');
  edge.store.file({
    ...filing,
    programmeId: 1,
    projectNumber: 5,
    quarter: Q1,
    reason: 'There were 3, and another worker had 11 more.',
    onBehalf: null,
    attestation: null,
    state: 'submitted',
    figures: [
      {
        ref: '5.1',
        figure: {
          ...before,
          commentary: null,
          judgement: null,
          answer: { kind: 'number', value: decimal(14), share: null, basis: 'this_quarter' },
        },
      },
    ],
  });
  expect(words(answerCommand(edge, '5.1', 'rich', ASKER))).toMatch(/^Changed +3 recipients/m);
  expect(words(answerCommand(edge, '5.1', 'rich', ASKER))).toContain('There were 3');
  const shown = words(answerCommand(edge, '5.1', 'rich', CHANNEL));
  expect(shown).toContain('14 recipients');
  expect(shown).not.toMatch(/Changed|3 recipients|There were 3/);
});
