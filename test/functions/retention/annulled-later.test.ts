import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { dynamoDbClient } from '#test/support/aws.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { plant } from './filled-world.ts';
import { storedOf } from './passing-time.ts';

const GLOBAL = { scope: 'global' };
const email = (name: string) => ({ email: `${name}@example.org` });

/** What is stored of a contact once the proof of its oldest acts has ended. */
const withoutEvents = async (contactId: string): Promise<void> => {
  const events = (await storedOf('event')).filter((each) => each.contactId === contactId);
  for (const { pk, sk } of events)
    await dynamoDbClient().send(new DeleteItemCommand({ TableName: process.env.TABLE_NAME, Key: toImage({ pk, sk }) }));
  const standing = (await storedOf('standing')).find((each) => each.contactId === contactId);
  await plant({ ...standing, chainStart: Number(standing?.seq) + 1 });
};

test('P2: a person still opposes by an act whose events are gone, once a later wrong record is annulled', async () => {
  const world = await aWorldWithForms();
  const link = async (name: string): Promise<string> => {
    const body = { advertiserId: ADVERTISER, contact: email(name), personRef: 'crm-7' };
    return (await world.call('declare-contact', { body })).body.contactId;
  };
  const oppose = async (name: string): Promise<string> => {
    const body = { ...(EXAMPLES['register-opposition'] as object), contact: email(name), of: GLOBAL };
    return (await world.call('register-opposition', { body })).body.id;
  };
  const opposedBy = async (contactId: string): Promise<readonly { id: string }[]> =>
    (await world.call('get-contact', { path: { contactId } })).body.oppositions;

  const a = await link('a');
  const heard = await oppose('a');
  await withoutEvents(a);
  const b = await link('b');
  const [copy] = await opposedBy(b);
  await withoutEvents(b);
  const wrong = await oppose('b');
  const { status } = await world.call('annul-record', { path: { recordId: wrong }, body: EXAMPLES['annul-record'] });
  expect(status).toBe(200);
  const [person] = await storedOf('person');
  expect(person?.oppositions).toMatchObject([{ id: heard, of: GLOBAL }]);
  expect(await opposedBy(a)).toMatchObject([{ id: heard }]);
  expect(await opposedBy(b)).toMatchObject([{ id: copy?.id }]);
  expect(await opposedBy(await link('c'))).toMatchObject([{ of: GLOBAL }]);
});
