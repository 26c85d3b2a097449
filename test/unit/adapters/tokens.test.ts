import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INERT_TOKENS } from '#shared/adapters/crypto/inert-tokens.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { CHANNELS, Purpose } from '#shared/domain/message/channel.ts';
import { isInertToken } from '#shared/domain/opposition/inert-token.ts';
import { ADVERTISER_ID, CONTACT_ID, messageId } from '../../support/builders.ts';

const SECRET = JSON.stringify({ key1: 'k'.repeat(43) });
const tokens = tokensOf(SECRET);
const base64url = (length: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{${length}}$`));
const anyToken = fc.record({
  advertiserId: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
  contactId: fc
    .tuple(fc.integer({ min: 1, max: 63 }), fc.integer({ min: 1, max: 63 }), base64url(43))
    .map(([key, normalisation, hash]) => `v${key}n${normalisation}.${hash}`),
  messageId: base64url(22).map((id) => `msg_${id}`),
  channel: fc.constantFrom(...CHANNELS),
  purpose: fc.constantFrom(...Purpose.options),
}) as fc.Arbitrary<OppositionToken>;
const aToken: OppositionToken = {
  advertiserId: ADVERTISER_ID,
  contactId: CONTACT_ID,
  messageId: messageId('welcome'),
  channel: 'email',
  purpose: 'own-offers',
};

test('a token says what it was minted with', () => {
  fc.assert(fc.property(anyToken, (facts) => void expect(tokens.read(tokens.mint(facts))).toEqual(facts)));
});

test('a token keeps the header line short: at most 165 characters, under 200 with a host of 35', () => {
  fc.assert(
    fc.property(anyToken, (facts) => {
      const token = tokens.mint(facts);
      expect(token).toMatch(/^[A-Za-z0-9_-]{1,165}$/);
      expect(`https://${'h'.repeat(35)}/o/${token}`.length).toBeLessThan(200);
    }),
  );
});

test('a token with any bit flipped cannot be read', () => {
  fc.assert(
    fc.property(anyToken, fc.nat(), (facts, position) => {
      const bytes = Buffer.from(tokens.mint(facts), 'base64url');
      const bit = position % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tokens.read(bytes.toString('base64url'))).toBeUndefined();
    }),
  );
});

test('one token has one spelling', () => {
  const token = tokens.mint(aToken);
  const others = [`${token}=`, `${token}A`, ` ${token}`, token.slice(0, -1), token.toLowerCase(), '', 'A'.repeat(200)];
  for (const other of others) expect(tokens.read(other)).toBeUndefined();
});

test('the same link is the same token, and tells nothing of its parts', () => {
  const token = tokens.mint(aToken);
  expect(tokens.mint({ ...aToken })).toBe(token);
  expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(ADVERTISER_ID);
});

test('an old link is read after a rotation, and a link of an unknown key is not', () => {
  const keys = { key1: 'k'.repeat(43), key2: 'm'.repeat(43) };
  const added = tokensOf(JSON.stringify(keys));
  const rotated = tokensOf(JSON.stringify({ ...keys, current: 2 }));
  // A key that was only added makes no link yet: another process may not know it.
  expect(tokens.read(added.mint(aToken))).toEqual(aToken);
  expect(added.read(rotated.mint(aToken))).toEqual(aToken);
  expect(rotated.read(tokens.mint(aToken))).toEqual(aToken);
  expect(rotated.read(rotated.mint(aToken))).toEqual(aToken);
  expect(tokens.read(rotated.mint(aToken))).toBeUndefined();
});

test('a token for a preview is as long as the living one, and says nothing', () => {
  fc.assert(
    fc.property(anyToken, (facts) => {
      const [living, inert] = [tokens.mint(facts), INERT_TOKENS.mint(facts)];
      expect(inert).toHaveLength(living.length);
      expect([isInertToken(inert), tokens.read(inert), isInertToken(living)]).toEqual([true, undefined, false]);
    }),
  );
});

test('a token for reports says the same in as many characters, is the same each time, and is no link of a reader', () => {
  fc.assert(
    fc.property(anyToken, (facts) => {
      const [reader, reports] = [tokens.mint(facts), tokens.mintForReports(facts)];
      expect([reports.length, reports === reader]).toEqual([reader.length, false]);
      expect(tokens.mintForReports({ ...facts })).toBe(reports);
      expect([tokens.read(reports), tokens.readForReports(reports)]).toEqual([undefined, facts]);
      // Providers were given the link of the reader before.
      expect(tokens.readForReports(reader)).toEqual(facts);
    }),
  );
});

test('a token for reports cannot be made of the link of a reader, nor the other way round', () => {
  const [reader, reports] = [tokens.mint(aToken), tokens.mintForReports(aToken)].map((each) =>
    Buffer.from(each, 'base64url'),
  ) as [Buffer, Buffer];
  const NONCE_ENDS = 13;
  const mixed = (one: Buffer, other: Buffer) =>
    Buffer.concat([one.subarray(0, NONCE_ENDS), other.subarray(NONCE_ENDS)]).toString('base64url');
  for (const token of [mixed(reader, reports), mixed(reports, reader)])
    expect([tokens.read(token), tokens.readForReports(token)]).toEqual([undefined, undefined]);
});

test('a token for reports with any bit flipped cannot be read', () => {
  fc.assert(
    fc.property(anyToken, fc.nat(), (facts, position) => {
      const bytes = Buffer.from(tokens.mintForReports(facts), 'base64url');
      const bit = position % (bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(tokens.readForReports(bytes.toString('base64url'))).toBeUndefined();
    }),
  );
});
