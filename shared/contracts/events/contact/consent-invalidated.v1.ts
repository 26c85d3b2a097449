import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId } from '#shared/domain/ids.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'an operator corrects a record: the consent ends, and nothing is opposed';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  consentId: about('The consent that ended.', FactId),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 5,
  recordedAt: '2026-11-24T12:00:00.000Z',
  consentId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.a1B2c3D4e5F6g7H8',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'consent-invalidated');
  return found && { ...found.common, consentId: found.event.consentId };
};

export const event = eventType('consent.invalidated.v1', detailOf);
