import { at, listOf, textOf } from '../../template/json.ts';
import { type Check, complaints, TABLE } from './check.ts';

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

/** What a stream may show of a change (DynamoDB, StreamSpecification). */
const VIEWS = ['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY'];

/** What DynamoDB refuses: keys of which nothing is said, a replica that is none, a view of the stream that does not exist. */
export const checkTables: Check = ({ model, items }) =>
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
      !VIEWS.includes(textOf(at(properties, 'StreamSpecification', 'StreamViewType'))) && `${name} has no stream.`,
      (textOf(at(ttl, 'AttributeName')) === '' || at(ttl, 'Enabled') !== true) &&
        `Nothing of ${name} would ever expire.`,
      items !== undefined &&
        textOf(at(ttl, 'AttributeName')) !== items.expiresIn &&
        `Nothing of ${name} would ever expire: its items keep their time in ${items.expiresIn}.`,
    ].filter((one) => one !== false);
  });

/** The construct that a logical id of the CDK says: all but its hash. */
const constructOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Of several keys people know each by its name, one may be without; a name is of the key that it was made with ("AWS::KMS::Alias"). */
export const checkAliases: Check = ({ model }) => {
  const keys = model.ofType('AWS::KMS::Key');
  const aliases = model.ofType('AWS::KMS::Alias').map(({ logicalId, properties }) => ({
    logicalId,
    key: keys.find(({ ref, arn }) => [ref, arn].includes(textOf(properties.TargetKeyId))),
  }));
  const named = new Set(aliases.flatMap(({ key }) => key ?? []));
  return [
    ...aliases
      .filter(({ logicalId, key }) => key === undefined || !logicalId.startsWith(`${constructOf(key.logicalId)}Alias`))
      .map(({ logicalId }) => `${logicalId} names another key than its own.`),
    ...(keys.length - named.size > 1 ? ['Two keys are without a name: nobody would know one from the other.'] : []),
  ];
};

/** A bucket that is locked is so from its beginning, and keeps each object for a time that S3 knows ("Using S3 Object Lock"). */
export const checkLocks: Check = ({ model }) =>
  complaints(model.ofType('AWS::S3::Bucket'), ({ name, properties }) => {
    const { ObjectLockEnabled, ObjectLockConfiguration } = properties;
    if (ObjectLockEnabled === undefined && ObjectLockConfiguration === undefined) return false;
    const rule = at(ObjectLockConfiguration, 'Rule', 'DefaultRetention');
    const days = Number(textOf(at(rule, 'Days')) || textOf(at(rule, 'Years')));
    const isLocked =
      ObjectLockEnabled === true &&
      at(ObjectLockConfiguration, 'ObjectLockEnabled') === 'Enabled' &&
      ['GOVERNANCE', 'COMPLIANCE'].includes(textOf(at(rule, 'Mode'))) &&
      Number.isInteger(days) &&
      days > 0;
    return !isLocked && `${name} does not lock what is in it.`;
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
