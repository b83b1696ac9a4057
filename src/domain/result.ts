/** What a person can cause to go wrong is a value; only bugs are thrown. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refused = <Fault>(fault: Fault): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault,
});

/** Fails the build where a union is not exhausted, and throws where data broke its type. */
export const unreachable = (value: never): never => {
  throw new Error(`A case nobody handled: ${JSON.stringify(value)}`);
};
