import { html } from 'htm/preact';
import { expect, test } from 'vitest';
import { HomeTab } from '../../../../src/workspace/client/views/home-tab.ts';
import { draw } from '../elements/hands.ts';
import { contextWith, wordsIn } from '../support.ts';

test('the Home tab shows what the app published', () => {
  const text = { type: 'plain_text', text: 'Nothing is due.' };
  const view = { blocks: [{ type: 'section', block_id: 's', text }] };
  const { html: drawn } = draw(
    html`<${HomeTab} view=${view} context=${contextWith()} appName="MOPAC Performance" />`,
  );
  expect(wordsIn(drawn)).toMatch(/MOPAC Performance\s*Home\s*Messages.*Nothing is due\./s);
  expect(wordsIn(drawn)).not.toContain('published nothing');
});

test('before anything is published the Home tab says so', () => {
  const { html: drawn } = draw(
    html`<${HomeTab} view=${null} context=${null} appName="MOPAC Performance" />`,
  );
  expect(wordsIn(drawn)).toContain('This is the start of the Home tab of MOPAC Performance.');
  expect(wordsIn(drawn)).toContain('published nothing here yet');
});
