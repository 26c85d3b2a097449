import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { markOf } from '#shared/domain/rights/identity-link.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { type AwaitingRequest, awaitsIdentity } from '#shared/domain/rights/take-step.ts';
import type { Clock } from '../clock.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { Pause } from '../pause.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { AskedRequests } from './asked-requests.port.ts';

/** Nobody reads more of them on one page. */
const MOST_SHOWN = 20;

interface OfContact {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** What is held of the address of the link: its contact has another id where its key is another. */
  readonly standing: Standing | undefined;
}

const allOf = async (
  asked: Pick<AskedRequests, 'of'>,
  { access, link, standing }: OfContact,
): Promise<readonly RightsRequest[]> => {
  const ids = new Set([link.contactId, standing?.contactId ?? link.contactId]);
  return (await Promise.all([...ids].map((id) => asked.of(access, id)))).flat();
};

/** Requests of the contact of a link that nobody knows yet to be theirs. Writes nothing. */
export const awaitingRequests = async (
  { askedRequests }: { readonly askedRequests: Pick<AskedRequests, 'of'> },
  of: OfContact,
): Promise<readonly AwaitingRequest[]> => (await allOf(askedRequests, of)).filter(awaitsIdentity).slice(0, MOST_SHOWN);

export interface ConfirmPorts {
  readonly askedRequests: AskedRequests;
  readonly addressOfLink: AddressOfLink;
  readonly clock: Clock;
  readonly pause: Pause;
}

export interface ConfirmInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** Which one, as `markOf` names it. */
  readonly mark: string;
}

/**
 * Notes that a request which the advertiser received is the person's own, who typed a code in the centre: at its contact, and at no other. The
 * same again changes nothing. `undefined`, and nothing is noted: there is no such request of this contact, its answer needs no identity, it was
 * answered or refused or is being dealt with, or no address of theirs is held. Throws `concurrent-change`, `dependency-unavailable`, `stored-unreadable`.
 */
export const confirmInCentre = (ports: ConfirmPorts, command: ConfirmInCentre): Promise<RightsRequest | undefined> =>
  retryOnConflict(() => confirm(ports, command), { pause: ports.pause, seed: command.mark });

const confirm = async (
  { askedRequests, addressOfLink, clock }: ConfirmPorts,
  { access, link, mark }: ConfirmInCentre,
): Promise<RightsRequest | undefined> => {
  const { address, standing } = await addressOfLink.of(access, link);
  if (address === undefined) return undefined;
  const found = (await allOf(askedRequests, { access, link, standing })).find(({ id }) => markOf(id) === mark);
  if (found?.state === 'open' && found.identity !== undefined) return found;
  if (found === undefined || !awaitsIdentity(found)) return undefined;
  const identifiedAt = clock.now();
  if (!(await askedRequests.confirm(access, found, identifiedAt))) throw concurrentChange();
  return { ...found, identity: 'code', identifiedAt };
};
