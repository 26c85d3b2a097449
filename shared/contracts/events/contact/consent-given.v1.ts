import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { Channel, Purpose } from '#shared/domain/message/channel.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'a consent is recorded; where it had to be confirmed, when it is confirmed';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  consentId: about('The consent.', FactId),
  channels: about('The channels that the consent names.', z.array(Channel)),
  purpose: about('What the consent is for.', Purpose),
  givenAt: about('When the person gave it, in UTC.', Instant),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 3,
  recordedAt: '2026-11-24T10:00:02.000Z',
  consentId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.a1B2c3D4e5F6g7H8',
  channels: ['email'],
  purpose: 'own-offers',
  givenAt: '2026-11-24T10:00:00.000Z',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'consent-given');
  if (found === undefined || found.event.consent.confirmation === 'pending') return undefined;
  const { channels, purpose, givenAt } = found.event.consent;
  return { ...found.common, consentId: found.event.id, channels, purpose, givenAt };
};

export const event = eventType('consent.given.v1', detailOf);
