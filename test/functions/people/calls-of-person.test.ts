import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { messageId } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const [HOME, MOBILE] = ['+33639980001', '+33639980002'];

/** A person called by machine at two numbers, which agreed to calls at both. */
const aPersonWith = async (numbers: readonly string[], personRef?: string) => {
  const world = await aWorldWithForms();
  const form = {
    ...(EXAMPLES['put-form-version'] as object),
    wording: 'J’accepte que Maison Valmy m’appelle par automate d’appel pour ses offres.',
    channels: [{ channel: 'automated-call', words: 'par automate d’appel' }],
  };
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'calls', version: '1' },
    body: form,
  });
  for (const phone of numbers) {
    const of = { advertiserId: ADVERTISER, contact: { phone } };
    const body = { ...(EXAMPLES['record-consent'] as object), ...of, channels: ['automated-call'] };
    await world.call('record-consent', { body: { ...body, form: { formId: 'calls', version: '1' } } });
    if (personRef !== undefined) await world.call('declare-contact', { body: { ...of, personRef } });
  }
  return world;
};
const idOf = async (world: World, phone: string): Promise<ContactId> =>
  (await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { phone } } })).body.contactId;

/** What was handed over to a number on these days of November 2026, as the sender claims it. */
const sentTo = async (world: World, phone: string, days: readonly number[], channel: Channel = 'automated-call') => {
  const client = new DynamoDBClient({ endpoint: String(process.env.AWS_ENDPOINT_URL_DYNAMODB), region: 'eu-west-3' });
  const claims = claimsOf({ client, tableName: String(process.env.TABLE_NAME) });
  const contactId = await idOf(world, phone);
  for (const [revision, day] of days.entries()) {
    const claimedAt = `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z` as Instant;
    const entry = { messageId: messageId(`${phone}-${day}`), claimedAt, claimToken: `token-${day}` };
    await claims.claim(admit(ADVERTISER), contactId, { month: '2026-11', channel, revision }, entry);
  }
};
const mayCall = async (world: World, phone: string) => {
  const messages = [{ contact: { phone }, channel: 'automated-call', offerCategory: 'wine' }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  const { outcome, reasons } = body.verdicts[0];
  return [outcome, reasons[0]?.code];
};
const MORE = ['refuse', 'ATTEMPT_QUOTA'];

describe('D. 223-9: four calls in thirty days to one consumer', () => {
  test('are counted over the numbers that are linked as one person’s', async () => {
    const world = await aPersonWith([HOME, MOBILE], 'client-1');
    await sentTo(world, HOME, [3, 10, 17]);
    expect(await mayCall(world, MOBILE)).toEqual(['allow', 'OK_CONSENT']);
    await sentTo(world, MOBILE, [18]);
    expect([await mayCall(world, HOME), await mayCall(world, MOBILE)]).toEqual([MORE, MORE]);
  });
  test('and not over those of whom nobody said so', async () => {
    const world = await aPersonWith([HOME, MOBILE]);
    await sentTo(world, HOME, [3, 10, 17, 18]);
    expect([await mayCall(world, HOME), await mayCall(world, MOBILE)]).toEqual([MORE, ['allow', 'OK_CONSENT']]);
  });
  test('calls alone: texts to the other number are none', async () => {
    const world = await aPersonWith([HOME, MOBILE], 'client-1');
    await sentTo(world, HOME, [3, 10, 17, 18], 'sms');
    expect(await mayCall(world, MOBILE)).toEqual(['allow', 'OK_CONSENT']);
  });
  test('go with a person who changed their number', async () => {
    const world = await aPersonWith([HOME]);
    await sentTo(world, HOME, [3, 10, 17, 18]);
    const changed = await world.call('change-person', {
      path: { contactId: await idOf(world, HOME) },
      query: { advertiserId: ADVERTISER },
      body: { action: 'change-address', contact: { phone: MOBILE }, madeBy: 'person' },
    });
    expect(changed.body).toMatchObject({ consents: 1 });
    expect(await mayCall(world, MOBILE)).toEqual(MORE);
  });
});
