import { expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { createEmailService } from '#local/aws/mail/email.ts';
import { createIdentities } from '#local/aws/mail/email-identities.ts';
import type { Tenants } from '#local/aws/mail/email-tenants.ts';

/** The local SES, and the addresses that it took mail for. */
const ses = (isInSandbox: boolean, verified: readonly string[] = ['maison.example']) => {
  const taken: string[] = [];
  const service = createEmailService({
    forward: async () => ({ status: 200, headers: {}, body: '{"MessageId":"one"}' }),
    now: () => '2026-11-24T10:00:00.000Z',
    onMail: ({ to }) => void taken.push(to),
    onTaken: () => true,
    tenants: { refusal: () => undefined } as unknown as Tenants,
    identities: createIdentities(verified),
    configurationSets: [],
    isInSandbox,
  });
  const ask = async (operation: string, input: object) => {
    const body = JSON.stringify(input);
    const call = { service: 'sesv2', operation, input: JSON.parse(body), body, headers: {} };
    const { status, body: answered } = await service(call as unknown as AwsCall);
    return { status, body: String(answered) };
  };
  const send = (to: string, from = 'news@maison.example') =>
    ask('SendEmail', {
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: { Data: 'x' } } },
    });
  const verify = (identity: string) => ask('CreateEmailIdentity', { EmailIdentity: identity });
  return { taken, send, verify, account: () => ask('GetAccount', {}) };
};

test('a new account writes to the simulator alone, and says so', async () => {
  const { taken, send, account } = ses(true);
  expect(await send('camille@example.fr')).toMatchObject({ status: 400 });
  expect((await send('camille@example.fr')).body).toContain('Email address is not verified');
  expect(await send('success+1@simulator.amazonses.com')).toMatchObject({ status: 200 });
  expect(taken).toEqual(['success+1@simulator.amazonses.com']);
  expect(JSON.parse((await account()).body).ProductionAccessEnabled).toBe(false);
});

test('any other account writes to everybody', async () => {
  const { taken, send, account } = ses(false);
  expect(await send('camille@example.fr')).toMatchObject({ status: 200 });
  expect(taken).toEqual(['camille@example.fr']);
  expect(JSON.parse((await account()).body).ProductionAccessEnabled).toBe(true);
});

test.each([
  ['its domain', 'news@maison.example', ['maison.example'], true],
  ['its domain, written otherwise', 'Maison <News@Maison.Example>', ['maison.example'], true],
  ['a domain above', 'news@mail.maison.example', ['maison.example'], true],
  ['the address', 'news@maison.example', ['news@maison.example'], true],
  ['another address of the domain', 'lettre@maison.example', ['news@maison.example'], false],
  ['a domain below', 'news@maison.example', ['mail.maison.example'], false],
  ['a domain that ends alike', 'news@autremaison.example', ['maison.example'], false],
  ['nobody', 'news@maison.example', [], false],
  ['an address in the name', 'news@maison.example <a@other.example>', ['maison.example'], false],
])('where SES has verified %s, mail of %s leaves as it does in an account', async (_, from, verified, isTaken) => {
  const { taken, send } = ses(false, verified);
  const { status, body } = await send('camille@example.fr', from);
  expect([status, taken.length]).toEqual(isTaken ? [200, 1] : [400, 0]);
  if (!isTaken) expect(body).toMatch(/MessageRejected|Email address is not verified.*EU-WEST-3: \S+@/);
});

test('an identity that is created while it runs is one from then on, and is created once', async () => {
  const { send, verify } = ses(false, []);
  expect(await send('camille@example.fr')).toMatchObject({ status: 400 });
  expect(await verify('maison.example')).toMatchObject({ status: 200 });
  expect(await send('camille@example.fr')).toMatchObject({ status: 200 });
  expect((await verify('maison.example')).body).toContain('already exist');
});
