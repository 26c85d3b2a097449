import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { createSpotHitServer, type LocalSpotHit } from '#local/provider/spot-hit-server.ts';
import { mmsBySpotHit } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { spotHitReplyIn } from '#shared/adapters/spot-hit/replies.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { ADVERTISER_ID, aFormVersion, consentFacts, referenceOf } from '#test/support/builders.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';
import { accountReplyServer } from '#test/support/reports/account-reply-server.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** MMS by Spot-Hit on a real store: from the send path to a server of recorded shapes, and back by the one URL of its account. */
const KEY = 'k'.repeat(32);
const CODE = 'c'.repeat(48);
const PICTURE = Buffer.from('the very picture');
const MEDIA = {
  url: 'https://maison-valmy.example/hiver.jpg',
  sha256: createHash('sha256').update(PICTURE).digest('hex'),
  type: 'image/jpeg',
  bytes: PICTURE.byteLength,
} as const;

let world: SendWorld;
let theirs: LocalSpotHit;
let read: number;
let servers: Serving[] = [];
const opened = async (one: Promise<Serving>): Promise<string> => {
  const server = await one;
  servers.push(server);
  return server.url;
};
beforeEach(async () => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  world = await startSendWorld(inject('dynamoDbUrl'));
  const url = await opened(
    accountReplyServer(world, async (code, { query }) =>
      code === CODE ? { reply: spotHitReplyIn(query, world.clock.now()) } : undefined,
    ),
  );
  const { spotHit, listener } = createSpotHitServer(
    () => ({ apiKey: KEY, pushUrl: `${url}/s/${CODE}` }),
    world.clock.now,
  );
  theirs = spotHit;
  read = 0;
  const mms = mmsBySpotHit({
    url: await opened(serving(listener)),
    apiKey: async () => KEY,
    clock: world.clock,
    readPicture: async () => {
      read += 1;
      return PICTURE;
    },
    mediaBytes: 300_000,
  });
  Object.assign(world.ports, { providers: { ...world.ports.providers, mms } });
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await world.close();
});

type Sent = Awaited<ReturnType<SendWorld['aMessage']>>;
const anMms = async (change: Parameters<SendWorld['aMessage']>[0] = {}): Promise<Sent> => {
  const contentSha256 = await world.ports.contents.put(world.access, {
    text: 'Nos vins d’hiver {{prenom}}',
    media: MEDIA,
  });
  return world.aMessage({ channel: 'mms', ...change, fields: { contentSha256 } });
};
const sent = async (): Promise<Sent & { id: string }> => {
  const mms = await anMms();
  expect(await world.deliver(mms)).toMatchObject({ state: 'sent' });
  return { ...mms, id: theirs.messages().at(-1)?.id ?? '' };
};
const oppositionsOf = async ({ contactId }: Pick<Sent, 'contactId'>, advertiserId: AdvertiserId = ADVERTISER_ID) =>
  (await world.ledger.readStanding(admit(advertiserId), contactId))?.oppositions ?? [];

/** They agree to texts once more, before our eyes. */
const agreeToTexts = async ({ contactId, address }: Sent): Promise<void> => {
  const { ledger, access, clock } = world;
  const consent = consentFacts({ channels: ['mms'], form: referenceOf(aFormVersion()), givenAt: clock.now() });
  const event = {
    type: 'consent-given',
    id: `${contactId}.${'d'.repeat(16)}` as never,
    consent,
    observed: true,
    actor: { by: 'person' },
  } as const;
  const seen = (await ledger.readStanding(access, contactId)) ?? expect.fail('nobody has this number');
  await appendToLedger(ledger, access, [{ contactId, seen, events: [event], address }], { at: clock.now() });
};

describe('an MMS by Spot-Hit', () => {
  test('leaves with its text whole and its picture, which is read and given once for all that name it', async () => {
    const first = await sent();
    await sent();
    expect(theirs.messages().map(({ request }) => request)).toEqual([
      expect.objectContaining({
        destinataires: first.address,
        fichier: '1.jpeg',
        message: expect.stringMatching(/^Maison Valmy.*Camille.*STOP 36105$/s),
      }),
      expect.objectContaining({ fichier: '1.jpeg' }),
    ]);
    expect([...theirs.pictures().values()].map(String)).toEqual([String(PICTURE)]);
    expect(read).toBe(1);
    expect(await world.message(first)).toMatchObject({ status: 'sent', providerMessageId: first.id });
  });

  test('P2: a STOP stops texts, once however often it comes, and the next is refused before it leaves', async () => {
    const mms = await sent();
    for (const _ of ['once', 'twice']) expect(await theirs.stop(mms.id, { id: 'stop-1' })).toBe(204);
    expect(await oppositionsOf(mms)).toMatchObject([
      { via: 'sms-reply', messageId: mms.messageId, of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] } },
    ]);
    expect(await world.deliver(await anMms({ contact: mms.contactId }))).toMatchObject({ state: 'refused' });
    expect(theirs.messages()).toHaveLength(1);
  });

  test('a STOP that is called again a day later ends no consent that was given since', async () => {
    const mms = await sent();
    const called = { id: 'stop-1', date_envoi: '2026-11-24 11:05:00' };
    expect(await theirs.stop(mms.id, called)).toBe(204);
    world.clock.forward(3600);
    await agreeToTexts(mms);
    world.clock.forward(22 * 3600);
    expect(await theirs.stop(mms.id, called)).toBe(204);
    expect(await oppositionsOf(mms)).toHaveLength(1);
    expect(await world.deliver(await anMms({ contact: mms.contactId }))).toMatchObject({ state: 'sent' });
  });

  test.each([
    ['of another name', { id: 'stop-2', date_envoi: '2026-11-24 12:10:00' }],
    ['of the same name, at another time', { id: 'stop-1', date_envoi: '2026-11-24 12:10:00' }],
    ['of the same name, which says a day and no time', { id: 'stop-1', date_envoi: '2026-11-24' }],
  ])('P2: a STOP after a consent is another one: %s', async (_, change) => {
    const mms = await sent();
    expect(await theirs.stop(mms.id, { id: 'stop-1', date_envoi: '2026-11-24 11:05:00' })).toBe(204);
    world.clock.forward(3600);
    await agreeToTexts(mms);
    world.clock.forward(60);
    expect(await theirs.stop(mms.id, change)).toBe(204);
    expect(await world.deliver(await anMms({ contact: mms.contactId }))).toMatchObject({ state: 'refused' });
  });

  test('P2: a second STOP after a consent is another one, though it answers the same MMS', async () => {
    const mms = await sent();
    expect(await theirs.stop(mms.id)).toBe(204);
    world.clock.forward(60);
    await agreeToTexts(mms);
    world.clock.forward(60);
    expect(await theirs.stop(mms.id)).toBe(204);
    expect(await world.deliver(await anMms({ contact: mms.contactId }))).toMatchObject({ state: 'refused' });
  });

  test('P2: of two advertisers of one account it is for the one whose MMS it answers; in doubt for the last sender', async () => {
    const OTHER = AdvertiserId.parse('caves-du-sud');
    const other = await anotherAdvertiser(world, OTHER, '732829320');
    const mms = await sent();
    const atOther = world.fingerprints.contactIdOf(OTHER, { kind: 'phone', value: mms.address });
    const { claimMonth: month } = await world.message(mms);
    const entry = { messageId: mms.messageId, claimedAt: addSeconds(world.clock.now(), 60), claimToken: 'later' };
    await world.ports.claims.claim(other, atOther, { month, channel: 'mms', revision: 0 }, entry);
    world.clock.forward(120);
    expect(await theirs.stop(mms.id)).toBe(204);
    expect(await oppositionsOf(mms)).toHaveLength(1);
    expect(await oppositionsOf({ contactId: atOther }, OTHER)).toEqual([]);
    // It names a message that is none of ours.
    expect(await theirs.stop(mms.id, { source_id: '99', id: 'stop-2' })).toBe(204);
    expect(await oppositionsOf({ contactId: atOther }, OTHER)).toHaveLength(1);
  });

  test.each(['0612345678', '33612345678', '+33 6 12 34 56 78'])(
    'P2: a STOP of %s is of that telephone',
    async (numero) => {
      const mms = await sent();
      const contactId = world.fingerprints.contactIdOf(ADVERTISER_ID, { kind: 'phone', value: '+33612345678' });
      expect(await theirs.stop(mms.id, { numero })).toBe(204);
      expect(await oppositionsOf({ contactId })).toHaveLength(1);
      expect(await oppositionsOf(mms)).toEqual([]);
    },
  );

  test('P2: what nobody signed adds an opposition, and does nothing else', async () => {
    theirs.next('take-and-drop');
    const mms = await anMms();
    expect(await world.deliver(mms)).toMatchObject({ state: 'unknown' });
    const [{ id } = { id: '' }] = theirs.messages();
    for (const state of [4, 1]) expect(await theirs.report(id, state)).toBe(204);
    expect(await theirs.reply(id, 'À quelle heure ouvrez-vous ?')).toBe(204);
    expect(await world.message(mms)).toMatchObject({ status: 'unknown' });
    expect(await oppositionsOf(mms)).toEqual([]);
    expect(await theirs.reply(id, 'Ne me contactez plus')).toBe(204);
    expect(await oppositionsOf(mms)).toMatchObject([{ of: { scope: 'global' } }]);
    expect(await world.message(mms)).toMatchObject({ status: 'unknown' });
  });

  test.each([
    ['take-and-drop', 'unknown', 1],
    ['server-error', 'unknown', 0],
    ['throttle', 'put-back', 0],
    ['no-credit', 'put-back', 0],
    ['no-mention', 'parked', 0],
    ['two-refusals', 'parked', 0],
    ['bad-number', 'refused', 0],
    ['own-list', 'refused', 0],
  ] as const)('%s: %s, and never handed over twice', async (fault, state, taken) => {
    theirs.next(fault);
    const mms = await anMms();
    expect(await world.deliver(mms)).toMatchObject({ state });
    if (state === 'unknown') await world.deliver(mms);
    expect(theirs.messages()).toHaveLength(taken);
  });

  test('a picture that takes longer to give than a read is good for: the message is read and vetted again', async () => {
    const mms = await anMms();
    const oppose = () => world.oppose(mms.contactId, 'mms');
    const slow = mmsBySpotHit({
      url: (servers.at(-1) as Serving).url,
      apiKey: async () => KEY,
      clock: world.clock,
      readPicture: async () => {
        world.clock.forward(5);
        await oppose();
        return PICTURE;
      },
      mediaBytes: 300_000,
    });
    const providers = { ...world.ports.providers, mms: slow };
    expect(await world.deliver(mms, { ports: { providers } })).toMatchObject({ state: 'refused' });
    expect(theirs.messages()).toEqual([]);
  });

  test('a picture whose host hangs is read once, and its message is put back', async () => {
    let reads = 0;
    const hanging = mmsBySpotHit({
      url: (servers.at(-1) as Serving).url,
      apiKey: async () => KEY,
      clock: world.clock,
      readPicture: async () => {
        reads += 1;
        world.clock.forward(8);
        throw Object.assign(new Error('no answer'), { code: 'TIMEOUT' });
      },
      mediaBytes: 300_000,
    });
    const providers = { ...world.ports.providers, mms: hanging };
    expect(await world.deliver(await anMms(), { ports: { providers } })).toMatchObject({ state: 'put-back' });
    expect(reads).toBe(1);
    expect(theirs.messages()).toEqual([]);
  });

  test('a picture that is not what its author said, or that Spot-Hit refuses, is for a human; one that nobody can read waits', async () => {
    theirs.refusePictures(true);
    expect(await world.deliver(await anMms())).toMatchObject({ state: 'parked' });
    theirs.refusePictures(false);
    const other = { text: 'Bonjour', media: { ...MEDIA, sha256: 'a'.repeat(64) } };
    const contentSha256 = await world.ports.contents.put(world.access, other);
    expect(await world.deliver(await world.aMessage({ channel: 'mms', fields: { contentSha256 } }))).toMatchObject({
      state: 'parked',
    });
    expect(theirs.messages()).toEqual([]);
  });
});

test('a code that no account has is answered 404, and a STOP that cannot be put is not taken', async () => {
  const put = vi.fn(() => Promise.reject(new Error('no queue')));
  const url = await opened(
    accountReplyServer(
      world,
      async (code, { query }) => (code === CODE ? { reply: spotHitReplyIn(query, world.clock.now()) } : undefined),
      put,
    ),
  );
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const asked = async (code: string) => (await fetch(`${url}/s/${code}?numero=0612345678`)).status;
  expect(await asked('x'.repeat(48))).toBe(404);
  expect((await fetch(`${url}/s/${CODE}?numero=0612345678`, { method: 'HEAD' })).status).toBe(204);
  expect(put).not.toHaveBeenCalled();
  expect(await asked(CODE)).toBe(500);
});
