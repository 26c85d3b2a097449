import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { idInLink, isOfRequest, markOf } from '#shared/domain/rights/identity-link.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { type AwaitingRequest, awaitsIdentity } from '#shared/domain/rights/take-step.ts';
import type { Clock } from '../clock.port.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { Pause } from '../pause.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { AskedRequests } from './asked-requests.port.ts';

interface OfContact {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** What is held of the address of the link: its contact has another id where its key is another. */
  readonly standing: Standing | undefined;
}

/** Every request of a contact, by whichever of its two names. Writes nothing. */
export const requestsOfContact = async (
  asked: Pick<AskedRequests, 'of'>,
  { access, link, standing }: OfContact,
): Promise<readonly RightsRequest[]> => {
  const ids = new Set([link.contactId, standing?.contactId ?? link.contactId]);
  return (await Promise.all([...ids].map((id) => asked.of(access, id)))).flat();
};

/** The request that a link is of; `undefined`: the link is of a message, or nothing that can be read is left of the request. */
const requestOfLink = (all: readonly RightsRequest[], { messageId }: OppositionToken): RightsRequest | undefined =>
  isOfRequest(messageId) ? all.find(({ id }) => idInLink(id) === messageId) : undefined;

/**
 * The request that the advertiser gave a link for, while nobody knows whether it is the person's. No other of the same contact: a stranger's may say the
 * very same, and only the link says which one the person made.
 */
export const awaitingIn = (all: readonly RightsRequest[], link: OppositionToken): AwaitingRequest | undefined => {
  const found = requestOfLink(all, link);
  return found !== undefined && awaitsIdentity(found) ? found : undefined;
};

export interface ConfirmPorts {
  readonly askedRequests: AskedRequests;
  readonly addressOfLink: AddressOfLink;
  readonly clock: Clock;
  readonly pause: Pause;
}

export interface ConfirmInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  /** The one that the page showed, as `markOf` names it: it must be that of the link. */
  readonly mark: string;
}

/**
 * Notes that a request which the advertiser received is the person's own, who typed a code in the centre by the link of that
 * request: at its contact, and at no other. The
 * same again changes nothing. `undefined`, and nothing is noted: the link is of no such request, its answer needs no identity, it was
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
  const found = requestOfLink(await requestsOfContact(askedRequests, { access, link, standing }), link);
  if (found === undefined || markOf(found.id) !== mark) return undefined;
  if (found.state === 'open' && found.identity !== undefined) return found;
  if (!awaitsIdentity(found)) return undefined;
  const identifiedAt = clock.now();
  if (!(await askedRequests.confirm(access, found, identifiedAt))) throw concurrentChange();
  return { ...found, identity: 'code', identifiedAt };
};
