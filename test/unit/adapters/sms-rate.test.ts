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
