import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { addStacks, newApp } from '#infra/deployment.ts';
import { deniedAnswer } from '#local/aws/answers.ts';
import { readCall } from '#local/aws/call.ts';
import { accessesOf } from '#local/aws/iam/accesses.ts';
import { isAllowed, statementsByRole } from '#local/aws/iam/policy.ts';
import { createKmsService, makeKeyMaterial } from '#local/aws/kms.ts';
import { textOf } from '#local/template/json.ts';
import { readModel } from '#local/template/model.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';

/** The stage `local`, with the KMS of the local stack: what a role of the template asks for is judged by its own policies. */
const folder = mkdtempSync(join(tmpdir(), 'aval-archive-'));
const app = newApp({ outdir: folder });
addStacks(app, configOf('local', undefined), emptyBundles());
app.synth();
const parameters = {
  PublicBaseUrl: 'http://localhost',
  ClockOffsetFile: '/dev/null',
  ProviderUrl: 'http://localhost:1',
};
const model = readModel(folder, { queueBase: 'http://localhost', parameters });
const statements = statementsByRole(model);
const kms = createKmsService(model, makeKeyMaterial(model));
const server = createServer(async (request, response) => {
  const call = await readCall(request);
  if (call === undefined) return void response.writeHead(403).end();
  const own = statements.get(call.caller) ?? [];
  const refused = accessesOf(call, model).find((access) => !isAllowed(own, access));
  const answer = refused ? deniedAnswer(call, refused.action, refused.resource) : await kms(call);
  response.writeHead(answer.status, answer.headers).end(answer.body);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const FUNCTIONS = model.ofType('AWS::Lambda::Function');
const KEY = model.ofType('AWS::KMS::Key').find(({ logicalId }) => logicalId.startsWith('ProofKey'))?.arn ?? '';
const EncryptionContext = { advertiser: 'maison-valmy', stage: 'local' };

/** What a function may do with the key of the archive, asked by the unmodified SDK with its own role. */
const clientOf = (role: string): KMSClient =>
  new KMSClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-3',
    credentials: { accessKeyId: role, secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
const roleOf = (name: string): string => {
  const arn = textOf(FUNCTIONS.find((each) => each.name === `aval-local-${name}`)?.properties.Role);
  return model.find(arn, 'AWS::IAM::Role')?.name ?? '';
};
const outcomeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: unknown) => (error as Error).name,
  );

const READERS = ['audit-hand-offs', 'run-job', 'show-sent-message', 'list-former-events'];

test('P7: what keeps proof has KMS make a key and cannot open it; what gives it to the person or shows it opens it; every sender is denied', async () => {
  expect([KEY, roleOf('project'), ...READERS.map(roleOf)].every((each) => each !== '')).toBe(true);
  const make = (name: string) =>
    clientOf(roleOf(name)).send(new GenerateDataKeyCommand({ KeyId: KEY, EncryptionContext, NumberOfBytes: 32 }));
  const { CiphertextBlob } = await make('project');
  const open = (name: string) => clientOf(roleOf(name)).send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  for (const keeper of ['project', 'expire']) {
    expect(await outcomeOf(make(keeper))).toBe('done');
    expect(await outcomeOf(open(keeper))).toBe('AccessDeniedException');
  }
  for (const name of READERS) {
    expect([name, await outcomeOf(open(name))]).toEqual([name, 'done']);
    expect([name, await outcomeOf(make(name))]).toEqual([name, 'AccessDeniedException']);
  }
  for (const name of [
    'send-message',
    'send-chunk',
    'test-template-version',
    'use-preference-centre',
    'apply-sms-reply',
  ]) {
    expect([name, roleOf(name) !== '']).toEqual([name, true]);
    expect([name, await outcomeOf(open(name))]).toEqual([name, 'AccessDeniedException']);
    expect([name, await outcomeOf(make(name))]).toEqual([name, 'AccessDeniedException']);
  }
  // Nor without the words, or with those of another stage, by who may open it.
  for (const words of [{}, { ...EncryptionContext, stage: 'production' }]) {
    const asked = clientOf(roleOf('run-job')).send(new DecryptCommand({ CiphertextBlob, EncryptionContext: words }));
    expect(await outcomeOf(asked)).toBe('AccessDeniedException');
  }
});
