import { CODE_CHANNELS } from '#shared/channels/codes/carriers.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { idInLink } from '#shared/domain/rights/identity-link.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { awaitsIdentity } from '#shared/domain/rights/take-step.ts';
import type { KeptAddresses } from '../contacts/kept-addresses.port.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';

export interface IdentityPagePorts {
  readonly keptAddresses: KeptAddresses;
  /** `undefined`: their secret cannot be read now. */
  readonly tokens: () => Promise<Pick<Tokens, 'mint'> | undefined>;
  /** Base of the links in messages. */
  readonly publicBaseUrl: string;
}

/**
 * Where the person of a request shows by a code that it is theirs (docs/decisions/0082): the preference centre of its contact. The same request has
 * the same address under one key of tokens; nothing of the person is in it that can be read without that key. `undefined`: the identity is known, or not
 * asked for, or no address is kept, or tokens cannot be made now. Reads once, and only where the identity is awaited: neither whether the advertiser
 * has a sender for that kind of address, nor whether the use of the contact ended. Throws `dependency-unavailable` of the store of contacts alone.
 */
export const identityPageOf = async (
  { keptAddresses, tokens, publicBaseUrl }: IdentityPagePorts,
  access: AdvertiserAccess,
  request: RightsRequest,
): Promise<string | undefined> => {
  if (!awaitsIdentity(request)) return undefined;
  const { id, advertiserId, contactId } = request;
  const kind = await keptAddresses.kindOf(access, contactId);
  if (kind === undefined) return undefined;
  const token = (await tokens())?.mint({
    advertiserId,
    contactId,
    messageId: idInLink(id),
    channel: CODE_CHANNELS[kind],
    purpose: 'own-offers',
  });
  return token && `${publicBaseUrl}/p/${token}`;
};
