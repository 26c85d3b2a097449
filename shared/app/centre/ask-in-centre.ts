import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AskedInCentre } from '#shared/domain/centre/asked.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import { type RecordRequestPorts, recordRequest } from '../rights/record-request.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { AskedRequests } from './asked-requests.port.ts';
import { requestsOfContact } from './confirm-in-centre.ts';

export interface AskPorts extends RecordRequestPorts {
  readonly addressOfLink: AddressOfLink;
  readonly askedRequests: Pick<AskedRequests, 'of'>;
}

/** A request that is recorded. */
export interface AskedNow {
  readonly request: RightsRequest;
  /** Where it is to be said: by the first of several that are the same, and by no more than `MOST_SAID` a day. */
  readonly saidTo?: SaidTo | undefined;
}

/** Where the code went, and the contact as it is stored now: what is answered there opposes that one. */
export interface SaidTo {
  readonly address: Address;
  readonly contactId: ContactId;
}

/** Requests of a day of which a contact is written to: as many as codes. */
const MOST_SAID = 6;

export interface AskInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly kind: AskedInCentre;
  /** The line that was chosen, where it is not that of the kind. */
  readonly line?: RightsRequest['line'];
  readonly words?: string | undefined;
  /** What opened the centre: the same words twice while it is open are one request. */
  readonly pass: string;
}

/**
 * Records what a person asks of their data in the open centre: received now, their identity known by the code that they typed.
 * `undefined`: no address of theirs is held any more, so that there is nothing to ask of. Throws as `recordRequest`.
 */
export const askInCentre = async (
  ports: AskPorts,
  { access, link, kind, line, words, pass }: AskInCentre,
): Promise<AskedNow | undefined> => {
  const { address, standing } = await ports.addressOfLink.of(access, link);
  if (address === undefined) return undefined;
  const act = sha256Of(JSON.stringify(['preference-centre', link.contactId, pass, kind, words ?? '']));
  const before = await requestsOfContact(ports.askedRequests, { access, link, standing });
  const { request } = await recordRequest(ports, {
    access,
    address,
    kind,
    line,
    words,
    via: 'preference-page',
    by: 'person',
    identity: 'code',
    actor: { by: 'person' },
    acknowledged: true,
    request: { requestId: act, bodySha256: act },
  });
  const since = addDays(ports.clock.now(), -1);
  const ofDay = before.filter(({ via, recordedAt }) => via === 'preference-page' && recordedAt > since);
  const isSaid = ofDay.length < MOST_SAID && !before.some(({ id }) => id === request.id);
  return { request, ...(isSaid ? { saidTo: { address, contactId: request.contactId } } : {}) };
};
