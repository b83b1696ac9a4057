// Says in a sentence which Node is needed, before anything an older one cannot read is loaded.
import { runtimeRefusal } from '../src/runtime.js';

const refusal = runtimeRefusal(process.versions.node);
if (refusal === null) {
  const { bench } = await import('./bench.ts');
  await bench(process.argv.slice(2));
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 1;
}
