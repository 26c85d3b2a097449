import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import { CHANNELS, PURPOSE_NUMBERS, Purpose, recordOf } from '#shared/domain/message/channel.ts';

/**
 * Links that were sent, one for each channel and purpose. A link is valid for years (design of P2), so each must say the
 * same for ever: a line is added for a new channel or purpose, and none is ever changed or removed.
 */
const GOLDEN: Readonly<Record<string, string>> = JSON.parse(readFileSync('test/fixtures/golden-tokens.json', 'utf8'));
const KEY = JSON.stringify({ key1: 'golden-test-key-golden-test-key-golden-test' });
const tokens = tokensOf(KEY);
const pairs = CHANNELS.flatMap((channel) => Purpose.options.map((purpose) => ({ channel, purpose })));
/** What all links say. */
const OF_ALL = {
  advertiserId: AdvertiserId.parse('maison-roy'),
  contactId: ContactId.parse('v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v'),
  messageId: MessageId.parse('msg_a1B2c3D4e5F6g7H8i9J0kL'),
};
const nameOf = ({ channel, purpose }: Pick<OppositionToken, 'channel' | 'purpose'>) => `${channel} ${purpose}`;

/** Lines of the file for these channels and purposes. */
const linesOf = (missing: typeof pairs): readonly string[] =>
  missing.map((pair) => `${JSON.stringify(nameOf(pair))}: ${JSON.stringify(tokens.mint({ ...OF_ALL, ...pair }))}`);
const adviceOn = (missing: typeof pairs): string =>
  `Add to test/fixtures/golden-tokens.json, and change no other line:\n  ${linesOf(missing).join(',\n  ')}`;

describe('P2: a link in a message that was sent long ago opposes what it said', () => {
  test.each(Object.entries(GOLDEN))('%s', (name, token) => {
    const link = tokens.read(token);
    expect(link && nameOf(link)).toBe(name);
    expect(link).toMatchObject(OF_ALL);
    // Providers report by it, of messages that left before they were given a token of its own kind.
    expect(tokens.readForReports(token)).toEqual(link);
  });

  test('the same message has the same link today', () => {
    for (const [name, token] of Object.entries(GOLDEN)) {
      const link = tokens.read(token);
      expect([name, link && tokens.mint(link)]).toEqual([name, token]);
    }
  });

  test('every channel and purpose has its golden link', () => {
    const missing = pairs.filter((pair) => GOLDEN[nameOf(pair)] === undefined);
    expect(missing.map(nameOf), adviceOn(missing)).toEqual([]);
  });

  test('a link that is missing is printed as its line, which reads as what it says', () => {
    const [line = ''] = linesOf([{ channel: 'sms', purpose: 'tracking' }]);
    expect(JSON.parse(`{${line}}`)).toEqual({ 'sms tracking': GOLDEN['sms tracking'] });
  });
});

describe('P2: no two links are mistaken for one another', () => {
  const distinct = (numbers: readonly number[]) => {
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) expect([number, number >= 1 && number <= 63]).toEqual([number, true]);
  };
  test('no channel has the number of another', () => distinct(CHANNELS.map((channel) => recordOf(channel).number)));
  test('no purpose has the number of another', () => distinct(Object.values(PURPOSE_NUMBERS)));
});
