import { ACCOUNT, REGION } from '#local/template/attributes.ts';
import { at, listOf, textOf } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';
import { type Atom, atomOf } from './atoms.ts';

const TABLE = 'AWS::DynamoDB::GlobalTable';

/** What a role needs that no local stack can see, by one rule of AWS. */
interface Rule {
  readonly name: string;
  /** Why it is needed, and why it cannot be recorded. */
  readonly why: string;
  /** Page of AWS's documentation that says so. */
  readonly page: string;
  /** Its atoms, by the function alone as the template describes it, and by what is known that it does. */
  readonly needs: (of: Asked) => readonly Atom[];
}

interface Asked {
  readonly model: Model;
  /** The function of the role; `undefined`: the role is of a service. */
  readonly target: Resource | undefined;
  readonly role: Resource;
  /** What the role is known to do: recorded, or in the stated table. */
  readonly used: ReadonlySet<Atom>;
}

const group = ({ target }: Asked): string =>
  `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${textOf(at(target?.properties, 'LoggingConfig', 'LogGroup'))}`;

const mappingsOf = ({ model, target }: Asked, type: 'AWS::SQS::Queue' | typeof TABLE) =>
  model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => textOf(properties.FunctionName) === target?.name)
    .flatMap(({ properties }) => {
      const source = textOf(properties.EventSourceArn);
      const found = model.find(source.replace(/\/stream\/.*$/, ''), type);
      return found === undefined ? [] : [{ source, found, properties }];
    });

const failuresOf = (asked: Asked): readonly string[] =>
  mappingsOf(asked, TABLE).map(({ properties }) =>
    textOf(at(properties, 'DestinationConfig', 'OnFailure', 'Destination')),
  );

const throughKey = (service: string, key: string, ...actions: readonly string[]): readonly Atom[] =>
  actions.map((action) =>
    atomOf(`kms:${action}`, key, [
      { operator: 'StringEquals', key: 'kms:ViaService', value: `${service}.${REGION}.amazonaws.com` },
    ]),
  );

/** The customer key of a resource of the template; none: AWS's own. */
const keyOf = ({ type, properties }: Resource): string => {
  if (type === TABLE) return textOf(at(listOf(properties.Replicas)[0], 'SSESpecification', 'KMSMasterKeyId'));
  if (type === 'AWS::SecretsManager::Secret') return textOf(properties.KmsKeyId);
  if (type === 'AWS::SQS::Queue' || type === 'AWS::SNS::Topic') return textOf(properties.KmsMasterKeyId);
  const [rule] = listOf(at(properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration'));
  return textOf(at(rule, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'));
};

/** The keys under which lies what the recorded calls of these actions touched. */
const keysTouched = ({ model, used }: Asked, type: string, actions: RegExp): readonly string[] => {
  const touched = [...used].filter((atom) => actions.test(atom));
  const resources = model
    .ofType(type)
    .filter(({ arn }) =>
      touched.some(
        (atom) => ` ${atom} `.match(/ on (\S+)/)?.[1]?.replace(/\/(?:index\/.*|(?:[a-z-]+\/)?\*)$/, '') === arn,
      ),
    );
  return [...new Set(resources.map(keyOf))].filter((key) => key !== '');
};

/**
 * The words that a function says to KMS itself, as its policy asks for them: each way in which they can be true. `named`: how the key is
 * called in the template.
 */
const withWords = (
  model: Model,
  used: ReadonlySet<Atom>,
  [onTable, partitions]: readonly [string, string],
  [named, action]: readonly ['Key' | 'ProofKey', string],
): readonly Atom[] => {
  const key = model.ofType('AWS::KMS::Key').find(({ logicalId }) => logicalId.startsWith(named));
  const asks = [...used].some((atom) => atom.startsWith(`${onTable} on `) && atom.endsWith(` ${partitions}`));
  if (key === undefined || !asks) return [];
  return ['advertiser', 'stage'].map((word) =>
    atomOf(`kms:${action}`, key.arn, [
      { operator: 'StringEquals', key: 'kms:EncryptionContext:stage', value: 'local' },
      { operator: 'StringLike', key: 'kms:EncryptionContext:advertiser', value: '?*' },
      { operator: 'ForAllValues:StringEquals', key: 'kms:EncryptionContextKeys', value: word },
    ]),
  );
};

/** They make addresses of objects, and open none. */
const SIGNS_ALONE = ['get-job'];

const READS_TABLE = ['Decrypt', 'DescribeKey'];
const WRITES_TABLE = ['Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'];

/** Every rule by which something is needed that is not seen here. */
export const RULES: readonly Rule[] = [
  {
    name: 'logs',
    why: 'Lambda writes what a function prints with the role of the function; the local stack reads it from the process.',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html',
    needs: (asked) =>
      asked.target === undefined
        ? []
        : ['logs:CreateLogStream', 'logs:PutLogEvents'].flatMap((action) =>
            [group(asked), `${group(asked)}:*`].map((arn) => atomOf(action, arn)),
          ),
  },
  {
    name: 'traces',
    why: 'Lambda sends traces with the role of the function; these actions know no resource.',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
    needs: ({ target }) =>
      textOf(at(target?.properties, 'TracingConfig', 'Mode')) === 'Active'
        ? ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'].map((action) => atomOf(action, '*'))
        : [],
  },
  {
    name: 'queue',
    why: 'Lambda reads a queue for its function with the role of the function; here the local stack does, as itself.',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    needs: (asked) =>
      mappingsOf(asked, 'AWS::SQS::Queue').flatMap(({ source, found }) => [
        ...['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => atomOf(`sqs:${action}`, source)),
        ...(keyOf(found) === '' ? [] : throughKey('sqs', keyOf(found), 'Decrypt')),
      ]),
  },
  {
    name: 'stream',
    why: 'Lambda reads a stream for its function with the role of the function; here the local stack does, as itself.',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html',
    needs: (asked) =>
      mappingsOf(asked, TABLE).flatMap(({ source, found }) => [
        ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) =>
          atomOf(`dynamodb:${action}`, source),
        ),
        ...throughKey('dynamodb', keyOf(found), 'Decrypt'),
      ]),
  },
  {
    name: 'given up',
    why: 'Lambda writes the records of a stream that are given up with the role of the function.',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html',
    needs: (asked) =>
      failuresOf(asked).flatMap((bucket) => {
        const found = asked.model.find(bucket, 'AWS::S3::Bucket');
        return [
          atomOf('s3:PutObject', `${bucket}/*`),
          atomOf('s3:ListBucket', bucket),
          ...(found === undefined ? [] : throughKey('s3', keyOf(found), 'GenerateDataKey')),
        ];
      }),
  },
  {
    name: 'table under a key',
    why: 'DynamoDB opens the key of a table for its caller; DynamoDB Local knows no keys.',
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html',
    needs: (asked) => [
      ...keysTouched(asked, TABLE, /^dynamodb:/).flatMap((key) => throughKey('dynamodb', key, ...READS_TABLE)),
      ...keysTouched(asked, TABLE, /^dynamodb:(?:Put|Update|Delete|BatchWrite|ConditionCheck)/).flatMap((key) =>
        throughKey('dynamodb', key, ...WRITES_TABLE),
      ),
    ],
  },
  {
    name: 'bucket under a key',
    why: 'S3 opens the key of a bucket for its caller; the local S3 knows no keys.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
    needs: (asked) => [
      ...keysTouched(asked, 'AWS::S3::Bucket', /^s3:GetObject/).flatMap((key) => throughKey('s3', key, 'Decrypt')),
      ...keysTouched(asked, 'AWS::S3::Bucket', /^s3:PutObject/).flatMap((key) =>
        throughKey('s3', key, 'GenerateDataKey'),
      ),
    ],
  },
  {
    name: 'secret under a key',
    why: 'Secrets Manager opens the key of a secret for its caller; the local one knows no keys.',
    page: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
    needs: (asked) =>
      keysTouched(asked, 'AWS::SecretsManager::Secret', /^secretsmanager:GetSecretValue/).flatMap((key) =>
        throughKey('secretsmanager', key, 'Decrypt'),
      ),
  },
  {
    name: 'key of an advertiser',
    why: 'Whoever reads the item of such a key has KMS open it, and whoever puts one has KMS make it, with its words; here they are not told apart.',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html',
    needs: ({ model, used }) => [
      ...withWords(model, used, ['dynamodb:GetItem', 'ADVERTISERKEY#*'], ['Key', 'Decrypt']),
      ...withWords(model, used, ['dynamodb:PutItem', 'ADVERTISERKEY#*'], ['Key', 'GenerateDataKey']),
    ],
  },
  {
    name: 'key of the archive',
    why: 'Whoever reads proof has KMS open its data key, and whoever puts proof has KMS make one, with its words; here they are not told apart.',
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html',
    needs: ({ model, used }) => [
      ...withWords(model, used, ['dynamodb:GetItem', 'PROOF#*'], ['ProofKey', 'Decrypt']),
      ...withWords(model, used, ['dynamodb:Query', 'PROOF#*'], ['ProofKey', 'Decrypt']),
      ...withWords(model, used, ['dynamodb:PutItem', 'PROOF#*'], ['ProofKey', 'GenerateDataKey']),
    ],
  },
  {
    name: 'queue under a key',
    why: 'SQS opens the key of a queue for who sends to it or receives from it; the local SQS knows no keys.',
    page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    needs: (asked) => [
      ...keysTouched(asked, 'AWS::SQS::Queue', /^sqs:SendMessage/).flatMap((key) =>
        throughKey('sqs', key, 'GenerateDataKey', 'Decrypt'),
      ),
      ...keysTouched(asked, 'AWS::SQS::Queue', /^sqs:ReceiveMessage/).flatMap((key) =>
        throughKey('sqs', key, 'Decrypt'),
      ),
    ],
  },
  {
    name: 'topic under a key',
    why: 'SNS opens the key of a topic for who publishes on it; the local SNS knows no keys.',
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    needs: (asked) =>
      keysTouched(asked, 'AWS::SNS::Topic', /^sns:Publish on arn/).flatMap((key) =>
        throughKey('sns', key, 'GenerateDataKey', 'Decrypt'),
      ),
  },
  {
    name: 'missing objects',
    why: 'S3 tells that an object is not there to who may list its bucket, and else that it is forbidden; objects are never missing unless they were lost. Who signs an address for somebody else reads no answer.',
    page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    needs: ({ used, target }) =>
      [...used].flatMap((atom) => {
        if (SIGNS_ALONE.some((name) => target?.name.endsWith(`-${name}`))) return [];
        const [, bucket] = /^s3:GetObject on (arn:[\w-]+:s3:::[^/]+)\/\S*$/.exec(atom) ?? [];
        return bucket === undefined ? [] : [atomOf('s3:ListBucket', bucket)];
      }),
  },
  {
    name: 'text messages',
    why: 'SNS sends a text message through End User Messaging with the right of its caller; the local SNS keeps it in a list.',
    page: 'https://docs.aws.amazon.com/sns/latest/dg/security-iam-awsmanpol.html',
    needs: ({ used }) =>
      used.has(atomOf('sns:Publish', '+*'))
        ? [
            atomOf('sms-voice:SendTextMessage', '*', [
              { operator: 'StringEquals', key: 'aws:CalledViaLast', value: 'sns.amazonaws.com' },
            ]),
          ]
        : [],
  },
  {
    name: 'schedule',
    why: 'EventBridge Scheduler calls a function, and keeps what it could not call, with a role of its own; here the local stack does, as itself.',
    page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html',
    needs: ({ model, role }) =>
      model
        .ofType('AWS::Scheduler::Schedule')
        .filter(({ properties }) => textOf(at(properties, 'Target', 'RoleArn')) === role.arn)
        .flatMap(({ properties }) => {
          const lost = textOf(at(properties, 'Target', 'DeadLetterConfig', 'Arn'));
          return [
            atomOf('lambda:InvokeFunction', textOf(at(properties, 'Target', 'Arn'))),
            ...(lost === '' ? [] : [atomOf('sqs:SendMessage', lost)]),
          ];
        }),
  },
  {
    name: 'what became of SMS',
    why: 'SNS writes it with the role that an operator gives it for the account; here the local SNS does, as itself.',
    page: 'https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html',
    needs: ({ model, role }) =>
      model
        .ofType('AWS::SSM::Parameter')
        .filter(
          ({ name, properties }) => name.endsWith('/sms-status-role-arn') && textOf(properties.Value) === role.arn,
        )
        .flatMap(() => model.ofType('AWS::Logs::LogGroup').filter(({ name }) => name.startsWith('sns/')))
        .flatMap(({ name }) =>
          ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) =>
            atomOf(action, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}:log-stream:*`),
          ),
        ),
  },
  {
    name: 'routes of the gateway',
    why: 'API Gateway calls the functions of routes with the role that their integrations name; here the local stack does, as itself.',
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html',
    needs: ({ model, role }) =>
      model
        .ofType('AWS::ApiGateway::Method')
        .filter(({ properties }) => textOf(at(properties, 'Integration', 'Credentials')) === role.arn)
        .flatMap(({ properties }) => {
          const [, arn] =
            /functions\/(arn:[^/]+)\/invocations$/.exec(textOf(at(properties, 'Integration', 'Uri'))) ?? [];
          return arn === undefined ? [] : [atomOf('lambda:InvokeFunction', arn)];
        }),
  },
  {
    name: 'log of the gateway',
    why: 'API Gateway writes its logs with the role that its account names, which must have this policy of AWS.',
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    needs: ({ model, role }) =>
      model
        .ofType('AWS::ApiGateway::Account')
        .filter(({ properties }) => textOf(properties.CloudWatchRoleArn) === role.arn)
        .map(() =>
          atomOf(
            'what the policy of AWS allows',
            'arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
          ),
        ),
  },
];
