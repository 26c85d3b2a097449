import { expect, test } from 'vitest';
import { quotasOf, smsRateIn } from '#shared/adapters/ses/quotas.ts';
import { capacityOf } from '#shared/domain/campaign/pace.ts';

const ofSms = (rate: string) => quotasOf({} as never, smsRateIn(rate)).of('sms');

test.each([
  ['1 10', 48],
  ['5 10', 60],
  ['5 40', 240],
  ['1 4', 24],
])('a route that takes %s requests and parts a second lets campaigns send %i texts a minute', async (rate, texts) => {
  expect(capacityOf(await ofSms(rate))).toBe(texts);
});

test('what a provider of several channels takes is of all of them together', async () => {
  const channels = ['sms', 'mms', 'automated-call'] as const;
  const quotas = quotasOf({} as never, smsRateIn('1 10'), [{ channels, requestsPerSecond: 3 }]);
  for (const channel of channels) expect(await quotas.of(channel)).toMatchObject({ perSecond: 3, sharedBy: channels });
});
