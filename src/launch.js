#!/usr/bin/env node
// The way in for every command. It checks the Node it runs on before anything else is loaded: an older
// one cannot read TypeScript, and the database's native module would crash it.
import { runtimeRefusal } from './runtime.js';

const refusal = runtimeRefusal(process.versions.node);
if (refusal === null) {
  // Keeps what V8 made of the sources, which takes a fifth off every later start. Not in the folder for
  // temporary files, where others on this machine could put code of theirs before ours is there.
  const kept = new URL('../node_modules/.cache/compiled', import.meta.url);
  (await import('node:module')).enableCompileCache((await import('node:url')).fileURLToPath(kept));
  const [command, ...words] = process.argv.slice(2);
  if (command === 'demo') await (await import('./demo/demo.ts')).demo();
  else await (await import('./main.ts')).main(command, words);
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
