import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** Keys of one material that are kept at most: one for each use of each advertiser that a process serves. */
const MOST_KEPT = 4_096;

const kept = new WeakMap<Uint8Array, Map<string, KeyObject>>();

/**
 * The key of 32 bytes that HKDF-SHA256 derives from `material` for a use (`info`), without salt. Derived once in a process and kept as a
 * key object for as long as its material is: both cost ten times what is then done with the key, and a recipient takes five.
 */
export const derivedKey = (material: Uint8Array, info: string): KeyObject => {
  const own = kept.get(material) ?? new Map<string, KeyObject>();
  kept.set(material, own);
  const known = own.get(info) ?? createSecretKey(new Uint8Array(hkdfSync('sha256', material, '', info, 32)));
  if (own.size >= MOST_KEPT) own.clear();
  own.set(info, known);
  return known;
};
