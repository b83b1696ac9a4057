import { readFileSync } from 'node:fs';
import { readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';

const FILE = 'examples/barnet-2015-16.yaml';

/** The real programme with its Q1 returns, as the example file gives it. */
export const barnet = (): CatalogueDocument => {
  const read = readCatalogue(readFileSync(FILE, 'utf8'), FILE);
  if (!read.ok) throw new Error(read.fault.map(({ message }) => message).join('\n'));
  return read.value;
};
