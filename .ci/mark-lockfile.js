// Run after every change of dependencies (npm run lockfile). npm 10, which comes with Node 20, compiles
// any package that has a binding.gyp unless told not to. better-sqlite3 says so in its own package.json,
// but npm 10 reads only the lockfile, and npm does not write the word there.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
lock.packages['node_modules/better-sqlite3'].gypfile = false;
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
