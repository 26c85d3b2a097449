import { AsyncResource } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { plant } from '../retention/filled-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aWorldThatKnowsCamille, CAMILLE, OWN_TEXT } from './erased-world.ts';

test('P7: a text that was written without a template is read with no key that is left; others who were sent the same keep theirs', async () => {
  const world = await aWorldThatKnowsCamille();
  const named = { content: { sha256: sha256OfJson(OWN_TEXT.email) } };
  const alix = await world.message({ contact: { email: ALIX }, mergeValues: { prenom: 'Alix' }, ...named });
  expect(alix.messages[0].status).toBe('accepted');
  const names = async () => (await itemsOf(tableOfWorld())).filter(({ entity }) => entity === 'named-text');
  const [name, ...others] = await names();
  expect([name?.pk, others]).toEqual([`TEXT#${ADVERTISER}#${named.content.sha256}`, []]);

  await world.erase(world.contactId);
  expect(await names()).toEqual([]);
  const ofAlix = await world.traces();
  expect(ofAlix).toEqual([
    'object contents with a key that is kept: Camille',
    'object contents with a key that is kept: vendange-tardive',
  ]);
  const { body } = await world.call('look-up-contact', { body: world.of(ALIX) });
  await world.erase(body.contactId);
  expect(await world.traces()).toEqual([]);

  // The name that was left out is found, and says nothing to whoever asks by it once it is gone.
  await plant({ ...name });
  expect(await world.traces()).toEqual(ofAlix);
  await plant({ ...name, expiresAt: 1 });
  const gone = await world.call('accept-messages', {
    body: {
      ...world.example('accept-messages'),
      messages: [{ ...world.asked, contact: { email: 'robin.petit@example.com' }, ...named }],
    },
  });
  expect(gone.body.messages[0].error.code).toBe('content-not-found');
});

test('P7: no text is named by a message that was refused, nor by the repeat of one whose contact was erased', async () => {
  const world = await aWorldThatKnowsCamille();
  const names = async () => (await itemsOf(tableOfWorld())).filter(({ entity }) => entity === 'named-text').length;
  const give = async (key: string, text: string) => {
    const content = { email: { subject: 'Pour vous, Camille', text } };
    const messages = [{ ...world.asked, contact: { email: CAMILLE }, content }];
    const { body } = await world.call('accept-messages', { key, body: { advertiserId: ADVERTISER, messages } });
    return body.messages[0];
  };
  const before = await names();
  expect((await give('refused', 'Chère Camille, voici {{missing}}.')).error.code).toBe('invalid-request');
  expect(await names()).toBe(before);

  const accepted = await give('accepted', 'Chère Camille, un mot pour vous seule.');
  expect([accepted.status, await names()]).toEqual(['accepted', before + 1]);
  await world.erase(world.contactId);
  expect(await names()).toBe(0);
  expect(await give('accepted', 'Chère Camille, un mot pour vous seule.')).toEqual(accepted);
  expect([await names(), await world.traces()]).toEqual([0, []]);
});

const { send } = DynamoDBClient.prototype;

/** Has this happen once, before the first call of the table whose input has these words, by others than who asks it. */
const before = (words: readonly string[], happens: () => Promise<unknown>) => {
  const meanwhile = new AsyncResource('meanwhile');
  let times = 0;
  const spied = vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBClient,
    ...given: [object]
  ) {
    const asked = `${given[0].constructor.name} ${JSON.stringify(Object(given[0]).input)}`;
    if (times === 0 && words.every((word) => asked.includes(word))) {
      times += 1;
      await meanwhile.runInAsyncScope(happens);
    }
    return Reflect.apply(send, this, given);
  } as typeof send);
  onTestFinished(() => spied.mockRestore());
  return () => times;
};
const NAMES = ['PutItemCommand', '"named-text"'];

const whoGives = async () => {
  const world = await aWorldThatKnowsCamille();
  await world.erase(world.contactId);
  await world.agree(CAMILLE);
  const content = { email: { subject: 'Pour vous, Camille', text: 'Chère Camille, un mot pour vous seule.' } };
  const call = (key: string, asked: object, email = CAMILLE) =>
    world.call('accept-messages', {
      key,
      body: { advertiserId: ADVERTISER, messages: [{ ...world.asked, contact: { email }, content: asked }] },
    });
  return {
    world,
    give: (key = 'given-whole', email = CAMILLE) => call(key, content, email),
    name: async () => {
      const { body } = await call(`named-${performance.now()}`, { sha256: sha256OfJson(content.email) }, ALIX);
      return body.messages[0].status ?? body.messages[0].error.code;
    },
    names: async () => (await itemsOf(tableOfWorld())).filter(({ entity }) => entity === 'named-text').length,
  };
};

test('P3: a text whose naming failed once is named by the repeat, and can be named by its hash', async () => {
  const { give, name, names } = await whoGives();
  const failed = before(NAMES, () => Promise.reject(new Error('no answer')));
  expect([(await give()).status, failed(), await names()]).toEqual([503, 1, 0]);
  expect([(await give()).status, await names(), await name()]).toEqual([202, 1, 'accepted']);
});

test('P3: the repeat of one whose contact was erased takes no name away that another gave', async () => {
  const { world, give, name } = await whoGives();
  expect((await give()).status).toBe(202);
  const { body } = await world.call('look-up-contact', { body: world.of(CAMILLE) });
  await world.erase(body.contactId);
  expect((await give('of-alix', ALIX)).status).toBe(202);
  expect([(await give()).status, await name()]).toEqual([202, 'accepted']);
});

test('P7: an erasure between a message and the name of its text leaves no name', async () => {
  const { world, give, name, names } = await whoGives();
  const erased = before(NAMES, () => world.erase(world.contactId));
  expect([(await give()).status, erased(), await names()]).toEqual([202, 1, 0]);
  expect([await name(), await world.traces()]).toEqual(['content-not-found', []]);
});

test('P7: nor does one that a repeat comes into, before the message is stripped', async () => {
  const { world, give, names } = await whoGives();
  const failed = before(NAMES, () => Promise.reject(new Error('no answer')));
  expect([(await give()).status, failed()]).toEqual([503, 1]);
  const repeated = before(['UpdateItemCommand', 'REMOVE secrets'], () => give());
  await world.erase(world.contactId);
  expect([repeated(), await names()]).toEqual([1, 0]);
});
