import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

const ANOTHER = 'M’envoyer un autre code';
const DEAD = 'Un code reçu auparavant ne marche plus.';
const LAST = 'Seul le dernier code reçu marche, s’il a moins de 10 minutes et n’a pas encore servi.';
const NEXT = 'Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris).';

const fieldIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
const pressing = (token: string) => async () => (await world.post(token, { act: 'code', again: '1' })).body;
/** Another code than the one that was sent. */
const wrong = (): string => (world.codeSent() === '000000' ? '000001' : '000000');
const open = async () => {
  const reader = await world.aReader();
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  return { ...reader, body, pass: passIn(body) };
};

describe('a wrong code', () => {
  test('typed where no other may be asked for offers none: what that page said of it comes back with the form', async () => {
    const { token } = await world.aReader();
    const press = pressing(token);
    await press();
    await press();
    for (const page of [await press(), await press()]) {
      const form = { act: 'open', code: wrong(), next: fieldIn(page, 'next') };
      const { body, statusCode } = await world.post(token, form);
      expect([statusCode, body.includes(ANOTHER), body.split(NEXT).length]).toEqual([200, false, 2]);
      expect(body).toContain('Ce code ne marche pas\u00a0: prenez celui du dernier message.<');
      // The next wrong one says the same.
      expect(fieldIn(body, 'next')).toBe(fieldIn(page, 'next'));
    }
  });

  test('offers another one where the page said of none, once that hour is over, and whatever else a form says of it', async () => {
    onTestFinished(() => world.clock.set(NOW));
    const { token } = await world.aReader();
    const press = pressing(token);
    const first = await press();
    expect(fieldIn(first, 'next')).toBe('');
    const typed = async (next: string) => (await world.post(token, { act: 'open', code: wrong(), next })).body;
    for (const next of ['', 'soon', '2099-01-01T00:00:00.000Z', NOW])
      expect([next, (await typed(next)).includes(ANOTHER)]).toEqual([next, true]);
    await press();
    const last = await press();
    const next = fieldIn(last, 'next');
    expect((await typed(next)).includes(ANOTHER)).toBe(false);
    world.clock.set(next as typeof NOW);
    expect((await typed(next)).includes(ANOTHER)).toBe(true);
  });

  test('reads nothing that is stored of the codes: by the link alone it says what its own form says', async () => {
    const { token } = await world.aReader();
    for (let times = 0; times < 3; times += 1) await pressing(token)();
    // Who has the link alone types without the page of who asked.
    expect((await world.post(token, { act: 'open', code: wrong() })).body).toContain(ANOTHER);
  });
});

describe('the last code', () => {
  test('is said to work still where no other is sent, over the field, and never that it is dead', async () => {
    const { token } = await world.aReader();
    const press = pressing(token);
    for (let times = 0; times < 3; times += 1) expect(await press()).toContain(DEAD);
    const tooMany = await press();
    expect(tooMany).not.toContain(DEAD);
    expect(tooMany).toContain('<label for="code">Le dernier code reçu</label>');
    expect(tooMany).toContain(LAST);
    const opened = await world.post(token, { act: 'open', code: world.codeSent() });
    expect(passIn(opened.body)).not.toBe('');
  });

  test('nor where who comes back has one already', async () => {
    const { body } = await world.post((await world.aReader()).token, { act: 'have' });
    expect([body.includes(DEAD), body.includes(LAST)]).toEqual([false, true]);
  });
});

describe('how many codes there are', () => {
  test('is said before the first, and on the open page, which needs another one once it was left', async () => {
    const { token, body } = await open();
    expect((await world.get(token)).body).toContain(
      'Au plus 3 codes par heure, et 6 par jour\u00a0: faites tout en une fois',
    );
    expect(body).toContain('si vous la quittez, il faudra un nouveau code (au plus 3 par heure, 6 par jour).');
    // As it is.
    expect((await world.get(token)).body).toContain('M’envoyer un code');
  });
});

describe('asking without a code', () => {
  const part = (body: string) => body.slice(body.indexOf('<h2>Sans code</h2>'), body.indexOf('</section>'));
  test('is a part with a heading: the address written out, whence one writes, the reference, and when the answer comes', async () => {
    const { body } = await world.post((await world.aReader()).token, { act: 'code' });
    const reference = /Référence du message\u00a0: ([0-9A-Z-]+)/.exec(body)?.[1] ?? expect.unreachable();
    for (const said of [
      'ou savoir à qui elles ont été transmises.',
      'Écrire un e‑mail à contact@maison-valmy.example (ouvre votre messagerie)',
      `Écrivez depuis l’adresse qui a reçu le message, et indiquez sa référence. Référence du message\u00a0: ${reference}<`,
      'Maison Valmy vous répond dans un délai d’un mois.',
    ])
      expect(part(body)).toContain(said);
  });

  test('names the number where a text was received', async () => {
    const { body } = await world.post((await world.aReader('sms')).token, { act: 'code' });
    expect(part(body)).toContain(
      'Indiquez le numéro qui a reçu le message, et la référence de ce message. Référence du message',
    );
  });
});

test('below the address it says that others may be recorded, and that a copy names them', async () => {
  const { body } = await open();
  expect(body).toContain(
    'D’autres adresses ou numéros peuvent être enregistrés comme les vôtres\u00a0: une copie de vos données les indique. <a href="#ask">Demander une copie de mes données</a>',
  );
});

describe('after a request for erasure', () => {
  const ERASED =
    'sera effacé, sauf ce que la loi permet de garder, comme votre refus de la publicité ou une facture\u00a0: la réponse vous dira quoi.';
  const DUE =
    /Votre demande est enregistrée\u00a0: Effacement de vos données\. Vous aurez une réponse au plus tard le [^<]+\.<\/strong>/;
  test('its day is right behind what was done, before the buttons, and what will be erased is said', async () => {
    const { token, pass } = await open();
    const { body } = await world.post(token, { act: 'ask', kind: 'erasure', pass });
    expect(body).toMatch(DUE);
    expect(body.search(DUE)).toBeLessThan(body.indexOf('value="channel"'));
    expect(body).toContain(ERASED);
    expect(body).toContain('Si vous aviez demandé une copie, vous la recevrez aussi.');
    expect(world.sent.at(-1)?.text).toContain(ERASED);
  });

  test('before it a copy is said to be asked for first', async () => {
    expect((await open()).body).toContain(
      'Vous pouvez d’abord demander une copie\u00a0: vous la recevrez malgré l’effacement.',
    );
  });
});
