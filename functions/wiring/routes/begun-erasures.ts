import { once } from '#functions/wiring/once.ts';
import { table } from '#functions/wiring.ts';
import { begunErasuresOf } from '#shared/adapters/dynamodb/erasure/begun-erasures.ts';
import type { Erasures } from '#shared/app/erasure/erasures.port.ts';

/** Erasures, for whoever shows what they left. */
export const begunErasures = /* @__PURE__ */ once(
  (env: { readonly TABLE_NAME: string }): Pick<Erasures, 'of' | 'find'> => begunErasuresOf(table(env)),
);
