import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId } from '#shared/domain/ids.ts';
import { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'a consent, sale, withdrawal or opposition is undone that never was an act of the person';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  recordId: about('The consent, sale, withdrawal or opposition that is undone.', FactId),
  cause: about('Why it never was an act of the person.', AnnulmentContent.shape.cause),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 6,
  recordedAt: '2026-11-24T13:00:00.000Z',
  recordId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.b1B2c3D4e5F6g7H8',
  cause: 'wrong-import',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'record-annulled');
  return found && { ...found.common, recordId: found.event.recordId, cause: found.event.cause };
};

export const event = eventType('record.annulled.v1', detailOf);
