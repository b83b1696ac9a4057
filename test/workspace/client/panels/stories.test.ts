import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { StoryGuide } from '../../../../src/workspace/client/panels/story-guide.ts';
import { StoryStrip } from '../../../../src/workspace/client/panels/story-strip.ts';
import { wordsIn } from '../support.ts';

const story = {
  id: 'file',
  title: 'File a return',
  about: 'What a lead does before a deadline.',
  steps: [
    { say: 'Act as Tom Reid.', mark: '[data-person="U1"]', goal: { acting: 'U1' } },
    { say: 'Read the receipt.', mark: null, goal: null },
  ],
};

/** The strip at a step, from 0; without one, no story is being followed. */
const drawStrip = (step: number | null): string => {
  const running = step === null ? null : { story, step };
  return render(html`<${StoryStrip} story=${{ running }} />`);
};

test('every story can be begun, and says what it shows', () => {
  const drawn = render(html`<${StoryGuide} stories=${[story]} onClose=${() => undefined} />`);
  expect(drawn).toMatch(/<button[^>]*>\s*<strong>File a return<\/strong>/);
  expect(wordsIn(drawn)).toContain('What a lead does before a deadline.');
});

test('a step says where it is in its story and what to do', () => {
  expect(wordsIn(drawStrip(0))).toContain('File a return · Step 1 of 2');
  expect(wordsIn(drawStrip(0))).toContain('Act as Tom Reid.');
});

test('a step with a goal can only be skipped, and one without goes on with Next', () => {
  expect(wordsIn(drawStrip(0))).toContain('Skip this step');
  expect(wordsIn(drawStrip(0))).not.toContain('Next');
  expect(wordsIn(drawStrip(1))).toContain('Next');
  expect(wordsIn(drawStrip(1))).not.toContain('Skip this step');
});

test('there is a way back from every step but the first', () => {
  expect([0, 1, 2].map((step) => wordsIn(drawStrip(step)).includes('Back'))).toEqual([
    false,
    true,
    true,
  ]);
});

test('the end says so, and what to try next', () => {
  expect(wordsIn(drawStrip(2))).toContain(
    'That is the whole story. Act as somebody else, or move the clock on.',
  );
});

test('what reads a new step out is there before the first step is', () => {
  expect(drawStrip(null)).toMatch(/<div class="story-words" role="status"><\/div>/);
});
