import { expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';

const PHONE = '+33639980021';

/** A world at this instant, and the expiry of a verdict on an SMS to somebody who agreed to it. */
const askedAt = async (now: string, message: object = {}) => {
  const world = await aWorldWithForms();
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'sms', version: '1' },
    body: {
      ...(EXAMPLES['put-form-version'] as object),
      wording: 'J’accepte de recevoir par SMS les offres de Maison Valmy.',
      channels: [{ channel: 'sms', words: 'par SMS' }],
    },
  });
  const of = { advertiserId: ADVERTISER, contact: { phone: PHONE }, channels: ['sms'] };
  const body = { ...(EXAMPLES['record-consent'] as object), ...of, form: { formId: 'sms', version: '1' } };
  expect((await world.call('record-consent', { body })).status).toBe(201);
  vi.setSystemTime(new Date(now));
  const messages = [{ contact: { phone: PHONE }, channel: 'sms', offerCategory: 'wine', ...message }];
  const { body: answer } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  if (answer.verdicts === undefined) throw new Error(JSON.stringify(answer));
  return [answer.verdicts[0].outcome, answer.verdicts[0].verdictExpiresAt];
};

test('OPP-2: a verdict is relied upon for ten minutes at most, and no longer than the hours of the law and the validity of its message', async () => {
  expect(await askedAt('2026-11-26T11:00:00+01:00')).toEqual(['allow', '2026-11-26T10:10:00.000Z']);
  expect(await askedAt('2026-11-26T21:29:30+01:00')).toEqual(['allow', '2026-11-26T20:29:59.000Z']);
  const short = { validUntil: '2026-11-26T11:01:10+01:00' };
  expect(await askedAt('2026-11-26T11:00:00+01:00', short)).toEqual(['allow', '2026-11-26T10:01:10.000Z']);
  expect(await askedAt('2026-11-26T21:31:00+01:00')).toEqual(['defer', '2026-11-26T20:41:00.000Z']);
});
