import { expect, test } from 'vitest';
import { giveVerdicts } from '#shared/app/verdicts/give-verdicts.ts';
import { EXTERNAL } from '#shared/channels/external.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, anAdvertiser, NOW } from '../../support/builders.ts';
import { storesInMemory } from '../../support/in-process/stores.ts';

const access = admit(ADVERTISER_ID);

/** Bytes of a mail that count how often their HTML is asked for. */
const countedMail = () => {
  let reads = 0;
  const email = {
    from: { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' },
    subject: 'Nos vins d’hiver',
    headers: [],
    get html() {
      reads += 1;
      return '<html><body><p>Bonjour</p><img src="https://t.example/o" width="1" height="1"></body></html>';
    },
  };
  return { bytes: { email }, reads: () => reads };
};

const portsNow = async () => {
  const stores = storesInMemory(millisecondsOf(NOW));
  await stores.advertisers.put(access, anAdvertiser(), NOW);
  const read = async () => ({ standing: undefined, sends: [], address: undefined, readAt: NOW });
  const links = { tokens: { read: () => undefined, mint: () => '' }, publicBaseUrl: 'https://aval.example' };
  return { ...stores, ...links, vetReads: { read } };
};

test('a verdict on bytes parses the mail once', async () => {
  const once = countedMail();
  EXTERNAL.email(once.bytes);
  const asked = countedMail();
  const [given] = await giveVerdicts(await portsNow(), {
    access,
    items: [
      {
        address: { kind: 'email', value: 'jeanne@example.com' },
        channel: 'email',
        purpose: 'own-offers',
        offerCategory: 'wine',
        bytes: asked.bytes,
      },
    ],
  });
  expect(given).toMatchObject({ verdict: { outcome: 'refuse' } });
  expect(asked.reads()).toBe(once.reads());
});
