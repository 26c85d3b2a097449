import { beforeAll, describe, expect, test } from 'vitest';
import type { StageSettings } from '#infra/settings.ts';
import { fullestOf, oversizeOf, sizesOf } from '#tools/rules/sizes.ts';
import type { Template } from '#tools/rules/specification.ts';
import { deploymentOf } from '../deployment.ts';

type Templates = ReadonlyMap<string, Template>;
const templatesOf = (own: StageSettings): Templates => deploymentOf('production', own).templates;

/** As an agency has them: 300 advertisers, each with a domain. */
const domains = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ identity: `lettres.boutique-${index}-en-ligne.example.fr` }));
const source = (name: string, roles: number) => ({
  source: `shop.${name}`,
  roles: Array.from(
    { length: roles },
    (_, role) => `arn:aws:iam::4445555${role}6666:role/apps/worker-of-${name}-${role}`,
  ),
  advertisers: ['maison-valmy'],
  scopes: ['messages:send' as const],
});
const sources = (count: number, roles: number) =>
  Array.from({ length: count }, (_, index) => source(`team-${index}`, roles));

const policyOf = (letters: number) => ({
  Roles: [{ Ref: 'Role' }],
  PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: 'r'.repeat(letters) }] },
});
const stackOf = (...resources: readonly (readonly [type: string, properties: object])[]): Templates =>
  new Map([
    [
      'Stack',
      {
        Resources: Object.fromEntries(
          resources.map(([Type, Properties], index) => [`R${index}`, { Type, Properties }]),
        ),
      },
    ],
  ]);

describe('what AWS counts', () => {
  let large: Templates;
  beforeAll(() => {
    large = templatesOf({ senders: { email: domains(350) }, eventSources: sources(8, 3) });
  });

  test('an agency of three hundred and fifty advertisers, and eight applications that speak by events, can be deployed', () => {
    expect(oversizeOf(large)).toEqual([]);
    const sizes = [...large].flatMap(([stack, template]) => sizesOf(stack, template));
    const whats = sizes.map(({ what }) => what.replace(/ (?:of|in) .*$/, ''));
    for (const counted of ['resources', 'bytes', 'characters', 'policies']) expect(whats).toContain(counted);
  });

  test('each of them may be written from, and made known to a tenant, by statements that a policy can hold', () => {
    const workers = large.get('Aval-production-Workers')?.Resources ?? {};
    const statements = Object.values(workers)
      .filter(({ Type }) => /^AWS::IAM::(?:Managed)?Policy$/.test(Type))
      .flatMap(
        ({ Properties }) =>
          (Properties as { PolicyDocument: { Statement: { Action: unknown }[] } }).PolicyDocument.Statement,
      );
    for (const action of ['ses:SendEmail', 'ses:CreateTenantResourceAssociation']) {
      const granting = JSON.stringify(statements.filter(({ Action }) => [Action].flat().includes(action)));
      expect(domains(350).filter(({ identity }) => !granting.includes(`identity/${identity}"`))).toEqual([]);
    }
  });

  test('more names than the policies of a role hold are refused before anything is deployed', () => {
    const long = domains(250).map(({ identity }) => ({
      identity: `${'une-tres-longue-adresse-'.repeat(2)}a.${'une-tres-longue-adresse-'.repeat(2)}a.${identity}`,
    }));
    expect(() => templatesOf({ senders: { email: long } })).toThrow(/senders.email`: more or longer names/);
    expect(() => templatesOf({ senders: { email: domains(351) } })).toThrow(/expected array to have <=350 items/);
  });

  test('more roles than the policy of the bus holds are refused before anything is deployed', () => {
    expect(() => templatesOf({ eventSources: sources(10, 10) })).toThrow(
      /its roles may take \d+ characters .* AWS takes 10240/,
    );
  });

  test.each([
    ['10253 characters in the policies of Role, and AWS takes 10240', stackOf(['AWS::IAM::Policy', policyOf(10_190)])],
    [
      '10253 characters in the policies of R0, and AWS takes 10240',
      stackOf(['AWS::IAM::Role', { Policies: [{ PolicyName: 'own', ...policyOf(10_190) }] }]),
    ],
    ['6163 characters in the policy R0, and AWS takes 6144', stackOf(['AWS::IAM::ManagedPolicy', policyOf(6100)])],
    [
      '11 policies of Role, and AWS takes 10',
      stackOf(...Array.from({ length: 11 }, () => ['AWS::IAM::ManagedPolicy', policyOf(1)] as const)),
    ],
    [
      '4097 bytes in the variables of R0, and AWS takes 4096',
      stackOf(['AWS::Lambda::Function', { Environment: { Variables: { NAME: `${'é'.repeat(2046)}x` } } }]),
    ],
    [
      '501 resources in Stack, and AWS takes 500',
      stackOf(...Array.from({ length: 501 }, () => ['AWS::SNS::Topic', {}] as const)),
    ],
    [
      '10253 characters in the policy of the bus of Stack, and AWS takes 10240',
      stackOf(['AWS::Events::EventBusPolicy', { Statement: { Resource: 'r'.repeat(10_238) } }]),
    ],
  ])('%s', (sentence, templates) => {
    expect(oversizeOf(templates)).toEqual([sentence]);
  });

  test('the stack with most resources is named', () => {
    const stacks = new Map([...stackOf(['AWS::SNS::Topic', {}]), ['Empty', { Resources: {} }]]);
    expect(fullestOf(stacks)).toBe('1 of 500 resources in Stack');
  });

  test('what CloudFormation fills is counted as long as it may become', () => {
    const arn = {
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, ':sqs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':q'],
      ],
    };
    const sizeOf = (Resource: unknown) =>
      sizesOf(
        'Stack',
        stackOf(['AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }], PolicyDocument: { Resource } }]).get('Stack') ?? {},
      ).find(({ what }) => what.startsWith('characters'))?.size;
    expect(sizeOf(arn)).toBe(sizeOf('arn:aws:sqs:eu-central-1:111122223333:q'));
    expect(sizeOf({ 'Fn::GetAtt': ['Queue', 'Arn'] })).toBeGreaterThan(100);
  });
});
