import { describe, expect, test } from 'vitest';
import { NO_PROVIDER, statedRoutesIn, textOfRoutes } from '#functions/manifest/provider-route.ts';

const SMSMODE = {
  name: 'smsmode',
  url: 'https://provider.example',
  channels: ['sms'],
  answers: ['reply'],
  requestsPerSecond: 1,
} as const;
const CODES = [{ code: '36105', countries: ['FR'] }];

describe('what a function is given of the routes', () => {
  test('is read as the version before said it, a list, while its environment is that of then', () => {
    expect(statedRoutesIn(JSON.stringify([SMSMODE]))).toEqual({ routes: [SMSMODE] });
    expect(statedRoutesIn(JSON.stringify({ routes: [SMSMODE] }))).toEqual({ routes: [SMSMODE] });
  });

  test('is said so where no code is stated, so that code of the version before reads it at a roll-back', () => {
    expect(JSON.parse(textOfRoutes([SMSMODE], undefined))).toEqual([SMSMODE]);
    expect(textOfRoutes([], undefined)).toBe(NO_PROVIDER);
  });

  test.each([
    ['nothing', [], undefined],
    ['a provider', [SMSMODE], undefined],
    ['codes', [], CODES],
    ['both', [SMSMODE], CODES],
  ] as const)('is read back: %s', (_, routes, codes) => {
    expect(statedRoutesIn(textOfRoutes(routes, codes))).toEqual({ routes, ...(codes && { codes }) });
  });

  test('that is neither starts no function', () => {
    for (const text of ['{}', '[{}]', '"none"', '[{"name":"carrier-pigeon"}]', '{"routes":[],"codes":[{}]}'])
      expect(() => statedRoutesIn(text)).toThrow();
  });
});
