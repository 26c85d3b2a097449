import { hkdfSync } from 'node:crypto';

/** The versions of a secret: what its keys are derived from. */
export interface KeyRing {
  /** The version that new things are made with. */
  readonly current: number;
  /** Key material of a version; `undefined` for an unknown one. */
  materialOf(version: number): Uint8Array | undefined;
}

const MINIMUM_LENGTH = 43;

/**
 * Reads a secret of the form `{ "key1": "<at least 43 random characters>", "key2": … }`. The material of a version is
 * HKDF-SHA256 over the UTF-8 of its text, so that a generated password serves as well as 32 random bytes. Versions in
 * use are never dropped from the secret; the highest is current. Throws on any other form: the function must not start.
 */
export const keyRingOf = (secret: string): KeyRing => {
  const entries = Object.entries(JSON.parse(secret) as Record<string, unknown>);
  const keys = new Map<number, Uint8Array>();
  for (const [name, text] of entries) {
    const version = Number(/^key([1-9]\d?)$/.exec(name)?.[1]);
    if (!Number.isInteger(version) || version > 63) continue;
    if (typeof text !== 'string' || text.length < MINIMUM_LENGTH) throw new Error(`the secret's ${name} is too short`);
    keys.set(version, new Uint8Array(hkdfSync('sha256', Buffer.from(text, 'utf8'), '', 'aval/key', 32)));
  }
  if (keys.size === 0) throw new Error('the secret holds no key named key1, key2…');
  return { current: Math.max(...keys.keys()), materialOf: (version) => keys.get(version) };
};

/** The material of a version that must be there. */
export const requireMaterial = (ring: KeyRing, version: number): Uint8Array => {
  const material = ring.materialOf(version);
  if (material === undefined) throw new Error(`the secret holds no key${version}`);
  return material;
};
