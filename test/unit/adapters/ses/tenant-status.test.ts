import { NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { tenantStatusOf } from '#shared/adapters/ses/tenant-status.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';

const VALMY = AdvertiserId.parse('maison-valmy');
const askedOf = (answer: () => Promise<object>) => {
  const asked: unknown[] = [];
  const client = {
    send: ({ input }: { readonly input: unknown }) => {
      asked.push(input);
      return answer();
    },
  } as unknown as SESv2Client;
  return {
    asked,
    isStopped: (channel: 'email' | 'sms' = 'email') =>
      tenantStatusOf(client, (id) => `aval-test_${id}`).isStopped(channel, VALMY),
  };
};

test.each([
  ['ENABLED', false],
  ['REINSTATED', false],
  ['DISABLED', true],
  [undefined, false],
])('a tenant of which SES says %s: stopped, %s', async (SendingStatus, isStopped) => {
  const tenant = askedOf(async () => ({ Tenant: { SendingStatus } }));
  expect(await tenant.isStopped()).toBe(isStopped);
  expect(tenant.asked).toEqual([{ TenantName: 'aval-test_maison-valmy' }]);
});

test('one that is not there yet is not stopped', async () => {
  const none = askedOf(() => Promise.reject(new NotFoundException({ message: 'None', $metadata: {} })));
  expect(await none.isStopped()).toBe(false);
});

test('texts have no tenants, and nobody is asked', async () => {
  const tenant = askedOf(async () => ({ Tenant: { SendingStatus: 'DISABLED' } }));
  expect([await tenant.isStopped('sms'), tenant.asked]).toEqual([false, []]);
});

test('where SES does not answer nobody knows', async () => {
  const away = askedOf(() => Promise.reject(new Error('Too many requests')));
  await expect(away.isStopped()).rejects.toMatchObject({ code: 'dependency-unavailable' });
});
