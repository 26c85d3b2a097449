import type { AdvertiserSettings } from './advertiser.ts';
import { allows, type Caller } from './api-key.ts';
import { domainOf, type Identity, identitiesOf, identityKey, type UsedIdentity } from './identity.ts';

/** Those who may bind identities: with the scope, and a key of the whole deployment. */
export const mayBind = ({ scopes, advertisers }: Caller): boolean =>
  advertisers === 'every-advertiser' && allows(scopes, 'identities:write');

/** Those that are not bound: an address is also by its domain. */
const unboundOf = <I extends Identity>(used: readonly I[], bound: readonly Identity[]): readonly I[] => {
  const keys = new Set(bound.map(identityKey));
  const isBound = (identity: Identity) =>
    keys.has(identityKey(identity)) ||
    (identity.kind === 'email-address' &&
      keys.has(identityKey({ kind: 'email-domain', value: domainOf(identity.value) })));
  return used.filter((identity) => !isBound(identity));
};

/** Those, each once, that settings use and that are not bound. */
export const unboundIn = (settings: AdvertiserSettings, bound: readonly Identity[]): readonly UsedIdentity[] => {
  const unbound = unboundOf(identitiesOf(settings), bound);
  return [...new Map(unbound.map((identity) => [identityKey(identity), identity])).values()];
};

/**
 * The settings without what is not bound: senders and trade names go. Of an advertiser whose SIREN or legal name is not
 * bound nothing may leave at all, so that it has no sender.
 */
export const boundAlone = (settings: AdvertiserSettings, bound: readonly Identity[]): AdvertiserSettings => {
  const gone = new Set(unboundOf(identitiesOf(settings), bound).map(({ pointer }) => pointer));
  const { senders, tradeNames } = settings;
  if (gone.has('/siren') || gone.has('/legalName')) {
    const none = senders.calls === undefined ? {} : { calls: [] };
    return { ...settings, senders: { email: [], sms: [], ...none } };
  }
  const left = <T>(list: readonly T[], at: string): T[] =>
    list.filter((_, n) => ![...gone].some((pointer) => pointer === `${at}/${n}` || pointer.startsWith(`${at}/${n}/`)));
  return {
    ...settings,
    tradeNames: left(tradeNames, '/tradeNames'),
    senders: {
      email: left(senders.email, '/senders/email'),
      sms: left(senders.sms, '/senders/sms'),
      ...(senders.calls === undefined ? {} : { calls: left(senders.calls, '/senders/calls') }),
    },
  };
};
