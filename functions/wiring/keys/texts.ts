import { once } from '#functions/wiring/once.ts';
import { namedTextsOf } from '#shared/adapters/dynamodb/messages/named-texts.ts';
import type { NamedTexts } from '#shared/app/messages/contents.port.ts';
import { type Encrypting, table, vault } from './vaults.ts';

/** What opens texts of messages without a template, by their hashes. */
export const namedTexts = /* @__PURE__ */ once(
  (env: Encrypting): NamedTexts => namedTextsOf({ ...table(env), vault: vault(env) }),
);
