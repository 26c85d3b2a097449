import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AskedInCentre } from '#shared/domain/centre/asked.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { FullRequest } from '#shared/domain/rights/rights-request.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import { type RecordRequestPorts, recordRequest } from '../rights/record-request.ts';
import type { AddressOfLink } from './address-of-link.port.ts';

export type AskPorts = RecordRequestPorts & { readonly addressOfLink: AddressOfLink };

export interface AskInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly kind: AskedInCentre;
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
  { access, link, kind, words, pass }: AskInCentre,
): Promise<FullRequest | undefined> => {
  const { address } = await ports.addressOfLink.of(access, link);
  if (address === undefined) return undefined;
  const act = sha256Of(JSON.stringify(['preference-centre', link.contactId, pass, kind, words ?? '']));
  return recordRequest(ports, {
    ...{ access, address, kind, words },
    ...{ via: 'preference-page', by: 'person', identity: 'code', actor: { by: 'person' } },
    request: { requestId: act, bodySha256: act },
  });
};
