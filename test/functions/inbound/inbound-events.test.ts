import { beforeEach, describe, expect, test } from 'vitest';
import { example as CONSENT } from '#shared/contracts/inbound/consent-collected.v1.ts';
import { example as MESSAGE } from '#shared/contracts/inbound/message-requested.v1.ts';
import { example as OPPOSITION } from '#shared/contracts/inbound/opposition-heard.v1.ts';
import { ADVERTISER, eventsOf, OTHER_ADVERTISER } from '../support/api.ts';
import { aBusWorld, type BusWorld, type PutEvent } from './bus-world.ts';

/** A world costs most of a second: each test goes through all of its cases in one. */
let world: BusWorld;
beforeEach(async () => {
  world = await aBusWorld();
});

const advertiserId = ADVERTISER;
const CONTACT = { email: 'camille.martin@example.org' };
const ID = '6f87d8e2-4c0b-4d38-9c15-0c2b7a1f4e55';
const message = (changes: object = {}) => ({
  type: 'message.requested.v1',
  detail: { ...MESSAGE, advertiserId, ...changes },
});
const consent = (changes: object = {}) => ({
  type: 'consent.collected.v1',
  detail: { ...CONSENT, advertiserId, ...changes },
});
const opposition = (changes: object = {}) => ({
  type: 'opposition.heard.v1',
  detail: { ...OPPOSITION, advertiserId, ...changes },
});
const EVENTS = { message, consent, opposition };

const said = (type: string) => world.published.filter((event) => event.type === type).map(({ detail }) => detail);
const taken = () => said('event.taken.v1');
const refused = () =>
  said('event.refused.v1') as { code: string; type?: string; errors?: { pointer: string; detail?: string }[] }[];
const parked = () => world.queued.map(({ reason }) => reason);
const forget = () => {
  world.published.length = 0;
  world.queued.length = 0;
};
const withoutKey = ({ idempotencyKey: _key, ...detail }: Record<string, unknown>) => detail;
const contactOf = (factId: unknown) => String(factId).slice(0, -17);
const messageShown = async (id: unknown) =>
  (await world.call('get-message', { path: { messageId: String(id) }, query: { advertiserId } })).body;

describe('an event of an application', () => {
  test('P5: has a message stored, a consent and an opposition recorded, and the bus says under which id', async () => {
    const asked = { advertiserId, messages: [{ contact: CONTACT, offerCategory: 'wine' }] };
    const verdict = async () => (await world.call('give-verdicts', { body: asked })).body.verdicts[0].outcome;
    expect(await world.put({ ...message(), id: ID }, consent())).toEqual([]);
    expect(await verdict()).toBe('allow');
    await world.put(opposition());
    expect(await verdict()).toBe('refuse');
    const [first, second, third] = taken().sort((one, other) => (String(one.type) > String(other.type) ? -1 : 1));
    expect([first, third, second]).toMatchObject([
      { type: 'opposition.heard.v1', advertiserId },
      { type: 'consent.collected.v1', advertiserId },
      { type: 'message.requested.v1', advertiserId, eventId: ID },
    ]);
    expect(await messageShown(second?.id)).toMatchObject({ status: 'accepted', channel: 'email' });
    expect(await eventsOf(world, contactOf(first?.id))).toMatchObject([
      { type: 'consent-given', id: third?.id, actor: { by: 'event-source', source: 'shop' } },
      { type: 'opposition-registered', id: first?.id, actor: { by: 'event-source', source: 'shop' } },
    ]);
    expect(parked()).toEqual([]);
  });

  test('that comes twice, or is put twice, is done once, and is one act with the same request to its route', async () => {
    const events = [message(), consent(), opposition(), opposition({ idempotencyKey: 'call-77', via: 'letter' })];
    for (const event of events) {
      forget();
      await world.put({ ...event, id: ID });
      await world.put({ ...event, id: ID }, event);
      expect([event.type, taken().length, new Set(taken().map(({ id }) => id)).size]).toEqual([event.type, 3, 1]);
    }
    const types = (await eventsOf(world, contactOf(taken()[0]?.id))).map(({ type }) => type);
    expect(types).toEqual(['consent-given', 'opposition-registered', 'opposition-registered']);

    forget();
    await world.put(message(), consent(), opposition());
    const { advertiserId: _of, ...item } = withoutKey(message().detail);
    const messages = { body: { advertiserId, messages: [item] }, key: MESSAGE.idempotencyKey };
    const consents = { body: withoutKey(consent().detail), key: CONSENT.idempotencyKey };
    const answers = [
      (await world.call('accept-messages', messages)).body.messages[0].id,
      (await world.call('record-consent', consents)).body.id,
      (await world.without('register-opposition', 'Idempotency-Key', { body: opposition().detail })).body.id,
    ];
    expect(
      taken()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(answers.sort());
  });

  test('may leave out its advertiser where its source speaks for one alone', async () => {
    const nameless = opposition({ advertiserId: undefined });
    await world.put(nameless, { ...nameless, source: 'platform' });
    expect(taken()).toMatchObject([{ advertiserId }]);
    expect(refused()).toMatchObject([{ code: 'invalid-request', errors: [{ pointer: '/detail/advertiserId' }] }]);
  });
});

describe('P9: whom an event speaks for is said by its source, as the deployment admits it', () => {
  const LOOK_ALIKES = [
    ...['', ' shop', 'shop ', 'SHOP', 'sh0p', 'shoр', 'shop.', 'shop.orders', 'sho', '*', 'aval', 'aws.ses'],
    ...['every-advertiser', '__proto__', 'constructor', 'toString', 'null', 'shop\u0000', 'shop,other', '["shop"]'],
  ];
  const BEYOND: readonly [source: string, event: PutEvent, code: string][] = [
    ['other', opposition(), 'advertiser-not-found'],
    ['shop', opposition({ advertiserId: 'maison-nulle' }), 'advertiser-not-found'],
    ['shop', consent({ advertiserId: OTHER_ADVERTISER }), 'advertiser-not-found'],
    ['shop', message({ advertiserId: 'every-advertiser' }), 'advertiser-not-found'],
    ['desk', consent(), 'insufficient-scope'],
    ['desk', message(), 'insufficient-scope'],
    ['mailer', opposition(), 'insufficient-scope'],
    ['mailer', consent(), 'insufficient-scope'],
  ];

  test('a source that is not listed, or beyond what it may say, has nothing stored', async () => {
    for (const source of LOOK_ALIKES) {
      forget();
      expect(await world.put({ ...opposition(), source })).toEqual([]);
      expect([source, taken(), parked()]).toEqual([source, [], ['unauthenticated']]);
      expect(refused()).toMatchObject([{ code: 'unauthenticated', type: 'opposition.heard.v1' }]);
      expect(JSON.stringify(refused())).not.toContain(ADVERTISER);
    }
    for (const [source, event, code] of BEYOND) {
      forget();
      await world.put({ ...event, source });
      expect([source, event.type, taken(), parked()]).toEqual([source, event.type, [], [code]]);
      expect(refused()).toMatchObject([{ code }]);
    }
    await world.put(opposition());
    expect(await eventsOf(world, contactOf(taken()[0]?.id))).toHaveLength(1);
  });
});

describe('an event that cannot be done', () => {
  const SPOILED: readonly [what: string, kind: keyof typeof EVENTS, changes: object][] = [
    ['no contact', 'message', { contact: undefined }],
    ['an unknown field', 'message', { priority: 'high' }],
    ['no content', 'message', { content: undefined }],
    ['a field without value', 'message', { mergeValues: {} }],
    ['another kind of address', 'message', { contact: { phone: '+33612345678' } }],
    ['an address that is none', 'message', { contact: { email: 'camille' } }],
    ['an unknown template', 'message', { content: undefined, template: { templateId: 'no', version: '1' } }],
    ['a validity in the past', 'message', { validUntil: '2020-01-01T00:00:00.000Z' }],
    ['a dead tag', 'message', { content: { email: { subject: 'Ah', html: '<p>*|NOM|* Martin</p>' } } }],
    ['half a character', 'message', { reference: '\ud800' }],
    ['a consent of the future', 'consent', { givenAt: '2031-01-01T00:00:00Z' }],
    ['a consent without moment', 'consent', { givenAt: undefined }],
    ['an unknown channel', 'consent', { channels: ['pigeon'] }],
    ['a way of ours', 'opposition', { via: 'one-click' }],
    ['an opposition of the future', 'opposition', { occurredAt: '2031-01-01T00:00:00Z' }],
    ['a scope that is none', 'opposition', { of: { scope: 'some' } }],
  ];
  /** What the route of an event answers to its body. */
  const routeSays = async (kind: keyof typeof EVENTS, body: Record<string, unknown>) => {
    const { advertiserId: _of, ...item } = body;
    if (kind === 'message')
      return (await world.call('accept-messages', { body: { advertiserId, messages: [item] } })).body.messages[0].error;
    return (await world.call(kind === 'consent' ? 'record-consent' : 'register-opposition', { body })).body;
  };

  test('is refused as its route refuses it, and parked whole with that reason', async () => {
    for (const [what, kind, changes] of SPOILED) {
      forget();
      const event = EVENTS[kind](changes);
      await world.put(event);
      const body = JSON.parse(JSON.stringify(withoutKey(event.detail)));
      const answer = await routeSays(kind, body);
      const pointers = (answer.errors as { pointer: string }[]).map(({ pointer }) =>
        pointer.replace(/^\/messages\/0/, '/detail').replace(/^(?!\/detail)/, '/detail'),
      );
      const [{ code, errors = [] } = { code: 'none' }] = refused();
      expect([what, code, errors.map(({ pointer }) => pointer)]).toEqual([what, answer.code, pointers]);
      expect(pointers.length).toBeGreaterThan(0);
      expect([what, taken(), parked()]).toEqual([what, [], [answer.code]]);
      expect(world.queued[0]?.body).toMatchObject({ 'detail-type': event.type, detail: body });
    }
  });

  test('is parked with its reason where only an event can be so wrong, and does not keep the others of its batch', async () => {
    const deep = JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`);
    for (const [event, code] of [
      [message({ idempotencyKey: undefined }), 'invalid-request'],
      [consent({ idempotencyKey: 'a b' }), 'invalid-request'],
      [{ ...message(), detail: [] }, 'invalid-request'],
      [{ ...message(), detail: null }, 'invalid-request'],
      [{ ...opposition(), type: 'opposition.heard.v2' }, 'invalid-request'],
      [{ ...message(), detail: deep }, 'malformed-request'],
    ] as const) {
      forget();
      expect(await world.put(event, opposition())).toEqual([]);
      expect([taken().length, parked(), refused().map((each) => each.code)]).toEqual([1, [code], [code]]);
    }
    forget();
    expect(await world.putBody('{"id":"camille@example.org"}')).toEqual([]);
    expect([world.published, parked()]).toEqual([[], ['not-its-schema']]);
  });

  test('another request under a key that was used is refused, and the first stays', async () => {
    await world.put(message());
    await world.put(message({ channel: 'sms', contact: { phone: '+33612345678' }, content: { sms: { text: 'Ah' } } }));
    expect(refused()).toMatchObject([{ code: 'idempotency-key-reused' }]);
    expect(await messageShown(taken()[0]?.id)).toMatchObject({ channel: 'email' });
  });

  test('P8: neither the bus nor the log says what it holds', async () => {
    const secret = 'Dupont@secret.example';
    const tagged = { email: { subject: secret, html: `<p>*|${secret.slice(0, 6)}|* {{${secret}}}</p>` } };
    await world.put(
      message({ [secret]: secret, contact: { email: `${secret} ${secret}` } }),
      message({ content: tagged }),
      { ...message(), type: secret },
      { ...message(), source: secret },
    );
    expect(refused()).toHaveLength(4);
    expect(`${JSON.stringify(refused())}${world.logged()}`).not.toMatch(/dupont|secret/i);
    expect(JSON.stringify(world.queued)).toContain(secret);
  });
});

describe('what will go away by itself', () => {
  // The SDK takes the clock of these tests for a wrong one and asks again after an error, three times at most.
  test('P10: an event comes again where bus, queue or store are away; it is stored once, and nothing is said too early', async () => {
    world.fail('bus', 'bus', 'bus');
    expect(await world.put(opposition())).toEqual(['record-0']);
    world.mend();
    expect(await world.put(opposition())).toEqual([]);
    expect(await eventsOf(world, contactOf(taken()[0]?.id))).toHaveLength(1);

    forget();
    world.fail('bus-entry');
    expect(await world.put(opposition({ via: 'x' }))).toEqual(['record-0']);
    expect([world.published, parked()]).toEqual([[], []]);
    world.fail('queue', 'queue', 'queue');
    expect(await world.put(opposition({ via: 'x' }))).toEqual(['record-0']);
    world.mend();
    expect(await world.put(opposition({ via: 'x' }))).toEqual([]);
    expect(parked()).toEqual(['invalid-request']);

    forget();
    world.breakStore();
    expect(await world.put(message(), opposition())).toEqual(['record-0', 'record-1']);
    expect([world.published, parked()]).toEqual([[], []]);
  });
});
