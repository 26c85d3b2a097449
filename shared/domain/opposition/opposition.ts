import * as z from 'zod/mini';
import { FactId, Instant } from '../ids.ts';
import { Channel, Purpose } from '../message/channel.ts';

/** The road by which an opposition was heard. */
const ROADS = [
  'link',
  'one-click',
  'sms-reply',
  'key-press',
  'preference-page',
  'account',
  'phone',
  'letter',
  'shop',
  'email',
  'complaint',
  'partner',
  'withdrawal',
  'refusal-at-collection',
  'erasure-request',
] as const;
export const Road = z.enum(ROADS);
export type Road = z.infer<typeof Road>;

/** Roads that the API may report: the others are observed by us alone. */
export const REPORTED_ROADS = [
  'phone',
  'letter',
  'shop',
  'email',
  'account',
  'partner',
  'complaint',
] as const satisfies readonly Road[];

/** Roads by which a person speaks, rather than one address: these reach every linked contact in scope (D1). */
export const ROADS_OF_THE_PERSON = [
  'preference-page',
  'account',
  'phone',
  'letter',
  'shop',
  'email',
  'erasure-request',
] as const satisfies readonly Road[];

/** GLOBAL > CHANNEL > PURPOSE (OPP-3): all, some channels, or one channel and purpose. */
export const OppositionScope = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('global') }),
  z.strictObject({ scope: z.literal('channel'), channels: z.array(Channel).check(z.minLength(1), z.maxLength(12)) }),
  z.strictObject({
    scope: z.literal('purpose'),
    channels: z.array(Channel).check(z.minLength(1), z.maxLength(12)),
    purpose: Purpose,
  }),
]);
export type OppositionScope = z.infer<typeof OppositionScope>;

/** An opposition in the standing. Removed only by an annulment (D4); a later consent may lift it in its own scope (OPP-4). */
export const Opposition = z.strictObject({
  id: FactId,
  seq: z.int(),
  of: OppositionScope,
  road: Road,
  /** When the person acted; for an undated one, when we recorded it. */
  occurredAt: Instant,
  recordedAt: Instant,
  /** The message that carried the instructions used, when known. */
  messageId: z.optional(z.string()),
});
export type Opposition = z.infer<typeof Opposition>;
