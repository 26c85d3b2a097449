import { once } from '#functions/wiring/once.ts';
import { table } from '#functions/wiring.ts';
import { handOffsOf } from '#shared/adapters/dynamodb/messages/hand-offs.ts';
import type { HandOffs } from '#shared/app/audit/hand-offs.port.ts';

/** The composition root of the audit. */
export const handOffs = /* @__PURE__ */ once(
  (env: { readonly TABLE_NAME: string }): HandOffs => handOffsOf(table(env)),
);
