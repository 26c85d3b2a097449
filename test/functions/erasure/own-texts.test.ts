import { expect, test } from 'vitest';
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
