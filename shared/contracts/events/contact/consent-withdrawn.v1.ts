import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'a person ends a consent; this also opposes, in the channels and purpose of that consent';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  consentId: about('The consent that ended.', FactId),
  oppositionId: about('The opposition that the withdrawal made.', FactId),
  occurredAt: about('When the person withdrew it, in UTC.', Instant),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 4,
  recordedAt: '2026-11-24T11:00:02.000Z',
  consentId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.a1B2c3D4e5F6g7H8',
  oppositionId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.b1B2c3D4e5F6g7H8',
  occurredAt: '2026-11-24T11:00:00.000Z',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'consent-withdrawn');
  if (found === undefined) return undefined;
  const { consentId, id: oppositionId, occurredAt } = found.event;
  return { ...found.common, consentId, oppositionId, occurredAt };
};

export const event = eventType('consent.withdrawn.v1', detailOf);
