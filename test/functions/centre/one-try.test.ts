import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { disclosuresOf } from '#shared/adapters/dynamodb/partners/disclosures.ts';
import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { FactId, MessageId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<CentreWorld['aReader']>>;
type Changed = Parameters<CentreWorld['post']>[2];
const open = async (reader: Reader, changed: Changed = {}) => {
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() }, changed);
  expect(passIn(body)).not.toBe('');
  return { ...reader, body, pass: passIn(body) };
};
/** The advertiser with other settings. */
const having = async (part: Partial<AdvertiserSettings>): Promise<Changed> => {
  const seen = (await world.ports.advertisers.get(world.access)) ?? expect.unreachable();
  return { advertisers: { ...world.ports.advertisers, get: async () => ({ ...seen, ...part }) } };
};
const SITE = 'https://maison-valmy.example/contact';
/** A mail to this address with a subject that names nobody. */
const mailTo = (address: string) => `mailto:${address}?subject=${encodeURIComponent('Mes choix et mes données')}`;
/** Where the links with these words lead. */
const hrefsOf = (body: string, words: string): readonly string[] =>
  [...body.matchAll(/<a href="([^"]+)"[^>]*>([^<]*)<\/a>/g)].flatMap(([, href = '', text]) =>
    text?.replace(' (nouvel onglet)', '') === words ? [href] : [],
  );

describe('the way back', () => {
  const BACK = 'Recevoir de nouveau «\u00a0Offres de Maison Valmy\u00a0»';

  test('is a link by what was stopped, to links that lead to the advertiser, and none before', async () => {
    const reader = await open(await world.aReader());
    expect(reader.body).not.toContain('Recevoir de nouveau');
    const at = await having({ contact: { email: 'bonjour@maison-valmy.example', url: SITE } });
    const of = 'purpose:own-offers:email';
    const { body } = await world.post(reader.token, { act: 'stop', of, pass: reader.pass }, at);
    expect(hrefsOf(body, BACK)).toEqual(['#again']);
    expect(hrefsOf(body, 'Vous avez changé d’avis\u00a0? Recevoir de nouveau')).toEqual(['#again']);
    expect(body.match(/id="again"/g)).toHaveLength(1);
    expect(hrefsOf(body, 'Vous inscrire de nouveau sur le site de Maison Valmy')).toEqual([SITE]);
    expect(hrefsOf(body, 'Écrire un e‑mail à bonjour@maison-valmy.example (ouvre votre messagerie)')).toEqual([
      mailTo('bonjour@maison-valmy.example'),
    ]);
    const order = ['value="all"', 'href="#again"', 'Votre adresse e‑mail', 'id="again"'].map((each) =>
      body.indexOf(each),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('is a telephone number in words where nothing opens it', async () => {
    const reader = await open(await world.aReader());
    const at = await having({ contact: { phone: '01 23 45 67 89' } });
    const { body } = await world.post(reader.token, { act: 'stop', of: 'all', pass: reader.pass }, at);
    expect(body).toContain('<li>Contacter Maison Valmy\u00a0: 01 23 45 67 89</li>');
  });

  test('is shown by the link alone where no form of the advertiser is for it, the same whatever the person did', async () => {
    const [one, other] = [await world.aReader(), await world.aReader()];
    const without = await having({ centreForms: undefined, contact: { url: SITE } });
    /** The page, with what is of each answer alone named by what it is: as many links, of as many characters, and one reference. */
    const plain = async ({ token }: Reader) =>
      (await world.post(token, { act: 'reason' }, without)).body
        .replaceAll(/\/o\/[^"]+/g, ({ length }) => `/o/${length}`)
        .replaceAll(
          /(Référence du message\s*:\s)([^<]+)/g,
          (_, head, of: string) => head + of.replaceAll(/[^-]/g, 'x'),
        );
    const before = await plain(one);
    expect(hrefsOf(before, 'Vous inscrire de nouveau sur le site de Maison Valmy')).toEqual([SITE]);
    // Nobody knows here whether something is refused.
    expect(before).toContain('Pour recevoir de nouveau ce que vous avez arrêté');
    expect(before).not.toContain('que vous avez refusées');
    await world.post(one.token, { act: 'stop', of: 'all' });
    expect([await plain(one), await plain(other)]).toEqual([before, before]);
    expect((await world.get(other.token)).body).not.toContain('Vous inscrire de nouveau');
    expect((await world.get(other.token)).body).toContain('recevoir de nouveau ce que vous avez arrêté');
  });
});

test('what is recorded, and what is not, is in view: every form leads to what is said, whatever part of the page was open', async () => {
  const reader = await open(await world.aReader());
  const { body } = await world.post(reader.token, { act: 'stop', of: 'purpose:own-offers:email', pass: reader.pass });
  const forms = [...body.matchAll(/<form [^>]*>/g)].map(([form]) => form);
  expect(body).toMatch(/<p class="done" id="said" role="status">/);
  expect(forms.filter((form) => form.includes('action="#said"')).length).toBeGreaterThan(1);
  expect(forms.filter((form) => !form.includes('action='))).toEqual([]);
});

test('what the code opens is a way back only where a form is offered there', async () => {
  const { token } = await world.aReader();
  const line = '<li>recevoir de nouveau ce que vous avez arrêté</li>';
  expect((await world.get(token)).body).toContain(line);
  expect((await world.post(token, { act: 'reason' }, await having({ centreForms: undefined }))).body).not.toContain(
    line,
  );
});

test('where no code can be sent, the way back is on the page, whatever forms there are', async () => {
  const reader = await world.aReader();
  const senders = { email: [], sms: [], calls: [] } as never;
  for (const more of [{ centreForms: undefined }, {}]) {
    const at = await having({ ...more, senders, contact: { url: SITE } });
    const { body } = await world.post(reader.token, { act: 'code' }, at);
    expect(body).toContain('Aucun code ne peut être envoyé');
    expect(body.match(/id="again"/g)).toHaveLength(1);
  }
});

describe('to whom data went', () => {
  const disclosed = (reader: Reader, more: object, mark: string) =>
    disclosuresOf({ ...world.table, clock: world.clock }).keep(
      world.access,
      {
        ...{ id: `${reader.contactId}.${mark.repeat(16)}` as FactId, ...world.access, contactId: reader.contactId },
        ...{ partner: { siren: '552100554', name: 'Foires de l’Ouest' }, role: 'recipient', disclosedAt: NOW },
        ...{ recordedAt: NOW, fingerprint: 'a'.repeat(64), keyId: 'k', ...more },
      } as never,
      { requestId: 'r', bodySha256: 'b'.repeat(64) } as never,
    );

  test('is listed, each partner once by its last day, and not from whom they came', async () => {
    const reader = await world.aReader();
    await disclosed(reader, { disclosedAt: addDays(NOW, -30) }, '1');
    await disclosed(reader, { disclosedAt: addDays(NOW, -3) }, '2');
    await disclosed(reader, { role: 'source', partner: { siren: '732829320', name: 'Courtier Sud' } }, '3');
    const { body } = await open(reader);
    expect(body).toContain('<li>Foires de l’Ouest, en dernier lieu le 21\u00a0novembre\u00a02026.</li>');
    expect(body.match(/Foires de l’Ouest/g)).toHaveLength(1);
    expect(body).not.toContain('Courtier Sud');
    expect(hrefsOf(body, 'Demander à Maison Valmy une réponse complète')).toEqual(['#ask']);
  });

  test('says so where nothing is recorded, and of nobody by the link alone', async () => {
    const reader = await world.aReader();
    const { body } = await open(reader);
    const none = 'Pour cette adresse, Maison Valmy n’a enregistré aucune transmission de données à un partenaire.';
    expect(body).toContain(none);
    expect((await world.get(reader.token)).body).not.toContain('n’a enregistré aucune transmission');
  });

  test('what cannot be read now takes no right code: the page opens, and says neither whom nor none', async () => {
    const disclosures = { of: () => Promise.reject(dependencyUnavailable('table')) };
    const reader = await world.aReader();
    await world.post(reader.token, { act: 'code' });
    const code = world.codeSent();
    const { statusCode, body } = await world.post(reader.token, { act: 'open', code }, { disclosures });
    expect([statusCode, passIn(body) !== '']).toEqual([200, true]);
    expect(body).not.toContain('n’a enregistré aucune transmission');
    expect(hrefsOf(body, 'Demander à Maison Valmy une réponse complète')).toEqual(['#ask']);
  });

  test.each([
    [30, false],
    [31, true],
  ])('of %d partners, says that the list is cut: %s', async (count, isCut) => {
    const partners = Array.from({ length: count }, (_, index) => ({
      ...{ partner: { siren: `${index}`, name: `Partenaire ${index}` }, role: 'recipient', disclosedAt: NOW },
    }));
    const disclosures = { of: async () => partners as never };
    const { body } = await open(await world.aReader(), { disclosures });
    expect(body.match(/<li>Partenaire/g)).toHaveLength(30);
    expect(body.includes('Seuls les 30 derniers sont indiqués ici.')).toBe(isCut);
  });

  test('leaves the whole room for the words that go with it', async () => {
    const { token, pass, contactId } = await open(await world.aReader());
    const post = (length: number) =>
      world.post(token, { act: 'ask', kind: 'recipients', words: 'a'.repeat(length), pass });
    expect([(await post(4001)).statusCode, (await post(4000)).statusCode]).toEqual([422, 200]);
    const { items } = await world.requests.list(world.access, { limit: 100 });
    const mine = items.filter(({ request }) => request.contactId === contactId);
    expect(mine.map(({ texts }) => texts?.words)).toEqual([
      `Savoir à qui mes données ont été transmises\n${'a'.repeat(4000)}`,
    ]);
  });

  test('has a line of its own among the requests, by which the advertiser is asked for access, and for what', async () => {
    const { token, pass, body, contactId } = await open(await world.aReader());
    expect(body).toMatch(/value="recipients"[^>]*>Savoir à qui mes données ont été transmises</);
    const post = (words: string) => world.post(token, { act: 'ask', kind: 'recipients', words, pass });
    for (let times = 0; times < 2; times += 1)
      expect((await post('')).body).toContain(
        'Votre demande est enregistrée\u00a0: À qui vos données ont été transmises, avec une copie de vos données.',
      );
    await post('Depuis janvier.');
    const items = (await world.requests.list(world.access, { limit: 100 })).items;
    const mine = items.filter(({ request }) => request.contactId === contactId);
    expect(mine.map(({ request, texts }) => [request.kind, request.identity, texts?.words]).toSorted()).toEqual([
      ['access', 'code', 'Savoir à qui mes données ont été transmises'],
      ['access', 'code', 'Savoir à qui mes données ont été transmises\nDepuis janvier.'],
    ]);
  });

  test('is a request of its own in the list, whichever of the two was asked first', async () => {
    for (const asked of [
      ['access', 'recipients'],
      ['recipients', 'access'],
    ] as const) {
      const { token, pass } = await open(await world.aReader());
      for (const kind of asked) await world.post(token, { act: 'ask', kind, pass });
      const { body } = await world.post(token, { act: 'ask', kind: 'portability', pass });
      const listed = body.slice(body.indexOf('<h2>Vos demandes</h2>')).split('</section>')[0] ?? '';
      const said = [...listed.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line.split('.')[0]);
      expect(said).toHaveLength(3);
      expect(new Set(said).size).toBe(3);
      expect(listed).toContain('Copie de vos données, et à qui elles ont été transmises');
      expect(listed).toContain('À qui vos données ont été transmises, avec une copie de vos données');
    }
  });

  test('keeps its line where its words are refused', async () => {
    const { token, pass } = await open(await world.aReader());
    const { statusCode, body } = await world.post(token, { act: 'ask', kind: 'recipients', words: 'x\u0007', pass });
    expect([statusCode, /value="recipients" required checked/.test(body)]).toEqual([422, true]);
  });
});

test('before it is asked for, an erasure says that advertising stops and that the refusal stays; each request says who answers, when and where', async () => {
  const { token, pass, body } = await open(await world.aReader());
  expect(body).toMatch(/value="erasure" required aria-describedby="note-erasure"/);
  expect(body).toContain('La publicité s’arrête aussitôt. Votre refus d’en recevoir reste enregistré');
  expect(body).toContain('Maison Valmy vous répond dans un délai d’un mois, à votre adresse e‑mail');
  expect(body).not.toContain('La réponse vient de');
  const asked = await world.post(token, { act: 'ask', kind: 'access', pass });
  expect(asked.body).toContain('La réponse vient de Maison Valmy, à votre adresse e‑mail.');
});

describe('the messages that were sent', () => {
  const message = (messageId: string, more: Partial<Message> = {}) =>
    ({ messageId: messageId as MessageId, purpose: 'own-offers', offerCategory: 'wine', ...more }) as Message;
  const TEMPLATE = { templateId: 'order', version: '1' };
  const STORED: Readonly<Record<string, Message>> = {
    msg_own: message('msg_own'),
    msg_too: message('msg_too'),
    msg_partner: message('msg_partner', {
      purpose: 'partner-offers',
      partner: { siren: '552100554', name: 'Foires de l’Ouest' } as never,
    }),
    msg_order: message('msg_order', { template: TEMPLATE as never }),
  };
  const listed = async (ids: readonly string[]) => {
    const { addressOfLink: own } = world.ports;
    const entries = ids.map((messageId, index) => ({
      ...{ messageId: messageId as MessageId, claimedAt: addSeconds(addDays(NOW, -1), index), claimToken: 'c' },
      result: 'sent' as const,
    }));
    const templates = { get: async () => ({ class: 'transactional' }) as never };
    const { body } = await open(await world.aReader(), {
      messages: {
        ...world.ports.messages,
        get: async (_access, id) => (id === 'msg_lost' ? Promise.reject(new Error('lost')) : STORED[id]),
      },
      templates: { ...world.ports.templates, ...templates },
      addressOfLink: {
        of: async (...given) => ({
          ...(await own.of(...given)),
          sends: [{ month: '2026-11', channel: 'email', entries, revision: 1 }],
        }),
      },
    });
    const [, list = ''] = /30 derniers jours<\/h2><ul>(.*?)<\/ul>/.exec(body) ?? [];
    return [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line);
  };
  const WHEN = 'Le 23\u00a0novembre\u00a02026 à 11\u00a0h\u00a000, par e‑mail.';

  test('of one minute are told apart by what they were about', async () => {
    expect(await listed(['msg_own', 'msg_partner', 'msg_order', 'msg_lost', 'msg_gone'])).toEqual(
      [
        WHEN,
        `${WHEN} Message de service, sans publicité.`,
        `${WHEN} Offres d’un partenaire\u00a0: Foires de l’Ouest.`,
        `${WHEN} Offres de Maison Valmy.`,
      ].map((line, index) => (index === 0 ? `${line} 2 messages.` : line)),
    );
  });

  test('are one line with their number where nothing tells them apart', async () => {
    expect(await listed(['msg_own', 'msg_too'])).toEqual([`${WHEN} Offres de Maison Valmy. 2 messages.`]);
  });
});

describe('a code', () => {
  test('that is another one says that it alone works, by the button that was pressed and by nothing stored', async () => {
    const [one, other] = [await world.aReader(), await world.aReader()];
    const { body: first } = await world.post(one.token, { act: 'code' });
    expect(first).not.toContain('Nouveau code');
    expect(first).toMatch(/<input type="hidden" name="again" value="1">/);
    const plain = async ({ token }: Reader) =>
      (await world.post(token, { act: 'code', again: '1' })).body.replaceAll(
        /\/o\/[^"]+|Référence[^<]*|name="sheet" value="[^"]+"/g,
        '',
      );
    const second = await plain(one);
    expect(second).toContain('Nouveau code demandé à 11\u00a0h\u00a000 (heure de Paris)\u00a0: lui seul marche.');
    expect(second).toContain('Il est envoyé à l’adresse e‑mail qui a reçu le message.');
    expect(second).toContain('Un code reçu auparavant ne marche plus.');
    expect(await plain(other)).toBe(second);
  });

  test('that does not open is answered the same whether one is out, was used, or was never sent', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const [out, used, none] = [await world.aReader(), await world.aReader(), await world.aReader()];
    await world.post(out.token, { act: 'code' });
    const wrong = `${(Number(world.codeSent()[0]) + 1) % 10}${world.codeSent().slice(1)}`;
    const { pass } = await open(used);
    expect(pass).not.toBe('');
    const typed = async ({ token }: Reader) =>
      (await world.post(token, { act: 'open', code: wrong })).body.replaceAll(
        /\/o\/[^"]+|Référence[^<]*|name="sheet" value="[^"]+"/g,
        '',
      );
    const said = await typed(out);
    expect(said).toContain('Ce code ne marche pas\u00a0: prenez celui du dernier message, ou demandez-en un autre.');
    expect([await typed(used), await typed(none)]).toEqual([said, said]);
  });

  test('that may not be asked for yet names a full hour, from which the minute is not known at which somebody asked', async () => {
    onTestFinished(() => world.clock.set(NOW));
    world.clock.set(addSeconds(NOW, 60));
    const [one, other] = [await world.aReader(), await world.aReader()];
    const ask = async ({ token }: Reader) => (await world.post(token, { act: 'code' })).body;
    const said = (body: string) => /id="said"[^>]*><strong>(.*?)<\/strong>/.exec(body)?.[1];
    for (let asked = 0; asked < 3; asked += 1) await ask(one);
    world.forward(20 * 60);
    for (let asked = 0; asked < 3; asked += 1) await ask(other);
    world.forward(10 * 60);
    expect([said(await ask(one)), said(await ask(other))]).toEqual(
      Array.from({ length: 2 }, () =>
        expect.stringContaining('Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris)'),
      ),
    );
    world.forward(3600);
    for (let asked = 0; asked < 3; asked += 1) await ask(one);
    world.forward(3600);
    expect(said(await ask(one))).toContain(
      'Vous pourrez demander un autre code le 25\u00a0novembre\u00a02026 à 11\u00a0h\u00a000 (heure de Paris)',
    );
    // At that hour, and not a second before.
    world.clock.set(addSeconds(NOW, 86_399));
    expect(said(await ask(one))).toContain('Vous pourrez demander un autre code à 11\u00a0h\u00a000 (heure de Paris)');
    world.forward(1);
    expect(said(await ask(one))).toContain('Code demandé à 11\u00a0h\u00a000');
  });
});

test('the open page begins its parts with links to each, and every link within it leads somewhere', async () => {
  const { body } = await open(await world.aReader());
  const within = [...body.matchAll(/<a href="#([^"]+)"/g)].map(([, anchor]) => anchor);
  expect(within).toEqual(['ask', 'held', 'recipients', 'ask', 'messages', 'ask']);
  for (const anchor of within) expect(body.split(`id="${anchor}"`)).toHaveLength(2);
  expect(body.indexOf('value="all"')).toBeLessThan(body.indexOf('<nav'));
});

test('whoever gets no code reads where to ask without one', async () => {
  const { body } = await world.post((await world.aReader()).token, { act: 'code' });
  expect(body).toContain(
    'Toujours pas de code\u00a0? Dites à Maison Valmy, sans code, ce que vous voulez\u00a0: refuser, recevoir de nouveau, voir, corriger ou effacer vos données, ou savoir à qui elles ont été transmises.',
  );
  expect(hrefsOf(body, 'Écrire un e‑mail à contact@maison-valmy.example (ouvre votre messagerie)')).toEqual([
    mailTo('contact@maison-valmy.example'),
  ]);
});

test('the button for everything says that it covers what is recorded as one person’s, and promises no more', async () => {
  const reader = await open(await world.aReader());
  const closed = (await world.get(reader.token)).body;
  for (const body of [closed, reader.body])
    expect(body).toMatch(
      /value="all">[^<]*<span[^>]*>aux adresses et numéros que l’on sait être les vôtres<\/span><\/button>/,
    );
});
