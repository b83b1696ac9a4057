import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { FaultBox } from '../../../../src/workspace/client/panels/fault-box.ts';
import { FAULT_KINDS, switchFor } from '../../../../src/workspace/client/panels/fault-kinds.ts';
import { faultSwitch } from '../../../../src/workspace/page/fault-switches.ts';
import type { FaultsShown } from '../../../../src/workspace/page/protocol.ts';
import { wordsIn } from '../support.ts';

const draw = (faults: FaultsShown): string =>
  render(html`<${FaultBox} faults=${faults} act=${() => undefined} onClose=${() => undefined} />`);

const formOf = (drawn: string, name: string): string => {
  const [, ...forms] = drawn.split('<form');
  return forms.find((form) => form.includes(`<code>${name}</code>`)) ?? '';
};

test.each(FAULT_KINDS)('$name stands beside what it does', ({ name, does }) => {
  expect(wordsIn(draw({}))).toContain(`${name} ${does}`);
});

test('what is in force is said at the top, by the name the tests use', () => {
  expect(wordsIn(draw({}))).toContain('Slack behaves well now.');
  const drawn = draw({ slow: 'Every answer is held back for 900 ms.' });
  expect(wordsIn(drawn)).toContain('⚠ slow Every answer is held back for 900 ms.');
  expect(wordsIn(formOf(drawn, 'slow'))).toContain('⚠ On now');
  expect(wordsIn(formOf(drawn, 'answer500'))).not.toContain('⚠ On now');
});

test('a fault that stays is ended by the button that began it', () => {
  expect(formOf(draw({}), 'deliverTwice')).toContain('aria-label="Begin deliverTwice"');
  const on = draw({ deliverTwice: 'Every command comes twice.' });
  expect(formOf(on, 'deliverTwice')).toContain('aria-label="End deliverTwice"');
});

test('revoking the token asks first, because only a fresh start undoes it', () => {
  expect(formOf(draw({}), 'revokeToken')).not.toContain('type="submit"');
  expect(formOf(draw({}), 'dropSockets')).toContain('type="submit"');
});

const settings = FAULT_KINDS.flatMap((kind) =>
  kind.settings.map((setting) => ({ kind, setting, title: `${setting.key} of ${kind.name}` })),
);

test.each(settings)('$title can be set as far as the workspace allows', ({ kind, setting }) => {
  const usual = Object.fromEntries(kind.settings.map(({ key, usual: value }) => [key, value]));
  const isTaken = (value: number) =>
    faultSwitch.safeParse(switchFor(kind, { ...usual, [setting.key]: value }, false)).success;
  const { least, most } = setting;
  expect([least - 1, least, most, most + 1].map(isTaken)).toEqual([false, true, true, false]);
  expect(formOf(draw({}), kind.name)).toContain(`min="${least}" max="${most}"`);
});
