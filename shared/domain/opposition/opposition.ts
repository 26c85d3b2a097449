import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { FactId, Instant, Siren } from '../ids.ts';
import { Channels, Purpose } from '../message/channel.ts';
import { line } from '../text/text.ts';

/** The way by which an opposition came. */
const VIA = [
  'link',
  'one-click',
  'sms-reply',
  'key-press',
  'preference-page',
  'typed-address',
  'account',
  'phone',
  'letter',
  'shop',
  'email',
  'complaint',
  'provider-complaint',
  'partner',
  'withdrawal',
  'refusal-at-collection',
  'erasure-request',
] as const;
export const Via = z.enum(VIA);
export type Via = z.infer<typeof Via>;

/** Ways by which a person, or somebody for them, asks an advertiser for something. */
export const RECEIVED_VIA = [
  'phone',
  'letter',
  'shop',
  'email',
  'account',
  'partner',
] as const satisfies readonly Via[];

/** Ways that the API may report: the others are observed by us alone. */
export const REPORTED_VIA = [...RECEIVED_VIA, 'complaint'] as const satisfies readonly Via[];

/** True for a way that the advertiser reports. */
export const isReported = (via: Via): via is (typeof REPORTED_VIA)[number] => REPORTED_VIA.some((each) => each === via);

/**
 * Ways by which a person speaks, rather than one address: these cover every linked contact (D1). A withdrawal is reported by the advertiser,
 * who is not asked how it was received: in doubt by one of these (D2).
 */
export const VIA_OF_THE_PERSON = [
  'preference-page',
  'account',
  'phone',
  'letter',
  'shop',
  'email',
  'withdrawal',
  'refusal-at-collection',
  'erasure-request',
] as const satisfies readonly Via[];

/** Who took it from the person, where somebody else than us did. */
export const receivedBy = about(
  'Who received it from the person: a role or a name at the advertiser, a shop, or a partner, at most 120 characters. Absent: not said.',
  z.optional(line(120)),
);

/** Which partner it came from: that one knows of it, and is not notified. */
export const fromPartner = about(
  'SIREN of the partner that passed it on to you. Absent: no partner did, or it is not known.',
  z.optional(Siren),
);

/** GLOBAL > CHANNEL > PURPOSE (OPP-3): all, some channels, or one channel and purpose. */
export const OppositionScope = named(
  'OppositionScope',
  z.discriminatedUnion('scope', [
    z.strictObject({ scope: about('global: every prospecting message.', z.literal('global')) }),
    z.strictObject({
      scope: about('channel: every prospecting message by these channels.', z.literal('channel')),
      channels: about(
        'The channels, 1 to {max}. Each is believed by its name: whoever says no more texts means sms, mms and rcs.',
        Channels,
      ),
    }),
    z.strictObject({
      scope: about('purpose: messages for one purpose by these channels.', z.literal('purpose')),
      channels: about('The channels, 1 to {max}.', Channels),
      purpose: about('The purpose.', Purpose),
    }),
  ]),
);
export type OppositionScope = z.infer<typeof OppositionScope>;

/** True of a stop of tracking alone: it stops nothing that one receives. */
export const isOfTracking = (of: OppositionScope): boolean => of.scope === 'purpose' && of.purpose === 'tracking';

/** By what means it was given, as far as that widens it. */
export const coversRelational = about(
  'True where it was given by means that a relational message carried: such messages stop too. Absent: it was not.',
  z.optional(z.literal(true)),
);

/** An opposition in the standing. Removed only by an annulment (D4); a later consent may lift it in its own scope (OPP-4). */
export const Opposition = named(
  'Opposition',
  z.strictObject({
    id: about('The id of the opposition.', FactId),
    seq: about('The position of the event that recorded it among the events of the contact.', z.int()),
    of: about('What the person opposes.', OppositionScope),
    via: about('The way by which the opposition came.', Via),
    occurredAt: about('When the person opposed, in UTC; where that is not known, when it was recorded.', Instant),
    recordedAt: about('When it was recorded, in UTC.', Instant),
    messageId: about('The message whose instructions the person used. Absent: not known.', z.optional(z.string())),
    coversRelational,
  }),
);
export type Opposition = z.infer<typeof Opposition>;
