import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FailureKind } from '#shared/domain/contact/delivery-failure.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';

/** That nothing reached an address: when and why, in the provider's words. */
interface ReportedFailure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly occurredAt: Instant;
  /** The message that came back. Absent: the provider only says that it sends nothing to the address. */
  readonly messageId?: MessageId | undefined;
}

/**
 * Records that nothing reached an address, once for each `act`. Nothing where the contact is unknown, has expired or was erased: a
 * provider never brings one back. Throws `concurrent-change` after five seconds of lost races.
 */
export const recordFailure = (
  ports: { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause },
  access: AdvertiserAccess,
  contactId: ContactId,
  { act, ...failure }: ReportedFailure & { readonly act: string },
): Promise<void> => {
  const requestId = sha256Of(act);
  const request = { requestId, bodySha256: requestId };
  return retryOnConflict(
    async () => {
      const seen = await ports.ledger.readStanding(access, contactId);
      if (seen === undefined || isErased(seen)) return;
      if (await isRepeated(ports.ledger, access, { contactId }, request)) return;
      const id = factIdOf(contactId, requestId);
      const event = { type: 'delivery-failed', id, ...failure, actor: { by: 'provider' } } as const;
      await appendToLedger(ports.ledger, access, [{ contactId, seen, events: [event] }], {
        at: ports.clock.now(),
        request,
      });
    },
    { pause: ports.pause, seed: requestId },
  );
};
