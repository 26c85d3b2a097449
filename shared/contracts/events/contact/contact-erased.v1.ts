import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'a contact is erased: all use of it has ended, and whoever keeps a copy of it is to erase it too';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  erasureId: about('The erasure.', FactId),
  occurredAt: about('When the person asked for it, in UTC.', Instant),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 6,
  recordedAt: '2026-11-24T12:00:00.000Z',
  erasureId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.a1B2c3D4e5F6g7H8',
  occurredAt: '2026-11-24T09:40:00.000Z',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'contact-erased');
  return found && { ...found.common, erasureId: found.event.id, occurredAt: found.event.occurredAt };
};

export const event = eventType('contact.erased.v1', detailOf);
