import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { type ContactId, contactIdOf, type FactId, type Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';

export interface RestrictPorts {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly pause: Pause;
}

export interface RestrictUse {
  readonly access: AdvertiserAccess;
  /** The restriction: that of the contact which a request names has the id of the request; of others see `restrictionOf`. */
  readonly id: FactId;
  /** What the same address is called under other keys. */
  readonly otherIds?: readonly ContactId[] | undefined;
  readonly addressKind: AddressKind;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  /** Whether it must still hold, as it is stored now. */
  readonly isDue: () => Promise<boolean>;
}

/** The id of the restriction of a contact that a request asks for. */
export const restrictionOf = (contactId: ContactId, requestId: FactId): FactId =>
  contactIdOf(requestId) === contactId ? requestId : factIdOf(contactId, requestId);

/**
 * Restricts the use of a contact, of one that nobody knows yet as well: once this resolves no vet allows anything to it, what is
 * queued included, neither its term nor a call removes its standing, and the old events and messages end by theirs. Done again it changes nothing where it holds; where it does not, it is in force
 * again if `isDue` says so. Throws `concurrent-change`, `stored-unreadable`.
 */
export const restrictUse = ({ ledger, clock, pause }: RestrictPorts, command: RestrictUse): Promise<void> =>
  retryOnConflict(
    async () => {
      const { access, id, otherIds, addressKind, occurredAt, actor, isDue } = command;
      const contactId = contactIdOf(id);
      const known = await ledger.readStanding(access, contactId);
      // Asked after the standing was read: who lifts it decided so before.
      if (known?.restrictions?.includes(id) || !(await isDue())) return;
      const at = clock.now();
      const seen = known ?? emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
      const event = { type: 'use-restricted' as const, id, occurredAt, actor };
      await appendToLedger(ledger, access, [{ contactId, otherIds, seen, events: [event] }], { at });
    },
    { pause, seed: command.id },
  );

/**
 * Lifts a restriction, and no other one of the contact: another may be of a request that is being recorded. One that does not stand
 * is left alone. Throws as above.
 */
export const liftRestriction = (
  { ledger, clock, pause }: RestrictPorts,
  { access, id, actor }: Pick<RestrictUse, 'access' | 'id' | 'actor'>,
): Promise<void> =>
  retryOnConflict(
    async () => {
      const contactId = contactIdOf(id);
      const seen = await ledger.readStanding(access, contactId);
      if (!seen?.restrictions?.includes(id)) return;
      const lifting = {
        type: 'restriction-lifted' as const,
        id: factIdOf(contactId, `lifting/${id}`),
        restrictionId: id,
        actor,
      };
      await appendToLedger(ledger, access, [{ contactId, seen, events: [lifting] }], { at: clock.now() });
    },
    { pause, seed: `lifting/${id}` },
  );
