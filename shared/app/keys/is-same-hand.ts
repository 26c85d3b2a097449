import { ROOT_KEY_ID } from '#shared/domain/advertiser/api-key.ts';
import type { ApiKeys } from './api-keys.port.ts';

type ReadsKeys = Pick<ApiKeys, 'get'>;

/**
 * True where two keys are one, or one of them made the other or was replaced by it, at whatever remove: whoever holds the one
 * could have the other. The root key joins nobody: it makes the first key of each. Two keys that a third one made are two hands.
 */
export const isSameHand = async (apiKeys: ReadsKeys, one: string, other: string): Promise<boolean> =>
  one === other || (await comesFrom(apiKeys, one, other)) || (await comesFrom(apiKeys, other, one));

const isKey = (apiKeyId: string | undefined): apiKeyId is string => apiKeyId !== undefined && apiKeyId !== ROOT_KEY_ID;

/** True where `origin` made the key, or was replaced by it, or did so with a key that did. */
const comesFrom = async (apiKeys: ReadsKeys, apiKeyId: string, origin: string): Promise<boolean> => {
  const seen = new Set<string>();
  let left: readonly string[] = [apiKeyId];
  while (left.length > 0) {
    for (const id of left) seen.add(id);
    const keys = await Promise.all(left.map((id) => apiKeys.get(id)));
    const before = new Set(keys.flatMap((key) => [key?.createdBy, key?.replaces].filter(isKey)));
    if (before.has(origin)) return true;
    left = [...before].filter((id) => !seen.has(id));
  }
  return false;
};
