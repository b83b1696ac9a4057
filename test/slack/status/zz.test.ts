import { test } from 'vitest';
import { answerCommand } from '../../../src/slack/command.ts';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { ASKER, edgeWith, largeProgramme } from '../fixtures.ts';
test('speed', () => {
  const small = edgeWith(); const big = edgeWith(largeProgramme());
  for (const [name, edge, text] of [['2.4', small, '2.4'], ['status', small, 'status'], ['big', big, 'status'], ['help', small, '']] as const) {
    for (let i = 0; i < 20; i += 1) answerCommand(edge, text, 'rich', ASKER);
    const t = performance.now();
    for (let i = 0; i < 50; i += 1) answerCommand(edge, text, 'rich', ASKER);
    console.log(name, (performance.now() - t) / 50, 'ms');
  }
  console.log(textOfBlocks(answerCommand(small, '2.4', 'plain', ASKER).blocks ?? []));
  console.log(textOfBlocks(answerCommand(small, 'status', 'plain', ASKER).blocks ?? []).slice(0,900));
});
