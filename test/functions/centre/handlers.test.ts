import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordRequest } from '#shared/app/rights/record-request.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { idInLink, markOf } from '#shared/domain/rights/identity-link.ts';
import { type ProviderStub, startProviderStub } from '#test/support/providers.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { started } from '../support/cold-start.ts';
import { publicEnvironment, publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
let stub: ProviderStub;
let secrets: { stop(): Promise<void> };

beforeAll(async () => {
  [world, stub] = await Promise.all([startCentreWorld(), startProviderStub()]);
  secrets = await publicEnvironment(world.table.tableName);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SESV2: stub.url,
    AWS_ENDPOINT_URL_SNS: stub.url,
    SES_CONFIGURATION_SETS: 'aval-test-300s',
  });
});
afterAll(async () => {
  world.close();
  await stub.close();
  await secrets.stop();
});

const get = async (token: string, method: 'GET' | 'HEAD') => {
  const { handler } = await started<typeof import('#functions/public/show-preference-centre.ts')>(
    'public/show-preference-centre',
  );
  const asked = publicEvent(method, `/p/${token}`, { pathParameters: { token } });
  return askedBy('show-preference-centre', () => handler(asked, WITH_TIME));
};
const post = async (token: string, fields: Readonly<Record<string, string>>) => {
  const { handler } =
    await started<typeof import('#functions/public/use-preference-centre.ts')>('public/use-preference-centre');
  const asked = publicEvent('POST', `/p/${token}`, { pathParameters: { token }, ...typedForm(fields) });
  return askedBy('use-preference-centre', () => handler(asked, WITH_TIME));
};

test.each(['GET', 'HEAD'] as const)('%s, as it is deployed, writes nothing and sends nothing', async (method) => {
  const { token } = await world.aReader();
  const before = await world.stored();
  const { statusCode, body } = await get(token, method);
  expect([statusCode, body === '']).toEqual([200, method === 'HEAD']);
  expect(await world.stored()).toEqual(before);
  expect(stub.taken).toEqual([]);
});

test.each(['email', 'sms'] as const)(
  'POST, as it is deployed: a code by %s, what is held, a stop and a request',
  async (channel) => {
    const { token, address, contactId } = await world.aReader(channel);
    expect((await post(token, { act: 'code' })).statusCode).toBe(200);
    const sent = stub.taken.find(({ to }) => to === address);
    const code = /\b\d{6}\b/.exec(JSON.stringify(sent?.request).replaceAll('+', ' '))?.[0] ?? '';
    const opened = await post(token, { act: 'open', code });
    const pass = passIn(opened.body);
    expect(pass).not.toBe('');
    const of = `purpose:partner-offers:${channel}`;
    expect((await post(token, { act: 'stop', pass, of })).statusCode).toBe(200);
    expect((await post(token, { act: 'ask', pass, kind: 'restriction' })).statusCode).toBe(200);
    const standing = await world.ledger.readStanding(world.access, contactId);
    expect(standing?.oppositions).toMatchObject([{ of: { scope: 'purpose' }, via: 'preference-page' }]);
    expect(standing?.restrictions).toHaveLength(1);
  },
);

test('POST, as it is deployed: what came by letter is confirmed by its button', async () => {
  const { address, contactId } = await world.aReader();
  const { request } = await recordRequest(world.ports, {
    ...{ access: world.access, kind: 'rectification', via: 'letter', by: 'person' },
    address: { kind: 'email', value: address },
    actor: { by: 'api-key', apiKeyId: 'root' },
    request: { requestId: sha256Of('a letter'), bodySha256: sha256Of('a letter') },
  });
  const { advertiserId } = world.access;
  const messageId = idInLink(request.id);
  const token = world.tokens.mint({ advertiserId, contactId, messageId, channel: 'email', purpose: 'own-offers' });
  await post(token, { act: 'code' });
  const sent = stub.taken.findLast(({ to }) => to === address);
  const code = /\b\d{6}\b/.exec(JSON.stringify(sent?.request))?.[0] ?? '';
  const pass = passIn((await post(token, { act: 'open', code })).body);
  expect((await post(token, { act: 'mine', pass, of: markOf(request.id) })).statusCode).toBe(200);
  const stored = await world.requests.get(world.access, request.id);
  expect(stored?.request).toMatchObject({ identity: 'code', revision: 2 });
});

test('a reason, as it is deployed, is one line of the log: of the advertiser, and of nobody', async () => {
  const { token, contactId, address, messageId } = await world.aReader();
  const lines: string[] = [];
  const info = vi.spyOn(console, 'info').mockImplementation((line) => void lines.push(String(line)));
  const { statusCode } = await post(token, { act: 'reason', reason: 'never-asked' });
  info.mockRestore();
  expect(statusCode).toBe(200);
  const [given, ...more] = lines.filter((line) => line.includes('reason-given'));
  expect(JSON.parse(given ?? '')).toEqual({
    ...{ level: 'info', event: 'reason-given' },
    ...{ advertiserId: world.access.advertiserId, reason: 'never-asked' },
  });
  expect(more).toEqual([]);
  for (const whose of [token, contactId, address, messageId]) expect(lines.join()).not.toContain(whose);
});
