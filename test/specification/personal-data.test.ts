import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalInformation } from '../../src/domain/checking/personal-data.ts';
import type { PersonalKind } from '../../src/domain/personal-data/found.ts';
import {
  personalDataIn,
  withoutPersonalData,
} from '../../src/domain/personal-data/personal-data-in.ts';
import { barnet } from '../support/barnet.ts';
import { CLEAN_COMBINED, NAMED, STRUCTURED } from './personal-templates.ts';
import { CLEAN, HOLDING, type Holding } from './personal-texts.ts';

const YEAR = 2015;

const kindsIn = (text: string): ReadonlySet<PersonalKind> =>
  new Set(personalDataIn(text, YEAR).data.map(({ kind }) => kind));

const isMissed = ([text, ...kinds]: Holding): boolean => {
  const found = kindsIn(text);
  return !kinds.every((kind) => found.has(kind));
};

const isNamed = ([, ...kinds]: Holding): boolean => kinds.includes('name');

const shareOf = <Each>(each: readonly Each[], counts: (one: Each) => boolean): number =>
  each.filter(counts).length / each.length;

const structured = [...STRUCTURED, ...HOLDING.filter((each) => !isNamed(each))];
const names = [...NAMED, ...HOLDING.filter(isNamed)];
const clean = [...CLEAN, ...CLEAN_COMBINED];

describe('what in a commentary seems to tell who somebody is', () => {
  test('the measure is taken over at least five hundred commentaries', () => {
    expect(structured.length + names.length + clean.length).toBeGreaterThanOrEqual(500);
    expect(structured.length).toBeGreaterThanOrEqual(150);
    expect(names.length).toBeGreaterThanOrEqual(100);
    expect(clean.length).toBeGreaterThanOrEqual(150);
  });

  test('of dates of birth, addresses, phone numbers, e-mails and case references at most 1 in 20 is missed', () => {
    const missed = structured.filter(isMissed).map(([text]) => text);
    expect(missed.length / structured.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  test('of names at most 1 in 10 is missed', () => {
    const missed = names.filter(isMissed).map(([text]) => text);
    expect(missed.length / names.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });

  test('at most 1 in 20 of the commentaries that name nobody is asked about', () => {
    const asked = clean.filter((text) => kindsIn(text).size > 0);
    expect(
      shareOf(clean, (text) => kindsIn(text).size > 0),
      asked.join('\n'),
    ).toBeLessThanOrEqual(0.05);
  });

  test('nothing in the council’s own published report is asked about', () => {
    const words = barnet().submissions.flatMap(({ figures, additionalInformation }) => [
      ...figures.flatMap(({ figure }) => figure.commentary ?? []),
      ...(additionalInformation === null ? [] : [additionalInformation]),
    ]);
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((text) => kindsIn(text).size > 0)).toEqual([]);
  });
});

describe('the question about it', () => {
  test('says what kind of thing it is and never the thing itself', () => {
    for (const [text] of [...structured, ...names]) {
      const question = personalInformation(text, YEAR);
      if (question === null) continue;
      for (const { words } of personalDataIn(text, YEAR).data) {
        const telling = words.trim();
        if (telling.length > 3) expect(`${question.found} ${question.ask}`).not.toContain(telling);
      }
    }
  });

  test('can be asked of any text at all, and what is left out of a quotation is gone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const held = personalDataIn(text, YEAR);
        const places = held.data.map(({ start, end }) => [start, end]);
        expect(places).toEqual([...places].sort(([a = 0], [b = 0]) => a - b));
        const left = withoutPersonalData(held);
        expect(left.length).toBeLessThanOrEqual(held.text.length + held.data.length);
        return held.data.length > 0 || left === held.text;
      }),
    );
  });

  test('finds what it knows wherever in innocent words it stands', () => {
    const identifier = fc.constantFrom('07700 900123', 'jo.bloggs@example.com', 'NW9 5AB');
    fc.assert(
      fc.property(
        fc.constantFrom(...CLEAN),
        identifier,
        fc.boolean(),
        (text, datum, first) => kindsIn(first ? `${datum}. ${text}` : `${text} ${datum}`).size > 0,
      ),
    );
  });
});
