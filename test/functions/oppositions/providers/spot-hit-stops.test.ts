import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { createSpotHitServer } from '#local/provider/spot-hit-server.ts';
import { stopsRoundsOf } from '#shared/adapters/dynamodb/feedback/rounds.ts';
import { spotHitStopsOf } from '#shared/adapters/spot-hit/stops.ts';
import { type ListedStopPorts, registerListedStops } from '#shared/app/feedback/register-listed-stops.ts';
import type { RegisterOpposition } from '#shared/app/oppositions/act-of-opposition.ts';
import { registerOpposition } from '#shared/app/oppositions/register-opposition.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { AdvertiserId, type ContactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { noPause } from '#test/support/aws.ts';
import { serving } from '#test/support/http/serving.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** The list of STOP that Spot-Hit keeps for all advertisers of an account, read back once a day. */
const KEY = 'k'.repeat(32);
const DAY = 86_400;

let world: SendWorld;
let server: Server;
let url: string;
/** What the server answers: its status and body; absent: it closes the connection. */
let answer: { readonly status: number; readonly body: string } | undefined;
let asked: string[];

const list = (...rows: unknown[]): void => {
  answer = { status: 200, body: JSON.stringify(rows) };
};

beforeEach(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
  asked = [];
  list();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${body}`);
      if (answer === undefined) return void request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await world.close();
});

const portsOn = (changes: Partial<ListedStopPorts> = {}): ListedStopPorts => ({
  clock: world.clock,
  pause: noPause,
  ledger: world.ledger,
  fingerprints: world.fingerprints,
  replyCodes: world.replyCodes,
  advertisers: world.ports.advertisers,
  advertiserList: world.advertiserList,
  vetReads: world.sendReads,
  rounds: stopsRoundsOf(world.table),
  listedStops: spotHitStopsOf({ url, apiKey: async () => KEY, channel: 'mms' }),
  ...changes,
});
const run = (ports = portsOn(), hasTime = () => true) =>
  askedBy('reconcile-suppressions', () => registerListedStops(ports, hasTime));

/** An MMS that left, and its person as Spot-Hit writes numbers. */
const written = async () => {
  const { contactId, address } = await world.aMessage({ channel: 'mms' });
  return { contactId, numero: address.slice(1), address };
};
const oppositionsOf = async (contactId: ContactId, access = world.access) =>
  (await world.ledger.readStanding(access, contactId))?.oppositions ?? [];
/** A STOP that came to us. */
const came = async (contactId: ContactId, change: Partial<RegisterOpposition> = {}) => {
  const requestId = sha256Of(`came/${contactId}`);
  await registerOpposition(portsOn(), {
    access: world.access,
    contactId,
    addressKind: 'phone',
    of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
    via: 'sms-reply',
    requestId,
    bodySha256: requestId,
    coversRelational: true,
    actor: { by: 'person' },
    ...change,
  });
};
const seconds = (): number => Math.floor(Date.parse(world.clock.now()) / 1_000);

describe('who is on the list of STOP', () => {
  test('is opposed to texts since the day of the row, once however often it is read; the next MMS is refused', async () => {
    const { contactId, numero } = await written();
    list({ id: 7, numero, date: String(seconds() - 60) });
    expect(await run()).toEqual({ opposed: 1 });
    expect(asked).toEqual([`POST /api/stops key=${KEY}`]);
    expect(await oppositionsOf(contactId)).toMatchObject([
      {
        via: 'provider-complaint',
        of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] },
        coversRelational: true,
        occurredAt: new Date((seconds() - 60) * 1_000).toISOString(),
      },
    ]);
    expect(await run()).toEqual({ opposed: 0 });
    world.clock.forward(DAY);
    expect(await run()).toEqual({ opposed: 0 });
    expect([asked.length, (await oppositionsOf(contactId)).length]).toEqual([2, 1]);
    const next = await world.aMessage({ channel: 'mms', contact: contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused' });
  });

  test.each<[string, (numero: string) => unknown]>([
    ['a number alone, without its sign', (numero) => numero],
    ['a number as it is dialled in France', (numero) => ({ telephone: `0${numero.slice(2)}` })],
    ['a number with a day', (numero) => ({ numero: `+${numero}`, date_stop: '2026-11-24' })],
    ['a number with a day and an hour', (numero) => ({ numero, date: '2026-11-24 09:00:00' })],
    ['a number as it is dialled from abroad', (numero) => `00${numero}`],
    ['a number with a zero for France', (numero) => `+33 (0)${numero.slice(2)}`],
  ])('is read from %s', async (_, rowOf) => {
    const { contactId, numero } = await written();
    list(rowOf(numero));
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('without a day it counts from when it was read first, and is no act again the next day', async () => {
    const { contactId, numero } = await written();
    list(numero);
    const firstRead = world.clock.now();
    await run();
    world.clock.forward(DAY);
    expect(await run()).toEqual({ opposed: 0 });
    expect(await oppositionsOf(contactId)).toMatchObject([{ occurredAt: firstRead }]);
  });

  test('whose STOP came to us as well is not registered again', async () => {
    const { contactId, numero } = await written();
    await came(contactId);
    list({ numero, date: String(seconds()) });
    expect(await run()).toEqual({ opposed: 0 });
    expect(await oppositionsOf(contactId)).toMatchObject([{ via: 'sms-reply' }]);
  });

  test('D19: of advertisers that nothing tells apart it is for all, also where nobody knows the number', async () => {
    const other = await anotherAdvertiser(world, AdvertiserId.parse('caves-du-sud'), '732829320');
    const value = '+33639980009';
    list(value);
    expect(await run()).toEqual({ opposed: 2 });
    for (const access of [world.access, other]) {
      const contactId = world.fingerprints.contactIdOf(access.advertiserId, { kind: 'phone', value });
      expect(await oppositionsOf(contactId, access)).toHaveLength(1);
    }
  });
});

describe('P2: nothing is lost', () => {
  test('of a STOP that could not be brought to us', async () => {
    const { address, contactId } = await written();
    const account = { apiKey: KEY, pushUrl: `${url}/nobody` };
    answer = { status: 503, body: '' };
    const { spotHit, listener } = createSpotHitServer(() => account, world.clock.now);
    const theirs = await serving(listener);
    const picture = new FormData();
    picture.set('key', KEY);
    picture.set('fichier', new Blob(['the very picture']), 'hiver.jpeg');
    await fetch(`${theirs.url}/api/mms/upload`, { method: 'POST', body: picture });
    const mms = { key: KEY, destinataires: address, message: 'Maison Valmy STOP 36200', fichier: '1.jpeg' };
    await fetch(`${theirs.url}/api/envoyer/mms`, { method: 'POST', body: new URLSearchParams(mms) });
    expect(await spotHit.stop(spotHit.messages()[0]?.id ?? '')).toBe(503);
    const listedStops = spotHitStopsOf({ url: theirs.url, apiKey: async () => KEY, channel: 'mms' });
    expect(await run(portsOn({ listedStops }))).toEqual({ opposed: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
    await theirs.close();
  });

  test.each<[string, typeof answer]>([
    ['an error', { status: 500, body: '[]' }],
    ['what is no JSON', { status: 200, body: '<html>' }],
    ['no list', { status: 200, body: '{"resultat":1}' }],
    ['a refusal', { status: 200, body: '{"resultat":0,"erreurs":[30]}' }],
    ['one of two', { status: 200, body: '{"stops":["33612345678"],"autres":["33612345679"]}' }],
    ['a part of it', { status: 200, body: '{"total":"2","stops":["33612345678"]}' }],
    ['empty, and is said to hold one', { status: 200, body: '{"total":1,"stops":[]}' }],
    ['a closed connection', undefined],
  ])('where the list is %s the next run reads it', async (_, wrong) => {
    const { contactId, numero } = await written();
    answer = wrong;
    await expect(run()).rejects.toMatchObject({ code: 'dependency-unavailable' });
    list({ numero, date: String(seconds()) });
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('what cannot be stored is read again by the next run, and keeps no later row waiting', async () => {
    const [first, second] = [await written(), await written()];
    list(first.numero, second.numero);
    const ledger = {
      ...world.ledger,
      readStanding: (...of: Parameters<typeof world.ledger.readStanding>) =>
        of[1] === first.contactId
          ? Promise.reject(dependencyUnavailable('The table'))
          : world.ledger.readStanding(...of),
    };
    expect(await run(portsOn({ ledger }))).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect(await oppositionsOf(second.contactId)).toHaveLength(1);
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(first.contactId)).toHaveLength(1);
  });

  test('a run without time leaves the rest to the next', async () => {
    const { contactId, numero } = await written();
    list(numero);
    expect(await run(portsOn(), () => false)).toEqual({ opposed: 0 });
    expect(await run()).toEqual({ opposed: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test.each([
    ['names no number', { nom: 'Camille' }],
    ['names what is no number of France', { numero: '336123456789' }],
  ])('a row that %s is said once a day, and the others are registered', async (_, row) => {
    const { contactId, numero } = await written();
    list(row, numero);
    expect(await run()).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect(await run()).toEqual({ opposed: 0 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('where nothing is at its path, that is said once a day', async () => {
    answer = { status: 404, body: '{}' };
    expect(await run()).toMatchObject({ opposed: 0, failure: { code: 'dependency-unavailable' } });
    expect(await run()).toEqual({ opposed: 0 });
    world.clock.forward(DAY);
    expect(await run()).toMatchObject({ failure: { code: 'dependency-unavailable' } });
  });

  test('where there is no list for days, or a row cannot be read, old rows are registered once there is one', async () => {
    const { contactId, numero } = await written();
    const old = { numero, date: String(seconds()) };
    for (const body of ['{}', '{}', '{}', '{}', '{}']) {
      answer = { status: 404, body };
      await run();
      world.clock.forward(DAY);
    }
    list({ nom: 'Camille' }, old);
    expect(await run()).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('P2: where a run that its time cut short could not store a row, the list is read again once the round is at its end', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, written));
    list(...all.map(({ numero }) => numero));
    let refused = 0;
    const readStanding: typeof world.ledger.readStanding = (...of) => {
      refused += 1;
      return refused === 1 ? Promise.reject(dependencyUnavailable('The table')) : world.ledger.readStanding(...of);
    };
    let left = 2;
    const cutShort = await run(portsOn({ ledger: { ...world.ledger, readStanding } }), () => left-- > 0);
    expect(cutShort).toMatchObject({ opposed: 1, failure: { code: 'dependency-unavailable' } });
    expect([await run(), await run(), await run()]).toEqual([{ opposed: 2 }, { opposed: 1 }, { opposed: 0 }]);
    for (const { contactId } of all) expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('a list longer than a run is gone on with by the next, on the next day too, which is said once', async () => {
    const all = await Promise.all(Array.from({ length: 7 }, written));
    list(...all.map(({ numero }) => numero));
    const timeFor = (rows: number) => {
      let left = rows;
      return () => left-- > 0;
    };
    expect(await run(portsOn(), timeFor(3))).toEqual({ opposed: 3 });
    expect(await run(portsOn(), timeFor(3))).toEqual({ opposed: 3 });
    world.clock.forward(DAY);
    expect(await run(portsOn(), timeFor(0))).toEqual({ opposed: 0, isLate: true });
    expect(await run(portsOn(), timeFor(3))).toEqual({ opposed: 1 });
    for (const { contactId } of all) expect(await oppositionsOf(contactId)).toHaveLength(1);
    const calls = asked.length;
    expect(await run(portsOn(), timeFor(3))).toEqual({ opposed: 0 });
    expect(asked.length).toBe(calls);
  });
});
