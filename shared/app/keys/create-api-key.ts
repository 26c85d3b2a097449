import type { Binding, Scope } from '#shared/domain/advertiser/api-key.ts';
import { refuseBeyond } from '#shared/domain/advertiser/key-strength.ts';
import { type AskedKey, type CreatedApiKey, type KeyPorts, madeBefore, newKey } from './new-key.ts';

export interface CreateApiKey extends AskedKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly advertisers: Binding;
}

/**
 * Creates an API key that grants at most what its creator has, and works at most as long. Throws `insufficient-scope`,
 * `advertiser-not-found`, `invalid-request` for an end that is past or after the creator's own, and
 * `idempotency-key-reused`.
 */
export const createApiKey = async (ports: KeyPorts, command: CreateApiKey): Promise<CreatedApiKey> => {
  refuseBeyond(command.caller, command);
  const earlier = await madeBefore(ports, command);
  if (earlier) return { key: earlier };
  const { name, advertisers } = command;
  const { key, token } = await newKey(ports, command, { name, scopes: [...new Set(command.scopes)], advertisers });
  await ports.apiKeys.put(key);
  return { key, token };
};
