import type { CatalogueFault } from '../application/catalogue-fault.ts';
import type { Clock, Store } from '../application/ports.ts';
import type { RecordVerdict } from '../application/record-verdict.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import type { Result } from '../domain/result.ts';

/** A catalogue file that can be looked through, with what an import of it would be refused for. */
export interface Lintable {
  readonly document: CatalogueDocument;
  readonly faults: readonly CatalogueFault[];
}

/** What the commands need of the world; main.ts brings it. */
export interface CommandParts {
  /** Opened only by a command that needs it, so that `help` works without a database. */
  readonly openStore: () => Store;
  readonly clock: Clock;
  readonly readFile: (path: string) => Uint8Array;
  readonly readCatalogue: (
    text: string,
    fileName: string,
  ) => Result<CatalogueDocument, readonly CatalogueFault[]>;
  readonly readToLint: (
    text: string,
    fileName: string,
  ) => Result<Lintable, readonly CatalogueFault[]>;
  /** Checks the configured database without changing it. Throws a store error where it cannot be read. */
  readonly verifyRecord: () => RecordVerdict;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

export interface CommandResult {
  readonly exitCode: number;
  readonly output: readonly string[];
  readonly errors: readonly string[];
}

const FAILED = 1;
const WRONG_USAGE = 2;

export const succeeded = (output: readonly string[]): CommandResult => ({
  exitCode: 0,
  output,
  errors: [],
});

export const failed = (...errors: readonly string[]): CommandResult => ({
  exitCode: FAILED,
  output: [],
  errors,
});

export const misused = (...errors: readonly string[]): CommandResult => ({
  exitCode: WRONG_USAGE,
  output: [],
  errors,
});
