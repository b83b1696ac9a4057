/** Something wrong in a catalogue file: where it is, and a sentence saying what was expected. */
export interface CatalogueFault {
  readonly line: number;
  readonly column: number;
  /** `projects[1].measures[3].polarity`; empty where the text could not be read as YAML at all. */
  readonly key: string;
  readonly message: string;
}

/** `barnet.yaml line 42, projects[1].measures[3].polarity: expected higher, lower or range, …` */
export const printFault = (fileName: string, fault: CatalogueFault): string =>
  `${fileName} line ${fault.line}${fault.key === '' ? '' : `, ${fault.key}`}: ${fault.message}`;
