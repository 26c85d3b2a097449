import * as z from 'zod/mini';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { allows, Binding, type Caller, Scope } from '#shared/domain/advertiser/api-key.ts';
import { advertiserNotFound, Failure } from '../domain/failure.ts';
import type { AdvertiserId } from '../domain/ids.ts';
import { jsonIn } from './json.ts';

/**
 * What the authorizer says of a caller. API Gateway carries strings only; the binding is written as JSON, so that a list with one
 * name is never read as the word for all.
 */
export const callerContext = (caller: Caller): Record<string, string> => ({
  apiKeyId: caller.apiKeyId,
  scopes: caller.scopes.join(' '),
  advertisers: JSON.stringify(caller.advertisers),
});

const BindingInJson = z.pipe(z.pipe(z.string(), z.transform(jsonIn)), Binding);

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** The caller that the authorizer vouches for. Throws `unauthenticated` when there is none. */
export const callerOf = (context: Readonly<Record<string, unknown>> | null | undefined): Caller => {
  const parsed = z
    .object({ apiKeyId: z.string().check(z.minLength(1)), scopes: z.string(), advertisers: BindingInJson })
    .safeParse(context);
  if (!parsed.success) throw new Failure('unauthenticated', 'Send Authorization: Bearer with an API key.');
  const { apiKeyId, scopes, advertisers } = parsed.data;
  return {
    apiKeyId,
    scopes: z.array(Scope).parse(words(scopes)),
    advertisers,
  };
};

/** True for a caller that may also do this, where a route asks for more than its own scope in some cases. */
export const mayAlso = ({ scopes }: Pick<Caller, 'scopes'>, scope: Scope): boolean => allows(scopes, scope);

/** Throws `insufficient-scope` naming the scope that is asked for. */
export const requireScope = (caller: Pick<Caller, 'scopes'>, scope: Scope): void => {
  if (!allows(caller.scopes, scope)) throw new Failure('insufficient-scope', `This asks for the scope ${scope}.`);
};

/**
 * Gives the caller access to one advertiser (P9), or throws `advertiser-not-found`, as for one that does not exist.
 */
export const enter = (caller: Pick<Caller, 'advertisers'>, advertiserId: AdvertiserId): AdvertiserAccess => {
  const isBound = caller.advertisers === 'every-advertiser' || caller.advertisers.includes(advertiserId);
  if (!isBound) throw advertiserNotFound();
  return admit(advertiserId);
};

/** Where a call names its advertiser. */
const IN = {
  query: { pointer: '', parameter: 'advertiserId' },
  body: { pointer: '/advertiserId' },
} as const;

/** The advertiser that a call speaks of: the one asked for in its query or body, else the caller's only one. */
export const advertiserAsked = (
  caller: Pick<Caller, 'advertisers'>,
  asked: AdvertiserId | undefined,
  where: 'query' | 'body' = 'query',
): AdvertiserId => {
  if (asked !== undefined) return asked;
  const [only, ...more] = caller.advertisers === 'every-advertiser' ? [] : caller.advertisers;
  if (only !== undefined && more.length === 0) return only;
  throw new Failure('invalid-request', 'This key is bound to several advertisers: say which one.', {
    errors: [{ ...IN[where], detail: 'expected, since the key has several advertisers' }],
  });
};
