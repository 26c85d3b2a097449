import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';

type Kept = { readonly where: string; readonly what: { fr: string; en: string }; readonly until?: string };

test('of a telephone the answer also says what those keep who carried messages to it; of an e-mail address none of that', async () => {
  const world = await aWorldWithForms();
  const erased = async (contact: object) => {
    const { body } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact } });
    const call = { path: { contactId: body.contactId }, query: { advertiserId: ADVERTISER }, body: {} };
    const answer = await world.call('erase-contact', call);
    expect(answer.status).toBe(200);
    return answer.body as { erasedAt: string; kept: readonly Kept[] };
  };
  const { erasedAt, kept } = await erased({ phone: '+33612345678' });
  const beyond = kept.filter(({ where }) => where === 'log' || where === 'provider');
  expect(beyond.map(({ where, what }) => [where, what.en])).toEqual([
    ['log', expect.stringMatching(/AWS logs what became of SMS: the number, masked/)],
    ['provider', expect.stringMatching(/opted out with AWS or another provider/)],
    ['provider', expect.stringMatching(/Amazon Connect: its record, with the number, the script/)],
    ['provider', expect.stringMatching(/left by another provider: logs of its own/)],
  ]);
  expect(Date.parse(beyond[0]?.until ?? '') - Date.parse(erasedAt)).toBe(10 * 86_400_000);
  expect(beyond[2]).toMatchObject({ untilWhen: { fr: 'Vingt-quatre mois après l’appel.' } });

  const ofMail = await erased({ email: 'camille.martin@example.com' });
  expect(ofMail.kept.map(({ what }) => what.en)).toEqual(
    kept.filter((each) => !beyond.includes(each)).map(({ what }) => what.en),
  );
});

test('of a contact whose standing is gone the kind of address is what its consents show; in doubt the answer has both', async () => {
  const world = await aWorldWithForms();
  const { client, tableName } = tableOfWorld();
  const erasedWithoutStanding = async (contact: object, channels?: readonly string[]) => {
    const { body } = await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact } });
    const form = { formId: 'newsletter', version: '3' };
    const given = { advertiserId: ADVERTISER, contact, channels, form, givenAt: '2026-11-20T09:00:00.000Z' };
    if (channels !== undefined) expect((await world.call('record-consent', { body: given })).status).toBe(201);
    // What TTL leaves of a contact that expired: its events.
    const Key = toImage(standingKey(admit(ADVERTISER as AdvertiserId), body.contactId));
    await client.send(new DeleteItemCommand({ TableName: tableName, Key }));
    const call = { path: { contactId: body.contactId }, query: { advertiserId: ADVERTISER }, body: {} };
    const answer = await world.call('erase-contact', call);
    expect(answer.status).toBe(200);
    return answer.body.kept.filter(({ where }: Kept) => where === 'log' || where === 'provider').length;
  };
  expect(await erasedWithoutStanding({ phone: '+33612345678' }, ['sms'])).toBe(4);
  expect(await erasedWithoutStanding({ email: 'camille.martin@example.com' }, ['email'])).toBe(0);
  expect(await erasedWithoutStanding({ phone: '+33612345679' })).toBe(4);
});
