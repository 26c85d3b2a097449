import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';

/** The ids of the file were made by another program, in another language, from normalised forms written by hand. */
interface Golden {
  readonly keys: { readonly 1: string; readonly 2: string };
  readonly advertiserId: AdvertiserId;
  readonly vectors: readonly {
    readonly kind: 'email' | 'phone';
    readonly written: string;
    readonly normalised: string;
    readonly ids: readonly [string, string];
  }[];
  readonly malformed: readonly { readonly kind: 'email' | 'phone'; readonly written: string }[];
}
const FILE = new URL('../../fixtures/golden-addresses.json', import.meta.url);
const { keys, advertiserId, vectors, malformed } = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;

const fingerprints = fingerprintsOf(JSON.stringify({ key1: keys[1], key2: keys[2], current: 2 }));

describe('normalisation 1 and the fingerprints over it never change: an edit here renames contacts that are stored', () => {
  test.each(vectors)('$kind $written', ({ kind, written, normalised, ids }) => {
    const address = { kind, value: written };
    expect(normaliseAddress(address).fingerprinted).toBe(normalised);
    const names = fingerprints.idsOf(advertiserId, address);
    // A number of overseas is also looked for as it was stored where it was written with +33 (docs/decisions/0132).
    const isOverseas = /^\+(?:262|590|594|596)\d{9}$/.test(normalised);
    expect([names.slice(0, ids.length), names.length]).toEqual([ids, ids.length * (isOverseas ? 2 : 1)]);
    // What a provider is given is the same contact again.
    const again = { kind, value: normaliseAddress(address).deliverable };
    expect(fingerprints.idsOf(advertiserId, again)).toEqual(names);
  });

  test.each(malformed)('$kind $written is no address', ({ kind, written }) => {
    expect(() => normaliseAddress({ kind, value: written })).toThrow();
  });
});
