import { createDecipheriv } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { openedProof } from '#test/support/crypto/opened-proof.ts';
import { testVault } from '../../support/aws.ts';

/**
 * What the raw table says of a person, found apart from all that exports: it knows no adapters and no contexts of encryption. It takes
 * every wrapped key that it finds to every text that may be encrypted, and unpacks what is packed.
 */

/** One thing that is stored of a person: where, and what. */
export interface Fact {
  /** `<entity> <field>`. */
  readonly where: string;
  readonly text: string;
}

const WRAPPED = /\b\d+\.[A-Za-z0-9+/]{50,}={0,2}/g;
const BASE64 = /^[A-Za-z0-9+/]{40,}={0,2}$/;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]+$/u;

const opened = (keys: readonly Uint8Array[], text: string): string | undefined => {
  if (!BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length <= 28) return undefined;
  for (const key of keys) {
    const counter = Buffer.concat([bytes.subarray(0, 12), Buffer.from([0, 0, 0, 2])]);
    const clear = createDecipheriv('aes-256-ctr', key, counter).update(bytes.subarray(12, -16)).toString('utf8');
    if (!clear.includes('\ufffd') && PRINTABLE.test(clear)) return clear;
  }
  return undefined;
};

const keysOf = async (items: readonly Item[], owner: string): Promise<readonly Uint8Array[]> => {
  const wrapped = new Set(JSON.stringify(items).match(WRAPPED) ?? []);
  const settled = await Promise.allSettled([...wrapped].map((each) => testVault().unwrap(owner as AdvertiserId, each)));
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.key] : []));
};

const DEFLATED = 'deflated:';
const parsed = (text: string): unknown => {
  try {
    const packed = text.startsWith(DEFLATED) && Buffer.from(text.slice(DEFLATED.length), 'base64');
    return JSON.parse(packed ? inflateRawSync(packed).toString('utf8') : text);
  } catch {
    return text;
  }
};

/** Every text and number in a value, with the name of the field that has it; what is encrypted or packed is read. */
const leaves = (value: unknown, name: string, keys: readonly Uint8Array[]): readonly (readonly [string, string])[] => {
  if (value instanceof Uint8Array) return leaves(JSON.parse(inflateRawSync(value).toString('utf8')), name, keys);
  if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]];
  if (typeof value === 'string') {
    const clear = opened(keys, value);
    return clear === undefined ? [[name, value]] : leaves(parsed(clear), name, keys);
  }
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, name, keys));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, key, keys));
};

const holds = (value: unknown, ids: readonly string[]): boolean =>
  ids.some((id) => JSON.stringify(value)?.includes(id) ?? false);

/** Of an item of many people: each innermost object that names one of these, and of a map by contact their entry. */
const ownParts = (value: unknown, ids: readonly string[]): readonly unknown[] => {
  if (value instanceof Uint8Array) return ownParts(JSON.parse(inflateRawSync(value).toString('utf8')), ids);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => ownParts(each, ids));
  const entries = Object.entries(value);
  const inner = entries.flatMap(([, each]) => (typeof each === 'object' ? ownParts(each, ids) : []));
  if (inner.length > 0) return inner;
  const mapped = entries.filter(([name]) => ids.includes(name));
  if (mapped.length > 0) return mapped.map(([, each]) => ({ at: each }));
  const isOwn = entries.some(([, each]) =>
    typeof each !== 'object' || Array.isArray(each) ? holds(each, ids) : false,
  );
  return isOwn ? [value] : [];
};

/** Of people, several in one item: only what lies beside the id of the person is theirs. */
const OF_MANY: ReadonlySet<string> = new Set(['chunk-result', 'sent-proof', 'campaign-job', 'test-recipients']);

/** Everything that a table says of these contacts: of every item that names one of them, or lies under one of them. */
export const factsOf = async (
  items: readonly Item[],
  contactIds: readonly string[],
  owner: string,
): Promise<readonly Fact[]> => {
  const now = Date.now() / 1000;
  const keys = await keysOf(items, owner);
  const living = items.filter((item) => !(typeof item.expiresAt === 'number' && item.expiresAt <= now));
  const own = await Promise.all(living.map(openedProof));
  return own.flatMap((item) => {
    const { entity } = item;
    // Proof of a single message is of one person; of a campaign it is of fifty.
    const isOfMany = OF_MANY.has(String(entity)) && !(entity === 'sent-proof' && !('packed' in Object(item.facts)));
    const all = isOfMany
      ? ownParts(item, contactIds).flatMap((part) => leaves(part, '', keys))
      : leaves(item, '', keys);
    const isNamed = isOfMany || all.some(([, text]) => contactIds.some((id) => text.includes(id)));
    return isNamed ? all.map(([name, text]) => ({ where: `${String(entity)} ${name}`, text })) : [];
  });
};
