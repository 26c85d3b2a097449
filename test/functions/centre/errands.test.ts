import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { storedNamesOf } from '#shared/adapters/dynamodb/ledger/stored-names.ts';
import type { AddressOfLink } from '#shared/app/centre/address-of-link.port.ts';
import type { OppositionToken } from '#shared/app/oppositions/tokens.port.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { withStep } from '#shared/domain/rights/take-step.ts';
import { TEST_SECRET } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<CentreWorld['aReader']>>;
/** The value of chance of the page on which a code is typed. */
const sheetIn = (body: string): string => /name="sheet" value="([^"]+)"/.exec(body)?.[1] ?? '';
const ask = ({ token }: Pick<Reader, 'token'>, more: Record<string, string> = {}) =>
  world.post(token, { act: 'code', ...more });
const open = async <R extends Reader>(reader: R) => {
  const { body: page } = await ask(reader);
  const typed = { act: 'open', code: world.codeSent(), sheet: sheetIn(page) };
  const { body } = await world.post(reader.token, typed);
  expect(passIn(body)).not.toBe('');
  return { ...reader, body, pass: passIn(body), typed };
};
const requestsOf = async ({ contactId }: Reader) =>
  (await world.requests.list(world.access, { limit: 100 })).items.filter(
    ({ request }) => request.contactId === contactId,
  );
const checkedIn = (body: string) => /value="([a-z]+)" required checked/.exec(body)?.[1];

describe('a page that is loaded again', () => {
  test('shows the same open page for as long as it is open, and opens it for no longer', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open(await world.aReader());
    world.forward(29 * 60);
    const again = await world.post(reader.token, reader.typed);
    expect([again.statusCode, passIn(again.body)]).toEqual([200, reader.pass]);
    world.forward(60);
    expect(passIn((await world.post(reader.token, reader.typed)).body)).toBe('');
  });

  test('is known by the page on which the code was typed: the code alone opens nothing again', async () => {
    const [reader, other] = [await open(await world.aReader()), await open(await world.aReader())];
    for (const sheet of ['', 'x'.repeat(22), other.typed.sheet])
      expect(passIn((await world.post(reader.token, { ...reader.typed, sheet })).body)).toBe('');
    const wrong = `${(Number(reader.typed.code[0]) + 1) % 10}${reader.typed.code.slice(1)}`;
    expect(passIn((await world.post(reader.token, { ...reader.typed, code: wrong })).body)).toBe('');
    expect(passIn((await world.post(reader.token, reader.typed)).body)).toBe(reader.pass);
  });

  test.each([
    ['asks for a code', { act: 'code' }],
    ['says that they have one', { act: 'have' }],
    ['types a wrong one', { act: 'open', code: 'x' }],
  ])('has a value that nobody chose beforehand, though the form of who %s brings one', async (_, fields) => {
    const reader = await world.aReader();
    const known = 'k'.repeat(22);
    const { body } = await world.post(reader.token, { ...fields, sheet: known });
    expect([sheetIn(body).length > 20, body.includes(known)]).toEqual([true, false]);
    await ask(reader);
    const other = await world.post(reader.token, { act: 'open', code: world.codeSent(), sheet: sheetIn(body) });
    expect([passIn(other.body) !== '', other.body.includes(known)]).toEqual([true, false]);
  });

  test('is shown however often it is right, and after five wrong codes no more, even to who has the page', async () => {
    const { token, typed, pass } = await open(await world.aReader());
    const again = async (code = typed.code) => passIn((await world.post(token, { ...typed, code })).body);
    const wrong = `${(Number(typed.code[0]) + 1) % 10}${typed.code.slice(1)}`;
    for (let times = 0; times < 8; times += 1) expect(await again()).toBe(pass);
    for (let times = 0; times < 4; times += 1) expect(await again(wrong)).toBe('');
    expect(await again()).toBe(pass);
    expect([await again(wrong), await again()]).toEqual(['', '']);
  });

  test('P9: fifty guesses at once of who has the page are five tries', async () => {
    const { token, typed } = await open(await world.aReader());
    let compared = 0;
    const codes = {
      ...world.codes,
      tryAgain: async (...asked: Parameters<typeof world.codes.tryAgain>) => {
        const opened = await world.codes.tryAgain(...asked);
        if (opened !== undefined) compared += 1;
        return opened;
      },
    };
    const wrong = { ...typed, code: `${(Number(typed.code[0]) + 1) % 10}${typed.code.slice(1)}` };
    await Promise.all(Array.from({ length: 50 }, () => world.post(token, wrong, { codes })));
    expect([compared, passIn((await world.post(token, typed)).body)]).toEqual([5, '']);
  });

  test('is not shown again once another code was asked for', async () => {
    const reader = await open(await world.aReader());
    await ask(reader);
    const { body } = await world.post(reader.token, reader.typed);
    expect(passIn(body)).toBe(world.codeSent() === reader.typed.code ? passIn(body) : '');
  });

  test('stores neither the code nor the value of the page', async () => {
    const { typed } = await open(await world.aReader());
    const stored = JSON.stringify(await world.stored());
    expect([stored.includes(typed.sheet), stored.includes(`"${typed.code}"`)]).toEqual([false, false]);
  });
});

describe('a code', () => {
  test('that somebody has already is typed without asking for another one', async () => {
    const reader = await world.aReader();
    await ask(reader);
    const sent = world.sent.length;
    expect((await world.get(reader.token)).body).toContain('J’ai déjà un code');
    const { body } = await world.post(reader.token, { act: 'have' });
    expect([world.sent.length, body.includes('name="code"')]).toEqual([sent, true]);
    const opened = await world.post(reader.token, { act: 'open', code: world.codeSent(), sheet: sheetIn(body) });
    expect(passIn(opened.body)).not.toBe('');
  });

  test('says when it was asked for, and that one received before is dead, whether or not there was one', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await world.aReader();
    for (const minute of ['00', '02']) {
      const { body } = await ask(reader);
      expect(body).toContain(
        `Code demandé à 11\u00a0h\u00a0${minute} (heure de Paris)\u00a0: il est envoyé à l’adresse e‑mail qui a reçu le message.</strong>`,
      );
      expect(body).toContain('une seule fois, cinq essais. Un code reçu auparavant ne marche plus.');
      world.forward(120);
    }
  });

  test('that somebody else asked for, or mistyped, shows in nothing that the link alone reads', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const plain = ({ body }: { readonly body: string }) =>
      body.replaceAll(/\/o\/[^"]+|Référence[^<]*|name="sheet" value="[^"]+"/g, '');
    const [used, unused] = [await world.aReader(), await world.aReader()];
    await ask(used);
    const wrong = (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
    for (let tries = 0; tries < 3; tries += 1)
      await world.post(used.token, { act: 'open', code: wrong(world.codeSent()) });
    world.forward(600);
    const read = async (reader: Reader) => {
      const sent = plain(await ask(reader));
      return [sent, plain(await world.post(reader.token, { act: 'open', code: wrong(world.codeSent()) }))];
    };
    expect(await read(used)).toEqual(await read(unused));
    for (const { token } of [used, unused]) await world.post(token, { act: 'code' });
    await ask(used);
    const many = plain(await ask(used));
    expect(many).toContain(
      'Trop de codes demandés. Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris).',
    );
    expect(many).not.toContain('11\u00a0h');
  });

  test('that may not be asked for yet names the hour at which it may, and the same until then', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await world.aReader();
    world.forward(1);
    for (let asked = 0; asked < 3; asked += 1) await ask(reader);
    expect((await ask(reader)).body).toContain(
      'Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris).',
    );
    world.forward(3598);
    expect((await ask(reader)).body).toContain('à 12\u00a0h\u00a000 (heure de Paris)');
    world.forward(1);
    expect((await ask(reader)).body).toContain('Code demandé à 12\u00a0h\u00a000');
  });

  test('is typed first, and then comes what stops, before all else', async () => {
    const { body } = await ask(await world.aReader());
    const order = ['</h1>', 'id="said"', 'name="code"', 'action="../o/', 'Rien après deux minutes', 'value="code"'];
    expect(order.map((each) => body.indexOf(each))).toEqual(
      order.map((each) => body.indexOf(each)).toSorted((a, b) => a - b),
    );
    expect(body).toContain('required autofocus');
    expect(body.slice(body.indexOf('action="../o/'))).toMatch(
      /^[^>]*><button class="second">[^<]*<\/button><button class="second" name="scope"/,
    );
  });
});

describe('a request', () => {
  test('has a line for each kind, and none is chosen beforehand', async () => {
    const { body } = await open(await world.aReader());
    expect([...body.matchAll(/type="radio" name="kind"/g)]).toHaveLength(7);
    expect([checkedIn(body), body.includes('<select')]).toEqual([undefined, false]);
    expect(body.indexOf('Cette page se referme au bout de 30 minutes')).toBeLessThan(body.indexOf('<textarea'));
  });

  test.each([
    ['no line is chosen', { words: 'Mon nom est Anne.' }, 'Choisissez d’abord'],
    ['a correction says nothing', { kind: 'rectification', words: '  ' }, 'Écrivez ce qui est faux'],
    ['a question asks nothing', { kind: 'question' }, 'Écrivez votre question'],
    ['its words cannot be read', { kind: 'access', words: 'Anne\u0007' }, 'caractères illisibles'],
  ])(
    'is not recorded where %s: what is wrong stands by its part, and nothing written is lost',
    async (_, asked, said) => {
      const reader = await open(await world.aReader());
      const fields: Record<string, string> = { act: 'ask', pass: reader.pass, ...asked };
      const { statusCode, body } = await world.post(reader.token, fields);
      expect([statusCode, passIn(body), await requestsOf(reader)]).toEqual([422, reader.pass, []]);
      expect([checkedIn(body), body.includes(`>${fields.words ?? ''}</textarea>`)]).toEqual([fields.kind, true]);
      const fault = body.indexOf('<p id="fault" role="alert">');
      expect(body.slice(fault)).toContain(said);
      expect(fault).toBeGreaterThan(body.indexOf('<fieldset>'));
      expect(body).toMatch(/autofocus[^>]* aria-describedby="fault/);
    },
  );

  test('whose page closed keeps its words over the code, and is not recorded before it is sent again', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open(await world.aReader());
    world.forward(31 * 60);
    const words = 'Mon nom est "Anne" & <Sophie>.';
    const asked = { kind: 'rectification', words };
    const late = await world.post(reader.token, { act: 'ask', pass: reader.pass, ...asked });
    expect([late.statusCode, late.body.includes('Votre texte est gardé')]).toEqual([422, true]);
    expect(late.body).toContain('Ce que vous aviez fait avant reste enregistré.');
    const kept = Object.fromEntries(
      [...late.body.matchAll(/name="(kind|words)" value="([^"]*)"/g)].map(([, name, value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      ]),
    );
    expect(kept).toEqual(asked);
    await ask(reader, kept);
    const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent(), ...kept });
    expect([checkedIn(body), await requestsOf(reader)]).toEqual(['rectification', []]);
    expect(/<textarea[^>]*>([^<]*)/.exec(body)?.[1]?.replaceAll(/&[a-z]+;/g, '')).toMatch(/Mon nom est .*Anne/);
    const sent = await world.post(reader.token, { act: 'ask', pass: passIn(body), ...kept });
    expect(/<textarea[^>]*>([^<]*)/.exec(sent.body)?.[1]).toBe('');
    expect(await requestsOf(reader)).toMatchObject([{ texts: { words } }]);
  });

  test('is named when it is recorded, and listed with its days whenever the page is opened, until its answer and after it', async () => {
    const reader = await open(await world.aReader());
    const { body } = await world.post(reader.token, { act: 'ask', kind: 'erasure', pass: reader.pass });
    expect(body).toMatch(
      /<\/h1><p class="done" id="said" role="status"><strong>Votre demande est enregistrée\u00a0: Effacement de vos données\./,
    );
    const listed = 'Effacement de vos données. Reçue le 24\u00a0novembre\u00a02026, ';
    const due = `${listed}réponse au plus tard le 24\u00a0décembre\u00a02026.`;
    expect([reader.body.includes('Vos demandes'), body.includes(due)]).toEqual([false, true]);
    expect((await open(reader)).body).toContain(due);
    const [full] = await requestsOf(reader);
    const step = { at: NOW, apiKeyId: 'dpo', requestId: sha256Of('a'), bodySha256: sha256Of('b') };
    if (full === undefined) throw new Error('it is recorded');
    await world.requests.replace(world.access, full, {
      request: withStep(full.request, { action: 'answered', ...step }),
      texts: { words: undefined, steps: [{ decider: 'Jeanne Roy' }] },
    });
    expect((await open(reader)).body).toContain(`${listed}réponse donnée le 24\u00a0novembre\u00a02026.`);
  });
});

describe('a request is said to be recorded where the code went', () => {
  const erasure = { act: 'ask', kind: 'erasure', words: 'Mon secret.' };
  const saidTo = ({ address }: Reader) =>
    world.sent.filter(({ to, text }) => to === address && /enregistrée/.test(text)).map(({ text }) => text);

  test('by mail, once: what it is and by when it is answered, and nothing of what was written; the DPO need not say it again', async () => {
    const reader = await open(await world.aReader());
    for (let times = 0; times < 3; times += 1) await world.post(reader.token, { ...erasure, pass: reader.pass });
    const [said, ...more] = saidTo(reader);
    expect(said).toContain('Votre demande est enregistrée : Effacement de vos données');
    expect(said).toContain('Vous aurez une réponse au plus tard le 24 décembre 2026.');
    expect(said).toContain('contactez Maison Valmy : contact@maison-valmy.example');
    expect([said?.includes('secret'), said?.includes('Nous avons reçu'), more]).toEqual([false, false, []]);
    expect(world.sent.at(-1)).toMatchObject({ from: 'bonjour@maison-valmy.example', tags: { isAnswer: true } });
    expect(await requestsOf(reader)).toMatchObject([{ request: { acknowledgedAt: world.clock.now() } }]);
  });

  test('by SMS, in one text', async () => {
    const reader = await open(await world.aReader('sms'));
    await world.post(reader.token, { ...erasure, pass: reader.pass });
    expect(saidTo(reader)).toEqual([
      'Maison Valmy : votre demande est enregistrée. Réponse au plus tard le 24/12/2026.',
    ]);
  });

  test('six times a day and no more: the page says the others', async () => {
    const reader = await open(await world.aReader());
    for (let asked = 0; asked < 8; asked += 1) {
      const { body } = await world.post(reader.token, { ...erasure, words: `${asked}`, pass: reader.pass });
      expect(body).toContain('Votre demande est enregistrée');
    }
    expect([saidTo(reader).length, (await requestsOf(reader)).length]).toEqual([6, 8]);
  });

  test.each(['unknown', 'not-taken'] as const)(
    'where its provider answers %s: recorded all the same, and the page says so',
    async (answer) => {
      const reader = await open(await world.aReader());
      world.answers.push(
        answer === 'unknown' ? { answer, cause: 'reset' } : { answer, retryable: true, cause: 'busy' },
      );
      const { statusCode, body } = await world.post(reader.token, { ...erasure, pass: reader.pass });
      expect([statusCode, body.includes('Votre demande est enregistrée'), passIn(body)]).toEqual([
        200,
        true,
        reader.pass,
      ]);
      expect(await requestsOf(reader)).toHaveLength(1);
      expect(world.notSaid.at(-1)).toEqual({ cause: answer === 'unknown' ? 'reset' : 'busy' });
    },
  );

  test('where the number opted out and that cannot be noted: recorded all the same, and not in silence', async () => {
    const reader = await open(await world.aReader('sms'));
    world.answers.push({ answer: 'not-taken', retryable: false, cause: OPTED_OUT });
    const failed = dependencyUnavailable('The store of messages');
    const before = world.notSaid.length;
    const sameAddress = { othersOf: () => Promise.reject(failed) };
    const fields = { act: 'ask', kind: 'access', pass: reader.pass };
    const { statusCode, body } = await world.post(reader.token, fields, { sameAddress });
    expect([statusCode, body.includes('Votre demande est enregistrée')]).toEqual([200, true]);
    expect(world.notSaid.slice(before)).toEqual([{ thrown: failed }]);
  });

  test('P2: what is answered to it is of the contact as it is stored now, where its link has a name under another key', async () => {
    const reader = await world.aReader('sms', false);
    const secret = JSON.stringify({ ...JSON.parse(TEST_SECRET), key2: 'y'.repeat(43), current: 2 });
    const fingerprints = fingerprintsOf(secret, storedNamesOf(world.table));
    const address = { kind: 'phone', value: reader.address } as const;
    const contactId = fingerprints.contactIdOf(world.access.advertiserId, address);
    const seen = emptyStanding({ advertiserId: world.access.advertiserId, contactId, addressKind: 'phone' }, NOW);
    const event = {
      ...{ type: 'consent-given', id: `${contactId}.${'7'.repeat(16)}`, observed: false, actor: { by: 'system' } },
      consent: { channels: ['sms'], purpose: 'own-offers', givenAt: NOW, transferredBy: [] },
    };
    const changes = [{ contactId, seen, events: [event] as never, address: address.value }];
    await appendToLedger(world.ledger, world.access, changes, { at: NOW });
    const answered: string[] = [];
    const changed = {
      ...{ fingerprints, answeredAt: { sms: async (link: OppositionToken) => `${answered.push(link.contactId)}` } },
      // As a message that named the address under the former key leads to it.
      addressOfLink: {
        of: (access, link) => world.ports.addressOfLink.of(access, { ...link, contactId }),
      } satisfies AddressOfLink,
    };
    const { body: page } = await world.post(reader.token, { act: 'code' }, changed);
    const typed = { act: 'open', code: world.codeSent(), sheet: sheetIn(page) };
    const { body } = await world.post(reader.token, typed, changed);
    await world.post(reader.token, { ...erasure, pass: passIn(body) }, changed);
    expect(saidTo(reader)).toHaveLength(1);
    expect([answered, world.sent.at(-1)?.tags.contactId]).toEqual([[contactId, contactId], contactId]);
  });

  test('and not for what is not recorded, nor for a stop', async () => {
    const reader = await open(await world.aReader());
    const sent = world.sent.length;
    await world.post(reader.token, { act: 'ask', kind: 'question', pass: reader.pass });
    await world.post(reader.token, { act: 'ask', kind: 'access', pass: '' });
    await world.post(reader.token, { act: 'stop', of: 'all', pass: reader.pass });
    expect(world.sent).toHaveLength(sent);
  });
});

describe('the page of one address', () => {
  test('names it in full, its host in its own letters, and says that it shows no other', async () => {
    const { body } = await open(await world.aReader('email', true, 'anne@xn--universit-ouest-jnb.example'));
    expect(body).toContain('Votre adresse e‑mail\u00a0: anne@université-ouest.example');
    expect(body).toContain('Pour les SMS de Maison Valmy, répondez STOP au numéro indiqué à la fin d’un SMS reçu');
    expect(body).toContain('pour les appels, faites ce qui est dit pendant l’appel, ou écrivez au contact ci-dessous.');
    const text = await open(await world.aReader('sms', true, '+33612345699'));
    expect(text.body).toContain('Votre numéro de téléphone\u00a0: +33\u00a06\u00a012\u00a034\u00a056\u00a099');
  });

  test('of mail has no button that would stop texts, which it could not', async () => {
    const reader = await world.aReader();
    const seen = (await world.ledger.readStanding(world.access, reader.contactId)) ?? expect.unreachable();
    const consent = { channels: ['sms'], purpose: 'own-offers', givenAt: NOW, transferredBy: [] };
    const event = {
      ...{ type: 'consent-given', id: `${reader.contactId}.${'8'.repeat(16)}`, consent, observed: false },
      actor: { by: 'system' },
    };
    const changes = [{ contactId: reader.contactId, seen, events: [event] as never }];
    await appendToLedger(world.ledger, world.access, changes, { at: NOW });
    const { body } = await open(reader);
    expect(body).toContain('Offres de Maison Valmy, par SMS et MMS');
    expect(body).not.toMatch(/value="purpose:own-offers:[^"]*sms/);
    expect(body).toContain('value="purpose:own-offers:email"');
  });
});
