import { expect, test } from 'vitest';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { plant } from '../retention/filled-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aWorldThatKnowsCamille, OWN_TEXT } from './erased-world.ts';

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
