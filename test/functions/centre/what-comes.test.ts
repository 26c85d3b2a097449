import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aFormVersion, aSale, aVetRequest, NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

const FORM = aFormVersion({
  formId: 'again' as FormVersion['formId'],
  mode: 'hosted',
  mechanism: 'choice-button',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  wording: 'Oui, je veux recevoir par e-mail les offres de Maison Valmy.',
  shown: undefined,
});

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
  await world.forms.put(world.access, FORM);
  await world.forms.put(world.access, aFormVersion());
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<typeof open>>;
const open = async () => {
  const reader = await world.aReader();
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  return { ...reader, body, pass: passIn(body) };
};
const seenIn = (body: string): string => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
const press = ({ token, pass, body }: Pick<Reader, 'token' | 'pass' | 'body'>) =>
  world.post(token, { act: 'agree', pass, seen: seenIn(body), of: 'again@1' });
const stop = ({ token, pass }: Reader, of: string) => world.post(token, { act: 'stop', of, pass });
const saidIn = (body: string): string => /id="said"[^>]*><strong>(.*?)<\/strong>/.exec(body)?.[1] ?? '';
const standingOf = async ({ contactId }: Reader) =>
  (await world.ledger.readStanding(world.access, contactId)) ?? expect.unreachable();
/** What the law says of a mail with the offers of the advertiser now: the judge of what the page promises. */
const outcomeOf = async (reader: Reader) =>
  vet(
    aVetRequest({
      ...{
        at: world.clock.now(),
        address: reader.address,
        forms: [FORM, aFormVersion()],
        standing: await standingOf(reader),
      },
    }),
  ).outcome;
const PARTNERS = 'purpose:partner-offers:email';
const STILL = 'Vous recevez toujours «\u00a0Offres de Maison Valmy\u00a0» par e‑mail.';

describe('after an agreement', () => {
  test('of who had stopped, the page says that it comes again, and of who had not, that it comes', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const [stopped, fresh] = [await open(), await open()];
    const { body } = await stop(stopped, 'all');
    world.forward(60);
    const again = await press({ ...stopped, body });
    expect(saidIn(again.body)).toBe(
      'Votre accord est enregistré. Vous recevrez de nouveau «\u00a0Offres de Maison Valmy\u00a0» par e‑mail.',
    );
    expect(again.body).toContain('<p>Vous pouvez retirer cet accord ici à tout moment.</p>');
    expect(saidIn((await press({ ...stopped, body })).body)).toBe(saidIn(again.body));
    const first = saidIn((await press(fresh)).body);
    expect(first).toContain('Vous recevrez «\u00a0Offres de Maison Valmy\u00a0» par e‑mail.');
    expect([await outcomeOf(stopped), await outcomeOf(fresh)]).toEqual(['allow', 'allow']);
  });

  test('of the day of the refusal, the refusal does not contradict it', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open();
    const { body } = await stop(reader, 'all');
    world.forward(60);
    const agreed = (await press({ ...reader, body })).body;
    expect(agreed).toContain(
      '<li>Toute publicité, depuis le 24\u00a0novembre\u00a02026, sauf ce que vous avez accepté depuis.</li>',
    );
    // The one of before and the one of now are of one day, and in the same words.
    const [, own = ''] = /<h3 id="email-own-offers">(.*?)<\/section>/.exec(agreed) ?? [];
    expect(own.match(/<li>Votre accord du 24\u00a0novembre\u00a02026\.<\/li>/g)).toHaveLength(1);
  });

  test('whose press comes again after a stop, nothing is said to come', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open();
    await press(reader);
    world.forward(60);
    await stop(reader, 'all');
    expect((await press(reader)).body).not.toContain('Vous recevrez');
    expect(await outcomeOf(reader)).toBe('refuse');
  });
});

describe('after a stop of the offers of partners', () => {
  test('what still comes is named where the law lets it come', async () => {
    const reader = await open();
    await press(reader);
    const { body } = await stop(reader, PARTNERS);
    expect(saidIn(body)).toBe(
      `C’est fait\u00a0: vous refusez «\u00a0Offres de partenaires envoyées par Maison Valmy\u00a0» par e‑mail. ${STILL}`,
    );
    expect(await outcomeOf(reader)).toBe('allow');
  });

  test('nothing is, by a consent whose evidence lacks', async () => {
    const reader = await open();
    expect(saidIn((await stop(reader, PARTNERS)).body)).not.toContain('Vous recevez toujours');
    expect(await outcomeOf(reader)).not.toBe('allow');
  });

  test('nothing is, where the own offers were stopped before, and nothing after a stop of all', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open();
    await press(reader);
    world.forward(60);
    expect(saidIn((await stop(reader, 'purpose:own-offers:email')).body)).not.toContain('Vous recevez toujours');
    expect(saidIn((await stop(reader, PARTNERS)).body)).not.toContain('Vous recevez toujours');
    expect(saidIn((await stop(reader, 'all')).body)).not.toContain('Vous recevez toujours');
    expect(await outcomeOf(reader)).toBe('refuse');
  });

  test('nothing is, while the use of the data is restricted', async () => {
    const reader = await open();
    await press(reader);
    await world.post(reader.token, { act: 'ask', kind: 'restriction', pass: reader.pass });
    expect(saidIn((await stop(reader, PARTNERS)).body)).not.toContain('Vous recevez toujours');
    expect(await outcomeOf(reader)).toBe('refuse');
  });

  test.each([
    ['an order of a month ago', 'order', addDays(NOW, -30), true],
    ['an order of eight years ago', 'order', addYears(NOW, -8), false],
    ['a quote', 'quote', addDays(NOW, -30), false],
  ] as const)('by %s, the own offers are said to come as far as the law lets them', async (_, type, soldAt, comes) => {
    const reader = await open();
    const seen = await standingOf(reader);
    const { reference, lines, form, coordinatesFrom } = aSale();
    const sale = { reference, lines, form, coordinatesFrom, type, soldAt };
    const event = {
      ...{ type: 'sale-recorded' as const, id: `${reader.contactId}.${'8'.repeat(16)}` as FactId },
      ...{ sale, actor: { by: 'system' as const } },
    };
    const changes = [{ contactId: reader.contactId, seen, events: [event as never], address: reader.address }];
    await appendToLedger(world.ledger, world.access, changes, { at: NOW });
    expect(saidIn((await stop(reader, PARTNERS)).body).includes(STILL)).toBe(comes);
    expect((await outcomeOf(reader)) === 'allow').toBe(comes);
  });
});

test('an erasure that is asked for leaves no doubt of what comes after the answer, and refuses nothing in the name of the person', async () => {
  const { token, pass } = await open();
  const { body } = await world.post(token, { act: 'ask', kind: 'erasure', pass });
  expect(body).toContain(
    'Nous ne vous envoyons plus de publicité, et n’en enverrons plus sans un nouvel accord de votre part.',
  );
  expect(body).toContain('<p>Toute publicité de Maison Valmy est déjà arrêtée.</p>');
  expect(body).not.toContain('Vous refusez déjà');
  expect(body).toContain('depuis le 24\u00a0novembre\u00a02026. Cela fait suite à une demande d’effacement.</li>');
});

describe('by the link alone', () => {
  const ALREADY = 'Vous avez déjà refusé ici\u00a0? C’est enregistré';

  test('who stopped before is not asked again without a word, nor does the page know them: all read the same', async () => {
    const [one, other] = [await world.aReader(), await world.aReader()];
    const plain = async ({ token }: { token: string }) =>
      (await world.get(token)).body.replaceAll(/\/o\/[^"]+|Référence[^<]*/g, '');
    await world.post(one.token, { act: 'stop', of: 'all' });
    expect(await plain(one)).toContain(ALREADY);
    expect(await plain(one)).toBe(await plain(other));
  });

  test('nobody reads it right after a stop, nor where a code is typed', async () => {
    const { token } = await world.aReader();
    for (const fields of [{ act: 'code' }, { act: 'have' }, { act: 'stop', of: 'all' }])
      expect((await world.post(token, fields)).body).not.toContain(ALREADY);
  });

  test('the two buttons that stop are said to need no code, and the rest to need one', async () => {
    const { token } = await world.aReader();
    const { body } = await world.get(token);
    expect(body).toContain('Les deux boutons qui arrêtent la publicité sont gratuits, immédiats et sans code.');
    expect(body).toContain(
      'Refuser une partie seulement est gratuit aussi\u00a0: tout de suite avec un code, ou sur demande sans code.',
    );
    expect(body).toMatch(/<p>Avec un code, vous pouvez\u00a0:<\/p><ul><li>choisir ce que vous recevez<\/li>/);
  });
});

test('what the page does not show is said before what is held, under the words of the link that leads there', async () => {
  const { body } = await open();
  const order = [
    '<a href="#held">Choisir ce que vous recevez, et pourquoi on vous écrit</a>',
    'id="held"><h2>Choisir ce que vous recevez, et pourquoi on vous écrit</h2>',
    'Votre nom, le texte des messages et les messages de plus de 30 jours ne figurent pas ici',
    '<h3 id="email-own-offers">',
    'un accord ou un achat peut être plus ancien.',
  ].map((each) => body.indexOf(each));
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(body.match(/ne figurent pas ici/g)).toHaveLength(1);
});
