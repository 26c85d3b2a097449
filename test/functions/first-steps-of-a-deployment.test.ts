import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dataRingOf } from '#shared/adapters/crypto/key-ring.ts';
import { clientOf } from '#tools/api-client.ts';
import { APPLICATION_RIGHTS, firstSteps } from '../../cli/after/init.ts';
import { hasAdvertisers, ownKeysFirst } from '../../cli/keys/first-keys.ts';
import { type KeySecrets, SecretChanged } from '../../cli/keys/secrets-in-account.ts';
import { NOW } from '../support/builders.ts';
import { tableOfWorld } from './audience/stored.ts';
import { ADVERTISER, aWorld, ROOT } from './support/api.ts';
import { overHttp } from './support/over-http.ts';

const EXAMPLE = JSON.parse(readFileSync('docs/advertiser.example.json', 'utf8'));
const STEPS = {
  advertiserId: ADVERTISER,
  advertiser: EXAMPLE,
  keyName: 'shop',
  scopes: APPLICATION_RIGHTS,
  now: new Date(NOW),
};

/** A data secret in memory, which somebody else writes at the first attempt to write it. */
const heldSecrets = (text: string): KeySecrets => {
  const held = { text, isFirst: true };
  return {
    read: async () => held.text,
    write: async (_name, next, seen) => {
      if (held.isFirst) held.text = JSON.stringify({ ...JSON.parse(held.text), since: NOW });
      held.isFirst = false;
      if (held.text !== seen) throw new SecretChanged();
      held.text = next;
    },
  };
};

describe('aval init', () => {
  test('makes the advertiser and a key of an application; a second run changes nothing', async () => {
    const world = await aWorld();
    const api = clientOf(await overHttp(world), 'unused');
    const first = await firstSteps(api, STEPS, 'first-run');
    expect(first).toMatchObject({
      isDone: true,
      lines: [`${ADVERTISER} is made.`, expect.stringContaining('shown this once'), expect.stringMatching(/^aval_/)],
    });

    const changed = { ...STEPS, advertiser: { ...EXAMPLE, legalName: 'Other' } };
    expect(await firstSteps(api, changed, 'second-run')).toEqual({
      isDone: true,
      lines: [`${ADVERTISER} is there already, as it was.`, 'The key shop is there already; a secret is shown once.'],
    });
    const { body } = await world.call('get-advertiser', { path: { advertiserId: ADVERTISER } });
    expect(JSON.stringify(body)).toContain('"legalName":"Atelier Lumen"');
    const { body: list } = await world.call('list-api-keys', {});
    expect(list.keys).toMatchObject([{ name: 'shop', scopes: [...APPLICATION_RIGHTS], advertisers: [ADVERTISER] }]);
    expect(world.logged()).not.toContain(first.lines.at(-1));
  });

  test('a new deployment takes advertisers’ own keys into use before its first advertiser; one that is in use is asked to', async () => {
    const world = await aWorld();
    const api = clientOf(await overHttp(world), 'unused');
    const secrets = heldSecrets(JSON.stringify({ key1: 'k'.repeat(64) }));
    const before: number[] = [];
    const takeKeys = async (isNew: boolean) => {
      before.push((await world.call('get-advertiser', { path: { advertiserId: ADVERTISER } })).status);
      return ownKeysFirst(secrets, { stage: 'production', now: new Date(NOW), isNew });
    };
    const beforehand = { hasAdvertisers: () => hasAdvertisers(tableOfWorld()), takeKeys };
    const first = await firstSteps(api, { ...STEPS, beforehand }, 'first-run');
    expect([first.isDone, first.lines[0]]).toEqual([true, expect.stringMatching(/keys of their own from now on/)]);
    expect(before).toEqual([404]);
    expect(dataRingOf(await secrets.read('data'))).toMatchObject({ advertisers: 1, versions: [1] });
    // Whoever changes the secret meanwhile is not overwritten, and a second run changes nothing.
    const again = await firstSteps(api, { ...STEPS, beforehand }, 'second-run');
    expect(again.lines[0]).toBe('Advertisers have keys of their own, which KMS encrypts.');
    const used = heldSecrets(JSON.stringify({ key1: 'k'.repeat(64) }));
    const later = (isNew: boolean) => ownKeysFirst(used, { stage: 'production', now: new Date(NOW), isNew });
    const asked = { ...beforehand, takeKeys: later };
    const { lines } = await firstSteps(api, { ...STEPS, beforehand: asked }, 'third-run');
    expect(lines[0]).toMatch(
      /derived from one secret: npm run aval -- rotate-keys --stage production --key data --apply/,
    );
    expect(dataRingOf(await used.read('data')).advertisers).toBeUndefined();
  });

  test('a deployment in which the root key alone recorded, under another advertiser, is not new: its keys stay as they are', async () => {
    const world = await aWorld();
    const path = { advertiserId: 'autre-maison' };
    const body = { ...EXAMPLE, siren: '552100554', senders: {} };
    expect((await world.call('put-advertiser', { path, body, caller: ROOT })).status).toBeLessThan(300);
    const secrets = heldSecrets(JSON.stringify({ key1: 'k'.repeat(64) }));
    const said: boolean[] = [];
    const takeKeys = async (isNew: boolean) => {
      said.push(isNew);
      return ownKeysFirst(secrets, { stage: 'production', now: new Date(NOW), isNew });
    };
    const beforehand = { hasAdvertisers: () => hasAdvertisers(tableOfWorld()), takeKeys };
    const api = clientOf(await overHttp(world), 'unused');
    const { lines } = await firstSteps(api, { ...STEPS, beforehand }, 'first-run');
    expect([said, lines[0]]).toEqual([[false], expect.stringMatching(/^The keys of advertisers are derived/)]);
    expect(dataRingOf(await secrets.read('data')).advertisers).toBeUndefined();
  });

  test('where the secret cannot be written nothing is made', async () => {
    const world = await aWorld();
    const api = clientOf(await overHttp(world), 'unused');
    const takeKeys = async () => {
      throw new Error('AccessDeniedException');
    };
    const beforehand = { hasAdvertisers: () => hasAdvertisers(tableOfWorld()), takeKeys };
    await expect(firstSteps(api, { ...STEPS, beforehand }, 'first-run')).rejects.toThrow('AccessDenied');
    expect((await world.call('get-advertiser', { path: { advertiserId: ADVERTISER } })).status).toBe(404);
  });

  test('a run that was interrupted goes on with the key', async () => {
    const world = await aWorld();
    await world.call('put-advertiser', { path: { advertiserId: ADVERTISER }, body: EXAMPLE });
    const { lines } = await firstSteps(clientOf(await overHttp(world), 'unused'), STEPS, 'later');
    expect(lines[0]).toBe(`${ADVERTISER} is there already, as it was.`);
    expect(lines.at(-1)).toMatch(/^aval_/);
  });

  test('a key of this name that has ended, or that is another advertiser’s, is none', async () => {
    const world = await aWorld();
    const ends = new Date(Date.parse(NOW) + 60_000).toISOString();
    const ended = { name: 'shop', scopes: ['messages:send'], advertisers: [ADVERTISER], expiresAt: ends };
    for (const body of [ended, { name: 'shop', scopes: ['messages:send'], advertisers: ['autre-maison'] }])
      expect((await world.call('create-api-key', { body, caller: ROOT })).status).toBe(201);
    const api = clientOf(await overHttp(world), 'unused');
    const { lines } = await firstSteps(api, { ...STEPS, now: new Date(ends) }, 'next');
    expect(lines.at(-1)).toMatch(/^aval_/);
  });

  test('what is refused is said with its place', async () => {
    const api = clientOf(await overHttp(await aWorld()), 'unused');
    const wrong = { ...STEPS, advertiser: { ...EXAMPLE, siren: '123456789' } };
    const { lines, isDone } = await firstSteps(api, wrong, 'wrong');
    expect(isDone).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^The advertiser was refused: 4\d\d .*\/siren/)]);
  });
});
