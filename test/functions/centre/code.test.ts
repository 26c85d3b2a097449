import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

const ask = (token: string) => world.post(token, { act: 'code' });
const type = async (token: string, code: string) => (await world.post(token, { act: 'open', code })).body;
const isOpen = (body: string) => passIn(body) !== '';
/** A code of six digits that is not this one, and differs in its last digit alone. */
const not = (code: string) => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`;

const aCode = async (channel: 'email' | 'sms' = 'email') => {
  const reader = await world.aReader(channel);
  const response = await ask(reader.token);
  expect(response.statusCode).toBe(200);
  return { ...reader, code: world.codeSent(), page: response.body };
};

describe('a code that is asked for', () => {
  test('is sent to the address itself by mail, from the advertiser, and is nowhere else', async () => {
    const { address, code, page } = await aCode();
    expect(world.sent.at(-1)).toMatchObject({ to: address, from: 'bonjour@maison-valmy.example' });
    expect(code).toMatch(/^\d{6}$/);
    expect(page).not.toContain(code);
    expect(page).not.toContain(address);
    expect(JSON.stringify(await world.stored())).not.toContain(code);
  });

  test('is sent by SMS to who got an SMS, in one text', async () => {
    const { address } = await aCode('sms');
    expect(world.sent.at(-1)).toMatchObject({ to: address, from: 'MAISONVALMY' });
    expect(world.sent.at(-1)?.text).toMatch(/^Maison Valmy : votre code est \d{6}, valable 10 minutes/);
  });

  test('is of the contact that the address is stored as now, so that what is answered to it opposes that one', async () => {
    const { token } = await world.aReader('sms');
    const { addressOfLink: own } = world.ports;
    const renamed = `v2n1.${'b'.repeat(43)}` as ContactId;
    const addressOfLink: typeof own = {
      of: async (access, link) => {
        const { standing, ...found } = await own.of(access, link);
        return { ...found, standing: standing && { ...standing, contactId: renamed } };
      },
    };
    await world.post(token, { act: 'code' }, { addressOfLink });
    expect(world.sent.at(-1)?.tags.contactId).toBe(renamed);
  });

  test('opens once, for spaces and hyphens as for none', async () => {
    const { token, code } = await aCode();
    expect(isOpen(await type(token, `${code.slice(0, 3)} ${code.slice(3)}`))).toBe(true);
    expect(isOpen(await type(token, code))).toBe(false);
  });

  test('that cannot be followed by the page opens it once it can', async () => {
    const { token, code } = await aCode();
    const addressOfLink = { of: () => Promise.reject(dependencyUnavailable('The store of contacts')) };
    expect((await world.post(token, { act: 'open', code }, { addressOfLink })).statusCode).toBe(503);
    expect(isOpen(await type(token, code))).toBe(true);
    expect(isOpen(await type(token, code))).toBe(false);
  });

  test('opens at nine minutes and 59 seconds, and no more at ten minutes', async () => {
    const [early, late] = [await aCode(), await aCode()];
    world.forward(599);
    expect(isOpen(await type(early.token, early.code))).toBe(true);
    world.forward(1);
    expect(isOpen(await type(late.token, late.code))).toBe(false);
  });

  test.each([
    ['but for its last digit', not],
    ['but for its first digit', (code: string) => `${(Number(code[0]) + 1) % 10}${code.slice(1)}`],
    ['in part', (code: string) => code.slice(0, 3)],
    ['and a digit more', (code: string) => `${code}0`],
    ['with nothing', () => ''],
  ])('does not open %s', async (_, change) => {
    const { token, code } = await aCode();
    const body = await type(token, change(code));
    expect(isOpen(body)).toBe(false);
    expect(body).toContain('Ce code ne marche pas');
    expect(isOpen(await type(token, code))).toBe(true);
  });

  test('no longer counts after five wrong ones, even for who has it', async () => {
    const { token, code } = await aCode();
    for (let tries = 0; tries < 5; tries += 1) expect(isOpen(await type(token, not(code)))).toBe(false);
    const body = await type(token, code);
    expect(isOpen(body)).toBe(false);
    expect(body).toContain('Ce code ne marche pas');
  });

  test('is of one contact: it opens no other one', async () => {
    const [one, other] = [await aCode(), await aCode()];
    expect(isOpen(await type(other.token, one.code))).toBe(one.code === other.code);
  });

  test('is replaced by the next one', async () => {
    const { token, code } = await aCode();
    await ask(token);
    if (world.codeSent() !== code) expect(isOpen(await type(token, code))).toBe(false);
    expect(isOpen(await type(token, world.codeSent()))).toBe(true);
  });
});

describe('how often', () => {
  test('three codes an hour and six a day, and the rest is answered without one', async () => {
    const { token, address } = await world.aReader();
    const mine = () => world.sent.filter(({ to }) => to === address).length;
    for (let asked = 0; asked < 5; asked += 1) await ask(token);
    expect(mine()).toBe(3);
    expect((await ask(token)).body).toContain(
      'Vous pourrez demander un autre code à 12\u00a0h\u00a000 (heure de Paris).',
    );
    world.forward(3600);
    for (let asked = 0; asked < 5; asked += 1) await ask(token);
    expect(mine()).toBe(6);
    world.forward(3600);
    await ask(token);
    expect(mine()).toBe(6);
    world.forward(22 * 3600);
    await ask(token);
    expect(mine()).toBe(7);
  });

  test('one that the provider did not take does not count, and whoever asked is informed', async () => {
    const { token, address } = await world.aReader();
    const refused = { answer: 'not-taken', retryable: true, cause: 'throttled' } as const;
    world.answers.push(refused, refused, refused, refused);
    for (let asked = 0; asked < 4; asked += 1) {
      const { statusCode, body } = await ask(token);
      expect([statusCode, body.includes('value="code"')]).toEqual([503, true]);
    }
    expect((await ask(token)).statusCode).toBe(200);
    expect(world.sent.filter(({ to }) => to === address)).toHaveLength(1);
    expect(isOpen(await type(token, world.codeSent()))).toBe(true);
  });

  test('one that no provider will take counts, and whoever asked learns no more; who opted out there opposes', async () => {
    const { token, contactId } = await world.aReader();
    const never = (cause: string) => ({ answer: 'not-taken', retryable: false, cause }) as const;
    world.answers.push(never('rejected:MessageRejected'), never(OPTED_OUT));
    const before = world.sent.length;
    expect([(await ask(token)).statusCode, (await ask(token)).statusCode]).toEqual([200, 200]);
    const { oppositions } = (await world.ledger.readStanding(world.access, contactId)) ?? {};
    expect(oppositions).toMatchObject([{ via: 'provider-complaint', of: { scope: 'channel' } }]);
    // Both counted: of three an hour one is left.
    for (let asked = 0; asked < 3; asked += 1) await ask(token);
    expect(world.sent.length - before).toBe(1);
  });

  test('one whose answer was lost counts, and opens: it may have arrived', async () => {
    const { token } = await world.aReader();
    world.answers.push({ answer: 'unknown', cause: 'reset' });
    expect((await ask(token)).statusCode).toBe(200);
    expect(isOpen(await type(token, world.codeSent()))).toBe(true);
  });

  test('whoever asks does not learn whether the address is held', async () => {
    const [known, unknown] = [await world.aReader(), await world.aReader('email', false)];
    const bodyOf = async ({ token }: { token: string }) =>
      (await ask(token)).body
        .replaceAll(token, 'TOKEN')
        .replaceAll(/Référence[^<]*/g, '')
        .replace(/name="sheet" value="[^"]+"/, '');
    for (let asked = 0; asked < 4; asked += 1) expect(await bodyOf(unknown)).toBe(await bodyOf(known));
    expect(world.sent.some(({ to }) => to === unknown.address)).toBe(false);
  });
});

describe('P9: many at once', () => {
  test('fifty guesses of one code are five tries', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { token, contactId, code } = await aCode();
      let tries = 0;
      const codes = {
        ...world.codes,
        takeTry: async (...asked: Parameters<typeof world.codes.takeTry>) => {
          const hash = await world.codes.takeTry(...asked);
          if (hash !== undefined) tries += 1;
          return hash;
        },
      };
      const guesses = Array.from({ length: 50 }, () => world.post(token, { act: 'open', code: not(code) }, { codes }));
      await Promise.all(guesses);
      expect(tries).toBe(5);
      const item = (await world.stored()).find(({ pk }) => pk === `CODE#${world.access.advertiserId}#${contactId}`);
      expect(item?.tries).toBe(5);
      expect(isOpen(await type(token, code))).toBe(false);
    }
  });

  test('fifty who type the right code are one who opens', async () => {
    const { token, code } = await aCode();
    const bodies = await Promise.all(Array.from({ length: 50 }, () => type(token, code)));
    expect(bodies.filter(isOpen)).toHaveLength(1);
  });

  test('twenty who ask for a code get three', async () => {
    const { token, address } = await world.aReader();
    await Promise.all(Array.from({ length: 20 }, () => ask(token)));
    expect(world.sent.filter(({ to }) => to === address)).toHaveLength(3);
  });
});
