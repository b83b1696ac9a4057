import type { Clock, OutboxMessage, Store } from './ports.ts';
import type { ReviewedReturn } from './review-return.ts';

/**
 * Has the receipts of what stands drawn again, where a decision changes what they offer. Those of
 * earlier revisions stay as they were sent: they say what was filed then.
 */
export const redrawReceipts = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { key, project }: ReviewedReturn,
): void => {
  const { programmeId, projectNumber, quarter } = key;
  // An approved correction has no receipt of its own: the one before it is still the latest.
  const latest = store
    .filings(programmeId, projectNumber, quarter)
    .map(({ id }) => receiptsOf(store, id, project.leads))
    .findLast((receipts) => receipts.length > 0);
  const decision = store.reviews(programmeId, projectNumber, quarter).at(-1)?.id ?? 0;
  for (const receipt of latest ?? []) {
    store.enqueue({
      kind: 'edit',
      key: `${receipt.kind}/${receipt.key}/review-${decision}`,
      target: receipt.target,
      payload: {},
      parentId: receipt.id,
      dueAt: clock.now(),
    });
  }
};

const receiptsOf = (
  store: Store,
  filing: number,
  leads: readonly string[],
): readonly OutboxMessage[] =>
  [`filing/${filing}`, ...leads.map((lead) => `filing/${filing}/${lead.toLowerCase()}`)].flatMap(
    (key) => store.outboxMessage('receipt', key) ?? [],
  );
