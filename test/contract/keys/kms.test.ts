import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCall } from '#local/aws/call.ts';
import { createFaults, faultAnswer } from '#local/aws/faults.ts';
import { keyAsked } from '#local/aws/iam/accesses.ts';
import { createKmsService, makeKeyMaterial } from '#local/aws/kms.ts';
import type { Model } from '#local/template/model.ts';
import { makeByKms, openByKms } from '#shared/adapters/crypto/kms.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { isKeyAway } from '#shared/domain/unreadable.ts';

const KEYS = ['first', 'other'].map((name) => ({ name, arn: `arn:aws:kms:eu-west-3:000000000000:key/${name}` }));
const model = {
  ofType: () => KEYS,
  find: (id: string) => KEYS.find(({ name, arn }) => id === name || id === arn),
} as unknown as Model;
const [FIRST, SECOND] = ['maison-valmy' as AdvertiserId, 'autre-maison' as AdvertiserId];
const KEY_ARN = KEYS[0]?.arn ?? '';

/** The emulator behind a port, as the unmodified SDK meets it. */
const faults = createFaults();
const service = createKmsService(model, makeKeyMaterial(model));
const server = createServer(async (request, response) => {
  const call = await readCall(request);
  if (call === undefined) return void response.writeHead(403).end();
  const fault = faults.take(call);
  if (fault === 'never-answer') return;
  const answer = fault === undefined || fault === 'accept-and-drop' ? await service(call) : faultAnswer(call, fault);
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
let client: KMSClient;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'role', secretAccessKey: 'secret' };
  client = new KMSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-3', credentials, maxAttempts: 1 });
});
afterAll(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => faults.clear());

const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );
const open = (advertiserId: AdvertiserId, encrypted: Uint8Array, stage = 'dev') =>
  openByKms(client, stage)(advertiserId, encrypted);
const make = (keyArn = KEY_ARN) => makeByKms(client, 'dev', keyArn)(FIRST);

test('makes 256 random bits, and opens them for their advertiser at their stage alone', async () => {
  const [one, another] = await Promise.all([make(), make()]);
  expect([one.key.length, Buffer.from(one.key).equals(Buffer.from(another.key))]).toEqual([32, false]);
  expect(Buffer.from(one.encrypted).includes(Buffer.from(one.key))).toBe(false);
  expect(Buffer.from(await open(FIRST, one.encrypted))).toEqual(Buffer.from(one.key));
  const changed = Buffer.from(one.encrypted);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const asked of [
    open(SECOND, one.encrypted),
    open(FIRST, one.encrypted, 'production'),
    open(FIRST, changed),
    open(FIRST, Buffer.from('none of KMS')),
  ]) {
    const failure = await failureOf(asked);
    expect([failure, isRetryable(failure), isKeyAway(failure)]).toMatchObject([
      { code: 'stored-unreadable' },
      true,
      false,
    ]);
  }
});

test('every failure of KMS is one to try again', async () => {
  const { encrypted } = await make();
  for (const fault of ['throttle', 'reject', 'server-error', 'unreadable'] as const)
    for (const asked of [() => open(FIRST, encrypted), () => make()]) {
      faults.next('kms', fault);
      const failure = await failureOf(asked());
      expect([fault, failure, isRetryable(failure), isKeyAway(failure)]).toMatchObject([
        ...[fault, { code: 'stored-unreadable' }, true, true],
      ]);
    }
  expect(await failureOf(make('arn:aws:kms:eu-west-3:000000000000:key/gone'))).toMatchObject({
    code: 'stored-unreadable',
  });
  // And nobody is refused once it is back.
  await open(FIRST, encrypted);
});

test('what is no key of 256 bits is not taken for one', async () => {
  const context = { advertiser: FIRST, stage: 'dev' };
  const short = await client.send(
    new EncryptCommand({ KeyId: KEY_ARN, Plaintext: Buffer.alloc(16, 1), EncryptionContext: context }),
  );
  expect(await failureOf(open(FIRST, short.CiphertextBlob ?? new Uint8Array()))).toMatchObject({
    code: 'stored-unreadable',
  });
});

test('the emulator opens with the key that the bytes name, whatever the order of the words, and with no other', async () => {
  const sealed = await client.send(
    new EncryptCommand({ KeyId: 'other', Plaintext: Buffer.from('a text'), EncryptionContext: { a: '1', b: '2' } }),
  );
  const decrypt = (EncryptionContext: Record<string, string>, KeyId?: string) =>
    client.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext, KeyId }));
  const opened = await decrypt({ b: '2', a: '1' });
  expect([opened.KeyId, Buffer.from(opened.Plaintext ?? []).toString()]).toEqual([KEYS[1]?.arn, 'a text']);
  expect(await failureOf(decrypt({ a: '1' }))).toMatchObject({ name: 'InvalidCiphertextException' });
  expect(await failureOf(decrypt({ a: '1', b: '2' }, 'first'))).toMatchObject({ name: 'IncorrectKeyException' });
  const input = { CiphertextBlob: Buffer.from(sealed.CiphertextBlob ?? []).toString('base64') };
  expect(keyAsked({ input }, model)).toBe(KEYS[1]?.arn);
});
