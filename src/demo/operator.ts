/** Whom the record names for what the demo does by itself. */
export const OPERATOR = { kind: 'operator', name: 'demo' } as const;
