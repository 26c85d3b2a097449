import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { sharedFingerprint } from '#shared/domain/opposition/shared-fingerprint.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

const open = async (channel: 'email' | 'sms' = 'email') => {
  const reader = await world.aReader(channel);
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  expect(passIn(body)).not.toBe('');
  return { ...reader, body, pass: passIn(body) };
};
const standing = ({ contactId }: { contactId: Parameters<typeof world.ledger.readStanding>[1] }) =>
  world.ledger.readStanding(world.access, contactId);
const oppositions = async (reader: Parameters<typeof standing>[0]) => (await standing(reader))?.oppositions ?? [];
const requests = async () =>
  (await world.requests.list(world.access, { limit: 100 })).items.map(({ request, texts }) => ({
    ...request,
    words: texts?.words,
  }));
/** The value of the button with these words. */
const buttonIn = (body: string, words: RegExp): string =>
  [...body.matchAll(/<button[^>]* value="([^"]*)"[^>]*>([^<]*)<\/button>/g)].find(([, , text]) =>
    words.test(text ?? ''),
  )?.[1] ?? '';
const ANY = 'cette question';
const CLOSED =
  'Cette page s’est refermée au bout de 30 minutes\u00a0: rien de nouveau n’a été enregistré. Ce que vous aviez fait avant reste enregistré.';
const UNREAD = 'Cette demande n’a pas pu être lue. Rien n’a été enregistré.';

describe('by the link alone', () => {
  test.each(['GET', 'HEAD'] as const)(
    '%s writes nothing, sends nothing, and shows nothing of the person',
    async (method) => {
      const { token, address, contactId } = await world.aReader();
      const before = await world.stored();
      const { statusCode, body, headers } = await world.get(token, method);
      expect([statusCode, await world.stored(), world.sent]).toEqual([200, before, []]);
      for (const one of [address, contactId, 'lectrice', '24\u00a0novembre']) expect(body).not.toContain(one);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(headers?.['content-security-policy']).toContain("default-src 'none'");
      expect(JSON.stringify(headers)).not.toMatch(/set-cookie|location/i);
    },
  );

  test('the first form stops at once, by the route of the opposition page', async () => {
    const { token } = await world.aReader();
    const { body } = await world.get(token);
    const [, action, inside = ''] = /<form method="post" action="([^"]+)">(.*?)<\/form>/.exec(body) ?? [];
    expect(action).toBe(`../o/${token}`);
    expect(inside).toMatch(
      /^<button>Ne plus recevoir d’e‑mails publicitaires<\/button><button name="scope" value="all">/,
    );
    expect(body.indexOf('<form')).toBe(body.indexOf('</h1>') + '</h1>'.length);
  });

  test('an unreadable link is 404, and neither sends nor writes', async () => {
    const { token } = await world.aReader();
    const before = await world.stored();
    for (const act of ['code', 'open', 'stop', 'ask'])
      expect((await world.post(`${token.slice(0, -2)}AA`, { act })).statusCode).toBe(404);
    expect(await world.stored()).toEqual(before);
  });

  test.each([
    ['asks', { act: 'ask', kind: 'erasure' }, CLOSED],
    ['asks with a pass of their own', { act: 'ask', kind: 'access', pass: `1.9999999999.${'A'.repeat(43)}` }, CLOSED],
    ['does what no button does', { act: 'consent' }, UNREAD],
    ['sends nothing', {}, UNREAD],
  ])('who %s without the code begins nothing', async (_, fields: Record<string, string>, said) => {
    const { token, address } = await world.aReader();
    const before = await world.stored();
    const { statusCode, body } = await world.post(token, fields);
    expect([statusCode, body.includes(said)]).toEqual([422, true]);
    expect(await world.stored()).toEqual(before);
    expect(body).not.toContain(address.slice(0, address.indexOf('@')));
  });
});

describe('once the code was typed', () => {
  test('it says in words what is held, with basis and date, and the address', async () => {
    const { body, address } = await open();
    expect(body).toContain(`Votre adresse e‑mail\u00a0: ${address}`);
    expect(body).toContain('Offres de Maison Valmy, par e‑mail');
    expect(body).toContain('Offres de partenaires envoyées par Maison Valmy, par e‑mail');
    expect(body).toContain('Votre accord du 24\u00a0novembre\u00a02026.');
  });

  test('one purpose is stopped, for the person, and the other one is left', async () => {
    const reader = await open();
    const of = buttonIn(reader.body, /^Ne plus recevoir ces offres de partenaires$/);
    const { statusCode, body } = await world.post(reader.token, { act: 'stop', pass: reader.pass, of });
    expect([statusCode, passIn(body)]).toEqual([200, reader.pass]);
    expect(body).toContain(
      'C’est fait\u00a0: vous refusez «\u00a0Offres de partenaires envoyées par Maison Valmy\u00a0» par e‑mail.</strong>',
    );
    expect(body).toContain('Arrêté depuis le 24\u00a0novembre\u00a02026');
    expect(buttonIn(body, /^Ne plus recevoir ces offres$/)).not.toBe('');
    expect(buttonIn(body, /^Ne plus recevoir ces offres de partenaires$/)).toBe('');
    expect(await oppositions(reader)).toMatchObject([
      { of: { scope: 'purpose', channels: ['email'], purpose: 'partner-offers' }, via: 'preference-page' },
    ]);
  });

  test('all is stopped, once however often the button is pressed', async () => {
    const reader = await open('sms');
    for (let times = 0; times < 3; times += 1)
      await world.post(reader.token, { act: 'stop', pass: reader.pass, of: 'all' });
    expect(await oppositions(reader)).toMatchObject([{ of: { scope: 'global' }, via: 'preference-page' }]);
  });

  test('the family of the message is stopped', async () => {
    const reader = await open('sms');
    await world.post(reader.token, { act: 'stop', pass: reader.pass, of: 'channel' });
    expect(await oppositions(reader)).toMatchObject([{ of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] } }]);
  });

  test.each(['access', 'portability', 'rectification', 'erasure', 'restriction', 'question'])(
    '%s is asked once, received now in the preference centre, by who is known by the code',
    async (kind) => {
      const { token, pass, contactId } = await open();
      const fields = { act: 'ask', kind, words: 'Merci d’avance.', pass };
      for (let times = 0; times < 2; times += 1) {
        const { statusCode, body } = await world.post(token, fields);
        expect([statusCode, passIn(body)]).toEqual([200, pass]);
        expect(body).toContain('Votre demande est enregistrée\u00a0: ');
        expect(body).not.toContain('Nous avons reçu');
      }
      expect((await requests()).filter((each) => each.contactId === contactId)).toMatchObject([
        { kind, via: 'preference-page', by: 'person', identity: 'code', state: 'open', words: 'Merci d’avance.' },
      ]);
    },
  );

  test('it is closed after 30 minutes: nothing is asked or shown then, and a stop is taken all the same', async () => {
    const reader = await open();
    world.forward(29 * 60 + 59);
    expect((await world.post(reader.token, { act: 'ask', kind: 'access', pass: reader.pass })).statusCode).toBe(200);
    world.forward(1);
    const late = await world.post(reader.token, { act: 'ask', kind: 'erasure', pass: reader.pass });
    expect([late.statusCode, passIn(late.body)]).toEqual([422, '']);
    const of = buttonIn(reader.body, /^Ne plus recevoir ces offres de partenaires$/);
    const stopped = await world.post(reader.token, { act: 'stop', pass: reader.pass, of });
    expect([stopped.statusCode, passIn(stopped.body)]).toEqual([200, '']);
    expect(stopped.body).toContain('C’est fait\u00a0: vous refusez');
    expect(stopped.body).not.toContain('Vous recevez toujours');
    expect(await oppositions(reader)).toMatchObject([{ of: { purpose: 'partner-offers' }, via: 'link' }]);
  });

  test('what is refused is listed with what is left of it, and not what the person agreed to again since', async () => {
    const reader = await open();
    const given = (purpose: 'own-offers' | 'partner-offers', more: number) => ({
      type: 'consent-given' as const,
      id: `${reader.contactId}.${String(more).repeat(16)}` as never,
      consent: { channels: ['email'] as const, purpose, givenAt: world.clock.now(), transferredBy: [] },
      observed: false,
      actor: { by: 'system' as const },
    });
    const agree = async (...events: ReturnType<typeof given>[]) => {
      const seen = await standing(reader);
      if (seen === undefined) throw new Error('the reader is known');
      const changes = [{ contactId: reader.contactId, seen, events: events as never }];
      await appendToLedger(world.ledger, world.access, changes, { at: world.clock.now() });
    };
    const post = (of: string) => world.post(reader.token, { act: 'stop', pass: reader.pass, of });
    const { body: first } = await post('purpose:partner-offers:email');
    expect([first.includes('Arrêté depuis le'), first.includes('Ce que vous refusez')]).toEqual([true, false]);
    world.forward(1);
    await agree(given('partner-offers', 4));
    const { body } = await world.post(reader.token, { act: 'ask', kind: 'question', words: ANY, pass: reader.pass });
    expect(body).not.toContain('Ce que vous refusez');
    await post('channel');
    world.forward(1);
    await agree(given('own-offers', 5));
    const later = await world.post(reader.token, { act: 'ask', kind: 'access', pass: reader.pass });
    expect(later.body).toContain(
      'Toute publicité par e‑mail, depuis le 24\u00a0novembre\u00a02026, sauf ce que vous avez accepté depuis.',
    );
  });

  test('what a partner listed of the address is shown as refused', async () => {
    const reader = await world.aReader();
    const key = Buffer.from('c3'.repeat(32), 'hex');
    const keyId = await world.lists.offerKey(world.access, key);
    await world.lists.keepKey(world.access, keyId);
    const fingerprint = sharedFingerprint(key, { kind: 'email', value: reader.address });
    const listed = {
      of: { scope: 'global' },
      via: 'letter',
      occurredAt: world.clock.now(),
      recordedAt: world.clock.now(),
    } as const;
    await world.lists.keep(
      world.access,
      { keyId, fingerprint },
      { ...listed, source: 'Agence', jobId: `job_${'a'.repeat(22)}` as never, line: 2 },
    );
    world.forward(60);
    await world.post(reader.token, { act: 'code' });
    const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
    expect(body).toContain('Toute publicité, depuis le 24\u00a0novembre\u00a02026.');
  });

  test('P9: it is of one contact: with the link of another one nothing opens', async () => {
    const [mine, other] = [await open(), await world.aReader()];
    const { statusCode } = await world.post(other.token, { act: 'ask', kind: 'access', pass: mine.pass });
    expect(statusCode).toBe(422);
    expect((await requests()).filter((each) => each.contactId === other.contactId)).toEqual([]);
  });

  const cannotShow = { of: () => Promise.reject(dependencyUnavailable('The store of messages')) };
  const neverShows = { of: () => new Promise<never>(() => undefined) };
  test.each([
    ['fails', cannotShow],
    ['lasts too long', neverShows],
  ] as const)('what was recorded is acknowledged though showing what is held %s', async (_how, held) => {
    const { token, pass, contactId } = await open();
    let asked = 0;
    // The address is read for the request first, and then to show what is held.
    const addressOfLink: typeof world.ports.addressOfLink = {
      of: (...given) => {
        asked += 1;
        return asked === 1 ? world.ports.addressOfLink.of(...given) : held.of();
      },
    };
    const soon = { getRemainingTimeInMillis: () => 3_400 };
    const fields = { act: 'ask', kind: 'restriction', pass };
    const { statusCode, body } = await world.post(token, fields, { addressOfLink }, soon);
    expect((await requests()).filter((each) => each.contactId === contactId)).toHaveLength(1);
    expect([
      statusCode,
      body.includes('Votre demande est enregistrée\u00a0: Conservation de vos données sans utilisation.'),
    ]).toEqual([200, true]);
    expect(body).toContain('Vous aurez une réponse au plus tard le 24\u00a0décembre\u00a02026.');
    expect(body).not.toContain(contactId);
  });

  test('words that cannot be read are refused, and nothing is recorded', async () => {
    const { token, pass, contactId } = await open();
    const { statusCode } = await world.post(token, { act: 'ask', kind: 'question', pass, words: 'x\u0007' });
    expect(statusCode).toBe(422);
    expect((await requests()).filter((each) => each.contactId === contactId)).toEqual([]);
  });
});

describe('P2: a stop is never refused', () => {
  test('a button whose value cannot be read stops the family of the message', async () => {
    const reader = await world.aReader();
    for (const button of ['', 'purpose:nothing:email', 'purpose:own-offers:pigeon'])
      expect((await world.post(reader.token, { act: 'stop', of: button })).statusCode).toBe(200);
    expect(await oppositions(reader)).toMatchObject([{ of: { scope: 'channel', channels: ['email'] }, via: 'link' }]);
  });

  test('it is recorded though nothing can be shown after it', async () => {
    const reader = await open();
    const addressOfLink = { of: () => Promise.reject(dependencyUnavailable('The store of messages')) };
    const { statusCode, body } = await world.post(
      reader.token,
      { act: 'stop', of: 'all', pass: reader.pass },
      { addressOfLink },
    );
    expect([statusCode, body.includes('C’est fait\u00a0: vous refusez toute publicité')]).toEqual([200, true]);
    expect(await oppositions(reader)).toHaveLength(1);
  });

  test('it is recorded though what comes after it lasts too long, and never said not to be', async () => {
    const reader = await open();
    const never = () => new Promise<never>(() => undefined);
    const soon = { getRemainingTimeInMillis: () => 1_400 };
    const fields = { act: 'stop', of: 'all', pass: reader.pass };
    const slow = [{ addressOfLink: { of: never } }, { advertisers: { ...world.ports.advertisers, get: never } }];
    for (const changed of slow) {
      const { statusCode, body } = await world.post(reader.token, fields, changed, soon);
      expect([statusCode, body.includes('Votre opposition est enregistrée')]).toEqual([200, true]);
      expect(body).not.toContain('Rien n’a été enregistré');
    }
    expect(await oppositions(reader)).toHaveLength(1);
  });

  test('one that cannot be stored is 503, and can be sent again as it was', async () => {
    const reader = await world.aReader();
    const ledger = { ...world.ledger, readStanding: () => Promise.reject(dependencyUnavailable('The store')) };
    const { statusCode, body } = await world.post(reader.token, { act: 'stop', of: 'all' }, { ledger });
    expect([statusCode, /name="act" value="stop".*name="of" value="all"/.test(body)]).toEqual([503, true]);
    expect(await oppositions(reader)).toEqual([]);
  });
});

test('what was refused first is refused since then, whatever wider was refused later', async () => {
  const reader = await open();
  await world.post(reader.token, { act: 'stop', pass: reader.pass, of: 'purpose:partner-offers:email' });
  const first = dayOf('fr', world.clock.now());
  world.forward(86_400);
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  const wider = await world.post(reader.token, { act: 'stop', pass: passIn(body), of: 'channel' });
  const later = dayOf('fr', world.clock.now());
  const stopped = [...wider.body.matchAll(/<h3 id="[^"]*">(Offres de[^<]*)<\/h3>.*?Arrêté depuis le ([^.]*)\./g)];
  expect(stopped.map(([, title = '', since]) => [title.includes('partenaires'), since])).toEqual([
    [false, later],
    [true, first],
  ]);
});
