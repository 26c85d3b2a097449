import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clientOf } from '#tools/api-client.ts';
import { APPLICATION_RIGHTS, firstSteps } from '../../cli/after/init.ts';
import { NOW } from '../support/builders.ts';
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
