import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FailureKind } from '#shared/domain/contact/delivery-failure.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { Clock } from '../clock.port.ts';
import type { Pause } from '../pause.port.ts';
import { appendToLedger } from '../records/append-to-ledger.ts';
import { isRepeated } from '../records/is-repeated.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';

/** Why a message came back, and when; `code` in the provider's words. */
export interface Failure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly occurredAt: Instant;
}

/**
 * Records that a message came back from its address, once for each message and kind. Nothing where the contact is unknown,
 * has expired or was erased: a provider never brings one back. Throws `concurrent-change` after five seconds of lost races.
 */
export const recordFailure = (
  ports: { readonly ledger: Ledger; readonly clock: Clock; readonly pause: Pause },
  access: AdvertiserAccess,
  { contactId, messageId }: Message,
  failure: Failure,
): Promise<void> => {
  const requestId = sha256Of(`delivery-failed/${messageId}/${failure.kind}`);
  const request = { requestId, bodySha256: requestId };
  return retryOnConflict(
    async () => {
      const seen = await ports.ledger.readStanding(access, contactId);
      if (seen === undefined || (await isRepeated(ports.ledger, access, contactId, request))) return;
      const id = factIdOf(contactId, requestId);
      const event = { type: 'delivery-failed', id, ...failure, messageId, actor: { by: 'provider' } } as const;
      await appendToLedger(ports.ledger, access, [{ contactId, seen, events: [event] }], {
        at: ports.clock.now(),
        request,
      });
    },
    { pause: ports.pause, seed: requestId },
  );
};
