import { describe, expect, test } from 'vitest';
import { isAllowed, statementsIn } from '#local/aws/iam/policy.ts';
import { deploymentOf } from '../deployment.ts';

const deployment = deploymentOf('dev', { senders: { email: [{ identity: 'example.fr' }] } });

type Raw = Readonly<Record<string, unknown>>;
/** What each role of the templates may do; what a statement names is a text in which the table can be told. */
type Roles = ReadonlyMap<string, readonly Raw[]>;
const texts = (value: unknown): string => (JSON.stringify(value) ?? '').replaceAll(/[^A-Za-z0-9:/*_-]/g, '');
const roles: Roles = new Map(
  [...Map.groupBy(deployment.policies(), ({ stack, Properties }) => `${stack}/${Properties.Roles[0].Ref}`)].map(
    ([role, policies]) => [
      role,
      policies.flatMap(({ Properties }) =>
        (Properties.PolicyDocument.Statement as readonly Raw[]).map((each) => ({
          ...each,
          ...(each.Resource === undefined
            ? { NotResource: texts(each.NotResource) }
            : { Resource: texts(each.Resource) }),
        })),
      ),
    ],
  ),
);

function ofStage(advertiser: string) {
  return { 'kms:EncryptionContext:stage': ['dev'], 'kms:EncryptionContext:advertiser': [advertiser] };
}

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PartiQLSelect', 'TransactGetItems'];
const SENDS = /^(?:ses:Send|sns:Publish$|sms-voice:Send|connect:Start)/;
const actionsIn = ({ Action }: Raw): readonly string[] => [Action].flat().map(String);

const mayRead = (statements: readonly Raw[]): boolean =>
  statements.some((each) => {
    const resource = String(each.Resource ?? 'the-table');
    const parsed = statementsIn({ Statement: [each] as never });
    return READS.some((action) =>
      isAllowed(parsed, {
        action: `dynamodb:${action}`,
        resource,
        context: { 'dynamodb:LeadingKeys': ['PROOF#maison-valmy#2026-11'] },
      }),
    );
  });
const maySend = (statements: readonly Raw[]): boolean =>
  statements.some((each) => actionsIn(each).some((one) => SENDS.test(one)));

/** How the key of the archive is named in a statement of a role. */
const PROOF_KEY = 'proofkeyarn';
/** With the words of one advertiser, with none, and through each service that opens keys for its callers. */
const WAYS = [
  { 'kms:EncryptionContextKeys': ['advertiser', 'stage'], ...ofStage('maison-valmy') },
  {},
  ...['dynamodb', 's3', 'secretsmanager', 'sqs'].map((service) => ({
    'kms:ViaService': [`${service}.eu-west-3.amazonaws.com`],
  })),
];
const mayUse = (statements: readonly Raw[], ...actions: readonly string[]): boolean => {
  const parsed = statementsIn({
    Statement: statements.map((each) =>
      String(each.Resource).includes(PROOF_KEY) ? { ...each, Resource: PROOF_KEY } : each,
    ) as never,
  });
  return actions.some((action) =>
    WAYS.some((context) => isAllowed(parsed, { action: `kms:${action}`, resource: PROOF_KEY, context })),
  );
};
const OPENS = ['Decrypt', 'ReEncryptFrom'];
const ENCRYPTS = ['Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncryptTo'];
/** Whoever may do these can let others in, or end the key. */
const GIVES = ['CreateGrant', 'PutKeyPolicy', 'DisableKey', 'ScheduleKeyDeletion', 'UpdateAlias'];

/** What audits hand-offs, what shows former events, what answers the person, and what shows a message again. */
const READERS = ['audithandoffs', 'listformerevents', 'runjob', 'showsentmessage'];

/** Roles that may read the archive of what was sent, and those of them that may send. */
const found = (of: Roles) => {
  const readers = [...of].filter(([, statements]) => mayRead(statements)).map(([role]) => role);
  return { readers, thatSend: readers.filter((role) => maySend(of.get(role) ?? [])) };
};
const named = (names: readonly string[]) => names.map((name) => /\/(\w+)role/.exec(name)?.[1] ?? name).toSorted();

describe('the archive of what was sent', () => {
  test('P7: four roles read it, which send nothing; many roles send', () => {
    const { readers, thatSend } = found(roles);
    expect(named(readers)).toEqual(READERS);
    expect(thatSend).toEqual([]);
    const senders = named([...roles].filter(([, statements]) => maySend(statements)).map(([role]) => role));
    expect(senders).toEqual(expect.arrayContaining(['sendmessage', 'sendchunk']));
  });

  const sender = [...roles.keys()].find((role) => /\/sendmessagerole/.test(role)) ?? '';
  const reader = [...roles.keys()].find((role) => /\/runjobrole/.test(role)) ?? '';
  const reading = (more: Raw): Raw => ({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'the-table', ...more });
  const keys = (...partitions: readonly string[]) => ({
    Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } },
  });
  test.each<readonly [string, string, Raw]>([
    ['a sender that reads it', sender, reading(keys('CONTACT#*', 'PROOF#*'))],
    ['a sender that reads all partitions', sender, reading({ Action: ['dynamodb:Query'] })],
    ['a sender that reads whatever begins with P', sender, reading(keys('P*'))],
    ['a sender with every right on the table', sender, reading({ Action: 'dynamodb:*' })],
    ['its reader that sends', reader, { Effect: 'Allow', Action: ['ses:SendEmail'], Resource: '*' }],
  ])('P7: found where it is planted: %s', (_name, role, statement) => {
    expect(role).not.toBe('');
    expect(found(new Map([...roles, [role, [...(roles.get(role) ?? []), statement]]])).thatSend).toEqual([role]);
  });
});

describe('the key of the archive', () => {
  const of = (all: Roles, ...actions: readonly string[]) =>
    [...all].filter(([, statements]) => mayUse(statements, ...actions)).map(([role]) => role);

  test('P7: only what reads the archive opens it, only what keeps proof encrypts; no role does both, and neither sends', () => {
    expect(named(of(roles, ...OPENS))).toEqual(READERS);
    expect(named(of(roles, ...ENCRYPTS))).toEqual(['expire', 'project', 'redrive']);
    expect(of(roles, ...GIVES)).toEqual([]);
    const using = of(roles, ...OPENS, ...ENCRYPTS);
    expect(using.filter((role) => maySend(roles.get(role) ?? []))).toEqual([]);
  });

  const role = [...roles.keys()].find((each) => /\/sendmessagerole/.test(each)) ?? '';
  const allow = (Action: string, Resource: string, more: Raw = {}): Raw => ({
    Effect: 'Allow',
    ...{ Action, Resource, ...more },
  });
  test.each<readonly [string, Raw]>([
    ['the key by its name', allow('kms:Decrypt', `Ref:SsmParameterdev${PROOF_KEY}Parameter`)],
    ['every key', allow('kms:*', '*')],
    [
      'every key with the words of an advertiser',
      allow('kms:Decrypt', '*', { Condition: { StringLike: { 'kms:EncryptionContext:advertiser': '?*' } } }),
    ],
    [
      'every key through DynamoDB',
      allow('kms:Decrypt', '*', {
        Condition: { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-3.amazonaws.com' } },
      }),
    ],
  ])('P7: a sender that may open %s is found', (_name, statement) => {
    expect(of(new Map([...roles, [role, [...(roles.get(role) ?? []), statement]]]), ...OPENS)).toContain(role);
  });

  test.each(['dev', 'production'] as const)(
    '%s: is its own, lets no service in, is rotated each year, and has a name',
    (stage) => {
      const all = deploymentOf(stage).all('AWS::KMS::Key', 'AWS::KMS::Alias');
      const [key] = all.filter(({ id }) => /^ProofKey(?!Alias)/.test(id));
      expect(key?.Properties.EnableKeyRotation).toBe(true);
      expect(key?.Properties.KeyPolicy.Statement).toEqual([
        {
          ...{ Action: 'kms:*', Effect: 'Allow', Resource: '*' },
          Principal: { AWS: expect.objectContaining({ 'Fn::Join': expect.anything() }) },
        },
      ]);
      expect(JSON.stringify(key?.Properties.KeyPolicy)).toContain(':root"');
      const [alias] = all.filter(({ Properties }) => Properties.AliasName === `alias/aval-${stage}-proof`);
      expect(alias?.Properties.TargetKeyId).toEqual({ 'Fn::GetAtt': [key?.id, 'Arn'] });
      const kept = stage === 'production' ? 'RetainExceptOnCreate' : 'Delete';
      expect([key?.DeletionPolicy, alias?.DeletionPolicy]).toEqual([kept, kept]);
    },
  );
});
