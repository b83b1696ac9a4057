import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBlocks, wordsIn } from '../support.ts';

const draw = (text: string) => drawBlocks([{ type: 'markdown', text }]);

test.each([
  ['# Title', '<h4>Title</h4>'],
  ['#### Deep', '<h6>Deep</h6>'],
  [
    '**bold** and *italic* and ~~struck~~',
    '<strong>bold</strong> and <em>italic</em> and <s>struck</s>',
  ],
  ['a `<b>` c', '<code>&lt;b></code>'],
  ['```js\na < b\n```', '<code>a &lt; b</code></pre>'],
  ['> quoted', '<blockquote class="quote"><p>quoted</p></blockquote>'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['3. three\n4. four', '<ol start="3"><li>three</li>'],
  ['- [x] done\n- [ ] open', '☑ '],
  ['a\n\n---\n\nb', '<hr'],
  ['[there](https://x.example)', 'href="https://x.example"'],
  ['![a map](https://x.example/a.png)', '>a map</a>'],
  ['|a|b|\n|-|-:|\n|1|2|', '<th scope="col" class="align-right">'],
  ['fish &amp; chips &#163; &pound;', 'fish &amp; chips £ &amp;pound;'],
])('%j', (typed, drawn) => {
  expect(draw(typed)).toContain(drawn);
});

describe('HTML in Markdown', () => {
  test.each([
    '<b>raw</b>',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- x -->',
  ])('is text: %s', (typed) => {
    expect(wordsIn(draw(`before ${typed} after\n\n${typed}\n`)).split(typed)).toHaveLength(3);
  });

  test('becomes no element, whatever surrounds it', () => {
    const scraps = fc.constantFrom(
      ...['<script>', '<a href="javascript:x">', '</div>', '<img src=x>', '&lt;b&gt;', '&#60;b>'],
      ...['*', '_', '`', '```', '|', '-', '#', '>', '[', '](', ')', '!', '\n', '    ', 'a', ' '],
    );
    const known = new Set(
      'div span h4 h5 h6 p strong em s code pre blockquote hr br ul ol li a table thead tbody tr th td'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 60 }), (parts) => {
        const tags = [...draw(parts.join('')).matchAll(/<\/?([a-z0-9]+)/g)];
        expect(tags.filter(([, tag = '']) => !known.has(tag))).toEqual([]);
      }),
    );
  });
});

test.each(['[x](javascript:alert(1))', '![x](javascript:alert(1))', '<javascript:alert(1)>'])(
  'a link that leads neither to the web nor to a mailbox is text: %s',
  (typed) => {
    expect(draw(typed)).not.toMatch(/<a |<img/);
  },
);
