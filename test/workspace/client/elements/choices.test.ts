import { describe, expect, test } from 'vitest';
import { wordsIn } from '../support.ts';
import { beside, drawBlocks, input, on, option, plain } from './hands.ts';

describe('a menu', () => {
  const reasons = {
    type: 'static_select',
    placeholder: plain('Choose a reason'),
    option_groups: [
      { label: plain('Often'), options: [option('none', 'No cases'), option('later', 'Later')] },
      { label: plain('Seldom'), options: [option('other', 'Other')] },
    ],
  };

  test('has its options under their headings and shows the one that is picked', () => {
    const { html } = drawBlocks([input({ ...reasons, initial_option: option('later', 'Later') })]);
    expect(html).toMatch(/<optgroup label="Often">.*<optgroup label="Seldom">/s);
    expect(html.match(/<option[^>]*selected[^>]*>\s*Later/)).not.toBeNull();
    expect(html.match(/selected/g)).toHaveLength(1);
  });

  test('says what to do while nothing is picked', () => {
    const { html } = drawBlocks([input(reasons)]);
    expect(html).toMatch(/<option[^>]*selected[^>]*>\s*Choose a reason/);
  });

  test('tells a pick at once', () => {
    const { act, told } = drawBlocks([input(reasons)]);
    act('select', {}, 'onChange', on('other'));
    expect(told).toEqual([['choose', 'field', 'input', 'other']]);
  });

  test('can be emptied again only where no answer is needed', () => {
    const empty = /<option value(="")? disabled hidden>/;
    expect(drawBlocks([input({ ...reasons, initial_option: option('other') })]).html).toMatch(
      empty,
    );
    const optional = drawBlocks([
      input({ ...reasons, initial_option: option('other') }, { optional: true }),
    ]);
    expect(optional.html).not.toMatch(empty);
    optional.act('select', {}, 'onChange', on(''));
    expect(optional.told).toEqual([['choose', 'field', 'input', null]]);
  });

  test('of people and of channels offers those of the workspace', () => {
    expect(wordsIn(drawBlocks([input({ type: 'users_select' })]).html)).toContain('Priya Shah');
    for (const type of ['channels_select', 'conversations_select']) {
      expect(wordsIn(drawBlocks([input({ type })]).html)).toContain('#safer-communities');
    }
  });

  test('in a section is named by its placeholder, or by the section’s words', () => {
    const { placeholder: _placeholder, ...unnamed } = reasons;
    expect(drawBlocks([beside('*Reason*', reasons)]).html).toContain(
      'aria-label="Choose a reason"',
    );
    expect(drawBlocks([beside('*Reason* see <https://x.org|the guide>', unnamed)]).html).toContain(
      'aria-label="Reason see the guide"',
    );
  });
});

describe('boxes to tick', () => {
  const boxes = {
    type: 'checkboxes',
    options: [
      { ...option('checked', 'I checked them'), description: plain('Against the case files') },
      option('final', 'They are final'),
    ],
    initial_options: [option('checked', 'I checked them')],
  };

  test('show what is ticked, and what each one means', () => {
    const { html } = drawBlocks([input(boxes)]);
    expect(html.match(/<input[^>]* checked/g)).toHaveLength(1);
    expect(html).toMatch(/value="checked" checked/);
    expect(wordsIn(html)).toMatch(/I checked them\s*Against the case files/);
    expect(html).toMatch(/role="group" aria-labelledby="([^"]+)"/);
  });

  test('tell all that is ticked when one more is, and when one is not any more', () => {
    const ticking = drawBlocks([input(boxes)]);
    ticking.act('input', { value: 'final' }, 'onChange');
    expect(ticking.told).toEqual([['choose', 'field', 'input', ['checked', 'final']]]);
    const clearing = drawBlocks([input(boxes)]);
    clearing.act('input', { value: 'checked' }, 'onChange');
    expect(clearing.told).toEqual([['choose', 'field', 'input', []]]);
  });

  test('each have their own label to press', () => {
    const { html } = drawBlocks([input(boxes)]);
    const named = [...html.matchAll(/<label class="choice" for="([^"]+)"/g)].map(([, id]) => id);
    expect(named).toHaveLength(2);
    for (const id of named) expect(html).toContain(`<input id="${id}"`);
  });
});

describe('buttons of which one is picked', () => {
  const buttons = {
    type: 'radio_buttons',
    options: [option('final', 'Final'), option('provisional', 'Provisional')],
    initial_option: option('final', 'Final'),
  };

  test('show the one that is, in a group that says an answer is needed', () => {
    const { html } = drawBlocks([input(buttons)]);
    expect(html).toMatch(/value="final" checked/);
    expect(html.match(/ checked/g)).toHaveLength(1);
    expect(html).toMatch(/role="radiogroup" aria-required="true"/);
  });

  test('tell a pick at once', () => {
    const { act, told } = drawBlocks([input(buttons)]);
    act('input', { value: 'provisional' }, 'onChange');
    expect(told).toEqual([['choose', 'field', 'input', 'provisional']]);
  });
});

describe('a menu of several', () => {
  const measures = ['2.1', '2.2', '2.3', '2.4'].map((ref) => option(ref, `Measure ${ref}`));
  const menu = {
    type: 'multi_static_select',
    placeholder: plain('Pick measures'),
    options: measures,
    initial_options: measures.slice(0, 2),
  };

  test('shows what is picked on its button, and is heard with its label', () => {
    const { html } = drawBlocks([input(menu)]);
    expect(html).toMatch(/aria-expanded="false"[^>]*>Measure 2\.1, Measure 2\.2</);
    const [, label = '', own = ''] = html.match(/aria-labelledby="(\S+) (\S+)"/) ?? [];
    expect(html).toContain(`<label class="input-label" id="${label}"`);
    expect(html).toContain(`<button type="button" id="${own}"`);
  });

  test('says what to do while nothing is picked', () => {
    const { html } = drawBlocks([input({ ...menu, initial_options: [] })]);
    expect(html).toMatch(/aria-expanded="false"[^>]*>Pick measures</);
  });

  test('tells all that is picked when one more is', () => {
    const { act, told, html } = drawBlocks([input(menu)]);
    const [, id] = html.match(/<input id="([^"]*2\.4)"/) ?? [];
    act('input', { id }, 'onChange');
    expect(told).toEqual([['choose', 'field', 'input', ['2.1', '2.2', '2.4']]]);
  });

  test('takes no more than it may', () => {
    const { html } = drawBlocks([input({ ...menu, max_selected_items: 2 })]);
    expect(html.match(/<input[^>]* disabled/g)).toHaveLength(2);
    expect(wordsIn(html)).toContain('2 picked, which is the most it takes.');
    expect(drawBlocks([input(menu)]).html).not.toMatch(/<input[^>]* disabled/);
  });

  test('is searched where it is long', () => {
    expect(drawBlocks([input(menu)]).html).not.toContain('type="search"');
    const options = Array.from({ length: 10 }, (_each, index) => option(`${index}`));
    expect(drawBlocks([input({ ...menu, options })]).html).toContain('type="search"');
  });

  test('of people offers those of the workspace, each with their own box', () => {
    const { html } = drawBlocks([input({ type: 'multi_users_select' })]);
    expect(wordsIn(html)).toMatch(/Tom Reid\s*Priya Shah/);
    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  });
});

describe('a menu that its app fills', () => {
  const outcomes = { type: 'external_select', placeholder: plain('Find an outcome') };
  const asking = (element: object) => {
    const asked: string[] = [];
    const drawn = drawBlocks([input({ ...outcomes, ...element })], {
      suggest: async (blockId, actionId, typed) => {
        asked.push(`${blockId} ${actionId} ${typed}`);
        return [];
      },
    });
    return { ...drawn, asked };
  };

  test('shows the words of what is held, though nothing offers it now', () => {
    const { html } = asking({ initial_option: option('4.1', 'Victims supported') });
    expect(html).toMatch(/aria-expanded="false"[^>]*>Victims supported</);
  });

  test('asks the app with every letter once three are typed', () => {
    const { act, asked, html } = asking({});
    expect(wordsIn(html)).toContain('Type at least 3 letters.');
    act('input', { type: 'search' }, 'onInput', on('vi'));
    act('input', { type: 'search' }, 'onInput', on('vic'));
    act('input', { type: 'search' }, 'onInput', on('vict'));
    expect(asked).toEqual(['field input vic', 'field input vict']);
  });

  test('asks sooner where the app wants to be asked sooner', () => {
    const { act, asked } = asking({ min_query_length: 1 });
    act('input', { type: 'search' }, 'onInput', on('v'));
    expect(asked).toEqual(['field input v']);
  });

  test('asks as it opens where the app wants no letters at all', () => {
    const { act, asked } = asking({ min_query_length: 0 });
    act('button', { 'aria-expanded': false }, 'onClick');
    expect(asked).toEqual(['field input ']);
  });
});

test('words of options that look like markup stay words', () => {
  const hostile = [option('a', '<img src=x onerror=alert(1)>')];
  for (const type of ['static_select', 'multi_static_select', 'checkboxes', 'radio_buttons']) {
    const { html } = drawBlocks([input({ type, options: hostile })]);
    expect(html).not.toContain('<img');
    expect(wordsIn(html)).toContain('<img src=x onerror=alert(1)>');
  }
});
