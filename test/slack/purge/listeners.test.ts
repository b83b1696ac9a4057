import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { TextPlace } from '../../../src/application/purge-record.ts';
import { openText, openTexts, type TextScope } from '../../../src/application/purge-text.ts';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateMessage, validateView } from '../../../src/blockkit/validate.ts';
import { registerCommand } from '../../../src/slack/command.ts';
import { ACTION, VIEW } from '../../../src/slack/ids.ts';
import { chooseView } from '../../../src/slack/purge/choose-view.ts';
import { confirmView, takenOutView } from '../../../src/slack/purge/confirm-view.ts';
import { registerPurge } from '../../../src/slack/purge/register.ts';
import { renderTextRemoved } from '../../../src/slack/purge/told-message.ts';
import { markOf, readPlace, writeConfirmPlace } from '../../../src/slack/purge/values.ts';
import { readTextScope, writeTextScope } from '../../../src/slack/text-scope.ts';
import { botWith, command, messageIn, press } from '../bot.ts';
import {
  edgeWith,
  filedBy,
  HOSTILE,
  LEAD,
  largeProgramme,
  Q1,
  type TestEdge,
  withFigure,
} from '../fixtures.ts';

const JOAN = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const STRANGER = { id: 'U0STRANGE1', email: 'who@example.org', name: 'Who' };
const SECRET = 'Zebedee Quill missed both appointments after his release.';
const SCOPE: TextScope = {
  key: { programmeId: 1, projectNumber: 2, quarter: Q1 },
  whole: false,
  ref: '2.4',
};

const town = (commentary = SECRET) => {
  const edge = edgeWith(withFigure(filedBy(2), '2.4', { commentary }));
  for (const person of [LEAD, JOAN, STRANGER]) edge.store.savePerson(person, edge.clock.now());
  return { edge, bot: botWith(edge, registerPurge, registerCommand) };
};

const placeIn = ({ store }: TestEdge): TextPlace => {
  const found = store
    .standingTexts(1)
    .find(
      ({ source, part, ref }) => source === 'figures' && part === 'commentary' && ref === '2.4',
    );
  if (found === undefined) throw new Error('There is no commentary.');
  const { source, rowId, part } = found;
  return { source, rowId, part };
};

interface Sent {
  readonly user?: string;
  readonly metadata?: string;
  readonly values?: object;
  readonly hash?: string;
}

const submitted = (
  callbackId: string,
  { user = JOAN.id, metadata, values, hash }: Sent,
): object => ({
  type: 'view_submission',
  team: { id: 'T0TOWN' },
  user: { id: user },
  trigger_id: 'trigger-1',
  view: {
    id: 'V0PURGE',
    hash: hash ?? 'h1',
    type: 'modal',
    callback_id: callbackId,
    private_metadata: metadata ?? '',
    blocks: [],
    state: { values: values ?? {} },
  },
});

const sure = { input: { selected_options: [{ value: 'sure' }] } };
const why = { input: { selected_option: { value: 'person' } } };
const CONFIRMED = { reason: why, note: { input: { value: null } }, sure };

const confirmMetadata = (edge: TestEdge, place = placeIn(edge), scope = SCOPE): string =>
  writeConfirmPlace({ scope, place, mark: markOf([place]) });

const answered = z.looseObject({
  response_action: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.looseObject({ callback_id: z.string().optional() }).optional(),
});

const nothingGone = ({ store }: TestEdge): void => {
  expect(store.latestPurge()).toBeNull();
  expect(store.figures(1, '2.4', Q1, Q1)[0]?.commentary).toBe(SECRET);
};

describe('what comes back from a client is read as untrusted', () => {
  test.each([
    ['pressed by the lead', { user: LEAD.id }],
    ['pressed by a stranger', { user: STRANGER.id }],
    ['pressed by somebody nobody knows', { user: 'U0NOBODY99' }],
    ['about nothing', { metadata: '' }],
    ['about another programme', { metadata: '9|2|2015|1/quarter/2.4 x figures/1/commentary' }],
    ['with a reference that is none', { metadata: '<!channel>' }],
    ['with much too long a reference', { metadata: `1|2|2015|1/quarter/${'2'.repeat(3_000)}` }],
    ['without a tick', { values: { ...CONFIRMED, sure: { input: { selected_options: [] } } } }],
    [
      'with another tick',
      { values: { ...CONFIRMED, sure: { input: { selected_options: [{ value: 'x' }] } } } },
    ],
    ['without a reason', { values: { ...CONFIRMED, reason: { input: {} } } }],
    [
      'with a reason that is none',
      { values: { ...CONFIRMED, reason: { input: { selected_option: { value: 'none' } } } } },
    ],
    ['without anything in it', { values: {} }],
  ] as ReadonlyArray<readonly [string, Sent]>)(
    'a confirmation %s takes nothing out',
    async (_, sent) => {
      const { edge, bot } = town();
      const [answer] = await bot.deliver(
        submitted(VIEW.purgeConfirm, {
          metadata: confirmMetadata(edge),
          values: CONFIRMED,
          ...sent,
        }),
      );
      expect(answered.parse(answer).response_action).toMatch(/^(update|errors)$/);
      expect(JSON.stringify(answer)).not.toContain('Zebedee');
      nothingGone(edge);
    },
  );

  test.each([
    { source: 'figures', rowId: 99_999, part: 'commentary' },
    { source: 'figures', rowId: 4, part: 'value' },
    { source: 'filings', rowId: 1, part: 'filed_by' },
    { source: 'purges', rowId: 1, part: 'reason' },
    { source: 'audit', rowId: 1, part: 'detail' },
    { source: 'figures', rowId: 4, part: "commentary' = 'x" },
  ])('a place that holds no text is not found: $source $part', async (place) => {
    const { edge, bot } = town();
    const metadata = `${writeTextScope(SCOPE)} ${'a'.repeat(32)} ${place.source}/${place.rowId}/${place.part}`;
    const [answer] = await bot.deliver(
      submitted(VIEW.purgeConfirm, { metadata, values: CONFIRMED }),
    );
    expect(answered.parse(answer)).toMatchObject({ response_action: 'update' });
    nothingGone(edge);
  });

  test('a text of another project is not reached through the one somebody names', async () => {
    const { edge, bot } = town();
    const scope = { ...SCOPE, key: { ...SCOPE.key, projectNumber: 3 }, ref: null };
    await bot.deliver(
      submitted(VIEW.purgeConfirm, {
        metadata: confirmMetadata(edge, placeIn(edge), scope),
        values: CONFIRMED,
      }),
    );
    nothingGone(edge);
  });

  test('nobody but the coordinator is shown a text, by whatever button or choice', async () => {
    const { edge, bot } = town();
    const values = {
      text: { input: { selected_option: { value: `figures/${placeIn(edge).rowId}/commentary` } } },
    };
    for (const user of [LEAD.id, STRANGER.id, 'U0NOBODY99']) {
      await bot.deliver(press(ACTION.purgeOpen, writeTextScope(SCOPE), { user }));
      const [answer] = await bot.deliver(
        submitted(VIEW.purgeChoose, { user, metadata: writeTextScope(SCOPE), values }),
      );
      const [told] = await bot.deliver(command('purge 2.4', user));
      expect(JSON.stringify([answer, told])).toContain('coordinator');
      expect(JSON.stringify([answer, told])).not.toContain('Zebedee');
    }
    expect(JSON.stringify(bot.calls)).not.toContain('Zebedee');
  });

  test.each(['', 'x', '1|2|2015|1', '1|2|2015|9/year/', `1|2|2015|1/year/${'9'.repeat(99)}`])(
    'a button with the value “%s” opens nothing',
    async (value) => {
      const { bot } = town();
      await bot.deliver(press(ACTION.purgeOpen, value, { user: JOAN.id }));
      const [call] = bot.calls;
      expect(JSON.stringify(call?.body)).toContain('older version of MOPAC');
    },
  );

  test('the same confirmation delivered again, also after other windows, does nothing and gets the first answer', async () => {
    const { edge, bot } = town();
    const sent = submitted(VIEW.purgeConfirm, {
      metadata: confirmMetadata(edge),
      values: CONFIRMED,
    });
    const [first] = await bot.deliver(sent);
    expect(JSON.stringify(first)).toContain('The text is out of the record');
    for (let again = 0; again < 3; again += 1) expect(await bot.deliver(sent)).toEqual([first]);
    expect(edge.store.purges(1)).toHaveLength(1);
    const [later] = await bot.deliver(
      submitted(VIEW.purgeConfirm, {
        metadata: writeConfirmPlace({
          scope: SCOPE,
          place: { source: 'figures', rowId: 4, part: 'commentary' },
          mark: 'a'.repeat(32),
        }),
        values: CONFIRMED,
        hash: 'h2',
      }),
    );
    expect(JSON.stringify(later)).toContain('was taken out by Joan Carter on 24 July 2015');
  });
});

describe('the windows hold whatever people wrote', () => {
  const opened = (edge: TestEdge, scope: TextScope, place: TextPlace) => {
    const caller = { ...edge, person: JOAN };
    const texts = openTexts(caller, scope);
    const text = openText(caller, scope, place);
    if (!texts.ok || !text.ok) throw new Error('Refused.');
    return { texts: texts.value, text: text.value };
  };

  test.each([
    ['markup, links and 39,000 characters', HOSTILE],
    ['3,000 emoji', '🙂'.repeat(3_000)],
    ['nothing that can be seen', ' \u200b\u2060 '],
    ['line ends and quotes', 'a\n\n> "b"\r\n\u2028`c`'],
  ])('%s', (_, commentary) => {
    const { edge } = town(commentary);
    const { texts, text } = opened(edge, SCOPE, placeIn(edge));
    for (const view of [chooseView(texts, SCOPE), confirmView(text, SCOPE)]) {
      expect(validateView(view)).toEqual([]);
      expect(JSON.stringify(view.blocks)).not.toMatch(/"mrkdwn","text":"[^"]*<!channel>/);
    }
  });

  test('a programme of any size is listed as far as a list holds, and says what is left', () => {
    const edge = edgeWith(largeProgramme(20));
    edge.store.savePerson(JOAN, edge.clock.now());
    for (const ref of ['1.1', '1.10', null]) {
      const scope = { key: { programmeId: 1, projectNumber: 1, quarter: Q1 }, whole: true, ref };
      const texts = openTexts({ ...edge, person: JOAN }, scope);
      expect(texts.ok && validateView(chooseView(texts.value, scope))).toEqual([]);
    }
  });

  test('where nobody has written anything, it says so', () => {
    const edge = edgeWith(filedBy());
    edge.store.savePerson(JOAN, edge.clock.now());
    const texts = openTexts({ ...edge, person: JOAN }, SCOPE);
    if (!texts.ok) throw new Error('Refused.');
    expect(textOfBlocks(chooseView(texts.value, SCOPE).blocks)).toContain(
      'Nobody has written anything',
    );
  });

  test('done, in one place or several, with messages or without', () => {
    for (const posts of [0, 1, 5]) {
      expect(validateView(takenOutView({ places: posts + 1, posts }))).toEqual([]);
    }
    expect(textOfBlocks(takenOutView({ places: 1, posts: 1 }).blocks)).toContain(
      '1 message of mine that may show it is being changed now.',
    );
  });

  test('people are told which text and why, and a message about nothing is not sent', async () => {
    const { edge, bot } = town();
    await bot.deliver(
      submitted(VIEW.purgeConfirm, { metadata: confirmMetadata(edge), values: CONFIRMED }),
    );
    const id = edge.store.latestPurge()?.id ?? 0;
    const message = renderTextRemoved(edge)({ purge: id }, 'rich');
    if (message === null) throw new Error('Nothing is said.');
    expect(validateMessage(message)).toEqual([]);
    expect(message.text).toBe(
      'Joan Carter took a text out of the record on 24 July 2015 (project 2, 2.4, Q1 2015/16: commentary).',
    );
    expect(renderTextRemoved(edge)({ purge: 99 }, 'rich')).toBeNull();
    expect(renderTextRemoved(edge)({ other: 1 }, 'rich')).toBeNull();
  });

  test('the command’s answer is a message Slack takes', async () => {
    const { bot } = town();
    const [told] = await bot.deliver(command('purge 2.4', JOAN.id));
    const { text, blocks } = messageIn(told);
    expect(validateMessage({ text, blocks })).toEqual([]);
    expect(text).toMatch(/^2\.4, 2015\/16: \d+ texts people wrote\.$/);
  });
});

test('whatever a value holds, reading it never throws, and what is written is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      readPlace(text);
      readTextScope(text);
    }),
  );
  expect(readTextScope(writeTextScope(SCOPE))).toEqual(SCOPE);
  const whole = { ...SCOPE, whole: true, ref: null };
  expect(readTextScope(writeTextScope(whole))).toEqual(whole);
  const place = { source: 'drafts', rowId: 12, part: 'field commentary:2.4 3' } as const;
  expect(readPlace(`drafts/12/${place.part}`)).toEqual(place);
});
