import { advertiserNotFound, Failure } from '../failure.ts';
import type { Instant } from '../ids.ts';
import { type ApiKey, allows, type Binding, type Scope } from './api-key.ts';

/** What a key may do, and where. */
export interface Granted {
  readonly scopes: readonly Scope[];
  readonly advertisers: Binding;
}

/** True when every advertiser of the second binding is in the first. */
export const coversBinding = (own: Binding, other: Binding): boolean => {
  if (own === 'every-advertiser') return true;
  return other !== 'every-advertiser' && other.every((advertiserId) => own.includes(advertiserId));
};

/** Throws `insufficient-scope` where the second may do anything that the first may not. */
export const refuseStronger = (own: Granted, other: Granted): void => {
  const missing = other.scopes.find((scope) => !allows(own.scopes, scope));
  if (missing) throw new Failure('insufficient-scope', `Your own key lacks the scope ${missing}.`);
};

/** Throws `insufficient-scope` or `advertiser-not-found` where the second key is stronger or wider than the first. */
export const refuseBeyond = (own: Granted, other: Granted): void => {
  refuseStronger(own, other);
  if (!coversBinding(own.advertisers, other.advertisers)) throw advertiserNotFound();
};

/** True while a key works: neither revoked nor expired. */
export const worksAt = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, at: Instant): boolean =>
  revokedAt === undefined && (expiresAt === undefined || at < expiresAt);
