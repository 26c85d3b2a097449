import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import { readPosted, readPushed } from '#functions/wiring/providers/account-replies.ts';
import { externalReports, providerVouching } from '#functions/wiring/providers/vouching.ts';
import { type Serving, serving } from '#test/support/http/serving.ts';

/** Who must have signed a report follows from whose words it is in, and from the settings. One secret holds what each is judged by. */
const CODES = { vonage: 'v'.repeat(32), spotHit: 'h'.repeat(32) };
const SECRET = {
  key1: 'a'.repeat(64),
  vonage: { privateKey: 'pem', signatureSecret: 's'.repeat(32), urlCode: CODES.vonage },
  spotHit: { urlCode: CODES.spotHit },
};
const COMMON = { channels: [], answers: [], requestsPerSecond: 1 };
const HTTPS = { name: 'https', url: 'https://p.example/', signedBy: 'hmac', mediaBytes: 1, ...COMMON };
const VONAGE = { name: 'vonage', url: 'https://v.example', applicationId: 'app-1', ...COMMON };
const SPOT_HIT = { name: 'spot-hit', url: 'https://h.example', mediaBytes: 1, ...COMMON };
const SMSMODE = { name: 'smsmode', url: 'https://s.example', ...COMMON };

let server: Serving;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 });
  server = await serving((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ SecretString: JSON.stringify(SECRET) }));
  });
  const aws = { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  for (const [name, value] of Object.entries({ ...aws, AWS_ENDPOINT_URL: server.url })) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await server.close();
});

const body = Buffer.from('{"conversation_uuid":"CON-1","dtmf":{"digits":"9"}}');
const NOW = 1_795_518_000;
const byHmac = () => {
  const time = String(NOW);
  const mac = createHmac('sha256', SECRET.key1).update(`${time}.`).update(body).digest('hex');
  return { 'aval-timestamp': time, 'aval-signature': `key1=${mac}` };
};
const byToken = (secret: string) => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload_hash = createHash('sha256').update(body).digest('hex');
  const signed = `${part({ alg: 'HS256' })}.${part({ iat: NOW, payload_hash, application_id: 'app-1' })}`;
  return { authorization: `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}` };
};
const vouched = (routes: readonly object[], headers: Record<string, string>, by?: string) => {
  const stated = routes.length === 0 ? 'none' : JSON.stringify({ routes });
  return providerVouching({ PROVIDER_ROUTE: stated, PROVIDER_SECRET_ID: 'provider' })({ headers, body }, by);
};

describe('who vouches for a report', () => {
  const { signatureSecret } = SECRET.vonage;
  const ALL = [HTTPS, VONAGE, SMSMODE, SPOT_HIT];

  test('is whose words it is in, each by what it signs with', async () => {
    expect(await vouched(ALL, byHmac())).toBe('signed');
    expect(await vouched(ALL, byToken(signatureSecret), 'vonage')).toBe('signed');
  });

  test('is not another provider of the same deployment', async () => {
    expect(await vouched(ALL, byHmac(), 'vonage')).toBe('refused');
    expect(await vouched(ALL, byToken(signatureSecret))).toBe('refused');
    expect(await vouched(ALL, byToken(SECRET.key1), 'vonage')).toBe('refused');
  });

  test('is nobody for what is said of routes to be signed by nobody, and somebody for all others', async () => {
    const unsigned = new Set<string>(CAPABILITIES.filter(({ answers }) => !answers.isSigned).map(({ route }) => route));
    expect([...unsigned].filter((route) => !ALL.some(({ name }) => name === route))).toEqual([]);
    for (const { name } of ALL)
      expect([name, await vouched(ALL, {}, name)]).toEqual([name, unsigned.has(name) ? 'unsigned' : 'refused']);
  });

  test('is nobody where nobody signs, and where the provider was taken out of the settings', async () => {
    for (const by of ['smsmode', 'spot-hit']) expect(await vouched(ALL, byToken(signatureSecret), by)).toBe('unsigned');
    expect(await vouched([{ ...HTTPS, signedBy: 'none' }], byHmac())).toBe('unsigned');
    expect(await vouched([HTTPS], byToken(signatureSecret), 'vonage')).toBe('nobody');
    for (const by of ['smsmode', 'spot-hit']) expect(await vouched([HTTPS], byHmac(), by)).toBe('nobody');
    expect(await vouched([], byHmac())).toBe('nobody');
  });
});

describe('what comes to the URL of an account', () => {
  const said = Buffer.from(JSON.stringify({ message_uuid: 'u', from: '33612345678', to: '36105', text: 'STOP' }));
  const signedBy = (secret: string) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload_hash = createHash('sha256').update(said).digest('hex');
    const signed = `${part({ alg: 'HS256' })}.${part({ iat: NOW, payload_hash, application_id: 'app-1' })}`;
    return { authorization: `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}` };
  };
  const posted = (code: string, routes: readonly object[], secret: string) => {
    const stated = routes.length === 0 ? 'none' : JSON.stringify({ routes });
    const read = readPosted({ PROVIDER_ROUTE: stated, PROVIDER_SECRET_ID: 'provider' });
    return read(code, { headers: signedBy(secret), body: said });
  };
  const pushed = (code: string) =>
    readPushed({ PROVIDER_SECRET_ID: 'provider' })(code, { query: { id: '7', numero: '0612345678' } });
  const { signatureSecret } = SECRET.vonage;

  test('is of the account whose code it names, by the way that its provider calls, and of nobody else', async () => {
    expect(await pushed(CODES.spotHit)).toMatchObject({ reply: { from: '+33612345678', text: 'STOP' } });
    expect(await posted(CODES.vonage, [VONAGE], signatureSecret)).toMatchObject({
      reply: { from: '+33612345678', replyCode: '36105' },
      isRefused: false,
    });
    expect(await pushed(CODES.vonage)).toBeUndefined();
    expect(await posted(CODES.spotHit, [VONAGE], signatureSecret)).toBeUndefined();
    for (const code of ['', 'x'.repeat(32)]) expect(await pushed(code)).toBeUndefined();
  });

  test('P2: is read whoever signed it, and refused where Vonage is in the settings and did not', async () => {
    expect(await posted(CODES.vonage, [VONAGE], 'f'.repeat(32))).toMatchObject({
      reply: { text: 'STOP' },
      isRefused: true,
    });
    expect(await posted(CODES.vonage, [], 'f'.repeat(32))).toMatchObject({
      reply: { text: 'STOP' },
      isRefused: false,
    });
  });
});

test('a report is read by its form, whatever the settings say', () => {
  const at = '2026-11-24T11:00:00.000Z' as never;
  const read = (said: object) => externalReports(said, 'hash', at)?.by;
  expect(read({ conversation_uuid: 'CON-1', status: 'answered' })).toBe('vonage');
  expect(read({ message_uuid: 'u', status: 'delivered' })).toBe('vonage');
  expect(read({ messageId: 'm', body: { text: 'STOP' } })).toBe('smsmode');
  expect(read({ kind: 'reply', eventId: 'e', text: 'STOP' })).toBeUndefined();
});
