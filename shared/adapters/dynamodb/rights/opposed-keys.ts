import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Listed } from '#shared/domain/opposition/listed.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import type { Key } from '../keys.ts';

/**
 * Keys of oppositions by fingerprints. Every question, and the read that answers it:
 *
 * | question | pk | sk | read |
 * |---|---|---|---|
 * | Which keys does the advertiser share with partners? | `OPPOSED#<advertiser>` | `KEY#<key>` | strong Query, once in half a minute a process |
 * | Which key was a list checked under? | `OPPOSED#<advertiser>#OFFERED` | `KEY#<key>` | strong GetItem, where a list is committed |
 * | What did somebody with this fingerprint oppose? | `OPPOSED#<advertiser>#<key>#<fingerprint>` | `<hash of the scope>` | strong Query, with each vet where there are keys, and where an address is changed or people are merged |
 */
export const listKeysPk = (access: AdvertiserAccess): string => `OPPOSED#${access.advertiserId}`;
export const listKeyKey = (access: AdvertiserAccess, keyId: string): Key => ({
  pk: listKeysPk(access),
  sk: `KEY#${keyId}`,
});
export const offeredKeyKey = (access: AdvertiserAccess, keyId: string): Key => ({
  pk: `${listKeysPk(access)}#OFFERED`,
  sk: `KEY#${keyId}`,
});
export const listedPk = (access: AdvertiserAccess, { keyId, fingerprint }: Listed): string =>
  `${listKeysPk(access)}#${keyId}#${fingerprint}`;
export const listedKey = (access: AdvertiserAccess, listed: Listed, of: OppositionScope): Key => ({
  pk: listedPk(access, listed),
  sk: sha256OfJson(of),
});
