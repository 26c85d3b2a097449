import { describe, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, eventsOf, STRANGER, type World } from '../support/api.ts';

const CONSENT = EXAMPLES['record-consent'] as { contact: { email: string } };
const ERASER = { decider: 'Jeanne Roy, DPO' };

const record = (world: World, asked: object, more: object = {}) =>
  world.call('record-request', {
    body: { advertiserId: ADVERTISER, contact: CONSENT.contact, via: 'email', ...asked },
    ...more,
  });
const answer = (world: World, requestId: string, body: object, more: object = {}) =>
  world.call('answer-request', { path: { requestId }, body: { ...ERASER, ...body }, ...more });
const read = async (world: World, requestId: string) => (await world.call('get-request', { path: { requestId } })).body;
/** What is said of an e-mail to this contact now. */
const verdict = async (world: World) => {
  const messages = [{ contact: CONSENT.contact, channel: 'email', offerCategory: 'wine', subject: 'Nos vins d’hiver' }];
  const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
  const [{ outcome, reasons }] = body.verdicts;
  return [outcome, ...reasons.map(({ code }: { code: string }) => code)];
};
const aWorldWithConsent = async () => {
  const world = await aWorldWithForms();
  const { body } = await world.call('record-consent', { body: CONSENT });
  return { world, contactId: body.contactId as string };
};

describe('POST /v1/requests', () => {
  test.each(['access', 'portability', 'rectification', 'question'])(
    '%s is recorded, due in a month, and stops nothing',
    async (kind) => {
      const { world, contactId } = await aWorldWithConsent();
      const { status, body } = await record(world, { kind, words: 'Bonjour.' });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        ...{ kind, contactId, state: 'open', via: 'email', by: 'person', words: 'Bonjour.', steps: [] },
        ...{ receivedAt: '2026-11-24T10:00:00.000Z', dueAt: '2026-12-24T22:59:59.999Z' },
        acknowledgement: {
          fr: expect.stringContaining('24 décembre 2026'),
          en: expect.stringContaining('24 December'),
        },
      });
      expect(await read(world, body.id)).toMatchObject({ id: body.id, words: 'Bonjour.' });
      expect(await verdict(world)).toEqual(['allow', 'OK_CONSENT']);
      expect(world.logged()).not.toContain('Bonjour');
    },
  );

  test('opposition is in force at once, whoever asks', async () => {
    const { world } = await aWorldWithConsent();
    const { body } = await record(world, { kind: 'opposition', via: 'phone' });
    expect(await verdict(world)).toEqual(['refuse', 'OPPOSED_GLOBAL']);
    expect(body.state).toBe('open');
  });

  test('opposition may name what it opposes', async () => {
    const { world } = await aWorldWithConsent();
    await record(world, { kind: 'opposition', of: { scope: 'channel', channels: ['sms'] } });
    expect(await verdict(world)).toEqual(['allow', 'OK_CONSENT']);
    await record(world, { kind: 'opposition', of: { scope: 'channel', channels: ['email'] } });
    expect(await verdict(world)).toEqual(['refuse', 'OPPOSED_CHANNEL']);
  });

  test('restriction stops all use at once and removes nothing, and a refusal of it, or its lifting, ends it', async () => {
    const { world, contactId } = await aWorldWithConsent();
    const { body: one } = await record(world, { kind: 'restriction' });
    const { body: two } = await record(world, { kind: 'restriction', via: 'letter' });
    expect(await verdict(world)).toEqual(['refuse', 'USE_RESTRICTED']);
    const { body: contact } = await world.call('get-contact', { path: { contactId } });
    expect([contact.restrictions, contact.consents.length]).toEqual([[one.id, two.id], 1]);
    await answer(world, two.id, { action: 'refused', reason: 'La même demande est déjà prise en compte.' });
    expect(await verdict(world)).toEqual(['refuse', 'USE_RESTRICTED']);
    expect((await answer(world, one.id, { action: 'lifted', reason: 'x' })).body.code).toBe('request-settled');
    await answer(world, one.id, { action: 'answered' });
    expect(await verdict(world)).toEqual(['refuse', 'USE_RESTRICTED']);
    const { body: lifted } = await answer(world, one.id, { action: 'lifted', reason: 'Vérifié avec vous.' });
    expect(lifted.state).toBe('lifted');
    expect(await verdict(world)).toEqual(['allow', 'OK_CONSENT']);
    expect((await eventsOf(world, contactId)).map(({ type }) => type)).toEqual([
      ...['consent-given', 'use-restricted', 'use-restricted', 'restriction-lifted', 'restriction-lifted'],
    ]);
  });

  test('restriction of an address that nobody knows yet holds once a consent of it is recorded', async () => {
    const world = await aWorldWithForms();
    await record(world, { kind: 'restriction' });
    await world.call('record-consent', { body: CONSENT });
    expect(await verdict(world)).toEqual(['refuse', 'USE_RESTRICTED']);
  });

  test('erasure stops prospecting at once, and erases once a human knows who asks', async () => {
    const { world, contactId } = await aWorldWithConsent();
    const { body: asked } = await record(world, { kind: 'erasure', words: 'Effacez tout.' });
    expect(await verdict(world)).toEqual(['refuse', 'OPPOSED_GLOBAL']);
    const nobody = await answer(world, asked.id, { action: 'answered' });
    expect([nobody.status, nobody.body.errors[0].pointer]).toEqual([422, '/identity']);
    const { status, body } = await answer(world, asked.id, { action: 'answered', identity: 'no-doubt' });
    expect([status, body.state, body.words]).toEqual([200, 'answered', undefined]);
    expect((await eventsOf(world, contactId)).map(({ type }) => type)).toEqual([
      ...['opposition-registered', 'contact-erased'],
    ]);
    const later = await read(world, asked.id);
    expect(later).toMatchObject({
      steps: [{ action: 'answered', identity: 'no-doubt', decider: ERASER.decider }],
    });
    // What remains, until when and why: what the acknowledgement promised the person.
    const { body: line } = await world.call('show-timeline', { path: { contactId } });
    const [last] = line.timeline.filter(({ event }: { event: { type: string } }) => event.type === 'contact-erased');
    expect(body.kept[0]).toEqual({
      where: 'table',
      what: { fr: expect.stringContaining('Les oppositions'), en: expect.stringContaining('The oppositions') },
      why: { fr: expect.stringContaining('art. 21'), en: expect.stringContaining('art. 21') },
      untilWhen: { fr: 'Sans terme.', en: 'Without a term.' },
    });
    expect(body.kept.every(({ until, untilWhen }: Record<string, unknown>) => until ?? untilWhen)).toBe(true);
    for (const kept of [later.kept, last.kept]) expect(kept).toEqual(body.kept);
    expect(JSON.stringify(body)).not.toContain(CONSENT.contact.email);
    expect((await world.call('record-consent', { body: CONSENT })).body.code).toBe('contact-erased');
  });

  test('erasure that is refused erases nothing, and the opposition stays', async () => {
    const { world, contactId } = await aWorldWithConsent();
    const { body } = await record(world, { kind: 'erasure' });
    const { body: refused } = await answer(world, body.id, { action: 'refused', reason: 'Une obligation légale.' });
    expect([refused.kept, (await read(world, body.id)).kept]).toEqual([undefined, undefined]);
    const { body: contact } = await world.call('get-contact', { path: { contactId } });
    expect([contact.consents.length, contact.oppositions.length]).toEqual([1, 1]);
  });

  test('the same call again is the same request, and its key for another is refused', async () => {
    const { world, contactId } = await aWorldWithConsent();
    const first = await record(world, { kind: 'restriction' }, { key: 'one' });
    const again = await record(world, { kind: 'restriction' }, { key: 'one' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await record(world, { kind: 'access' }, { key: 'one' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect(await eventsOf(world, contactId)).toHaveLength(2);
  });

  test.each(['access', 'restriction', 'rectification', 'portability', 'question', 'opposition', 'erasure'])(
    'the key of %s for another contact is refused, and nothing is done to that one',
    async (kind) => {
      const { world } = await aWorldWithConsent();
      const other = { email: 'autre.personne@example.com' };
      const first = await record(world, { kind, contact: other }, { key: 'one' });
      const second = await record(world, { kind }, { key: 'one' });
      expect([first.status, second.status, second.body.code]).toEqual([201, 422, 'idempotency-key-reused']);
      expect(await verdict(world)).toEqual(['allow', 'OK_CONSENT']);
      const { body } = await world.call('list-requests', { query: { advertiserId: ADVERTISER } });
      expect(body.requests.map(({ id }: { id: string }) => id)).toEqual([first.body.id]);
      const again = await record(world, { kind, contact: other }, { key: 'one' });
      expect([again.status, again.body]).toEqual([201, first.body]);
    },
  );

  test('is refused in the future, and from a stranger', async () => {
    const { world } = await aWorldWithConsent();
    const future = await record(world, { kind: 'access', receivedAt: '2026-11-25T10:00:00Z' });
    expect([future.status, future.body.errors[0].pointer]).toEqual([422, '/receivedAt']);
    expect((await record(world, { kind: 'access' }, { caller: STRANGER })).status).toBe(404);
  });
});

describe('POST /v1/requests/{requestId}/answer', () => {
  test('acknowledges, extends once within the month with a reason, and answers once', async () => {
    const { world } = await aWorldWithConsent();
    const { body: asked } = await record(world, { kind: 'access', receivedAt: '2026-11-24T08:00:00Z' });
    const { body: told } = await answer(world, asked.id, { action: 'acknowledged' });
    expect(told).toMatchObject({ state: 'open', acknowledgedAt: '2026-11-24T10:00:00.000Z' });
    expect((await answer(world, asked.id, { action: 'acknowledged' })).body.code).toBe('request-settled');
    const bare = await answer(world, asked.id, { action: 'extended' });
    expect([bare.status, bare.body.errors[0].pointer]).toEqual([422, '/reason']);
    vi.setSystemTime(new Date('2026-12-24T22:59:59.999Z'));
    const { body: later } = await answer(world, asked.id, { action: 'extended', reason: 'Plusieurs services.' });
    expect(later).toMatchObject({ state: 'open', dueAt: '2027-02-24T22:59:59.999Z' });
    expect((await answer(world, asked.id, { action: 'extended', reason: 'Encore.' })).body.code).toBe(
      'request-settled',
    );
    const done = { action: 'answered', identity: 'account' };
    const { body: first } = await answer(world, asked.id, done, { key: 'done' });
    expect(first.closedAt).toBe('2026-12-24T22:59:59.999Z');
    expect((await answer(world, asked.id, done, { key: 'done' })).body).toEqual(first);
    expect((await answer(world, asked.id, done)).status).toBe(409);
    expect(first.steps.map(({ action, reason }: { action: string; reason?: string }) => [action, reason])).toEqual([
      ['acknowledged', undefined],
      ['extended', 'Plusieurs services.'],
      ['answered', undefined],
    ]);
  });

  test('is not extended once the month is over', async () => {
    const { world } = await aWorldWithConsent();
    const { body } = await record(world, { kind: 'question' });
    vi.setSystemTime(new Date('2026-12-24T23:00:00.000Z'));
    const late = await answer(world, body.id, { action: 'extended', reason: 'Trop tard.' });
    expect([late.status, late.body.code]).toEqual([409, 'request-settled']);
  });

  test('of another advertiser, or of nothing, is not found', async () => {
    const { world, contactId } = await aWorldWithConsent();
    const { body } = await record(world, { kind: 'question' });
    const stranger = await answer(world, body.id, { action: 'answered' }, { caller: STRANGER });
    const nothing = await answer(world, `${contactId}.AAAAAAAAAAAAAAAA`, { action: 'answered' });
    expect([stranger.status, nothing.status, nothing.body.code]).toEqual([404, 404, 'request-not-found']);
  });
});

describe('GET /v1/requests', () => {
  test('lists open requests first, by when they are due, page by page', async () => {
    const { world } = await aWorldWithConsent();
    const at = async (receivedAt: string) => (await record(world, { kind: 'question', receivedAt })).body.id;
    const [late, early, closed] = [
      await at('2026-11-20T10:00:00Z'),
      await at('2026-11-02T10:00:00Z'),
      await at('2026-11-01T10:00:00Z'),
    ];
    await answer(world, closed, { action: 'answered' });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const query: Record<string, string> = { advertiserId: ADVERTISER, limit: '1', ...(cursor && { cursor }) };
      const { body } = await world.call('list-requests', { query });
      ids.push(...body.requests.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    expect(ids).toEqual([early, late, closed]);
  });
});
