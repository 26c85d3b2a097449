import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Change } from '#shared/domain/change.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { oppositionOf } from '#shared/domain/ledger/opposition-of.ts';
import { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';
import { eventType, OF_CONTACT, recorded } from '../event.ts';

/** Completes "is published when …". */
export const when = 'a person opposes, also by a refusal that is recorded with a sale';

export const Detail = z.strictObject({
  ...OF_CONTACT,
  oppositionId: about('The opposition.', FactId),
  of: about('What the person opposes: all, some channels, or channels for one purpose.', OppositionScope),
  via: about('The way by which it came.', Via),
  occurredAt: about('When the person opposed, in UTC.', Instant),
  messageId: about('The message that was answered; absent where it is not known.', z.optional(z.string())),
});

export const example: z.input<typeof Detail> = {
  advertiserId: 'maison-roy',
  contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
  seq: 7,
  recordedAt: '2026-11-24T14:00:02.000Z',
  oppositionId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v.c1B2c3D4e5F6g7H8',
  of: { scope: 'channel', channels: ['email'] },
  via: 'link',
  occurredAt: '2026-11-24T14:00:00.000Z',
};

const detailOf = (change: Change): z.infer<typeof Detail> | undefined => {
  const found = recorded(change, 'opposition-registered') ?? recorded(change, 'sale-recorded');
  const opposition = found && oppositionOf(found.event);
  if (found === undefined || opposition === undefined) return undefined;
  const { id: oppositionId, ...act } = opposition;
  const messageId = 'messageId' in found.event ? found.event.messageId : undefined;
  return { ...found.common, oppositionId, ...act, messageId };
};

export const event = eventType('opposition.registered.v1', detailOf);
