import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { keptAddressesOf } from '#shared/adapters/dynamodb/ledger/kept-addresses.ts';
import type { AskedRequests } from '#shared/app/centre/asked-requests.port.ts';
import { identityPageOf } from '#shared/app/rights/identity-page.ts';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { idInLink, markOf } from '#shared/domain/rights/identity-link.ts';
import type { RightsAction, RightsKind, RightsRequest, StoredStep } from '#shared/domain/rights/rights-request.ts';
import { withReserved, withStep } from '#shared/domain/rights/take-step.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<CentreWorld['aReader']>>;
const BUTTON = 'Cette demande est la mienne';

let letters = 0;
/** A request that the advertiser received by letter about this reader, whoever wrote it. */
const aLetter = async ({ address }: Reader, kind: RightsKind = 'access', by: RightsRequest['by'] = 'person') => {
  letters += 1;
  const { request } = await recordRequest(world.ports, {
    ...{ access: world.access, kind, via: 'letter', by, words: 'Je veux tout savoir.' },
    address: { kind: 'email', value: address },
    actor: { by: 'api-key', apiKeyId: 'root' },
    request: { requestId: sha256Of(`letter ${letters}`), bodySha256: sha256Of('a letter') },
  });
  return request;
};
/** The link that the advertiser gives for a request. */
const linkOf = ({ advertiserId, contactId, id }: RightsRequest) =>
  world.tokens.mint({ advertiserId, contactId, messageId: idInLink(id), channel: 'email', purpose: 'own-offers' });
const open = async <R extends Pick<Reader, 'token'>>(reader: R) => {
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  expect(passIn(body)).not.toBe('');
  return { ...reader, body, pass: passIn(body) };
};
const openFor = (request: RightsRequest) => open({ token: linkOf(request) });
/** By the link of the request, unless it is said by which. */
const press = (
  { pass, token }: { readonly pass: string; readonly token?: string },
  request: RightsRequest,
  changed: Parameters<CentreWorld['post']>[2] = {},
) => world.post(token ?? linkOf(request), { act: 'mine', pass, of: markOf(request.id) }, changed);
const shows = ({ body }: { readonly body: string }, { id }: RightsRequest) => body.includes(markOf(id));
const now = async ({ id }: { readonly id: FactId }) =>
  (await world.requests.get(world.access, id)) ?? expect.unreachable();
const aStep = (action: RightsAction): StoredStep => ({
  ...{ action, at: world.clock.now(), apiKeyId: 'dpo' },
  ...{ requestId: sha256Of(action), bodySha256: sha256Of(action) },
});
/** What the DPO does about it meanwhile. */
const dpo = async (request: RightsRequest, action: RightsAction) => {
  const seen = await now(request);
  const texts = { ...seen.texts, steps: [{ decider: 'Jeanne Roy' }] };
  return world.requests.replace(world.access, seen, { request: withStep(seen.request, aStep(action)), texts });
};

const pageOf = (request: RightsRequest) =>
  identityPageOf(
    {
      keptAddresses: keptAddressesOf({ ...world.table, clock: world.clock }),
      tokens: async () => world.tokens,
      publicBaseUrl: 'https://stop.example',
    },
    world.access,
    request,
  );

describe('a request that came by letter', () => {
  test('is shown once the code was typed, and confirmed by nothing but its button', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const { body, pass, token } = await openFor(request);
    expect(body).toContain('Demande reçue en votre nom');
    expect(body).toContain(
      'Copie de vos données, et à qui elles ont été transmises. Demande reçue le 24\u00a0novembre\u00a02026, par courrier.',
    );
    expect(body).toContain('Si cette demande n’est pas la vôtre, ne faites rien');
    expect(body).toContain(`value="${markOf(request.id)}"`);
    for (const one of [request.id, reader.contactId, 'Je veux tout savoir']) expect(body).not.toContain(one);
    await world.post(token, { act: 'ask', kind: 'question', words: 'Pourquoi ?', pass });
    await world.post(token, { act: 'stop', of: 'all', pass });
    expect((await now(request)).request).toEqual(request);
  });

  test('is the person’s by the button: with the instant, its words untouched, and the page says so', async () => {
    const reader = await world.aReader();
    const [request, other] = [await aLetter(reader), await aLetter(reader, 'rectification')];
    const opened = await openFor(request);
    world.forward(60);
    const { statusCode, body } = await press(opened, request);
    expect([statusCode, passIn(body)]).toEqual([200, opened.pass]);
    expect(body).toMatch(
      /<strong>[^<]*Copie de vos données, et à qui elles ont été transmises\.<\/strong><\/p>.*Votre confirmation est enregistrée\u00a0: cette demande est la vôtre\./s,
    );
    expect(body).toContain('Vous aurez une réponse au plus tard le 24\u00a0décembre\u00a02026.');
    const identifiedAt = world.clock.now();
    expect(await now(request)).toEqual({
      request: { ...request, identity: 'code', identifiedAt, revision: 2 },
      texts: { words: 'Je veux tout savoir.', steps: [] },
    });
    expect([passIn(body) !== '', body.includes(BUTTON)]).toEqual([true, false]);
    expect((await now(other)).request).toEqual(other);
  });

  test('of two that are alike, each is shown and confirmed by its own link alone, and none by that of a message', async () => {
    const reader = await world.aReader();
    const [mine, strangers] = [await aLetter(reader), await aLetter(reader)];
    const byMine = await openFor(mine);
    expect([shows(byMine, mine), shows(byMine, strangers)]).toEqual([true, false]);
    const byStrangers = await openFor(strangers);
    expect([shows(byStrangers, mine), shows(byStrangers, strangers)]).toEqual([false, true]);
    const byMessage = await open(reader);
    expect(byMessage.body).not.toMatch(new RegExp(`${BUTTON}|Demande reçue en votre nom`));
    const refused = [
      await press(byMine, strangers),
      await press({ ...byMine, token: byStrangers.token }, mine),
      await press(byMessage, mine),
      await press(byMessage, strangers),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422]);
    expect([(await now(mine)).request, (await now(strangers)).request]).toEqual([mine, strangers]);
    expect((await press(byMine, mine)).statusCode).toBe(200);
    expect((await now(mine)).request.identity).toBe('code');
    expect((await now(strangers)).request).toEqual(strangers);
  });

  test('pressed twice at once and once more, is confirmed once', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader, 'portability');
    const opened = await openFor(request);
    const at = world.clock.now();
    const pressed = await Promise.all([press(opened, request), press(opened, request)]);
    world.forward(60);
    for (const { statusCode, body } of [...pressed, await press(opened, request)])
      expect([statusCode, body.includes('cette demande est la vôtre')]).toEqual([200, true]);
    expect((await now(request)).request).toMatchObject({ identity: 'code', identifiedAt: at, revision: 2 });
  });

  test('of one who says that they act for the person is shown as such', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader, 'erasure', 'representative');
    expect((await openFor(request)).body).toContain('Faite par une personne qui dit agir pour vous.');
  });

  test('is confirmed though what the store answered was lost, and though nothing can be shown after it', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    const { askedRequests, addressOfLink } = world.ports;
    const lost: AskedRequests = {
      ...askedRequests,
      confirm: (...asked) => askedRequests.confirm(...asked).then(() => false),
    };
    let reads = 0;
    const goesAway: typeof addressOfLink = {
      of: (...asked) => {
        reads += 1;
        return reads > 2 ? Promise.reject(dependencyUnavailable('table')) : addressOfLink.of(...asked);
      },
    };
    const { statusCode, body } = await press(opened, request, { askedRequests: lost, addressOfLink: goesAway });
    expect([statusCode, body.includes('cette demande est la vôtre')]).toEqual([200, true]);
    // Shown closed, since nothing can be read any more.
    expect([reads, passIn(body)]).toEqual([3, '']);
    expect((await now(request)).request).toMatchObject({ identity: 'code', revision: 2 });
  });

  test('of which the DPO does something between the read and the write is confirmed after it, and loses nothing', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    const { statusCode } = await press(opened, request, { askedRequests: overtakenBy(request, 'acknowledged') });
    expect(statusCode).toBe(200);
    const { request: stored, texts } = await now(request);
    expect(stored).toMatchObject({ identity: 'code', steps: [{ action: 'acknowledged' }], revision: 3 });
    expect(texts).toEqual({ words: 'Je veux tout savoir.', steps: [{ decider: 'Jeanne Roy' }] });
  });

  test('is not answered over a confirmation that came between: the DPO reads again', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    const seen = await now(request);
    await press(opened, request);
    const step = withStep(seen.request, aStep('acknowledged'));
    expect(await world.requests.replace(world.access, seen, { request: step, texts: { steps: [] } })).toBe(false);
    expect(await dpo(request, 'answered')).toBe(true);
    expect((await now(request)).request).toMatchObject({ identity: 'code', state: 'answered' });
  });

  test('that cannot be read is left out, and keeps no other from being shown', async () => {
    const reader = await world.aReader();
    const [request, odd] = [await aLetter(reader), await aLetter(reader)];
    const seen = await now(odd);
    const unknown = { ...seen.request, kind: 'haunting' as never, revision: 2 };
    await world.requests.replace(world.access, seen, { request: unknown, texts: { steps: [] } });
    const opened = await openFor(odd);
    expect(opened.body).not.toContain(BUTTON);
    expect((await press(opened, odd)).statusCode).toBe(422);
    expect((await press(await openFor(request), request)).statusCode).toBe(200);
  });
});

/** The store of one who reads the requests before the DPO does this about one of them. */
const overtakenBy = (request: RightsRequest, action: RightsAction): AskedRequests => {
  let isFirst = true;
  return {
    ...world.ports.askedRequests,
    of: async (...asked) => {
      const seen = await world.ports.askedRequests.of(...asked);
      if (isFirst) {
        isFirst = false;
        await dpo(request, action);
      }
      return seen;
    },
  };
};

describe('nothing is confirmed', () => {
  const CLOSED = 'rien de nouveau n’a été enregistré. Ce que vous aviez fait avant reste enregistré.';
  const SETTLED = 'Cette demande n’attend plus de confirmation. Rien n’a été enregistré.';
  const notDone = async (request: RightsRequest, pressed: ReturnType<typeof press>, said = SETTLED) => {
    const { statusCode, body } = await pressed;
    expect([statusCode, body.includes(said)]).toEqual([422, true]);
    const stored = (await now(request)).request;
    expect([stored.identity, stored.identifiedAt]).toEqual([undefined, undefined]);
  };

  test.each([
    ['without the code', ''],
    ['with a pass of one’s own', `1.9999999999.${'A'.repeat(43)}`],
  ])('%s', async (_, pass) => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    await notDone(request, press({ pass }, request), CLOSED);
  });

  test('after 30 minutes', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    world.forward(30 * 60);
    await notDone(request, press(opened, request), CLOSED);
  });

  test('P9: with the pass of another contact, or of another contact’s request', async () => {
    const mine = await openFor(await aLetter(await world.aReader()));
    const other = await world.aReader();
    const request = await aLetter(other);
    await notDone(request, press({ pass: mine.pass }, request), CLOSED);
    await notDone(request, press(mine, request));
    // Its whole id names none either, by its own link neither.
    const opened = await openFor(request);
    for (const { token, pass } of [mine, opened])
      await notDone(request, world.post(token, { act: 'mine', pass, of: request.id }));
  });

  test.each(['answered', 'refused'] as const)('of one that was %s, before or meanwhile', async (action) => {
    const reader = await world.aReader();
    const [before, meanwhile] = [await aLetter(reader), await aLetter(reader)];
    const { pass } = await open(reader);
    await dpo(before, action);
    await notDone(before, press({ pass }, before));
    await notDone(meanwhile, press({ pass }, meanwhile, { askedRequests: overtakenBy(meanwhile, action) }));
    expect((await openFor(before)).body).not.toContain(BUTTON);
  });

  test('of one of which a human said how they know who asks', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const seen = await now(request);
    const step = withStep(seen.request, { ...aStep('exported'), identity: 'account' });
    await world.requests.replace(world.access, seen, { request: step, texts: { steps: [{}] } });
    expect(await pageOf((await now(request)).request)).toBeUndefined();
    const opened = await openFor(request);
    expect(opened.body).not.toContain(BUTTON);
    await notDone(request, press(opened, request));
  });

  test('of one whose answer is being carried out', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader, 'erasure');
    const opened = await openFor(request);
    const seen = await now(request);
    const reserved = withReserved(seen.request, { ...aStep('answered'), identity: 'account' });
    await world.requests.replace(world.access, seen, { request: reserved, texts: { steps: [{}] } });
    await notDone(request, press(opened, request));
  });

  test.each(['question', 'restriction', 'opposition'] as const)(
    'of one for %s, which asks nobody who they are',
    async (kind) => {
      const reader = await world.aReader();
      const request = await aLetter(reader, kind);
      const opened = await openFor(request);
      expect(opened.body).not.toContain(BUTTON);
      await notDone(request, press(opened, request));
    },
  );

  test('where the address is held no more', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    const addressOfLink = { of: async () => ({ sends: [] }) };
    await notDone(request, press(opened, request, { addressOfLink }));
  });

  test('where the store is away: it is 503, and the form is given back as it was', async () => {
    const reader = await world.aReader();
    const request = await aLetter(reader);
    const opened = await openFor(request);
    const away = { ...world.ports.askedRequests, confirm: () => Promise.reject(dependencyUnavailable('table')) };
    const { statusCode, body } = await press(opened, request, { askedRequests: away });
    expect([statusCode, /name="act" value="mine".*name="of" value="/.test(body)]).toEqual([503, true]);
    expect((await now(request)).request).toEqual(request);
  });
});

describe('the page that the advertiser gives the person', () => {
  const tokenOf = async (request: RightsRequest) => (await pageOf(request))?.split('/p/')[1] ?? '';

  test.each(['email', 'sms'] as const)('is the centre of the contact, for a code by %s', async (channel) => {
    const reader = await world.aReader(channel);
    const { request } = await recordRequest(world.ports, {
      ...{ access: world.access, kind: 'access', via: 'letter', by: 'person' },
      address: { kind: channel === 'email' ? 'email' : 'phone', value: reader.address },
      actor: { by: 'api-key', apiKeyId: 'root' },
      request: { requestId: sha256Of(`page ${channel}`), bodySha256: sha256Of('a letter') },
    });
    const token = await tokenOf(request);
    expect(await tokenOf(request)).toBe(token);
    for (const one of [reader.address, reader.contactId, markOf(request.id)]) expect(token).not.toContain(one);
    const { body: closed } = await world.get(token);
    expect(closed).toContain(
      channel === 'email' ? 'à l’adresse e‑mail que concerne la demande' : 'au numéro que concerne la demande',
    );
    expect(closed).not.toMatch(/qui a reçu le message|Référence du message|Choisir plus précisément/);
    expect(closed).toContain('<h2>Confirmer que la demande vient de vous</h2>');
    expect(closed.indexOf('<h2>')).toBeGreaterThan(closed.lastIndexOf('action="../o/'));
    const opened = await open({ token });
    expect(world.sent.at(-1)?.to).toBe(reader.address);
    await press(opened, request);
    expect((await now(request)).request).toMatchObject({ identity: 'code' });
    expect(await pageOf((await now(request)).request)).toBeUndefined();
  });

  test('opposes as any link does, by no message, and stops advertising alone', async () => {
    const reader = await world.aReader();
    const token = await tokenOf(await aLetter(reader));
    await world.post(token, { act: 'stop', of: 'channel' });
    const [stopped, ...more] = (await world.ledger.readStanding(world.access, reader.contactId))?.oppositions ?? [];
    expect(stopped).toMatchObject({ of: { scope: 'channel', channels: ['email'] }, via: 'link' });
    expect([more, stopped?.messageId, stopped?.coversRelational]).toEqual([[], undefined, undefined]);
    // By the link of a message whose class nobody knows, it is noted and wider.
    const known = await world.aReader();
    await world.post(known.token, { act: 'stop', of: 'channel' });
    const [wider] = (await world.ledger.readStanding(world.access, known.contactId))?.oppositions ?? [];
    expect(wider).toMatchObject({ messageId: known.messageId, coversRelational: true });
  });

  test('is of nobody whose address is not kept', async () => {
    const reader = await world.aReader('email', false);
    expect(await pageOf(await aLetter(reader))).toBeUndefined();
    expect(await pageOf(await aLetter(reader, 'erasure'))).toBeUndefined();
  });

  test('is given where the use of the contact has ended and its address is not removed yet: no code comes', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await world.aReader();
    world.clock.set(addYears(NOW, 2));
    await world.post(reader.token, { act: 'stop', of: 'channel' });
    world.clock.set(addYears(NOW, 4));
    const request = await aLetter(reader);
    const token = await tokenOf(request);
    expect(token).toBe(linkOf(request));
    const before = world.sent.length;
    const { statusCode, body } = await world.post(token, { act: 'code' });
    expect([statusCode, body.includes('aucun code n’est envoyé')]).toEqual([200, true]);
    expect(world.sent).toHaveLength(before);
  });
});
