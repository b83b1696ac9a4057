import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Store } from '../src/application/ports.ts';
import { decimal } from '../src/domain/decimal.ts';
import { openStore } from '../src/store/open.ts';
import { type Percentiles, percentilesOf } from './statistics.ts';

/** A return saved for good, beside the least a disk must do for that. */
export interface SubmissionTimes {
  readonly ratio: number;
  readonly milliseconds: { readonly mopac: Percentiles; readonly floor: Percentiles };
}

const BLOCK = 50;
// Three pages: the least that a row, its index and the page it belongs to come to.
const FLOOR_BYTES = 12 * 1024;
// A bot that has run for a day has its code compiled.
const WARM_UP = 200;

/** Filing, one figure, audit entry and receipt in one transaction, against an append and fdatasync. */
export const timeSubmission = (database: string, submissions: number): SubmissionTimes => {
  const store = openStore(database);
  const file = openSync(`${database}.floor`, 'a');
  const mopac: number[] = [];
  const floor: number[] = [];
  const bytes = Buffer.alloc(FLOOR_BYTES, 1);
  for (let each = 0; each < WARM_UP; each += 1) submitOnce(store, submissions + each);
  const append = (): void => {
    writeSync(file, bytes);
    fdatasyncSync(file);
  };
  try {
    for (let done = 0; done < submissions; done += BLOCK) {
      for (let each = 0; each < BLOCK; each += 1) {
        floor.push(msOf(append));
      }
      for (let each = 0; each < BLOCK; each += 1) {
        mopac.push(msOf(() => submitOnce(store, done + each)));
      }
    }
  } finally {
    closeSync(file);
    store.close();
  }
  const milliseconds = { mopac: percentilesOf(mopac), floor: percentilesOf(floor) };
  return { ratio: milliseconds.mopac.p50 / milliseconds.floor.p50, milliseconds };
};

const msOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const submitOnce = (store: Store, number: number): void => {
  const at = Temporal.Now.instant();
  const by = { kind: 'person', key: 'U0SOMEONE', name: 'Somebody' } as const;
  store.transaction(() => {
    const { id } = store.file({
      programmeId: 1,
      projectNumber: 2,
      quarter: { year: 2015, number: 2 },
      filedBy: by,
      filedAt: at,
      late: false,
      additionalInformation: null,
      reason: null,
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures: [
        {
          ref: '2.4',
          figure: {
            answer: { kind: 'number', value: decimal(number), share: null, basis: null },
            provisional: false,
            commentary: 'As expected; nothing further to report.',
            awaited: null,
            action: null,
            smallSample: false,
            judgement: null,
          },
        },
      ],
    });
    store.audit({ at, actor: by, action: 'filed', subject: 'bench', detail: { filing: id } });
    store.enqueue({
      kind: 'receipt',
      key: `bench/${id}`,
      target: { kind: 'person', person: by.key },
      payload: { filing: id },
      parentId: null,
      dueAt: at,
    });
  });
};
