import { expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import { isAllowed, statementsIn } from '#local/aws/iam/policy.ts';
import { deploymentOf } from '../deployment.ts';

const deployment = deploymentOf('dev', { senders: { email: [{ identity: 'example.fr' }] } });
const entries = Object.entries<FunctionEntry>(manifest);

/** The statements of the role of a function, with names of what another stack made as texts. */
const statementsFor = (name: string) =>
  deployment
    .policies()
    .filter(({ Properties }) => Properties.Roles[0].Ref.startsWith(`${name.replaceAll('-', '')}role`))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as readonly object[])
    .map((each) => {
      const { Resource } = each as { readonly Resource?: unknown };
      return { ...each, Resource: String(JSON.stringify(Resource)).includes('devkeyarn') ? 'the-key' : 'another' };
    });

/** What a call says of itself: no service of AWS stands between. */
const asking = (action: string, words: Readonly<Record<string, string>>) => ({
  action: `kms:${action}`,
  resource: 'the-key',
  context: {
    'kms:EncryptionContextKeys': Object.keys(words),
    ...Object.fromEntries(Object.entries(words).map(([name, word]) => [`kms:EncryptionContext:${name}`, [word]])),
  },
});
const OURS = { advertiser: 'maison-valmy', stage: 'dev' };

test.each(entries)('the customer key opens for %s itself with the words of an advertiser alone', (name, { grants }) => {
  const statements = statementsIn({ Statement: statementsFor(name) as never });
  const may = (action: string, words: Readonly<Record<string, string>>) => isAllowed(statements, asking(action, words));
  const [opens, makes] = [grants.includes('advertiser-keys:open'), grants.includes('advertiser-keys:make')];
  expect([may('Decrypt', OURS), may('GenerateDataKey', OURS)]).toEqual([opens, makes]);
  for (const action of ['Decrypt', 'GenerateDataKey'])
    for (const words of [
      {},
      { stage: 'dev' },
      { advertiser: 'maison-valmy' },
      { ...OURS, stage: 'production' },
      { ...OURS, more: '1' },
      // As DynamoDB, S3 and Secrets Manager encrypt.
      { 'aws:dynamodb:tableName': 'table', 'aws:dynamodb:subscriberId': '1' },
      { 'aws:s3:arn': 'arn:aws:s3:::bucket' },
      { SecretARN: 'arn', SecretVersionId: '1' },
    ])
      expect([words, may(action, words)]).toEqual([words, false]);
  for (const action of ['Encrypt', 'ReEncryptFrom', 'CreateGrant', 'ScheduleKeyDeletion'])
    expect([action, may(action, OURS)]).toEqual([action, false]);
});

test('who keeps no address makes no key, and opposing needs none', () => {
  const makes = entries.filter(([, { grants }]) => grants.includes('advertiser-keys:make')).map(([name]) => name);
  expect(makes.length).toBeGreaterThan(10);
  for (const name of ['send-message', 'send-chunk', 'give-verdicts', 'get-contact', 'erase-contact', 'oppose-by-link'])
    expect(makes).not.toContain(name);
  for (const name of ['register-opposition', 'register-oppositions', 'oppose-by-address', 'withdraw-consent']) {
    const entry = entries.find(([each]) => each === name);
    expect([name, entry?.[1].grants.filter((grant) => grant.includes('advertiser-key'))]).toEqual([name, []]);
  }
});

test('every right on the keys is granted with what it stands on', () => {
  for (const [name, { grants }] of entries) {
    const has = (grant: (typeof grants)[number]) => grants.includes(grant);
    expect([name, has('secret:data'), has('get:advertiser-key')]).toEqual([
      name,
      has('advertiser-keys:open'),
      has('advertiser-keys:open'),
    ]);
    expect([name, has('put:advertiser-key')]).toEqual([name, has('advertiser-keys:make')]);
    if (has('advertiser-keys:make')) expect([name, has('advertiser-keys:open')]).toEqual([name, true]);
  }
});

test('the template of production says the same of its own stage', () => {
  const policies = JSON.stringify(
    deploymentOf('production', { senders: { email: [{ identity: 'example.fr' }] } }).policies(),
  );
  expect(policies).toContain('"kms:EncryptionContext:stage":"production"');
  expect(policies).not.toContain('"kms:EncryptionContext:stage":"dev"');
});
