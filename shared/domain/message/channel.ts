import * as z from 'zod/mini';
import * as records from '#shared/channels/channels.ts';
import type { AddressKind, ChannelFamily, ChannelRecord } from '#shared/channels/record.ts';
import { named } from '../about.ts';

type Records = (typeof records)[keyof typeof records];

/** Every channel that a message or a fact may name. Not all are built. */
export type Channel = Records['name'];

/** Channels that messages are sent on. */
export type SentChannel = Extract<Records, { readonly use: 'sent' }>['name'];

/** Channels whose final bytes are judged where another system made them. */
export type JudgedChannel = Extract<Records, { readonly use: 'sent' | 'judged' }>['name'];

type KnownRecord = ChannelRecord & { readonly name: Channel };

/** By number, so that the order in which the channels are listed means nothing. */
const RECORDS: readonly KnownRecord[] = Object.values(records).toSorted((a, b) => a.number - b.number);

/** The names of all channels, by number. */
export const CHANNELS: readonly Channel[] = RECORDS.map(({ name }) => name);
export const Channel = named('Channel', z.enum(CHANNELS));

/** A list of channels: at least one, at most all of them. */
export const Channels = z.array(Channel).check(z.minLength(1), z.maxLength(CHANNELS.length));

const BY_NAME: ReadonlyMap<Channel, KnownRecord> = new Map(RECORDS.map((record) => [record.name, record]));

/** All that is known of a channel without its rendering. */
export const recordOf = (channel: Channel): ChannelRecord => {
  const record = BY_NAME.get(channel);
  if (record === undefined) throw new RangeError('no such channel');
  return record;
};

/** The channel of a number; `undefined` for a number that no channel has. */
export const channelOfNumber = (number: number): Channel | undefined =>
  RECORDS.find((record) => record.number === number)?.name;

/** Messages are sent on it. */
export const isSent = (channel: Channel): channel is SentChannel => recordOf(channel).use === 'sent';

/** How fast the recipients of a campaign follow one another on a channel. */
export type ChunkPace = NonNullable<ChannelRecord['pace']>;
const USUAL_PACE: ChunkPace = { recipients: 50, inFlight: 16, betweenMs: 0 };
export const paceOf = (channel: Channel): ChunkPace => recordOf(channel).pace ?? USUAL_PACE;

/** What the provider of a channel bills. */
export const billedOn = (channel: Channel): NonNullable<ChannelRecord['billed']> =>
  recordOf(channel).billed ?? { per: 'message' };

/** A run counts the bounces and complaints of its messages. */
export const isReportedOn = (channel: Channel): boolean => recordOf(channel).isReportedOn === true;

/** Messages on it are vetted, whoever sends them. */
export const isVetted = (channel: Channel): boolean => recordOf(channel).use !== 'named';

const namesWhere = (holds: (record: ChannelRecord) => boolean): readonly Channel[] =>
  RECORDS.filter(holds).map(({ name }) => name);

/** The channels that one act of opposition covers with this one (OPP-3), by number. */
export const familyOf = (channel: Channel): readonly Channel[] => {
  const { family } = recordOf(channel);
  return family === undefined ? [channel] : channelsOfFamily(family);
};
const channelsOfFamily = (family: ChannelFamily): readonly Channel[] =>
  namesWhere((record) => record.family === family);

/** A call, by whomever or whatever it is made: calls to one consumer are counted. */
export const isVoice = (channel: Channel): boolean => recordOf(channel).family === 'voice';

/**
 * The channels that an opposition received in this way covers: those of every family in which one channel offers it.
 */
export const channelsOpposedBy = (means: ChannelRecord['opposedBy'][number]): readonly Channel[] => {
  const families = new Set(RECORDS.filter(({ opposedBy }) => opposedBy.includes(means)).map(({ family }) => family));
  return namesWhere(({ family }) => family !== undefined && families.has(family));
};

/** The channels of electronic mail (L. 34-5 CPCE) that reach an address of this kind, by number. */
export const electronicMailTo = (kind: AddressKind): readonly Channel[] =>
  namesWhere(({ address, isElectronicMail }) => address === kind && isElectronicMail === true);

/** The kind of address that a channel reaches; `undefined`: no address of ours. */
export const addressKindOf = (channel: Channel): AddressKind | undefined => recordOf(channel).address;

/** Does a channel go to addresses of this kind? One that goes to no address of ours goes to any. */
export const fitsAddress = (channel: Channel, kind: AddressKind): boolean => {
  const expected = addressKindOf(channel);
  return expected === undefined || expected === kind;
};

/** What a message is for, and what a basis allows: closed (D22). Topics are the advertiser's labels under one of them. */
export const Purpose = z.enum(['own-offers', 'partner-offers', 'tracking']);
export type Purpose = z.infer<typeof Purpose>;

/** What a message brings: offers. To be counted is agreed to and opposed, and no message is for it (D22). */
export const OfferPurpose = z.enum(['own-offers', 'partner-offers']);
export type OfferPurpose = z.infer<typeof OfferPurpose>;

/** What a stored message is judged by: a version before took some that were said to be for tracking, which bring offers as any other. */
export const purposeOfMessage = (stored: Purpose): OfferPurpose => (stored === 'tracking' ? 'own-offers' : stored);

/** In link tokens, 1 to 63. Given once, never changed, never given to another purpose. */
export const PURPOSE_NUMBERS = {
  'own-offers': 1,
  'partner-offers': 2,
  tracking: 3,
} as const satisfies Record<Purpose, number>;

/** The purpose of a number; `undefined` for a number that no purpose has. */
export const purposeOfNumber = (number: number): Purpose | undefined =>
  Purpose.options.find((purpose) => PURPOSE_NUMBERS[purpose] === number);
