import { expect, test } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { callerContext, callerOf } from '#shared/edge/caller.ts';

const CALLER = { apiKeyId: 'key_1', scopes: ['messages:send'] } as unknown as Omit<Caller, 'advertisers'>;
const BINDINGS: readonly (readonly [Caller['advertisers']])[] = [
  ['every-advertiser'],
  [['maison']],
  [['every-advertiser']],
  [['maison', 'autre-maison']],
] as never;

test.each(BINDINGS)('a caller bound to %j is the same after the gateway', (advertisers) => {
  const caller = { ...CALLER, advertisers };
  expect(callerOf(callerContext(caller))).toEqual(caller);
});

test.each(['', 'maison', 'every-advertiser', '[', 'null', '{}'])('a binding written as %j is none', (advertisers) => {
  expect(() => callerOf({ ...callerContext({ ...CALLER, advertisers: ['maison'] as never }), advertisers })).toThrow(
    'Send Authorization: Bearer with an API key.',
  );
});
