import { describe, expect, test } from 'vitest';
import { textOfBlocks } from '../../../../src/blockkit/fallback-text.ts';
import { RUNGS } from '../../../../src/blockkit/ladder.ts';
import { answerCommand } from '../../../../src/slack/command.ts';
import { renderDigest, renderDigestPage } from '../../../../src/slack/digest/digest.ts';
import { homeView } from '../../../../src/slack/home/home-view.ts';
import { renderOpening } from '../../../../src/slack/remind/opening.ts';
import { whyView } from '../../../../src/slack/status/why-view.ts';
import { firstView } from '../../../../src/slack/submit/open.ts';
import type { BlockContext } from '../../../../src/workspace/client/blocks/block-context.ts';
import { isRecord, type Json, textField } from '../../../../src/workspace/json.ts';
import { ASKER, edgeWith, filedBy, LEAD, largeProgramme, Q1 } from '../../../slack/fixtures.ts';
import { drawBlocks, wordsIn } from '../support.ts';

type Payload = { readonly blocks?: readonly unknown[] } | null;

/** A page of a data table as long as the table, so that all of it is drawn at once. */
const onOnePage = (block: Json): Json =>
  textField(block, 'type') === 'data_table' ? { ...block, page_size: 100 } : block;

/** Every word of what the bot says, that is not among those of the page that shows it. */
function missing(
  payload: Payload,
  surface: BlockContext['surface'] = 'message',
): readonly string[] {
  const blocks = (payload?.blocks ?? []).filter(isRecord).map(onOnePage);
  expect(blocks.length).toBeGreaterThan(0);
  const drawn = drawBlocks(blocks, { surface });
  expect(drawn).not.toContain('This page cannot draw');
  // An empty field shows its hint in itself.
  const withHints = drawn.replaceAll(/<[^>]* placeholder="([^"]*)"/g, ' $1 $&');
  const shown = new Set(spoken(wordsIn(withHints.replaceAll('<', ' <'))));
  return spoken(textOfBlocks(blocks)).filter((word) => !shown.has(word));
}

const spoken = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}%]+(?:\.[\p{L}\p{N}%]+)*/gu) ?? [];

const about = { programmeId: 1, quarter: { ...Q1 } };

/** The richest forms of a message; the last of all has no blocks. */
const WITH_BLOCKS = RUNGS.filter((rung) => rung !== 'text');

describe('everything the bot says is on the page, word for word', () => {
  test.for(WITH_BLOCKS)('its answers, at the rung %s', (rung) => {
    const edge = edgeWith();
    for (const asked of ['status', 'status 2.4', 'status 5', 'help', 'stauts 2.4', 'status 9.9']) {
      expect(missing(answerCommand(edge, asked, rung, ASKER)), asked).toEqual([]);
    }
  });

  test.for(WITH_BLOCKS)('its digest and every page of it, at the rung %s', (rung) => {
    for (const edge of [edgeWith(), edgeWith(filedBy(1)), edgeWith(largeProgramme(3))]) {
      expect(missing(renderDigest(edge)(about, rung))).toEqual([]);
      expect(missing(renderDigestPage(edge)({ ...about, page: 1 }, rung))).toEqual([]);
    }
  });

  test('its reminder', () => {
    const payload = { ...about, lead: LEAD.email };
    expect(missing(renderOpening(edgeWith(filedBy(1), '2015-07-10'))(payload, 'rich'))).toEqual([]);
  });

  test('its Home', () => {
    for (const day of ['2015-07-10', '2015-07-24']) {
      expect(missing(homeView(edgeWith(filedBy(1), day), LEAD), 'home')).toEqual([]);
    }
  });

  test('its windows', () => {
    const edge = edgeWith(filedBy(1), '2015-07-14');
    expect(missing(whyView(edgeWith(), 'measure|2.4|2015|1', LEAD), 'modal')).toEqual([]);
    edge.store.savePerson(LEAD, edge.clock.now());
    const form = firstView(edge, '1|2|2015|1', LEAD.id);
    expect(form.blocks.some(({ type }) => type === 'input')).toBe(true);
    expect(missing(form, 'modal')).toEqual([]);
  });
});
