import { expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { createEmailService } from '#local/aws/mail/email.ts';
import type { Tenants } from '#local/aws/mail/email-tenants.ts';

/** The local SES, and the addresses that it took mail for. */
const ses = (isInSandbox: boolean) => {
  const taken: string[] = [];
  const service = createEmailService({
    forward: async () => ({ status: 200, headers: {}, body: '{"MessageId":"one"}' }),
    now: () => '2026-11-24T10:00:00.000Z',
    onMail: ({ to }) => void taken.push(to),
    onTaken: () => true,
    tenants: { refusal: () => undefined } as unknown as Tenants,
    configurationSets: [],
    isInSandbox,
  });
  const ask = async (operation: string, input: object) => {
    const body = JSON.stringify(input);
    const call = { service: 'sesv2', operation, input: JSON.parse(body), body, headers: {} };
    const { status, body: answered } = await service(call as unknown as AwsCall);
    return { status, body: String(answered) };
  };
  const send = (to: string) =>
    ask('SendEmail', { Destination: { ToAddresses: [to] }, Content: { Simple: { Subject: { Data: 'x' } } } });
  return { taken, send, account: () => ask('GetAccount', {}) };
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
