import { printFault, readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import type { Measure } from '../../src/domain/measure.ts';

/** A small sound catalogue: a percentage (2.4) and a flow count (2.5), which a test then spoils. */
export const SOUND = `programme: Barnet MOPAC projects
body: Community Leadership Committee
year: 2015/16
channel: safer-communities
coordinators: [coordinator@example.org]
projects:
  - number: 2
    title: Reducing Substance Misuse Offending
    agency: Public Health
    leads: [lead@example.org]
    measures:
      - ref: "2.4"
        title: Engagement on release from prison
        unit: "%"
        polarity: higher
        kind: level
        baseline: { value: 24, period: 2013/14 }
        target: { at least: 41, text: "41%" }
      - ref: "2.5"
        title: Victims supported
        unit: victims
        polarity: higher
        kind: flow
        baseline: to be established
        target: { at least: 60 }
submissions:
  - project: 2
    quarter: Q1 2015/16
    by: lead@example.org
    filed: 2015-07-14
    figures:
      "2.4": { value: 17 }
      "2.5": { value: 34, basis: this quarter }
`;

/** The sound catalogue with pieces of its text replaced. Throws where a piece is not in it. */
export const spoilt = (...edits: ReadonlyArray<readonly [from: string, to: string]>): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sound catalogue holds no ${from}`);
    return text.replace(from, () => to);
  }, SOUND);

export const faultsOf = (text: string, fileName = 'barnet.yaml'): readonly string[] => {
  const read = readCatalogue(text, fileName);
  return read.ok ? [] : read.fault.map((fault) => printFault(fileName, fault));
};

export const documentOf = (text: string, fileName = 'barnet.yaml'): CatalogueDocument => {
  const read = readCatalogue(text, fileName);
  if (!read.ok) throw new Error(read.fault.map((fault) => printFault(fileName, fault)).join('\n'));
  return read.value;
};

export const measureOf = (text: string, ref: string): Measure => {
  const measures = documentOf(text).programme.projects.flatMap((project) => project.measures);
  const found = measures.find((measure) => measure.ref === ref);
  if (found === undefined) throw new Error(`The catalogue has no measure ${ref}`);
  return found;
};
