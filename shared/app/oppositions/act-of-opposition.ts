import { createHash } from 'node:crypto';
import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, FactId, Instant } from '#shared/domain/ids.ts';
import type { Actor, LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { OppositionScope, Via } from '#shared/domain/opposition/opposition.ts';

type OppositionEvent = Extract<LedgerEvent, { type: 'opposition-registered' }>;

/** An act of opposition as it was received. Without `occurredAt` it counts from its recording (OPP-4). */
export interface RegisterOpposition {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  /** What the same address is called under other keys, where it was named by its address. */
  readonly otherIds?: readonly ContactId[] | undefined;
  /** Other contacts of the same address, which are opposed as well: absent, there is none. */
  readonly twinIds?: readonly ContactId[] | undefined;
  readonly addressKind: AddressKind;
  readonly of: OppositionScope;
  readonly via: Via;
  readonly occurredAt?: Instant | undefined;
  /** Who received it from the person. */
  readonly receivedBy?: string | undefined;
  /** SIREN of the partner that passed it on. */
  readonly fromPartner?: string | undefined;
  readonly requestId: string;
  readonly bodySha256: string;
  readonly messageId?: string | undefined;
  /** It was given by means that a relational message carried. */
  readonly coversRelational?: true | undefined;
  readonly evidence?: OppositionEvent['evidence'];
  readonly actor: Actor;
}

export interface RegisteredOpposition {
  readonly id: FactId;
  readonly recordedAt: Instant;
  /** The same at other contacts of the address. Absent: there is none. */
  readonly twins?: readonly FactId[] | undefined;
}

/** The same act at another contact of the same address. */
export const actAt = (contactId: ContactId, { twinIds: _, ...command }: RegisterOpposition): RegisterOpposition => {
  const act = createHash('sha256').update(`same-address/${command.requestId}/${contactId}`).digest('hex');
  return { ...command, contactId, otherIds: undefined, requestId: act, bodySha256: act };
};

/** The same act under another name: a new act, where what the first one wrote no longer counts or cannot be found. */
export const actAfter = (command: RegisterOpposition, since: number | string): RegisterOpposition => ({
  ...command,
  requestId: createHash('sha256').update(`${command.requestId}/${since}`).digest('hex'),
});
