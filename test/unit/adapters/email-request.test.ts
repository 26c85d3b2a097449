import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendingSesClient } from '#shared/adapters/providers/clients.ts';
import { configurationSetsOf, setFor } from '#shared/adapters/ses/configuration-sets.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { tenantNameOf } from '#shared/adapters/ses/tenants.ts';
import type { HandOffTags } from '#shared/app/send/providers.port.ts';
import { ContactTag } from '#shared/domain/contact/contact-tag.ts';
import { AdvertiserId, type ContactId, MessageId } from '#shared/domain/ids.ts';
import { type Behaviour, type ProviderStub, RESOURCES, startProviderStub } from '../../support/providers.ts';

const ADVERTISER = AdvertiserId.parse('les-caves');
const TAGS = { advertiserId: ADVERTISER, messageId: MessageId.parse(`msg_${'a'.repeat(22)}`) };
const MAIL = {
  from: { address: 'bonjour@caves.example', name: 'Les Caves' },
  to: 'camille@example.com',
  subject: 'Nos vins',
  html: undefined,
  text: 'Bonjour',
  headers: [],
};
const SETS = configurationSetsOf('aval-dev-50400s,aval-dev-300s,aval-dev-3600s');

let stub: ProviderStub;
beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  stub = await startProviderStub();
  process.env.AWS_ENDPOINT_URL = stub.url;
});
afterAll(() => stub.close());

const handOver = (validForSeconds = 86_400, ...behaviours: Behaviour[]) =>
  handOverAs(TAGS, validForSeconds, behaviours);
const handOverAs = (tags: HandOffTags, validForSeconds = 86_400, behaviours: readonly Behaviour[] = []) => {
  stub.next(...behaviours);
  const options = { sets: SETS, tenantOf: (id: AdvertiserId) => tenantNameOf('dev', id) };
  return emailBySes(sendingSesClient(), options)(MAIL, tags, { timeoutMs: 2000, validForSeconds });
};
const lastRequest = () => stub.taken.at(-1)?.request;

describe('the request for a mail', () => {
  test('goes through the tenant of its advertiser, with our ids as tags', async () => {
    await handOver();
    expect(lastRequest()).toMatchObject({
      TenantName: 'aval-dev_les-caves',
      EmailTags: [
        { Name: 'advertiserId', Value: 'les-caves' },
        { Name: 'messageId', Value: TAGS.messageId },
      ],
    });
  });

  test('to a recipient of a campaign also tells the contact, in characters that SES takes in a tag', async () => {
    const contactId = `v1n1.${'a-_'.repeat(14)}x` as ContactId;
    expect(await handOverAs({ ...TAGS, contactId })).toMatchObject({ answer: 'taken' });
    const tags = lastRequest()?.EmailTags as readonly { readonly Name: string; readonly Value: string }[];
    const told = tags.find(({ Name }) => Name === 'contactId')?.Value;
    expect(told).toMatch(/^[\w-]+$/);
    expect(ContactTag.parse(told)).toBe(contactId);
  });

  test('asks that neither opens nor clicks are followed, whatever the account has set (D11)', async () => {
    await handOver();
    const off = { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' };
    expect(lastRequest()?.ConfigurationOverrides).toEqual({ Tracking: off });
  });

  test.each([
    [86_400, 'aval-dev-50400s'],
    [50_400, 'aval-dev-50400s'],
    [50_399, 'aval-dev-3600s'],
    [3_599, 'aval-dev-300s'],
    [10, 'aval-dev-300s'],
  ])('valid for %i s: %s, by which SES tries no longer than that', async (seconds, set) => {
    await handOver(seconds);
    expect(lastRequest()?.ConfigurationSetName).toBe(set);
    expect(setFor(SETS, seconds)).toBe(set);
  });
});

describe('a name of a tenant', () => {
  test('is never that of another stage or advertiser, and never longer than SES takes', () => {
    const long = AdvertiserId.parse('a'.repeat(40));
    const longer = AdvertiserId.parse(`${'a'.repeat(39)}b`);
    const stage = 'a'.repeat(20);
    const names = [
      tenantNameOf('dev', AdvertiserId.parse('b-c')),
      tenantNameOf('dev-b', AdvertiserId.parse('c')),
      tenantNameOf(stage, long),
      tenantNameOf(stage, longer),
    ];
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^aval-[A-Za-z0-9_-]{1,59}$/);
  });
});

describe('an advertiser who has no tenant yet', () => {
  test('gets one with a list of its own, and the mail leaves once', async () => {
    const before = { taken: stub.taken.length, asked: stub.tenants.length };
    expect(await handOver(86_400, 'no-tenant', 'not-of-tenant')).toMatchObject({ answer: 'taken' });
    expect(stub.taken.length - before.taken).toBe(1);
    const name = 'aval-dev_les-caves';
    expect(stub.tenants.slice(before.asked)).toEqual([
      [
        '/v2/email/tenants',
        {
          TenantName: name,
          SuppressionAttributes: { SuppressionScope: 'TENANT', SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
        },
      ],
      ...RESOURCES.map((ResourceArn) => ['/v2/email/tenants/resources', { TenantName: name, ResourceArn }]),
    ]);
  });

  test('waits where SES is too busy to make one: the mail is put back, and nothing left', async () => {
    const before = stub.taken.length;
    stub.refuseTenants(true);
    expect(await handOver(86_400, 'no-tenant')).toEqual({
      answer: 'not-taken',
      retryable: true,
      cause: 'refused:NotFoundException',
    });
    stub.refuseTenants(false);
    expect(stub.taken.length).toBe(before);
  });

  test('is not asked for again and again: a refusal that goes on ends the hand-off', async () => {
    const before = { calls: stub.calls(), asked: stub.tenants.length };
    const endless = ['not-of-tenant', 'not-of-tenant', 'not-of-tenant'] as const;
    expect(await handOver(86_400, ...endless)).toMatchObject({ answer: 'not-taken', retryable: true });
    expect(stub.calls() - before.calls).toBe(3);
    expect(stub.tenants.length - before.asked).toBe(2 * RESOURCES.length);
  });

  test.each(['forbid', 'throttle', 'reject'] as const)(
    'no tenant is made for another refusal: %s',
    async (behaviour) => {
      const before = stub.tenants.length;
      expect(await handOver(86_400, behaviour)).toMatchObject({ answer: 'not-taken' });
      expect(stub.tenants.length).toBe(before);
    },
  );

  test('an answer that never comes after the tenant was made is unknown, as ever', async () => {
    expect(await handOver(86_400, 'no-tenant', 'take-and-drop')).toMatchObject({ answer: 'unknown' });
  });
});
