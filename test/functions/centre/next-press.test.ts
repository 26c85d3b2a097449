import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { aFormVersion, NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
  const form = { formId: 'again' as FormVersion['formId'], mode: 'hosted', mechanism: 'choice-button' } as const;
  const channels: FormVersion['channels'] = [{ channel: 'email', words: 'par e-mail' }];
  await world.forms.put(
    world.access,
    aFormVersion({ ...form, channels, wording: 'Oui, par e-mail.', shown: undefined }),
  );
});
afterAll(() => world.close());

type Reader = Awaited<ReturnType<CentreWorld['aReader']>>;
const open = async (reader: Reader) => {
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  expect(passIn(body)).not.toBe('');
  return { ...reader, body, pass: passIn(body) };
};

/** Each button, by its value or else its words: plain, or one that is less heavy. */
const buttonsIn = (body: string): ReadonlyMap<string, 'plain' | 'second'> =>
  new Map(
    [...body.matchAll(/<button([^>]*)>([^<]*)/g)].map(([, attributes = '', words = '']) => [
      /value="([^"]+)"/.exec(attributes)?.[1] ?? words.trim(),
      attributes.includes('class="second"') ? 'second' : 'plain',
    ]),
  );

describe('the plainest button', () => {
  test('is what continues where a code is typed, and both that stop elsewhere while they have something to stop', async () => {
    const { token } = await world.aReader();
    const closed = buttonsIn((await world.get(token)).body);
    expect([closed.get('Ne plus recevoir d’e‑mails publicitaires'), closed.get('all')]).toEqual(['plain', 'plain']);
    const typing = buttonsIn((await world.post(token, { act: 'code' })).body);
    expect([
      typing.get('Continuer'),
      typing.get('Ne plus recevoir d’e‑mails publicitaires'),
      typing.get('all'),
    ]).toEqual(['plain', 'second', 'second']);
  });

  test('is none of those that stop once all is refused, whatever is asked next, and the page says so', async () => {
    const { token, pass, body } = await open(await world.aReader());
    const SAID = 'Toute publicité de Maison Valmy est déjà arrêtée.';
    expect([buttonsIn(body).get('all'), body.includes(SAID)]).toEqual(['plain', false]);
    const stopped = (await world.post(token, { act: 'stop', of: 'all', pass })).body;
    expect([buttonsIn(stopped).get('all'), stopped.includes(SAID)]).toEqual(['second', false]);
    const asked = (await world.post(token, { act: 'ask', kind: 'access', pass })).body;
    expect([...buttonsIn(asked)].filter(([name]) => ['channel', 'all'].includes(name))).toEqual([
      ['channel', 'second'],
      ['all', 'second'],
    ]);
    expect(asked).toContain(SAID);
  });

  test('is the wider one where one channel alone is refused, and the page says which', async () => {
    const { token, pass } = await open(await world.aReader());
    const SAID = 'Toute publicité de Maison Valmy par e‑mail est déjà arrêtée.';
    const stopped = (await world.post(token, { act: 'stop', of: 'channel', pass })).body;
    expect(stopped).not.toContain(SAID);
    expect([buttonsIn(stopped).get('channel'), buttonsIn(stopped).get('all')]).toEqual(['second', 'plain']);
    const { body } = await world.post(token, { act: 'ask', kind: 'access', pass });
    expect([buttonsIn(body).get('channel'), buttonsIn(body).get('all')]).toEqual(['second', 'plain']);
    expect(body).toContain(SAID);
  });

  test.each([
    ['a part', 'purpose:own-offers:email', 'plain', 'plain'],
    ['one channel', 'channel', 'second', 'plain'],
    ['everything', 'all', 'second', 'second'],
  ])('is, by the link alone, each that still stops something after a stop of %s', async (_, of, channel, all) => {
    const { token } = await world.aReader();
    const stopped = await world.post(token, { act: 'stop', of });
    expect(stopped.body).toContain('Ne plus recevoir d’e‑mails publicitaires');
    const buttons = buttonsIn(stopped.body);
    expect([buttons.get('Ne plus recevoir d’e‑mails publicitaires'), buttons.get('all')]).toEqual([channel, all]);
  });

  test('stays both that stop where only a part was stopped', async () => {
    const { token, pass } = await open(await world.aReader());
    const stopped = (await world.post(token, { act: 'stop', of: 'purpose:own-offers:email', pass })).body;
    expect(stopped).toContain('C’est fait');
    expect([buttonsIn(stopped).get('channel'), buttonsIn(stopped).get('all')]).toEqual(['plain', 'plain']);
  });

  test('stays what stops where who refused all agreed to something since', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const reader = await open(await world.aReader());
    await world.post(reader.token, { act: 'stop', of: 'all', pass: reader.pass });
    world.clock.set(addSeconds(NOW, 60));
    const page = await world.post(reader.token, { act: 'ask', kind: 'access', pass: reader.pass });
    const seen = /name="seen" value="(\d+)"/.exec(page.body)?.[1] ?? '';
    const form = /value="(again@1)"/.exec(page.body)?.[1] ?? '';
    const agreed = await world.post(reader.token, { act: 'agree', of: form, seen, pass: reader.pass });
    // The page may have offered several.
    expect(agreed.body).toMatch(
      /Votre accord est enregistré\. Vous recevrez de nouveau «\u00a0Offres de Maison Valmy\u00a0» par e‑mail\.<\/strong>.*Vous pouvez retirer cet accord/s,
    );
    expect(buttonsIn(agreed.body).get('all')).toBe('plain');
  });
});

describe('the links at the start of the page', () => {
  const WORDS = '>Recevoir de nouveau</a>';
  test('begin with the way back once something is stopped, and not before', async () => {
    const { token, pass, body } = await open(await world.aReader());
    expect(body).not.toContain(WORDS);
    const partners = (await world.post(token, { act: 'stop', of: 'purpose:partner-offers:email', pass })).body;
    // No form here is for them.
    expect(partners).toContain(`<li><a href="#again"${WORDS}</li>`);
    const all = (await world.post(token, { act: 'stop', of: 'all', pass })).body;
    expect(all).toContain(`<li><a href="#agree"${WORDS}</li>`);
    for (const page of [partners, all])
      for (const [, anchor] of page.matchAll(/<a href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  test('have none for who asked for erasure', async () => {
    const { token, pass } = await open(await world.aReader());
    expect((await world.post(token, { act: 'ask', kind: 'erasure', pass })).body).not.toContain(WORDS);
  });
});

describe('the last code for now', () => {
  const BUTTON = 'M’envoyer un autre code';
  test('offers no other that would be refused: it says by when, and where to ask for the same without a code', async () => {
    const { token } = await world.aReader();
    const ask = async () => (await world.post(token, { act: 'code', again: '1' })).body;
    for (const body of [await ask(), await ask()]) expect(body).toContain(BUTTON);
    for (const body of [await ask(), await ask()]) {
      expect(body).not.toContain(BUTTON);
      expect(body).not.toContain('puis demandez un autre code');
      // Once each, at the button's place or, of one too many, under the heading.
      for (const said of [
        'Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris).',
        'Pour demander un autre code plus tard, rouvrez cette page par le lien que vous avez reçu.',
      ])
        expect(body.split(said)).toHaveLength(2);
      expect(body).toContain('Toujours pas de code\u00a0? Dites à Maison Valmy, sans code, ce que vous voulez\u00a0:');
      expect(body).toContain('name="code"');
    }
  });

  test('is the same for an address that is held no more', async () => {
    const [held, gone] = [await world.aReader(), await world.aReader('email', false)];
    const third = async ({ token }: Reader) => {
      for (let times = 0; times < 2; times += 1) await world.post(token, { act: 'code' });
      return (await world.post(token, { act: 'code' })).body.replaceAll(
        /\/o\/[^"]+|Référence[^<]*|name="sheet" value="[^"]+"/g,
        '',
      );
    };
    expect(await third(held)).toBe(await third(gone));
  });
});

describe('what was written with a request', () => {
  const WORDS = 'Mon nom est Anne Roy, pas Anne Roi.\n<b>';
  const quoteIn = (body: string) => /<blockquote[^>]*>([^<]*)<\/blockquote>/.exec(body)?.[1];
  test('is given back once it is recorded, after what stops, and on no later page', async () => {
    const { token, pass } = await open(await world.aReader());
    const { body } = await world.post(token, { act: 'ask', kind: 'rectification', words: ` ${WORDS} `, pass });
    expect(quoteIn(body)).toBe('Mon nom est Anne Roy, pas Anne Roi.\n&lt;b&gt;');
    expect(body).toContain('Vous avez écrit\u00a0:');
    expect(body.indexOf('<blockquote')).toBeGreaterThan(body.indexOf('value="all"'));
    const next = await world.post(token, { act: 'stop', of: 'all', pass, words: WORDS });
    expect(quoteIn(next.body)).toBeUndefined();
  });

  test('is not said where nothing was written, or nothing is recorded', async () => {
    const { token, pass } = await open(await world.aReader());
    expect((await world.post(token, { act: 'ask', kind: 'access', pass })).body).not.toContain('Vous avez écrit');
    const refused = await world.post(token, { act: 'ask', kind: 'question', words: 'x\u0007', pass });
    expect([refused.statusCode, quoteIn(refused.body)]).toEqual([422, undefined]);
  });
});

describe('offers of partners', () => {
  test('are said to be sent by the advertiser, beside who has data, and not by the link alone', async () => {
    const SAID = 'C’est Maison Valmy qui vous envoie les offres de partenaires';
    const { body } = await open(await world.aReader());
    expect(body.indexOf(SAID)).toBeGreaterThan(body.indexOf('id="recipients"'));
    expect(body.indexOf(SAID)).toBeLessThan(body.indexOf('id="ask"'));
    expect((await world.get((await world.aReader()).token)).body).not.toContain(SAID);
  });
});

test('every link that leaves the page opens beside it and says so: nobody loses an open page by it', async () => {
  const { token, pass, body } = await open(await world.aReader());
  const pages = [body, (await world.post(token, { act: 'stop', of: 'all', pass })).body, (await world.get(token)).body];
  for (const page of pages) {
    const out = [...page.matchAll(/<a href="https?:[^>]*>[^<]*<\/a>/g)].map(([link]) => link);
    expect(out.length).toBeGreaterThan(0);
    for (const link of out) expect(link).toMatch(/ target="_blank" rel="noreferrer">[^<]* \(nouvel onglet\)<\/a>$/);
  }
});
