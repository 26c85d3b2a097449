import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ADVERTISER, must, type World } from './world.ts';

/** What an API says by itself: everything that our own answers say, of which one is beside it. */
export const atTheDoor = async ({ stack }: World): Promise<void> => {
  const key = { authorization: `Bearer ${stack.rootKey}` };
  const ours = await fetch(`${stack.applicationUrl}/v1/messages/none?advertiserId=none`, { headers: key });
  const asked: readonly (readonly [string, number, RequestInit])[] = [
    ['/v1/nothing', 404, { headers: key }],
    ['/v1/messages', 401, {}],
    ['/v1/messages', 401, { headers: { authorization: 'Bearer none' } }],
    ['/v1/messages', 413, { method: 'POST', headers: key, body: 'x'.repeat(11 * 1024 * 1024) }],
  ];
  const names = [
    'cache-control',
    'referrer-policy',
    'strict-transport-security',
    'x-content-type-options',
    'x-correlation-id',
  ];
  for (const [path, status, init] of asked) {
    const answer = await fetch(`${stack.applicationUrl}${path}`, init);
    const problem = (await answer.json()) as { status?: unknown; code?: unknown };
    must(answer.status === status && problem.status === status, `${path}: ${answer.status} instead of ${status}`);
    must(answer.headers.get('content-type') === ours.headers.get('content-type'), `${path} is answered no problem`);
    for (const name of names)
      must(answer.headers.has(name) === ours.headers.has(name), `${path} is answered without ${name}`);
  }
  const page = await fetch(`${stack.publicUrl}/nothing`);
  must(page.status === 404 && /text\/html/.test(page.headers.get('content-type') ?? ''), `no page: ${page.status}`);
};

export const revoked = async ({ stack, api }: World): Promise<void> => {
  const made = await api.post('/v1/api-keys', {
    ...{ name: 'shop', scopes: ['messages:read'], advertisers: [ADVERTISER] },
  });
  const read = async () =>
    (
      await fetch(`${stack.applicationUrl}/v1/messages?advertiserId=${ADVERTISER}`, {
        headers: { authorization: `Bearer ${made.key}` },
      })
    ).status;
  must((await read()) === 200, 'a new key opens nothing');
  await fetch(`${stack.applicationUrl}/v1/api-keys/${made.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${stack.rootKey}` },
  });
  await stack.clock.advance(61);
  const status = await read();
  must(status === 401, `a revoked key, a minute later: ${status}`);
};

/** What `npm run aval` looks up of a deployment: its address, and the secret of its root key. */
export const lookedUp = async ({ stack }: World): Promise<void> => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const ssm = new SSMClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const published = async (name: string) =>
    (await ssm.send(new GetParameterCommand({ Name: `/aval/local/${name}` }))).Parameter?.Value ?? '';
  must((await published('application-url')).startsWith('https://'), 'the address of the API is not published');
  must(stack.secretOf(await published('root-key-secret-arn')) !== undefined, 'the root key is not published');
  ssm.destroy();
};
