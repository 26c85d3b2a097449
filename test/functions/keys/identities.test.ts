import { describe, expect, test, vi } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld, OTHER_ADVERTISER, ROOT, SHOP, STRANGER, type World } from '../support/api.ts';

// biome-ignore lint/suspicious/noExplicitAny: settings of many shapes are written in tests.
const SETTINGS = EXAMPLES['put-advertiser'] as any;
const OTHER_SIREN = '732829320';
const NEUVE = {
  ...SETTINGS,
  siren: OTHER_SIREN,
  legalName: 'Maison Neuve SAS',
  tradeNames: ['Maison Neuve'],
  senders: {
    email: [{ address: 'bonjour@maison-neuve.example', name: 'Maison Neuve' }],
    sms: [{ senderId: 'NEUVE', replyCode: '36105' }],
  },
};
const of = (advertiserId: AdvertiserId) => ({ path: { advertiserId } });
const patch = ({ call }: World, body: object, caller: Caller = SHOP, advertiserId = ADVERTISER) =>
  call('patch-advertiser', { ...of(advertiserId), body, caller });
const bound = async ({ call }: World, advertiserId = ADVERTISER) =>
  call('get-identities', { ...of(advertiserId), caller: ROOT });
const bind = async (world: World, change: (identities: object[]) => object[], advertiserId = ADVERTISER) => {
  const { body, headers } = await bound(world, advertiserId);
  const wanted = body.identities.map(({ boundAt: _, boundBy: _by, ...identity }: Record<string, unknown>) => identity);
  return world.call('put-identities', {
    ...of(advertiserId),
    caller: ROOT,
    body: { identities: change(wanted) },
    headers: headers.etag === undefined ? {} : { 'If-Match': headers.etag },
  });
};
const without = (value: string) => (identities: object[]) =>
  identities.filter((identity) => (identity as { value: string }).value !== value);

/** Both advertisers, each put by the operator. */
const aWorldOfTwo = async (): Promise<World> => {
  const world = await aWorld();
  for (const [advertiserId, body] of [
    [ADVERTISER, SETTINGS],
    [OTHER_ADVERTISER, NEUVE],
  ] as const)
    expect((await world.call('put-advertiser', { ...of(advertiserId), body })).status).toBe(201);
  return world;
};

/** What the settings would be with each identity in its place. */
const email = (address: string, name = 'Maison Valmy') => ({
  senders: { ...SETTINGS.senders, email: [{ address, name }] },
});
const sms = (senderId: string, replyCode = '36105') => ({
  senders: { ...SETTINGS.senders, sms: [{ senderId, replyCode }] },
});
const calls = (callerId: string) => ({ senders: { ...SETTINGS.senders, calls: [{ callerId }] } });

describe('P9: who speaks as whom', () => {
  test('as many are bound and released at once as one transaction holds', async () => {
    const world = await aWorldOfTwo();
    const { length } = (await bound(world)).body.identities;
    const some = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ kind: 'email-address', value: `n${n}@maison-valmy.example` }));
    const tooMany = await bind(world, (identities) => [...identities, ...some(98)]);
    expect([tooMany.status, tooMany.body.errors[0].pointer]).toEqual([422, '/identities']);
    expect((await bind(world, (identities) => [...identities, ...some(97)])).status).toBe(200);
    // What the settings use goes last, with a new version of them.
    expect((await bind(world, (identities) => identities.slice(0, length + 1))).status).toBe(200);
    const all = await bind(world, () => some(97 - length - 1));
    expect([all.status, all.body.identities.length]).toEqual([200, 97 - length - 1]);
  });

  test('settings put by an operator bind what they use; a key of the advertiser binds nothing', async () => {
    const world = await aWorldOfTwo();
    const { body } = await bound(world);
    expect(body.identities.map(({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`)).toEqual([
      'siren 552100554',
      'name Maison Valmy SAS',
      'name Maison Valmy',
      'email-address bonjour@maison-valmy.example',
      'sms-sender MAISONVALMY',
      'reply-code 36105',
      'caller-id +33162000000',
    ]);
    expect(body.identities[0]).toMatchObject({ boundBy: 'root' });
    expect((await patch(world, { dailyCeiling: 2 })).status).toBe(200);
  });

  test.each([
    ['SIREN', { siren: OTHER_SIREN }, { siren: '200000008' }, '/siren'],
    ['legal name', { legalName: 'Maison Neuve SAS' }, { legalName: 'Maison Vide SAS' }, '/legalName'],
    [
      'brand',
      { tradeNames: ['Maison Valmy', 'Maison Neuve'] },
      { tradeNames: ['Maison Valmy', 'Vide'] },
      '/tradeNames/1',
    ],
    [
      'address',
      email('bonjour@maison-neuve.example'),
      email('bonjour@maison-vide.example'),
      '/senders/email/0/address',
    ],
    [
      'display name',
      email('bonjour@maison-valmy.example', 'Maison Neuve, Maison Valmy'),
      email('bonjour@maison-valmy.example', 'Vide, Maison Valmy'),
      '/senders/email/0/name',
    ],
    ['caller number', calls('+33162000001'), calls('+33162000002'), '/senders/calls/0/callerId'],
    ['reply code', sms('MAISONVALMY', '36106'), sms('MAISONVALMY', '36107'), '/senders/sms/0/replyCode'],
  ])(
    'another’s %s cannot be registered, and the answer is that for one which nobody holds',
    async (_, theirs, nobodys, pointer) => {
      const world = await aWorldOfTwo();
      const answers = [await patch(world, theirs), await patch(world, nobodys)];
      const [first, second] = answers.map(({ status, body: { correlationId: _id, ...problem } }) => ({
        status,
        problem,
      }));
      expect(first).toEqual(second);
      expect([first?.status, first?.problem.code, first?.problem.reason]).toEqual([
        403,
        'identity-not-bound',
        'ADVERTISER_HIDDEN',
      ]);
      expect(first?.problem.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
      for (const { text } of answers) expect(text).not.toMatch(/neuve|autre-maison/i);
    },
  );

  test.each(['MaisonValmy', 'ＭＡＩＳＯＮ\u200b Valmy', 'maison valmy'])(
    '%s is the name that is bound',
    async (name) => {
      const world = await aWorldOfTwo();
      expect((await patch(world, { tradeNames: ['Maison Valmy', name] })).status).toBe(200);
    },
  );

  test('a name that looks alike by other letters is another', async () => {
    const world = await aWorldOfTwo();
    expect((await patch(world, { tradeNames: ['Maison Valmy', 'Маison Valmy'] })).body.code).toBe('identity-not-bound');
  });

  test('an operator learns that it is taken, and by nobody’s name; what is shared is bound to both', async () => {
    const world = await aWorldOfTwo();
    const address = await patch(world, email('Bonjour@Maison-Neuve.example'), ROOT);
    expect([address.status, address.body.code]).toEqual([409, 'identity-taken']);
    expect(address.text).not.toMatch(/autre-maison/);
    expect((await patch(world, { siren: OTHER_SIREN }, ROOT)).body.code).toBe('identity-taken');
    for (const identity of [
      { kind: 'email-domain', value: 'maison-neuve.example' },
      { kind: 'siren', value: '732 829 320' },
    ]) {
      const { body } = await bind(world, (identities) => [...identities, identity]);
      expect([identity, body.code, body.errors]).toEqual([
        identity,
        'identity-taken',
        [{ pointer: '/identities/7', detail: 'bound to another advertiser' }],
      ]);
    }
    const shared = await bind(world, (identities) => [...identities, { kind: 'sms-sender', value: 'neuve' }]);
    expect(shared.status).toBe(200);
  });

  test('a domain is every address of it, and of no other domain; it is whose no other address is', async () => {
    const world = await aWorldOfTwo();
    await bind(world, (identities) => [...identities, { kind: 'email-domain', value: 'Valmy.example' }]);
    expect((await patch(world, email('offres@valmy.example'))).status).toBe(200);
    for (const other of ['offres@news.valmy.example', 'offres@notvalmy.example', 'offres@valmy.example.org'])
      expect((await patch(world, email(other))).body.code).toBe('identity-not-bound');
    const theirs = await bind(
      world,
      (identities) => [...identities, { kind: 'email-address', value: 'x@valmy.example' }],
      OTHER_ADVERTISER,
    );
    expect(theirs.body.code).toBe('identity-taken');
  });
});

describe('PUT /v1/advertisers/{advertiserId}/identities', () => {
  test('is for operators alone', async () => {
    const world = await aWorldOfTwo();
    const asked = { ...of(ADVERTISER), body: { identities: [] } };
    for (const caller of [SHOP, { ...ROOT, apiKeyId: 'writer', scopes: ['advertisers:write' as const] }]) {
      const { status, body } = await world.call('put-identities', { ...asked, caller });
      expect([status, body.code]).toEqual([403, 'insufficient-scope']);
    }
    expect((await world.call('put-identities', { ...asked, caller: STRANGER })).status).toBe(404);
  });

  test('a key of every advertiser that may not bind puts settings of what is bound, and no others', async () => {
    const world = await aWorldOfTwo();
    const platform: Caller = { apiKeyId: 'platform', scopes: ['advertisers:write'], advertisers: 'every-advertiser' };
    expect((await patch(world, { dailyCeiling: 3 }, platform)).status).toBe(200);
    expect((await patch(world, { tradeNames: ['Maison Valmy', 'Vide'] }, platform)).body.code).toBe(
      'identity-not-bound',
    );
  });

  test('binds before there are settings, keeps the evidence, and is the same when repeated', async () => {
    const world = await aWorld();
    const identities = [
      { kind: 'siren', value: OTHER_SIREN, evidence: 'Kbis' },
      { kind: 'name', value: 'Maison Neuve SAS' },
      { kind: 'name', value: 'Maison Neuve' },
      { kind: 'email-domain', value: 'maison-neuve.example' },
      { kind: 'sms-sender', value: 'NEUVE' },
      { kind: 'reply-code', value: '36105' },
    ];
    const asked = { ...of(OTHER_ADVERTISER), caller: ROOT, body: { identities } };
    const first = await world.call('put-identities', asked);
    expect([first.status, first.body.identities[0].evidence, first.headers.etag]).toEqual([200, 'Kbis', '"1"']);
    expect((await world.call('put-identities', asked)).headers.etag).toBe('"1"');
    const own = await world.call('put-advertiser', { ...of(OTHER_ADVERTISER), body: NEUVE, caller: STRANGER });
    expect(own.status).toBe(201);
    const unseen = await world.call('put-identities', { ...asked, body: { identities: identities.slice(1) } });
    expect(unseen.body.code).toBe('precondition-required');
    const twice = await world.call('put-identities', {
      ...asked,
      body: { identities: [identities[1], identities[1]] },
    });
    expect(twice.body.errors).toEqual([{ pointer: '/identities/1', detail: 'named twice' }]);
  });

  test('what is released leaves the settings at once, and another can have it', async () => {
    const world = await aWorldOfTwo();
    expect((await bind(world, without('bonjour@maison-valmy.example'))).status).toBe(200);
    const { body } = await world.call('get-advertiser', of(ADVERTISER));
    const { senders } = body.settings;
    expect([body.settingsVersion, senders.email, senders.sms.length]).toEqual([2, [], 1]);
    expect((await patch(world, email('bonjour@maison-valmy.example'))).body.code).toBe('identity-not-bound');
    const theirs = {
      senders: { ...NEUVE.senders, email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Neuve' }] },
    };
    expect((await patch(world, theirs, ROOT, OTHER_ADVERTISER)).status).toBe(200);
  });

  test('an advertiser without its SIREN has no sender left', async () => {
    const world = await aWorldOfTwo();
    await bind(world, without('552100554'));
    const { body } = await world.call('get-advertiser', of(ADVERTISER));
    expect(body.settings.senders).toEqual({ email: [], sms: [], calls: [] });
    expect((await patch(world, { siren: '552100554' }, ROOT, OTHER_ADVERTISER)).status).toBe(200);
    expect((await patch(world, { dailyCeiling: 4 })).body.errors).toEqual([
      { pointer: '/siren', detail: 'not bound to this advertiser' },
    ]);
  });

  test('a message from an identity that was released is refused at the door', async () => {
    const world = await aWorldOfTwo();
    await bind(world, without('bonjour@maison-valmy.example'));
    vi.setSystemTime(Date.now() + 3000);
    const [message] = (EXAMPLES['accept-messages'] as { messages: readonly object[] }).messages;
    const { status, text } = await world.call('accept-messages', {
      body: { advertiserId: ADVERTISER, messages: [message] },
    });
    expect(status).toBe(422);
    expect(text).toContain('ADVERTISER_HIDDEN');
  });

  test('two operators who give one address to two advertisers at once: one of them has it', async () => {
    const world = await aWorldOfTwo();
    const identity = { kind: 'email-address', value: 'partage@example.com' };
    const add = (identities: object[]) => [...identities, identity];
    const answers = await Promise.all([bind(world, add), bind(world, add, OTHER_ADVERTISER)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
