import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Act } from '#shared/domain/contact/activity.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { Pause } from '../pause.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Ledger, RequestHash } from './ledger.port.ts';
import { type RecordedFact, recordFact } from './record-fact.ts';

export interface RecordActivity {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  readonly act: Act;
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly request: RequestHash;
}

/** Records an act of the person: it moves the clock of retention (RET-2), and supports no message by itself. */
export const recordActivity = async (
  ports: {
    readonly ledger: Ledger;
    readonly clock: Clock;
    readonly pause: Pause;
    readonly advertisers: Advertisers;
    readonly fingerprints: Fingerprints;
  },
  { access, address, act, occurredAt, actor, request }: RecordActivity,
): Promise<RecordedFact> => {
  refuseFuture(ports.clock.now(), { '/occurredAt': occurredAt });
  await knownAdvertiser(ports.advertisers, access);
  return withContact(ports.fingerprints, access, address, (contact) =>
    recordFact(ports, access, contact, request, (id) => ({ type: 'activity-recorded', id, act, occurredAt, actor })),
  );
};
