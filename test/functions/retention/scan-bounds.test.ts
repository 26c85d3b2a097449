import { expect, test } from 'vitest';
import { runRetention } from '../../../cli/commands/retention.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { aFilledWorld, plant } from './filled-world.ts';
import { storedOf } from './passing-time.ts';

const NOW = '2026-11-24T10:00:00.000Z';

async function* none() {}
/** What `aval retention` finds wrong over the table of the world. */
const wrong = async (): Promise<readonly string[]> => {
  const printed: string[] = [];
  const write = (text: string) => void printed.push(text);
  await runRetention({ table: tableOfWorld(), stores: none(), now: () => NOW }, { apply: false, write });
  return [...printed.join('').matchAll(/^ {4}([a-z-]+): ([a-z-]+) (.*)$/gm)].map(
    ([, what, kind, where = '']) => `${what} ${kind} ${where.replace(/^[A-Z]+#/, '')}`,
  );
};
const someOf = async (entity: string) => (await storedOf(entity))[0] ?? expect.fail(`no ${entity}`);

const OLD = {
  ...{ firstRecordedAt: '2019-01-10T10:00:00.000Z', expiresAt: undefined, lastActAt: undefined },
  ...{ oppositions: [{ of: { scope: 'global' } }], consents: [], sales: [], declared: {} },
};
const OPPOSED = { entity: 'standing', v: 1, sk: 'STANDING', seq: 9, chainStart: 10, addressKind: 'email', ...OLD };
const PROFILE = { entity: 'profile', v: 1, sk: 'STANDING#PROFILE', attributes: 'b3I=', labels: {}, chainStart: 1 };
const RUNNING = { type: 'service-contract', soldAt: '2019-01-10T10:00:00.000Z', relation: { state: 'running' } };
const SECRETS = { secrets: { address: 'b3I=', wrappedKey: '1.b3I=' } };
const contact = (name: string) => `CONTACT#maison-valmy#${name}`;
const erased = (name: string, erasedAt: string) => ({
  entity: 'erasure',
  v: 1,
  sk: 'ERASURE#9',
  pk: contact(name),
  erasedAt,
});

test('P7: finds what has a term of its own and outlives what it belongs to, or the terms of its advertiser', async () => {
  await aFilledWorld();
  const [row, message, proof] = [await someOf('audience-row'), await someOf('message'), await someOf('sent-proof')];
  const [profile, standing] = [await someOf('profile'), await someOf('standing')];
  const retention = { valuesMonths: 2, proofYears: 6, proofDeparture: { proofYears: 1 } };
  const terms = { pk: 'ADVERTISER#short', sk: 'SETTINGS', entity: 'settings', v: 1, retention };
  const day = 86_400;
  const planted: readonly object[] = [
    // Beside a standing of which fingerprints, scopes and dates alone remain; and one whose use ended.
    ...[
      { ...OPPOSED, pk: contact('reduced') },
      { ...PROFILE, pk: contact('reduced') },
    ],
    { ...standing, pk: contact('ended'), ...OLD },
    { ...profile, pk: contact('ended') },
    // Of somebody who is not there; of somebody whose relation has an end; of somebody whose relation runs.
    { ...row, sk: 'nobody', expiresAt: undefined },
    { ...row, pk: 'AUDIENCE#maison-valmy#email#own-offers#99', expiresAt: undefined },
    { ...row, sk: 'runs', expiresAt: undefined },
    { ...standing, pk: contact('runs'), ...OLD, oppositions: [], sales: [RUNNING] },
    erased('done', '2026-11-24T09:00:00.000Z'),
    { ...erased('going-on', '2026-11-24T08:30:00.000Z'), ...SECRETS },
    { ...erased('left', '2026-11-20T09:00:00.000Z'), ...SECRETS },
    terms,
    { ...message, sk: 'EARLIER', acceptedAt: '2026-11-20T10:00:00.000Z' },
    { ...message, sk: 'UNDATED', acceptedAt: undefined },
    { ...message, pk: 'MESSAGE#short#a', sk: 'THIRTEEN' },
    { ...message, pk: 'MESSAGE#short#a', sk: 'TWO', expiresAt: Date.parse(NOW) / 1000 + 61 * day },
    { ...proof, sk: 'EARLIER', at: '2026-11-20T10:00:00.000Z' },
    { ...proof, pk: 'PROOF#short#a', sk: 'SIX' },
    { ...proof, pk: 'PROOF#short#a', sk: 'ONE', expiresAt: Date.parse(NOW) / 1000 + 365 * day },
  ];
  expect(await wrong()).toEqual([]);
  for (const item of planted) await plant(item);
  const [of, sent] = [(item: object) => String(Object(item).pk).replace(/^[A-Z]+#/, ''), row.sk];
  expect((await wrong()).toSorted()).toEqual([
    `no-term audience-row maison-valmy#email#own-offers#99 ${sent}`,
    `no-term message ${of(message)} UNDATED`,
    'outlived erasure maison-valmy#left ERASURE#9',
    'outlived profile maison-valmy#ended STANDING#PROFILE',
    'outlived profile maison-valmy#reduced STANDING#PROFILE',
    'outlived standing maison-valmy#ended STANDING',
    `too-far-away message ${of(message)} EARLIER`,
    'too-far-away message short#a THIRTEEN',
    `too-far-away sent-proof ${of(proof)} EARLIER`,
    'too-far-away sent-proof short#a SIX',
    `without-its-contact audience-row ${of(row)} nobody`,
  ]);
});
