import { html } from 'htm/preact';
import { describe, expect, test } from 'vitest';
import { ModalView } from '../../../../src/workspace/client/views/modal.ts';
import { isSameForm } from '../../../../src/workspace/client/views/same-form.ts';
import { SubmitButton } from '../../../../src/workspace/client/views/submit-button.ts';
import type { ViewShown } from '../../../../src/workspace/page/protocol.ts';
import { draw } from '../elements/hands.ts';
import { contextWith, wordsIn } from '../support.ts';

const FORM: ViewShown = {
  id: 'V1',
  hash: '1.a',
  title: 'Q1 figures',
  submitLabel: 'Check figures',
  closeLabel: null,
  callbackId: 'figures',
  blocks: [{ type: 'section', block_id: 's', text: { type: 'plain_text', text: 'Two measures' } }],
  values: {},
  errors: {},
};

function drawModal(view: Partial<ViewShown> = {}, more: { depth?: number; notice?: string } = {}) {
  const done: string[] = [];
  const drawn = draw(html`<${ModalView}
    view=${{ ...FORM, ...view }}
    depth=${more.depth ?? 1}
    context=${contextWith({ surface: 'modal' })}
    appName="MOPAC Performance"
    notice=${more.notice ?? null}
    onSubmit=${async () => void done.push('submit')}
    onClose=${(all: boolean) => done.push(all ? 'close all' : 'close')}
  />`);
  return { ...drawn, done };
}

const sent = { preventDefault: () => undefined };

describe('a modal', () => {
  test('shows its title, whose it is, and its blocks', () => {
    const { html: drawn } = drawModal();
    expect(wordsIn(drawn)).toMatch(/Q1 figures\s*MOPAC Performance.*Two measures/s);
    const [, id = ''] = drawn.match(/<dialog [^>]*aria-labelledby="([^"]*)"/) ?? [];
    expect(drawn).toMatch(new RegExp(`<h2 [^>]*id="${id}"[^>]*>Q1 figures</h2>`));
    expect(drawn).toContain('data-callback-id="figures"');
  });

  test('has room for a title of 24 characters, and cuts a longer one to as many', () => {
    const titled = (title: string) =>
      drawModal({ title }).html.match(/<h2[^>]*>([^<]*)<\/h2>/)?.[1];
    expect(titled('Q1 figures for Probation')).toBe('Q1 figures for Probation');
    expect(titled('Q1 figures: Probation and Courts')).toBe('Q1 figures: Probation a…');
  });

  test('keeps a hostile title as words', () => {
    expect(drawModal({ title: '<img src=x>' }).html).not.toContain('<img');
  });

  test('is closed with every other one by the X and by Escape, alone by Cancel', () => {
    const { act, done } = drawModal();
    act('button', { 'aria-label': 'Close' }, 'onClick');
    act('div', { class: 'modal-layer' }, 'onKeyDown', { key: 'Escape', defaultPrevented: false });
    act('button', { class: 'button button-default' }, 'onClick');
    expect(done).toEqual(['close all', 'close all', 'close']);
  });

  test('leaves the field in hand before Escape closes it, so that what was typed is told first', () => {
    const { act, done } = drawModal();
    const target = { blur: () => done.push('field left') };
    const pressed = { key: 'Escape', defaultPrevented: false, target };
    act('div', { class: 'modal-layer' }, 'onKeyDown', pressed);
    expect(done).toEqual(['field left', 'close all']);
  });

  test('stays when Escape closed a menu in it', () => {
    const { act, done } = drawModal();
    act('div', { class: 'modal-layer' }, 'onKeyDown', { key: 'Escape', defaultPrevented: true });
    expect(done).toEqual([]);
  });

  test('on top of another goes back to it', () => {
    const { act, done } = drawModal({}, { depth: 2 });
    act('button', { 'aria-label': 'Back' }, 'onClick');
    expect(done).toEqual(['close']);
    expect(drawModal().html).not.toContain('aria-label="Back"');
  });

  test('is sent once by its button, which has the app’s words', () => {
    const { act, done, html: drawn } = drawModal();
    expect(wordsIn(drawn)).toMatch(/Cancel\s*Check figures/);
    act('form', {}, 'onSubmit', sent);
    expect(done).toEqual(['submit']);
    expect(drawn).toContain('novalidate');
  });

  test('without a button to send it cannot be sent, only closed', () => {
    const { act, done, html: drawn } = drawModal({ submitLabel: null });
    act('form', {}, 'onSubmit', sent);
    expect(done).toEqual([]);
    expect(drawn).not.toContain('type="submit"');
    expect(wordsIn(drawn)).toContain('Close');
    expect(wordsIn(drawn)).not.toContain('Cancel');
  });

  test('calls Cancel what the app calls it', () => {
    const words = wordsIn(drawModal({ closeLabel: 'Not now' }).html);
    expect(words).toContain('Not now');
    expect(words).not.toContain('Cancel');
  });

  test('says what Slack says when a form could not be handed over', () => {
    const notice = 'We had some trouble connecting. Try again?';
    expect(drawModal({}, { notice }).html).toMatch(
      new RegExp(`role="alert"[^>]*>${notice.replace('?', '\\?')}`),
    );
    expect(drawModal().html).toMatch(/role="alert"><\/p>/);
  });
});

describe('a form that its app updates', () => {
  const held = (...ids: readonly string[]): ViewShown => ({
    ...FORM,
    values: Object.fromEntries(
      ids.map((id) => [id, { value: { type: 'plain_text_input', value: null } }]),
    ),
  });

  test.each<[string, ViewShown | null, ViewShown, boolean]>([
    ['with the fields it had', held('rate', 'note'), held('rate', 'note'), true],
    ['with one field more', held('rate'), held('rate', 'note'), true],
    ['with other fields', held('rate'), held('rate-2'), false],
    ['into another form', held('rate'), { ...held('rate'), callbackId: 'review' }, false],
    ['with nothing to fill in', held(), held(), false],
    ['as it opens', null, held('rate'), false],
  ])('%s stays as it is, or begins at its top: %#', (_how, before, after, same) => {
    expect(isSameForm(before, after)).toBe(same);
  });
});

describe('the button that sends a form', () => {
  const button = (waiting: boolean) =>
    draw(html`<${SubmitButton} label="File" waiting=${waiting} />`).html;

  test('is held while the app has yet to answer, and says so', () => {
    expect(button(true)).toContain('aria-disabled="true"');
    expect(button(true)).toContain('spinner');
    expect(wordsIn(button(true))).toContain('Sending…');
  });

  test('is ready otherwise', () => {
    expect(button(false)).toContain('aria-disabled="false"');
    expect(wordsIn(button(false)).trim()).toBe('File');
  });
});
