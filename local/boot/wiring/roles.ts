import { isAllowed, statementsIn } from '../../aws/iam/policy.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type Json, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, FUNCTION, QUEUE, TOPIC, textsOf, type Wired } from './check.ts';
import { serviceNeeds } from './policies.ts';

/** Who takes a role, by what the template wires. */
const usersOf = (model: Model, role: Resource): ReadonlySet<string> => {
  const uses: readonly (readonly [string, readonly Resource[], (resource: Resource) => Json | undefined])[] = [
    ['lambda.amazonaws.com', model.ofType(FUNCTION), ({ properties }) => properties.Role],
    [
      'scheduler.amazonaws.com',
      model.ofType('AWS::Scheduler::Schedule'),
      ({ properties }) => at(properties, 'Target', 'RoleArn'),
    ],
    [
      'apigateway.amazonaws.com',
      model.ofType('AWS::ApiGateway::Account'),
      ({ properties }) => properties.CloudWatchRoleArn,
    ],
    [
      'apigateway.amazonaws.com',
      model.ofType('AWS::ApiGateway::Method'),
      ({ properties }) => at(properties, 'Integration', 'Credentials'),
    ],
    // An operator gives it to SNS for the account (`aval account`): no resource of a template does.
    [
      'sns.amazonaws.com',
      model.ofType('AWS::SSM::Parameter').filter(({ name }) => name.endsWith('/sms-status-role-arn')),
      ({ properties }) => properties.Value,
    ],
  ];
  return new Set(
    uses.flatMap(([service, all, roleOf]) => (all.some((one) => textOf(roleOf(one)) === role.arn) ? [service] : [])),
  );
};

/** Scheduler and SNS say for which account they work; who does not ask lets every account in ("Confused deputy prevention"). */
const SAYS_ACCOUNT = ['scheduler.amazonaws.com', 'sns.amazonaws.com'];

/** A role is taken by who uses it, and by nobody else. */
export const checkTrust: Check = ({ model }) =>
  model.ofType('AWS::IAM::Role').flatMap((role) => {
    const document = listOf(at(role.properties, 'AssumeRolePolicyDocument', 'Statement'));
    const users = usersOf(model, role);
    const trusted = document.flatMap((statement) => textsOf(at(statement, 'Principal', 'Service')));
    const mayTake = (service: string, account: string) => {
      const own = document.filter((statement) => textsOf(at(statement, 'Principal', 'Service')).includes(service));
      const statements = statementsIn({
        Statement: own.map((statement) => ({ ...(statement as object), Resource: '*' })),
      });
      return isAllowed(statements, {
        action: 'sts:AssumeRole',
        resource: role.arn,
        context: SAYS_ACCOUNT.includes(service) ? { 'aws:SourceAccount': [account] } : {},
      });
    };
    const others = document.some(
      (statement) => at(statement, 'Principal', 'AWS') !== undefined || at(statement, 'Principal') === '*',
    );
    const isExact = document.every((statement) =>
      textsOf(at(statement, 'Action')).every((action) => action === 'sts:AssumeRole'),
    );
    return [
      users.size === 0 && `Nobody uses the role ${role.name}.`,
      [...users].some((service) => !mayTake(service, ACCOUNT)) &&
        `${[...users].join()} may not take the role ${role.name}.`,
      (others || !isExact || trusted.some((service) => !users.has(service))) &&
        `The role ${role.name} may be taken by who does not use it.`,
      SAYS_ACCOUNT.some((service) => users.has(service) && mayTake(service, '111111111111')) &&
        `The role ${role.name} may be taken for any account.`,
    ].filter((one) => one !== false);
  });

interface KeyUse {
  readonly service: string;
  readonly actions: readonly string[];
  readonly context: (account: string) => Readonly<Record<string, readonly string[]>>;
}

const LOGS = `logs.${REGION}.amazonaws.com`;
const ofAccount = (account: string) => ({ 'aws:SourceAccount': [account] });
/** CloudWatch Logs: "Encrypt log data using AWS KMS"; SNS: "Key management"; the actions that each asks for. */
const usesOf = (wired: Wired, key: Resource): readonly KeyUse[] => {
  const { model } = wired;
  const isUnder = (resource: Resource | undefined) => textOf(resource?.properties.KmsMasterKeyId) === key.arn;
  const logs = model.ofType('AWS::Logs::LogGroup').filter(({ properties }) => textOf(properties.KmsKeyId) === key.arn);
  const carried = serviceNeeds(wired).filter(
    ({ resource }) => isUnder(model.find(resource, QUEUE)) || isUnder(model.find(resource, TOPIC)),
  );
  return [
    ...logs.map(
      ({ name }): KeyUse => ({
        service: LOGS,
        actions: [
          'Encrypt',
          'Decrypt',
          'ReEncryptFrom',
          'ReEncryptTo',
          'GenerateDataKey',
          'GenerateDataKeyWithoutPlaintext',
          'DescribeKey',
        ],
        context: (account) => ({
          'kms:EncryptionContext:aws:logs:arn': [`arn:aws:logs:${REGION}:${account}:log-group:${name}`],
        }),
      }),
    ),
    ...[...new Set(carried.map(({ service }) => service))].map(
      (service): KeyUse => ({ service, actions: ['Decrypt', 'GenerateDataKey'], context: ofAccount }),
    ),
  ];
};

const isForRoot = (statement: Json) => textOf(at(statement, 'Principal', 'AWS')) === `arn:aws:iam::${ACCOUNT}:root`;

/** The key opens for the services that keep something under it, for this account, and for what IAM grants in this account. */
export const checkKeys: Check = (wired) =>
  wired.model.ofType('AWS::KMS::Key').flatMap((key) => {
    const statements = listOf(at(key.properties, 'KeyPolicy', 'Statement'));
    const uses = usesOf(wired, key);
    const forService = (service: string) =>
      statementsIn({
        Statement: statements.filter((one) => textsOf(at(one, 'Principal', 'Service')).includes(service)),
      });
    const opens = ({ service, actions, context }: KeyUse, account: string, how: 'every' | 'some') =>
      actions[how]((action) =>
        isAllowed(forService(service), { action: `kms:${action}`, resource: key.arn, context: context(account) }),
      );
    const administrable = statements.some(
      (one) =>
        isForRoot(one) &&
        at(one, 'Effect') === 'Allow' &&
        textsOf(at(one, 'Action')).includes('kms:*') &&
        at(one, 'Condition') === undefined,
    );
    const isNeeded = (statement: Json) =>
      textsOf(at(statement, 'Principal', 'Service')).every((service) => {
        const own = uses.filter((one) => one.service === service);
        return (
          own.length > 0 &&
          textsOf(at(statement, 'Action')).every((action) =>
            own.some(({ actions }) =>
              actions.some(
                (needed) =>
                  `kms:${needed}`.startsWith(action.replace(/\*$/, '')) && action !== 'kms:*' && action !== '*',
              ),
            ),
          )
        );
      });
    const isForStrangers = (one: Json) =>
      at(one, 'Principal') === '*' || (at(one, 'Principal', 'AWS') !== undefined && !isForRoot(one));
    return [
      !administrable && `Nobody could ever change the key ${key.logicalId} again: AWS refuses its policy.`,
      ...uses.map(
        (use) =>
          !opens(use, ACCOUNT, 'every') &&
          `${use.service} may not use the key ${key.logicalId} for what it keeps under it.`,
      ),
      ...uses.map(
        (use) =>
          opens(use, '111111111111', 'some') && `${use.service} may use the key ${key.logicalId} for any account.`,
      ),
      statements.some((one) => at(one, 'Effect') === 'Allow' && (isForStrangers(one) || !isNeeded(one))) &&
        `The key ${key.logicalId} opens for somebody who needs it not, or for more than is needed.`,
    ].filter((one) => one !== false);
  });
