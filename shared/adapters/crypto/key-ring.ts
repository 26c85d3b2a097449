import { hkdfSync } from 'node:crypto';
import { cacheOf } from '#shared/cache.ts';

/** The versions of a secret: what its keys are derived from. */
export interface KeyRing {
  /** The version that new things are made with. */
  readonly current: number;
  /** Every version that can be read, the oldest first. */
  readonly versions: readonly number[];
  /** Key material of a version; `undefined` for an unknown one. */
  materialOf(version: number): Uint8Array | undefined;
}

const MINIMUM_LENGTH = 43;
/** A link has six bits for the version of a contact's id. */
const LAST_VERSION = 63;

/** The texts of a secret by their versions. Throws when one is too short to be a key. */
const textsOf = (secret: Readonly<Record<string, unknown>>): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  for (const [name, text] of Object.entries(secret)) {
    const version = Number(/^key([1-9]\d?)$/.exec(name)?.[1]);
    if (!Number.isInteger(version) || version > LAST_VERSION) continue;
    if (typeof text !== 'string' || text.length < MINIMUM_LENGTH) throw new Error(`the secret's ${name} is too short`);
    texts.set(version, text);
  }
  return texts;
};

/** Derived once in a process, which asks for each message: what `derivedKey` keeps hangs on the same material too. */
const kept = cacheOf<Uint8Array>({ most: 4 * LAST_VERSION });

const materialFrom = (text: string): Uint8Array =>
  kept.get(text) ?? kept.put(text, new Uint8Array(hkdfSync('sha256', text, '', 'aval/key', 32)));

const ringOf = (texts: ReadonlyMap<number, string>, current: number): KeyRing => {
  const keys = new Map([...texts].map(([version, text]) => [version, materialFrom(text)]));
  const versions = [...texts.keys()].sort((a, b) => a - b);
  return { current, versions, materialOf: (version) => keys.get(version) };
};

/** The texts of the keys of a secret by their numbers, and the number of the one that is used. Throws as `keyRingOf`. */
export const keyTextsOf = (
  secret: string,
): { readonly texts: ReadonlyMap<number, string>; readonly current: number } => {
  const stated = JSON.parse(secret) as Readonly<Record<string, unknown>>;
  const texts = textsOf(stated);
  if (texts.size === 0) throw new Error('the secret holds no key named key1, key2…');
  const current = stated.current === undefined ? Math.min(...texts.keys()) : stated.current;
  if (typeof current !== 'number' || !texts.has(current)) throw new Error('the secret holds no key that is current');
  return { texts, current };
};

/**
 * Reads a secret of the form `{ "key1": "<at least 43 random characters>", "key2": …, "current": 1 }`. The material of a
 * version is HKDF-SHA256 over the UTF-8 of its text, so that a generated password serves as well as 32 random bytes. A key that
 * `current` does not name is read and nothing is made with it; without `current` the oldest is it. Throws on any other form:
 * the function must not start.
 */
export const keyRingOf = (secret: string): KeyRing => {
  const { texts, current } = keyTextsOf(secret);
  return ringOf(texts, current);
};

/** The data secret: the keys that advertisers' keys are derived from, and the number of those of their own, once they are in use. */
export interface DataRing extends KeyRing {
  /** New data keys are wrapped under the advertiser's own key of this number. Absent: under a derived one. */
  readonly advertisers?: number;
}

/**
 * Reads the data secret: as `keyRingOf`, and with `"advertisers": n` also one without any key to derive from. Throws on any
 * other form.
 */
export const dataRingOf = (secret: string): DataRing => {
  const stated = JSON.parse(secret) as Readonly<Record<string, unknown>>;
  const { advertisers } = stated;
  if (advertisers === undefined) return keyRingOf(secret);
  if (
    typeof advertisers !== 'number' ||
    !Number.isInteger(advertisers) ||
    advertisers < 1 ||
    advertisers > LAST_VERSION
  )
    throw new Error('the secret names no number of advertisers’ keys');
  const texts = textsOf(stated);
  return { ...(texts.size === 0 ? ringOf(texts, 0) : keyRingOf(secret)), advertisers };
};

/** The material of a version that must be there. */
export const requireMaterial = (ring: KeyRing, version: number): Uint8Array => {
  const material = ring.materialOf(version);
  if (material === undefined) throw new Error(`the secret holds no key${version}`);
  return material;
};
