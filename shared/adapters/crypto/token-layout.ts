import * as z from 'zod/mini';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import {
  Channel,
  channelOfNumber,
  PURPOSE_NUMBERS,
  Purpose,
  purposeOfNumber,
  recordOf,
} from '#shared/domain/message/channel.ts';

/**
 * What a token says, packed: every part is spelled in base64url characters already, so the whole is that text decoded,
 * six bits a character, where JSON would fold the header line. In order: the number of this layout, the two versions of
 * the contact id, its 43 characters (256 bits), the 22 of the message, the number of the channel, that of the purpose, and
 * the advertiser's slug to the end, padded with `A`, which no slug contains. A link is valid for years: a layout that was
 * ever sent is read for ever, and a change of it is a new layout with a number of its own.
 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LAYOUT = 1;
const PACKED = /^B(.)(.)(.{43})(.{22})(.)(.)([a-z0-9-]+)A{0,3}$/;

const digit = (value: number): string => {
  const character = value < 0 ? undefined : DIGITS[value];
  if (character === undefined) throw new RangeError('a token has no room for this number');
  return character;
};

/** The bytes of a token before encryption: at most 84. */
export const packToken = (facts: OppositionToken): Uint8Array => {
  const [, key, normalisation, fingerprint = ''] = /^v(\d+)n(\d+)\.(.{43})$/.exec(facts.contactId) ?? [];
  const text = [
    digit(LAYOUT),
    digit(Number(key)),
    digit(Number(normalisation)),
    fingerprint,
    facts.messageId.slice('msg_'.length),
    digit(recordOf(facts.channel).number),
    digit(PURPOSE_NUMBERS[facts.purpose]),
    facts.advertiserId,
  ].join('');
  return Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, 'A'), 'base64url');
};

const Unpacked = z.object({
  advertiserId: AdvertiserId,
  contactId: ContactId,
  messageId: MessageId,
  channel: Channel,
  purpose: Purpose,
});

/** What those bytes say; `undefined` when they are not a token's. */
export const unpackToken = (bytes: Uint8Array): OppositionToken | undefined => {
  const parts = PACKED.exec(Buffer.from(bytes).toString('base64url'));
  if (parts === null) return undefined;
  const [, key = '', normalisation = '', fingerprint, message, channel = '', purpose = '', advertiserId] = parts;
  return Unpacked.safeParse({
    advertiserId,
    contactId: `v${DIGITS.indexOf(key)}n${DIGITS.indexOf(normalisation)}.${fingerprint}`,
    messageId: `msg_${message}`,
    channel: channelOfNumber(DIGITS.indexOf(channel)),
    purpose: purposeOfNumber(DIGITS.indexOf(purpose)),
  }).data;
};
