import type { Template } from './specification.ts';

type Templates = ReadonlyMap<string, Template>;

/** The property by which a resource is named in its account and Region, where no second one may have the name. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::DomainName': 'DomainName',
  'AWS::Budgets::Budget': 'Budget.BudgetName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::WAFv2::WebACL': 'Name',
};

interface Named {
  readonly where: string;
  readonly type: string;
  /** The type and the name; `undefined`: CloudFormation names it itself. */
  readonly name: string | undefined;
  readonly properties: unknown;
}

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);

const resourcesOf = (templates: Templates): readonly Named[] =>
  [...templates].flatMap(([stack, { Resources = {} }]) =>
    Object.entries(Resources).map(([id, { Type: type, Properties: properties }]) => {
      const property = NAMED_BY[type];
      const said = property === undefined ? undefined : at(properties, property);
      const name = said === undefined ? undefined : `${type} ${JSON.stringify(said)}`;
      return { where: `${stack}: ${id}`, type, name, properties };
    }),
  );

const indexesOf = (properties: unknown): readonly unknown[] => {
  const indexes = at(properties, 'GlobalSecondaryIndexes');
  return Array.isArray(indexes) ? indexes.map((index) => at(index, 'IndexName')) : [];
};

/**
 * What CloudFormation refuses in an update of deployed stacks, a line each; templates by stack name. A table takes one index more
 * or less in one operation (AWS CloudFormation, AWS::DynamoDB::GlobalTable). A resource with a name of its own that has another
 * logical id, or another stack, is made before the former one goes, or is never let go: its name is taken.
 */
export const refusalsOf = (deployed: Templates, next: Templates): readonly string[] => {
  const former = resourcesOf(deployed);
  return resourcesOf(next).flatMap(({ where, type, name, properties }) => {
    const same = former.find((one) => one.where === where && one.type === type);
    const before = indexesOf(same?.properties);
    const after = indexesOf(properties);
    const changed = [...after.filter((one) => !before.includes(one)), ...before.filter((one) => !after.includes(one))];
    const holder = former.find((one) => one.name === name && one.where !== where);
    return [
      ...(same !== undefined && changed.length > 1
        ? [`${where} (${type}) makes or deletes ${changed.length} indexes at once: ${changed.join(', ')}`]
        : []),
      ...(name !== undefined && same === undefined && holder !== undefined
        ? [`${where} (${type}) takes the name that ${holder.where} has`]
        : []),
    ];
  });
};
