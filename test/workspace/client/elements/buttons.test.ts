import { html } from 'htm/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConfirmDialog } from '../../../../src/workspace/client/blocks/elements/confirm-dialog.ts';
import { contextWith, wordsIn } from '../support.ts';
import { draw, drawBlocks, inRow, option, plain } from './hands.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a button', () => {
  const LONG = 'Enter the figures for every project you answer for';

  test('tells which one was pressed', () => {
    const { act, told } = drawBlocks([inRow({ type: 'button', text: plain('File') })]);
    act('button', {}, 'onClick');
    expect(told).toEqual([['press', 'row', 'go']]);
  });

  test('has all its words at hand where Slack cuts them short, and only there', () => {
    const long = drawBlocks([inRow({ type: 'button', text: plain(LONG) })]);
    expect(long.html).toContain(`title="${LONG}"`);
    expect(wordsIn(long.html).trim()).toBe(LONG);
    const short = drawBlocks([inRow({ type: 'button', text: plain('File') })]);
    expect(short.html).not.toContain('title=');
  });

  test('is called what its app calls it for those who hear it', () => {
    const element = { type: 'button', text: plain('Submit'), accessibility_label: 'Submit 2.4' };
    expect(drawBlocks([inRow(element)]).html).toContain('aria-label="Submit 2.4"');
  });

  test.each(['primary', 'danger'])('of style %s looks so', (style) => {
    const { html: drawn } = drawBlocks([inRow({ type: 'button', text: plain('File'), style })]);
    expect(drawn).toContain(`button-${style}`);
  });

  test('draws the emoji in its words, unless it is to leave them', () => {
    const drawn = (text: object) => wordsIn(drawBlocks([inRow({ type: 'button', text })]).html);
    expect(drawn(plain(':memo: File'))).toContain('📝 File');
    expect(drawn({ ...plain(':memo: File'), emoji: false })).toContain(':memo: File');
  });

  test('opens the address it has, and never one that would run in the page', () => {
    const opened: string[] = [];
    vi.stubGlobal('open', (url: string) => opened.push(url));
    for (const url of ['https://example.org/guide', 'javascript:alert(1)', 'data:text/html,x']) {
      const { act, told } = drawBlocks([inRow({ type: 'button', text: plain('Guide'), url })]);
      act('button', {}, 'onClick');
      expect(told).toEqual([['press', 'row', 'go']]);
    }
    expect(opened).toEqual(['https://example.org/guide']);
  });

  test('that asks first tells nothing before it is answered', () => {
    const confirm = { title: plain('Withdraw?'), text: plain('It will be gone.') };
    const { act, told } = drawBlocks([inRow({ type: 'button', text: plain('Withdraw'), confirm })]);
    act('button', {}, 'onClick');
    expect(told).toEqual([]);
  });
});

describe('the question before a move', () => {
  const confirm = {
    title: plain('Withdraw this return?'),
    text: { type: 'mrkdwn', text: '*Project 3* is shown as &lt;b&gt;not returned.' },
    confirm: plain('Withdraw'),
    deny: plain('Keep it'),
    style: 'danger',
  };
  const asked = (question: object) => {
    const answers: string[] = [];
    const drawn = draw(html`<${ConfirmDialog}
      confirm=${question}
      context=${contextWith()}
      onConfirm=${() => answers.push('yes')}
      onDeny=${() => answers.push('no')}
    />`);
    return { ...drawn, answers };
  };

  test('is put in the app’s words', () => {
    const { html: drawn } = asked(confirm);
    expect(wordsIn(drawn)).toMatch(/Withdraw this return\?.*Keep it\s*Withdraw/s);
    expect(drawn).toContain('<strong>Project 3</strong>');
    expect(drawn).toContain('&lt;b>not returned');
    expect(drawn).toContain('button-danger');
  });

  test('has Slack’s words where the app has none', () => {
    const { html: drawn } = asked({ title: plain('Sure?'), text: plain('Really?') });
    expect(wordsIn(drawn)).toMatch(/Cancel\s*Yes/);
    expect(drawn).toContain('button-primary');
  });

  test('is named and described for those who hear it', () => {
    const { html: drawn } = asked(confirm);
    const [, named = '', described = ''] =
      drawn.match(/role="alertdialog" aria-labelledby="(.+?)" aria-describedby="(.+?)"/) ?? [];
    expect(drawn).toContain(`<h2 id="${named}">Withdraw this return?`);
    expect(drawn).toContain(`<p id="${described}">`);
  });

  test('is answered by its two buttons, and by Escape with no', () => {
    const { act, answers } = asked(confirm);
    act('button', { class: 'button button-danger' }, 'onClick');
    act('button', { class: 'button button-default' }, 'onClick');
    act('dialog', {}, 'onCancel', { preventDefault: () => undefined });
    expect(answers).toEqual(['yes', 'no', 'no']);
  });
});

describe('a button with a picture', () => {
  const trash = { type: 'icon_button', icon: 'trash', text: plain('Delete') };
  const row = (element: object) => ({ ...inRow(element), type: 'context_actions' });

  test('is named by its words', () => {
    const { html: drawn, act, told } = drawBlocks([row(trash)]);
    expect(wordsIn(drawn)).toContain('🗑');
    expect(drawn).toContain('aria-label="Delete"');
    act('button', {}, 'onClick');
    expect(told).toEqual([['press', 'row', 'go']]);
  });

  test('is there only for those it is meant for', () => {
    const seenBy = (...ids: string[]) =>
      drawBlocks([row({ ...trash, visible_to_user_ids: ids })]).html.includes('<button');
    expect(seenBy('U1', 'U2')).toBe(true);
    expect(seenBy('U2')).toBe(false);
  });
});

test('feedback is a thumb up or down, each with its words', () => {
  const element = {
    type: 'feedback_buttons',
    positive_button: { text: plain('Good'), value: 'good' },
    negative_button: { text: plain('Bad'), value: 'bad', accessibility_label: 'A bad answer' },
  };
  const { html: drawn, act, told } = drawBlocks([inRow(element)]);
  expect(wordsIn(drawn)).toMatch(/👍\s+Good\s*👎\s+Bad/);
  expect(drawn).toContain('role="group" aria-label="Feedback"');
  act('button', { 'aria-label': 'A bad answer' }, 'onClick');
  expect(told).toEqual([['press', 'row', 'go', 'bad']]);
});

test('a workflow’s button is drawn as a button', () => {
  const { html: drawn } = drawBlocks([inRow({ type: 'workflow_button', text: plain('Start') })]);
  expect(drawn).toMatch(/<button[^>]*>.*Start/s);
});

describe('the “…” menu', () => {
  const menu = {
    type: 'overflow',
    options: [option('see', 'See the return'), option('guide', 'Read the guide')],
  };

  test('is named, closed at first, and opens without telling anybody', () => {
    const { html: drawn, act, told } = drawBlocks([inRow(menu)]);
    expect(drawn).toContain('aria-expanded="false"');
    expect(drawn).toMatch(/class="popup"[^>]* hidden/);
    expect(drawn).toContain('aria-label="More actions"');
    expect(wordsIn(drawn)).toMatch(/See the return\s*Read the guide/);
    act('button', { 'aria-expanded': false }, 'onClick');
    expect(told).toEqual([]);
  });

  test('tells which option was pressed', () => {
    const { act, told } = drawBlocks([inRow({ ...menu, options: [option('see', 'See it')] })]);
    act('button', { class: 'popup-item' }, 'onClick');
    expect(told).toEqual([['choose', 'row', 'go', 'see']]);
  });
});
