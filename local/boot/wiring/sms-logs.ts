import { maskOf } from '../../aws/data-protection.ts';
import { isAllowed, statementsByRole } from '../../aws/iam/policy.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, listOf, numberOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, textsOf } from './check.ts';

/** The names are AWS's own, for an account and Region ("Viewing Amazon CloudWatch metrics and logs for SMS deliveries", Amazon SNS). */
const NAMES = ['', '/Failure'].map((path) => `sns/${REGION}/${ACCOUNT}/DirectPublishToPhoneNumber${path}`);

/** A log of what becomes of SMS, which SNS writes by itself. */
export const isLogOfSms = ({ name }: Pick<Resource, 'name'>): boolean => NAMES.includes(name);

/** The role that an operator gives to SNS for the account, as a stage publishes it: none where no stage keeps these logs. */
export const smsStatusRoleOf = (model: Model): Resource | undefined => {
  const link = model.ofType('AWS::SSM::Parameter').find(({ name }) => name.endsWith('/sms-status-role-arn'));
  return link === undefined ? undefined : model.find(textOf(link.properties.Value), 'AWS::IAM::Role');
};

/** A number as SNS writes it. */
const NUMBER = '+33639980001';

/** What a data protection policy names and does not describe: CloudWatch Logs refuses the policy. */
const unknownIdentifiers = ({ properties }: Pick<Resource, 'properties'>): readonly string[] => {
  const policy = properties.DataProtectionPolicy;
  const known = listOf(at(policy, 'Configuration', 'CustomDataIdentifier')).map((one) => textOf(at(one, 'Name')));
  const statements = listOf(at(policy, 'Statement'));
  const named = statements.flatMap((statement) => textsOf(at(statement, 'DataIdentifier')));
  const isWithout = statements.some((statement) => textsOf(at(statement, 'DataIdentifier')).length === 0);
  return [...named.filter((name) => !known.includes(name)), ...(isWithout ? ['nothing'] : [])];
};

/** CloudWatch Logs takes a policy of two statements, one that audits and one that masks, about the same ("PutDataProtectionPolicy"). */
const isHalf = ({ properties }: Pick<Resource, 'properties'>): boolean => {
  const statements = listOf(at(properties, 'DataProtectionPolicy', 'Statement'));
  const about = (operation: string) =>
    statements
      .filter((statement) => at(statement, 'Operation', operation) !== undefined)
      .map((statement) => textsOf(at(statement, 'DataIdentifier')).toSorted().join());
  const [audited, masked] = [about('Audit'), about('Deidentify')];
  return statements.length !== 2 || audited.length !== 1 || audited[0] !== masked[0];
};

/** SNS may write both logs of what becomes of SMS, which show no number and are kept for some days. */
export const checkSmsLogs: Check = ({ model }) => {
  const logs = model.ofType('AWS::Logs::LogGroup').filter(({ name }) => name.startsWith('sns/'));
  const role = smsStatusRoleOf(model);
  if (role === undefined && logs.length === 0) return [];
  const statements = statementsByRole(model).get(role?.name ?? '') ?? [];
  const mayWrite = (name: string) =>
    ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
      isAllowed(statements, { action, resource: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}:log-stream:one` }),
    );
  const names = logs.map(({ name }) => name);
  const pictures = model.ofType('AWS::CloudWatch::Dashboard').map(({ properties }) => textOf(properties.DashboardBody));
  const isShown = (log: Resource) =>
    model
      .ofType('AWS::Logs::MetricFilter')
      .filter(({ properties }) => model.find(textOf(properties.LogGroupName), 'AWS::Logs::LogGroup') === log)
      .flatMap(({ properties }) => listOf(properties.MetricTransformations))
      .map((each) => `"${textOf(at(each, 'MetricNamespace'))}","${textOf(at(each, 'MetricName'))}"`)
      .some((metric) => pictures.some((body) => body.includes(metric)));
  return [
    ...logs.filter((log) => !isShown(log)).map(({ name }) => `The dashboard shows nothing of ${name}.`),
    ...NAMES.filter((name) => !names.includes(name)).map((name) => `SNS would write to ${name}, which is not there.`),
    ...NAMES.filter((name) => !mayWrite(name)).map((name) => `SNS may not write to ${name}.`),
    ...logs.flatMap(({ name, properties }) => [
      ...(isLogOfSms({ name }) ? [] : [`Nobody writes to ${name}.`]),
      ...(maskOf(properties)(NUMBER).includes('639980001') ? [`Who reads ${name} sees telephone numbers.`] : []),
      ...(isHalf({ properties })
        ? [`CloudWatch Logs refuses the policy of ${name}: it asks for an audit and a mask.`]
        : []),
      ...unknownIdentifiers({ properties }).map(
        (one) => `The policy of ${name} is about ${one}, which it does not describe.`,
      ),
      ...(numberOf(properties.RetentionInDays, 0) > 0 ? [] : [`What is in ${name} is kept for ever.`]),
    ]),
  ];
};
