import { at, isObject, listOf, numberOf, parseJson, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { type Check, complaints, TABLE } from './check.ts';

/** A stream keeps a record for a day; Lambda knows no younger limit than a minute. */
const KEPT_BY_STREAM = 24 * 3600;
const CHANGES = ['INSERT', 'MODIFY', 'REMOVE'];

const streamsOf = (model: Model) =>
  model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) =>
      model.ofType(TABLE).some(({ others }) => others.StreamArn === textOf(properties.EventSourceArn)),
    );

const filterProblem = (pattern: string): string | undefined => {
  const read = parseJson(pattern);
  if (!isObject(read)) return `${pattern} is no pattern of events`;
  const names = listOf(read.eventName).map(textOf);
  const known = Object.keys(read).every((name) => ['eventName', 'dynamodb', 'userIdentity'].includes(name));
  return known && names.length > 0 && names.every((name) => CHANGES.includes(name))
    ? undefined
    : `no change of a table is ${pattern}`;
};

/** A stream is read from its beginning, each change once if it can be, and what fails is kept and does not stop the others. */
export const checkStreams: Check = ({ model }) =>
  streamsOf(model).flatMap(({ properties, logicalId }) => {
    const onFailure = textOf(at(properties, 'DestinationConfig', 'OnFailure', 'Destination'));
    const age = numberOf(properties.MaximumRecordAgeInSeconds, -1);
    const batch = numberOf(properties.BatchSize, 100);
    const retries = numberOf(properties.MaximumRetryAttempts, -1);
    const filters = listOf(at(properties, 'FilterCriteria', 'Filters'));
    const wrong = filters
      .map((filter) => filterProblem(textOf(at(filter, 'Pattern'))))
      .find((one) => one !== undefined);
    return [
      properties.StartingPosition !== 'TRIM_HORIZON' &&
        `${logicalId} begins at ${textOf(properties.StartingPosition)}: changes written while it is made would never be read.`,
      model.find(onFailure, 'AWS::S3::Bucket') === undefined &&
        `${logicalId} has no place for the changes that it gives up: they would be lost.`,
      properties.BisectBatchOnFunctionError !== true &&
        `A change that ends its function would take its whole batch with it: ${logicalId} does not split it.`,
      !listOf(properties.FunctionResponseTypes).includes('ReportBatchItemFailures') &&
        `${logicalId} takes no report of single changes.`,
      (age < 60 || age >= KEPT_BY_STREAM) &&
        `${logicalId} would try a change until the stream has lost it: give it up earlier, while it can be kept.`,
      (retries === 0 || retries > 10_000) && `${logicalId} gives a change up at its first failure.`,
      (batch < 1 || batch > 10_000) && `Lambda takes 1 to 10,000 changes at once: ${logicalId}.`,
      wrong !== undefined && `${logicalId} would read nothing: ${wrong}.`,
    ].filter((one) => one !== false);
  });

const keysOf = (properties: Parameters<typeof at>[0]) => {
  const all = [properties, ...listOf(at(properties, 'GlobalSecondaryIndexes'))];
  return all.map((each) =>
    listOf(at(each, 'KeySchema')).map((key) => [textOf(at(key, 'AttributeName')), textOf(at(key, 'KeyType'))] as const),
  );
};

const namesOfIndexes = (value: Parameters<typeof at>[0]): string =>
  listOf(at(value, 'GlobalSecondaryIndexes'))
    .map((index) => textOf(at(index, 'IndexName')))
    .toSorted()
    .join(' ');

/** What DynamoDB refuses: keys of which nothing is said, a replica that is none, a view of the stream that does not exist. */
export const checkTables: Check = ({ model, expiresIn }) =>
  model.ofType(TABLE).flatMap(({ name, properties }) => {
    const keys = keysOf(properties);
    const used = new Set(keys.flat().map(([attribute]) => attribute));
    const defined = listOf(properties.AttributeDefinitions).map((each) => textOf(at(each, 'AttributeName')));
    const types = listOf(properties.AttributeDefinitions).map((each) => textOf(at(each, 'AttributeType')));
    const shapes = keys.map((key) => key.map(([, type]) => type).join(' '));
    const replicas = listOf(properties.Replicas);
    const projections = listOf(properties.GlobalSecondaryIndexes).map((index) =>
      textOf(at(index, 'Projection', 'ProjectionType')),
    );
    const ttl = properties.TimeToLiveSpecification;
    return [
      (defined.length !== used.size || defined.some((attribute) => !used.has(attribute))) &&
        `DynamoDB takes no table whose attributes are not those of its keys: ${name}.`,
      !types.every((type) => ['S', 'N', 'B'].includes(type)) && `A key of ${name} is of no type that DynamoDB has.`,
      !shapes.every((shape) => shape === 'HASH RANGE') && `A key of ${name} is no partition with an order.`,
      projections.some((type) => !['KEYS_ONLY', 'INCLUDE', 'ALL'].includes(type)) &&
        `An index of ${name} shows nothing.`,
      (replicas.length === 0 || replicas.some((replica) => textOf(at(replica, 'Region')) !== 'eu-west-3')) &&
        `${name} has no replica where its stack is.`,
      replicas.some((replica) => namesOfIndexes(replica) !== namesOfIndexes(properties)) &&
        `A replica of ${name} speaks of other indexes than the table.`,
      textOf(at(properties, 'StreamSpecification', 'StreamViewType')) === '' && `${name} has no stream.`,
      (textOf(at(ttl, 'AttributeName')) === '' || at(ttl, 'Enabled') !== true) &&
        `Nothing of ${name} would ever expire.`,
      expiresIn !== undefined &&
        textOf(at(ttl, 'AttributeName')) !== expiresIn &&
        `Nothing of ${name} would ever expire: its items keep their time in ${expiresIn}.`,
    ].filter((one) => one !== false);
  });

/** Everything that is stored lies under the key of the template. */
export const checkEncryption: Check = ({ model }) => {
  const isKey = (value: Parameters<typeof textOf>[0]) => model.find(textOf(value), 'AWS::KMS::Key') !== undefined;
  const clear = (name: string) => `${name} does not lie under the key of the template.`;
  const rules = model.ofType('AWS::S3::Bucket').flatMap(({ name, properties }) => {
    const [rule] = listOf(at(properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration'));
    const by = at(rule, 'ServerSideEncryptionByDefault');
    return isKey(at(by, 'KMSMasterKeyID')) && at(by, 'SSEAlgorithm') === 'aws:kms' ? [] : [clear(name)];
  });
  const replicas = model.ofType(TABLE).flatMap(({ name, properties }) => {
    const isOn =
      at(properties, 'SSESpecification', 'SSEEnabled') === true &&
      at(properties, 'SSESpecification', 'SSEType') === 'KMS';
    const keys = listOf(properties.Replicas).map((replica) => at(replica, 'SSESpecification', 'KMSMasterKeyId'));
    return isOn && keys.every(isKey) ? [] : [clear(name)];
  });
  return [
    ...complaints(
      model.ofType('AWS::Logs::LogGroup', 'AWS::SecretsManager::Secret'),
      ({ name, properties }) => !isKey(properties.KmsKeyId) && clear(name),
    ),
    ...complaints(
      model.ofType('AWS::SNS::Topic'),
      ({ name, properties }) => !isKey(properties.KmsMasterKeyId) && clear(name),
    ),
    ...complaints(
      model.ofType('AWS::SQS::Queue'),
      ({ name, properties }) =>
        textOf(properties.KmsMasterKeyId) !== '' && !isKey(properties.KmsMasterKeyId) && clear(name),
    ),
    ...rules,
    ...replicas,
  ];
};
