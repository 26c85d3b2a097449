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

/** Roles that may read the archive of what was sent, and those of them that may send. */
const found = (of: Roles) => {
  const readers = [...of].filter(([, statements]) => mayRead(statements)).map(([role]) => role);
  return { readers, thatSend: readers.filter((role) => maySend(of.get(role) ?? [])) };
};
const named = (names: readonly string[]) => names.map((name) => /\/(\w+)role/.exec(name)?.[1] ?? name).toSorted();

describe('the archive of what was sent', () => {
  test('P7: one role reads it, which sends nothing; many roles send', () => {
    const { readers, thatSend } = found(roles);
    expect(named(readers)).toEqual(['runjob']);
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
