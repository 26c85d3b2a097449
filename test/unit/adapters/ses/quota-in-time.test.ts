import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NO_PROVIDER } from '#functions/manifest/provider-route.ts';
import { quotas } from '#functions/wiring/campaigns.ts';

let asked = 0;
const silent = createServer(() => {
  asked += 1;
});

beforeAll(async () => {
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', `http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
  for (const [name, value] of Object.entries({ REGION: 'eu-west-3', ACCESS_KEY_ID: 'test', SECRET_ACCESS_KEY: 'test' }))
    vi.stubEnv(`AWS_${name}`, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

test('P11: SES that does not answer is given up while there is time in the minute for the other channels', async () => {
  const read = quotas({ SMS_RATE: '2 16', PROVIDER_ROUTE: NO_PROVIDER });
  await expect(read.of('email')).rejects.toMatchObject({ code: 'dependency-unavailable' });
  // Two times three seconds; five times ten were all that the function has.
  expect(asked).toBe(2);
  expect(await read.of('sms')).toMatchObject({ perSecond: 2 });
});
