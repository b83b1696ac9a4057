import type { CatalogueFault } from '../application/catalogue-fault.ts';
import type { Clock, Store } from '../application/ports.ts';
import type { AuditedPurge } from '../application/purge-record.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import type { Result } from '../domain/result.ts';

/** Whether the record is as it was written, and where it is not. */
export type RecordVerdict =
  | {
      readonly ok: true;
      readonly entries: number;
      readonly head: string;
      /** The texts that were taken out of the record, as the trail tells of them. */
      readonly removed: readonly AuditedPurge[];
    }
  | { readonly ok: false; readonly kind: 'damaged'; readonly found: string }
  /** The first audit entry that does not follow from the one before. */
  | { readonly ok: false; readonly kind: 'chain'; readonly badId: number }
  /** The first filing whose figures are not those its audit entry names; 0 where it has none. */
  | {
      readonly ok: false;
      readonly kind: 'figures';
      readonly filing: number;
      readonly entry: number;
    }
  /** So many texts were taken out and no entry tells of it. */
  | { readonly ok: false; readonly kind: 'texts'; readonly texts: number };

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
