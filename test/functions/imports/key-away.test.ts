import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test, vi } from 'vitest';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { visitContact } from '#shared/app/retention/visit-contact.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { NOW } from '../../support/builders.ts';
import { askedBy } from '../../support/recorded-in-process.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';
import { aWorldOfImports, SHEET } from './imports-world.ts';

const CONSENTS = {
  ...{ rows: 'consents', layout: 'mailchimp' },
  provenance: { ...SHEET, zone: undefined, forms: [{ formId: 'newsletter', version: '3' }] },
};
const fileOf = (email: string) =>
  `Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP\n${email},"2026-11-20 17:30:00",192.0.2.20,,\n`;

test('while KMS opens nothing of the archive, rows are brought again, and none is rejected for it', async () => {
  const world = await aWorldOfImports();
  const email = 'camille.martin@example.com';
  await world.commit(await world.check(fileOf(email), CONSENTS));
  const { consents, contactId } = await world.known({ email });
  const ended = { path: { consentId: consents[0].id }, body: { reason: 'not their act' } };
  expect((await world.call('invalidate-consent', ended)).status).toBeLessThan(300);
  const { client, tableName } = tableOfWorld();
  const access = admit(ADVERTISER as AdvertiserId);
  // What TTL leaves of a contact that expired, once the sweep has moved its events.
  const Key = toImage(standingKey(access, contactId));
  await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
  const { ending } = await import('#functions/wiring/retention.ts');
  const ports = ending({ ...process.env } as unknown as Parameters<typeof ending>[0]);
  await askedBy('expire', () => visitContact(ports, access, contactId));
  vi.setSystemTime(Date.parse(NOW) + 120_000);

  const kms = process.env.AWS_ENDPOINT_URL_KMS ?? '';
  const check = await world.check(fileOf(email), CONSENTS);
  const begun = await world.call('commit-import', { path: { jobId: check.jobId } });
  expect(begun.status).toBe(202);
  const { jobId } = begun.body;
  const brought = [...world.queue.queued];
  expect(brought).toHaveLength(1);
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', 'http://127.0.0.1:9');
  startCold();
  await expect(world.work()).rejects.toThrow('brought again');
  const shown = async () => (await world.call('get-job', { path: { jobId } })).body;
  const { finishedAt, rows } = await shown();
  expect([finishedAt, rows]).toMatchObject([undefined, { accepted: 0, repeated: 0, rejected: 0 }]);

  vi.stubEnv('AWS_ENDPOINT_URL_KMS', kms);
  startCold();
  world.queue.queued.push(...brought);
  await world.work();
  expect(await shown()).toMatchObject({ state: 'finished', rows: { rejectedBy: { 'consent-ended': 1 } } });
});
