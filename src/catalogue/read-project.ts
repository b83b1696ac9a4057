import type { Project } from '../domain/measure.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import { readOutcome } from './read-measure.ts';
import { listOf, projectShape } from './shapes.ts';

/** One project with its measures, those left out that are faulty; null where its own words are. */
export const readProject = (faults: FaultList, value: unknown, path: Path): Project | null => {
  const words = faults.read(projectShape, value, path);
  if (words !== null && words.leads.length === 0) {
    faults.addFound(
      [...path, 'leads'],
      'a project needs at least one lead to ask for its figures.',
    );
  }
  const given = typeof value === 'object' && value !== null && 'measures' in value;
  const list = given || words !== null ? listIn(faults, value, [...path, 'measures']) : [];
  const measures = list.flatMap((measure, index) =>
    readOutcome(faults, measure, [...path, 'measures', index], words?.number ?? 0),
  );
  return (
    words && {
      number: words.number,
      title: words.title,
      agency: words.agency,
      leads: words.leads,
      deputies: words.deputies ?? [],
      manager: words.manager ?? null,
      measures,
    }
  );
};

const listIn = (faults: FaultList, project: unknown, path: Path): readonly unknown[] => {
  const value = typeof project === 'object' && project !== null && 'measures' in project;
  const list = faults.read(listOf('measures'), value ? project.measures : undefined, path);
  if (list?.length === 0) faults.add(path, 'a project needs at least one measure.');
  return list ?? [];
};
