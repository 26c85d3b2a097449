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
  /** The request that asks for it: its restriction has the same id. */
  readonly id: FactId;
  /** What the same address is called under other keys. */
  readonly otherIds?: readonly ContactId[] | undefined;
  readonly addressKind: AddressKind;
  readonly occurredAt: Instant;
  readonly actor: Actor;
}

/**
 * Restricts the use of a contact, of one that nobody knows yet as well: once this resolves no vet allows anything to it, what is
 * queued included, and nothing of it is removed. Done again it changes nothing, also after it was lifted. Throws
 * `concurrent-change`, `stored-unreadable`.
 */
export const restrictUse = ({ ledger, clock, pause }: RestrictPorts, command: RestrictUse): Promise<void> =>
  retryOnConflict(
    async () => {
      const { access, id, otherIds, addressKind, occurredAt, actor } = command;
      const contactId = contactIdOf(id);
      const history = await ledger.listEvents(access, contactId);
      if (history.some((event) => event.type === 'use-restricted' && event.id === id)) return;
      const at = clock.now();
      const seen =
        (await ledger.readStanding(access, contactId)) ??
        emptyStanding({ advertiserId: access.advertiserId, contactId, addressKind }, at);
      const event = { type: 'use-restricted' as const, id, occurredAt, actor };
      await appendToLedger(ledger, access, [{ contactId, otherIds, seen, events: [event] }], { at });
    },
    { pause, seed: command.id },
  );

/**
 * Lifts a restriction, and with it those of the contact whose request `isKnown` denies: a table that was restored may have lost it.
 * One that does not stand is left alone. Throws as above.
 */
export const liftRestriction = (
  { ledger, clock, pause }: RestrictPorts,
  command: Pick<RestrictUse, 'access' | 'id' | 'actor'> & { readonly isKnown: (id: FactId) => Promise<boolean> },
): Promise<void> =>
  retryOnConflict(
    async () => {
      const { access, id, actor, isKnown } = command;
      const contactId = contactIdOf(id);
      const seen = await ledger.readStanding(access, contactId);
      const standing = seen?.restrictions ?? [];
      const isLost = await Promise.all(standing.map(async (each) => each === id || !(await isKnown(each))));
      const lifted = standing.filter((_, index) => isLost[index]);
      if (seen === undefined || lifted.length === 0) return;
      const events = lifted.map((restrictionId) => ({
        type: 'restriction-lifted' as const,
        id: factIdOf(contactId, `lifting/${restrictionId}`),
        restrictionId,
        actor,
      }));
      await appendToLedger(ledger, access, [{ contactId, seen, events }], { at: clock.now() });
    },
    { pause, seed: `lifting/${command.id}` },
  );
