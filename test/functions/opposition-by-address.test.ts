import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { unescapeHtml } from '#shared/channels/content/escape.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { noPause, TEST_SECRET } from '#test/support/aws.ts';
import { anAdvertiser, NOW } from '#test/support/builders.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { sirenFrom } from '../acceptance/identity.ts';
import { startCold, started } from './support/cold-start.ts';
import { onDynamoDbLocal } from './support/on-dynamodb-local.ts';
import { publicEnvironment, publicEvent, typedForm, WITH_TIME } from './support/public-functions.ts';

type Handler = typeof import('#functions/public/oppose-by-address.ts').handler;

let world: LinkWorld;
let oppose: Handler;
let close: () => Promise<void>;
const fingerprints = fingerprintsOf(TEST_SECRET);
const OTHER = 'domaine-morel' as AdvertiserId;

beforeAll(async () => {
  world = await startLinkWorld();
  const { advertiserId: _a, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const names = { legalName: 'Domaine Morel SCEA', tradeNames: ['L’Épicerie Morel'] };
  const other = { ...settings, ...names, siren: sirenFrom('10000042') };
  await world.advertisers.put(admit(OTHER), AdvertiserSettings.parse(other), NOW);
  const environment = await publicEnvironment(world.tableName);
  close = environment.stop;
  ({ handler: oppose } =
    await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address'));
});
afterAll(async () => {
  await close();
  world.close();
});

const post = (fields: Record<string, string>, by: Handler = oppose) =>
  askedBy('oppose-by-address', () => by(publicEvent('POST', '/o', typedForm(fields)), WITH_TIME));

const contactAt = (advertiserId: AdvertiserId, kind: 'email' | 'phone', value: string) =>
  fingerprints.contactIdOf(advertiserId, { kind, value });
const oppositionsAt = async (advertiserId: AdvertiserId, kind: 'email' | 'phone', value: string) =>
  (await world.ledger.readStanding(admit(advertiserId), contactAt(advertiserId, kind, value)))?.oppositions ?? [];
/** A number that the other advertiser has in its records. */
const know = (value: string) =>
  declareContact(
    { ...world, fingerprints, pause: noPause },
    { access: admit(OTHER), address: { kind: 'phone', value }, declared: { language: 'fr' }, actor: { by: 'system' } },
  );
const ours = () => world.access.advertiserId;

/** The sentence on what was typed and is no address. */
const isNone = (typed: string): string =>
  `«\u00a0${typed}\u00a0» n’est ni une adresse e\u2011mail ni un numéro de téléphone, et n’est pas enregistré.`;
const markedIn = (body: string) =>
  [...body.matchAll(/<input id="(\w+)"[^>]*aria-invalid="true" aria-describedby="fault"/g)].map(([, id]) => id);
const givenBackIn = (body: string) =>
  Object.fromEntries(
    [...unescapeHtml(body).matchAll(/ name="(\w+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );

describe('an address typed on the page', () => {
  test('P2: is opposed at every advertiser when no name is typed, on every channel that reaches it', async () => {
    const answer = await post({ address: 'rose@example.fr', sender: '' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Votre opposition est enregistrée');
    for (const advertiserId of [ours(), OTHER])
      expect(await oppositionsAt(advertiserId, 'email', 'rose@example.fr')).toMatchObject([
        { via: 'typed-address', of: { scope: 'channel', channels: ['email'] }, coversRelational: true },
      ]);
  });

  test('is opposed at the advertiser named alone, whatever accents, case and article', async () => {
    expect((await post({ address: '06 11 22 33 44', sender: 'epicerie MOREL' })).statusCode).toBe(200);
    const [opposition] = await oppositionsAt(OTHER, 'phone', '+33611223344');
    const channels = expect.arrayContaining(['sms', 'mms', 'automated-call']);
    expect(opposition?.of).toEqual({ scope: 'channel', channels });
    expect(await oppositionsAt(ours(), 'phone', '+33611223344')).toEqual([]);
  });

  test('P2: is opposed at all where nobody goes by the name: a mistyped name loses no opposition', async () => {
    await post({ address: 'lise@example.fr', sender: 'Moral' });
    expect(await oppositionsAt(OTHER, 'email', 'lise@example.fr')).toHaveLength(1);
    expect(await oppositionsAt(ours(), 'email', 'lise@example.fr')).toHaveLength(1);
  });

  test('gives the same answer whether anybody knows the address or the name', async () => {
    const answers = [
      await post({ address: 'rose@example.fr', sender: 'Morel' }),
      await post({ address: 'nobody-knows@example.fr', sender: 'Nobody at all' }),
    ];
    expect(answers[0]).toEqual(answers[1]);
  });

  test('P2: of a crowd at once we turn nobody away, and each that we answer is recorded, once', {
    timeout: 60_000,
  }, async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => `crowd-${index}@example.fr`);
    const recordedOf = async (address: string) => {
      const events = await world.ledger.listEvents(admit(OTHER), contactAt(OTHER, 'email', address));
      return events.map(({ type }) => type);
    };
    // Many at once wait long for DynamoDB Local; a table in memory keeps nobody from an answer.
    const isStoreSlow = onDynamoDbLocal().has('opposition-by-address.test.ts');
    // One presses the button ten times; the others twice. Whom a slow store keeps from an answer presses it again.
    let waiting = [...crowd, ...crowd, ...Array.from({ length: 8 }, () => 'crowd-0@example.fr')];
    for (let round = 0; waiting.length > 0; round += 1) {
      const posted = await Promise.all(
        waiting.map(async (address) => ({ address, status: (await post({ address, sender: 'Morel' })).statusCode })),
      );
      const allowed = isStoreSlow ? [200, 503] : [200];
      expect(posted.filter(({ status }) => !allowed.includes(status))).toEqual([]);
      for (const { address } of posted.filter(({ status }) => status === 200))
        expect(await recordedOf(address), address).toEqual(['opposition-registered']);
      waiting = posted.filter(({ status }) => status === 503).map(({ address }) => address);
      expect(round).toBeLessThan(10);
    }
    for (const address of crowd) expect(await recordedOf(address), address).toEqual(['opposition-registered']);
  });

  test('P2: ten digits are the mobile number of a neighbour as well, at whoever knows that one, and nowhere else', async () => {
    const [typed, french, belgian, finnish] = ['0475 12 34 56', '+33475123456', '+32475123456', '+358475123456'];
    await know(belgian);
    const answer = await post({ address: typed });
    expect(answer).toEqual(await post({ address: '0475 12 34 57' }));
    expect(await oppositionsAt(OTHER, 'phone', belgian)).toMatchObject([
      { via: 'typed-address', coversRelational: true },
    ]);
    for (const advertiserId of [ours(), OTHER]) {
      expect(await oppositionsAt(advertiserId, 'phone', french)).toHaveLength(1);
      expect(await oppositionsAt(advertiserId, 'phone', finnish)).toEqual([]);
    }
    expect(await oppositionsAt(ours(), 'phone', belgian)).toEqual([]);
  });

  test('a number with its country is of that country alone', async () => {
    const [french, belgian] = ['+33476123456', '+32476123456'];
    await know(belgian);
    await post({ address: french });
    expect(await oppositionsAt(OTHER, 'phone', french)).toHaveLength(1);
    expect(await oppositionsAt(OTHER, 'phone', belgian)).toEqual([]);
  });

  test('sent twice is one opposition', async () => {
    for (const _ of [1, 2]) await post({ address: 'twice@example.fr' });
    expect(await oppositionsAt(OTHER, 'email', 'twice@example.fr')).toHaveLength(1);
  });

  test('P9: leaves nothing by which two advertisers, or a guess, could find each other’s reader', async () => {
    await post({ address: 'apart@example.fr', sender: 'Nobody at all' });
    const [here = '', there = ''] = await Promise.all(
      [ours(), OTHER].map(async (id) =>
        JSON.stringify(await world.ledger.listEvents(admit(id), contactAt(id, 'email', 'apart@example.fr'))),
      ),
    );
    // Long enough to stand for an address: the instants, the scope and the way it came are the same for everybody.
    const marksOf = (events: string): readonly string[] => events.match(/[\w-]{24,}/g) ?? [];
    expect(marksOf(here).length).toBeGreaterThan(0);
    expect(marksOf(here).filter((mark) => marksOf(there).includes(mark))).toEqual([]);
    expect(here).not.toContain('evidence');
  });

  test('P8: leaves neither address nor name in a log, whatever the answer', async () => {
    const lines: string[] = [];
    const spies = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line))),
    );
    startCold();
    const environment = await publicEnvironment(world.tableName, 'http://127.0.0.1:9');
    const { handler: cutOff } =
      await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address');
    const answers = [
      await post({ address: 'quiet@example.fr', sender: 'Domaine Morel' }),
      await post({ address: 'quiet@example.fr', sender: 'Domaine Morel' }, cutOff),
      await post({ address: 'quiet example', sender: 'Domaine Morel' }),
    ];
    for (const spy of spies) spy.mockRestore();
    await environment.stop();
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 503, 422]);
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toMatch(/quiet|morel|v1n1/i);
  });

  test('that is no address is 422, given back to be corrected, escaped', async () => {
    const answer = await post({ address: '"><b>rose', sender: '<i>' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Rien n&#8217;a été enregistré.');
    expect(answer.body).toContain('value="&quot;&gt;&lt;b&gt;rose"');
    expect(answer.body).not.toContain('<b>');
  });

  test('is in either field, whatever it is; in both, both are opposed', async () => {
    expect((await post({ address: '', phone: '06 39 98 14 01' })).statusCode).toBe(200);
    expect((await post({ address: '06 39 98 14 02', phone: ' ' })).statusCode).toBe(200);
    expect((await post({ phone: 'field@example.fr' })).statusCode).toBe(200);
    expect((await post({ address: 'both@example.fr', phone: '06 39 98 14 03' })).statusCode).toBe(200);
    for (const phone of ['+33639981401', '+33639981402', '+33639981403'])
      expect(await oppositionsAt(ours(), 'phone', phone)).toHaveLength(1);
    for (const mail of ['field@example.fr', 'both@example.fr'])
      expect(await oppositionsAt(OTHER, 'email', mail)).toHaveLength(1);
  });

  test.each([
    ['none of both', { address: '', phone: ' ' }, ['address'], ['Indiquez votre adresse']],
    ['a number of no country', { phone: '7 911 12' }, ['phone'], ['l’indicatif du pays, par exemple +32']],
    ['two that are none', { address: 'rose', phone: '12' }, ['address', 'phone'], [isNone('rose'), isNone('12')]],
  ])(
    'P2: %s is 422, says which field and why, gives all back, and nothing is recorded',
    async (_, typed, fields, why) => {
      const { statusCode, body } = await post(typed);
      expect(statusCode).toBe(422);
      for (const sentence of why) expect(unescapeHtml(body)).toContain(sentence);
      expect(unescapeHtml(body)).toContain('Rien n’a été enregistré.');
      expect(body).not.toContain('Enregistré');
      expect(markedIn(body)).toEqual(fields);
      expect(givenBackIn(body)).toMatchObject(typed);
    },
  );

  test.each([
    ['an address that is none beside a number', { address: 'rose', phone: '06 39 98 14 04' }, 'address'],
    ['a number that is none beside an address', { address: 'r@example.fr', phone: '+33' }, 'phone'],
    ['a nought beside an address', { address: 'r0@example.fr', phone: '0' }, 'phone'],
    ['a dash beside an address', { address: 'r-@example.fr', phone: '-' }, 'phone'],
    ['a word beside an address', { address: 'r2@example.fr', phone: 'aucun' }, 'phone'],
    ['a number that is none beside one in the field of mails', { address: '06 39 98 14 05', phone: '12' }, 'phone'],
    ['a word beside a mail in the field of numbers', { address: 'aucune', phone: 'r3@example.fr' }, 'address'],
  ] as const)(
    'P2: of %s what can be read is recorded, and the page says which is and which is not',
    async (_, typed, wrong) => {
      const [good, bad] = wrong === 'phone' ? [typed.address, typed.phone] : [typed.phone, typed.address];
      const { statusCode, body } = await post(typed);
      expect(statusCode).toBe(422);
      const kind = good.includes('@') ? 'email' : 'phone';
      const value = kind === 'email' ? good : `+33${good.replaceAll(' ', '').slice(1)}`;
      for (const advertiserId of [ours(), OTHER])
        expect(await oppositionsAt(advertiserId, kind, value)).toMatchObject([{ via: 'typed-address' }]);
      const words = unescapeHtml(body);
      expect(words).toContain(
        `Enregistré\u00a0: les expéditeurs concernés n’adresseront plus de publicité à «\u00a0${good}\u00a0».`,
      );
      expect(words).toContain(isNone(bad));
      // What is recorded is said of that one alone, and of nothing that nothing was.
      expect(words).not.toContain(isNone(good));
      expect(words.match(/Enregistré/g)).toHaveLength(1);
      expect(words).not.toMatch(/Rien n’a été|Votre opposition est enregistrée/);
      expect(markedIn(body)).toEqual([wrong]);
      expect(givenBackIn(body)).toMatchObject(typed);
    },
  );

  test.each([
    ['de', 'Gespeichert: ', 'und wurde nicht gespeichert'],
    ['en', 'Recorded: ', 'and is not recorded'],
    ['es', 'Registrado: ', 'y no se ha registrado'],
    ['it', 'Registrato: ', 'e non è stato registrato'],
    ['nl', 'Geregistreerd: ', 'en is niet geregistreerd'],
  ])('one of two is said to be recorded, and the other not, in %s', async (language, recorded, isNot) => {
    const event = publicEvent('POST', '/o', typedForm({ address: `one-${language}@example.fr`, phone: '12' }));
    const { statusCode, body } = await oppose(
      { ...event, headers: { ...event.headers, 'accept-language': language } },
      WITH_TIME,
    );
    expect(statusCode).toBe(422);
    expect(unescapeHtml(body)).toMatch(new RegExp(`${recorded}[^.]*one-${language}@example`));
    expect(unescapeHtml(body)).toMatch(new RegExp(`12[^.]*${isNot}`));
  });

  test('the same is answered of one of two, whatever is known here', async () => {
    await know('+33639981406');
    const [known, unknown] = [
      await post({ address: 'rose', phone: '06 39 98 14 06' }),
      await post({ address: 'rose', phone: '06 39 98 14 07' }),
    ];
    expect(unescapeHtml(known.body).replaceAll('14 06', '14 07')).toBe(unescapeHtml(unknown.body));
  });

  test('P2: is 503 with what was typed, to be sent again, while the store cannot be read', async () => {
    startCold();
    const environment = await publicEnvironment(world.tableName, 'http://127.0.0.1:9');
    const { handler } =
      await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address');
    const answer = await post({ address: 'rose@example.fr' }, handler);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers?.['retry-after']).toBeDefined();
    expect(answer.body).toContain('name="address" value="rose@example.fr"');
    await environment.stop();
  });
});

describe('the pages with the field', () => {
  test('show it and where it goes, and say nothing of anybody', async () => {
    const { handler: form } =
      await started<typeof import('#functions/public/show-address-form.ts')>('public/show-address-form');
    const { handler: start } =
      await started<typeof import('#functions/public/show-start-page.ts')>('public/show-start-page');
    const shown = await form(publicEvent('GET', '/o'), WITH_TIME);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('<form method="post" action="o">');
    const root = await start(publicEvent('GET', '/'), WITH_TIME);
    expect(root.statusCode).toBe(200);
    expect(root.body).toContain('<form method="post" action="https://stop.example.fr/o">');
    for (const { body, headers } of [shown, root]) {
      expect(body).toMatch(/name="address"[^>]* inputmode="email" autocomplete="email"/);
      expect(body).toMatch(/name="phone"[^>]* inputmode="tel" autocomplete="tel"/);
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  test('answer HEAD without a body', async () => {
    const { handler: form } =
      await started<typeof import('#functions/public/show-address-form.ts')>('public/show-address-form');
    expect(await form(publicEvent('HEAD', '/o'), WITH_TIME)).toMatchObject({ statusCode: 200, body: '' });
  });
});
