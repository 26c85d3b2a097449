import { expect, test } from 'vitest';
import { acceptMessages } from '#shared/app/messages/accept-messages.ts';
import { putFormVersion } from '#shared/app/settings/put-form-version.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference } from '#shared/domain/consent/form-version.ts';
import { Failure } from '#shared/domain/failure.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, aFormVersion, anAdvertiser, NOW } from '../../support/builders.ts';
import { storesInMemory } from '../../support/in-process/stores.ts';

const access = admit(ADVERTISER_ID);

const stored = async () => {
  const stores = storesInMemory(millisecondsOf(NOW));
  await stores.advertisers.put(access, anAdvertiser(), NOW);
  return stores;
};

test('one call reads the settings as stored now once, however many of its messages they refuse', async () => {
  const stores = await stored();
  let reads = 0;
  const current: typeof stores.advertisers.current = (asked) => {
    reads += 1;
    return stores.advertisers.current(asked);
  };
  const items = Array.from({ length: 100 }, (_, number) => ({
    address: { kind: 'email', value: `reader${number}@example.com` } as const,
    channel: 'email' as const,
    purpose: 'own-offers' as const,
    offerCategory: 'wine',
    sender: 'nobody@maison-valmy.example',
    content: { email: { subject: 'Nos vins', text: 'Bonjour' } },
    mergeValues: {},
    request: { requestId: `request-${number}`, bodySha256: 'a'.repeat(64) },
  }));
  const ports = {
    ...stores,
    advertisers: { ...stores.advertisers, current },
    messages: { accept: async () => [], repeated: async () => undefined },
  };
  const answers = await acceptMessages(ports as never, { access, items: items as never, maySendTransactional: false });
  expect(answers.every((answer) => answer instanceof Failure && answer.code === 'invalid-request')).toBe(true);
  expect(reads).toBe(1);
});

test('a form that is given with each consent opens its review once', async () => {
  const stores = await stored();
  let opened = 0;
  const open: typeof stores.reviews.open = (...asked) => {
    opened += 1;
    return stores.reviews.open(...asked);
  };
  const ports = { ...stores, reviews: { ...stores.reviews, open } };
  const { formId, version, advertiserId, recordedAt, sha256, ...content } = aFormVersion({
    wording: 'J’accepte de recevoir des offres.',
    channels: [],
  });
  const form: FormReference = { formId, version };
  const put = () => putFormVersion(ports, { access, form, content });
  const first = await put();
  expect(opened).toBe(1);
  expect((await put()).usable).toEqual(first.usable);
  expect(opened).toBe(1);
});
