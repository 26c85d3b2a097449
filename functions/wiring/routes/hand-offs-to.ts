import { once } from '#functions/wiring/once.ts';
import { table } from '#functions/wiring.ts';
import { handOffsToOf } from '#shared/adapters/dynamodb/messages/hand-offs-to.ts';
import type { HandOffsTo } from '#shared/app/contacts/hand-offs-to.port.ts';

/** What was handed over for contacts, of which no message is stored. */
export const handOffsTo = /* @__PURE__ */ once(
  (env: Parameters<typeof table>[0]): HandOffsTo => handOffsToOf(table(env)),
);
