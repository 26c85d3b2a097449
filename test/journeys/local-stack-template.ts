/**
 * A small deployment written by hand as the CDK would synthesise it: two stacks that meet through SSM parameters, each
 * kind of trigger once.
 */
type Resource = { Type: string; Properties?: Record<string, unknown>; Metadata?: Record<string, unknown> };
export type Template = { Resources: Record<string, Resource>; Parameters?: Record<string, unknown> };

const att = (id: string, name: string) => ({ 'Fn::GetAtt': [id, name] });
const ref = (id: string) => ({ Ref: id });

const published = (name: string, value: unknown): Resource => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Name: `/fixture/${name}`, Value: value },
});
const read = (name: string) => ({ Type: 'AWS::SSM::Parameter::Value<String>', Default: `/fixture/${name}` });

export const dataTemplate = (): Template => ({
  Resources: {
    Table: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        Replicas: [{ Region: ref('AWS::Region') }],
      },
    },
    RootKey: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: {
        GenerateSecretString: {
          SecretStringTemplate: '{}',
          GenerateStringKey: 'key1',
          PasswordLength: 64,
          ExcludePunctuation: true,
        },
      },
    },
    TableName: published('table', ref('Table')),
    TableArn: published('table-arn', att('Table', 'Arn')),
    StreamArn: published('stream', att('Table', 'StreamArn')),
    RootKeyArn: published('root-key', ref('RootKey')),
  },
});

const functionWith = (
  name: string,
  environment: Record<string, unknown>,
  statements: readonly object[],
  timeout = 10,
): Record<string, Resource> => ({
  [`${name}Role`]: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
  [`${name}Policy`]: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: name,
      PolicyDocument: { Version: '2012-10-17', Statement: statements },
      Roles: [ref(`${name}Role`)],
    },
  },
  [name]: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: `aval-local-${name}`,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: timeout,
      MemorySize: 256,
      Role: att(`${name}Role`, 'Arn'),
      Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
      Environment: { Variables: environment },
    },
    Metadata: { 'aws:cdk:path': `Fixture/${name}/Resource` },
  },
});

const allow = (action: string | readonly string[], resource: unknown) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

const invocation = (name: string) => ({
  'Fn::Join': [
    '',
    [
      'arn:',
      ref('AWS::Partition'),
      ':apigateway:',
      ref('AWS::Region'),
      ':lambda:path/2015-03-31/functions/',
      att(name, 'Arn'),
      '/invocations',
    ],
  ],
});

/** API Gateway may call the function. */
const permission = (name: string): Resource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: 'lambda:InvokeFunction',
    FunctionName: att(name, 'Arn'),
    Principal: 'apigateway.amazonaws.com',
  },
});

const api = (
  id: string,
  name: string,
  routes: readonly { path: readonly string[]; method: string; target: string; isKeyed: boolean }[],
): Record<string, Resource> => {
  const resources: Record<string, Resource> = {
    [id]: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: name } },
  };
  for (const { path, method, target, isKeyed } of routes) {
    resources[`${target}Permission`] = permission(target);
    let parent: unknown = att(id, 'RootResourceId');
    let logicalId = id;
    for (const part of path) {
      logicalId += part.replace(/\W/g, '');
      resources[logicalId] = {
        Type: 'AWS::ApiGateway::Resource',
        Properties: { ParentId: parent, PathPart: part, RestApiId: ref(id) },
      };
      parent = ref(logicalId);
    }
    const access = isKeyed
      ? { AuthorizationType: 'CUSTOM', AuthorizerId: ref('Authorizer') }
      : { AuthorizationType: 'NONE' };
    resources[`${logicalId}${method}`] = {
      Type: 'AWS::ApiGateway::Method',
      Properties: {
        HttpMethod: method,
        ResourceId: parent,
        RestApiId: ref(id),
        Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: invocation(target) },
        ...access,
      },
    };
  }
  return resources;
};

const queues = (): Record<string, Resource> => ({
  DeadLetters: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'fixture-dlq' } },
  SendQueue: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: 'fixture-send',
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: att('DeadLetters', 'Arn'), maxReceiveCount: 2 },
    },
  },
  ReplyQueue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'fixture-replies' } },
  ReplyTopic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'fixture-replies' } },
  ReplyQueuePolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [ref('ReplyQueue')],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'sns.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: att('ReplyQueue', 'Arn'),
          },
        ],
      },
    },
  },
  ReplySubscription: {
    Type: 'AWS::SNS::Subscription',
    Properties: { Protocol: 'sqs', TopicArn: ref('ReplyTopic'), Endpoint: att('ReplyQueue', 'Arn') },
  },
  SendSource: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: att('SendQueue', 'Arn'),
      FunctionName: ref('send-message'),
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  ReplySource: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: att('ReplyQueue', 'Arn'),
      FunctionName: ref('apply-sms-reply'),
      BatchSize: 10,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  StreamSource: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: ref('StreamArn'),
      FunctionName: ref('outbox'),
      BatchSize: 100,
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 3,
    },
  },
});

const readQueue = (queue: string) =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], att(queue, 'Arn'));
const putEvents = allow('events:PutEvents', att('Bus', 'Arn'));

const functions = (): Record<string, Resource> => ({
  ...functionWith('authorize', { ROOT_KEY_SECRET_ID: ref('RootKeyArn') }, [
    allow('secretsmanager:GetSecretValue', ref('RootKeyArn')),
  ]),
  ...functionWith(
    'put-note',
    { TABLE_NAME: ref('TableName') },
    [allow(['dynamodb:PutItem', 'dynamodb:GetItem'], ref('TableArn'))],
    2,
  ),
  ...functionWith('show-note', { STAGE: 'local', CLOCK_OFFSET_FILE: ref('ClockOffsetFile') }, []),
  ...functionWith('outbox', { SEND_QUEUE_URL: ref('SendQueue'), EVENT_BUS_NAME: ref('Bus') }, [
    allow('sqs:SendMessage', att('SendQueue', 'Arn')),
    allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      ref('StreamArn'),
    ),
    putEvents,
  ]),
  ...functionWith('send-message', { SES_CONFIGURATION_SET: ref('Sending'), PUBLIC_BASE_URL: ref('PublicBaseUrl') }, [
    readQueue('SendQueue'),
    allow('ses:SendEmail', '*'),
    { Effect: 'Allow', Action: 'sns:Publish', NotResource: 'arn:aws:sns:*:*:*' },
  ]),
  ...functionWith('apply-sms-reply', { EVENT_BUS_NAME: ref('Bus') }, [readQueue('ReplyQueue'), putEvents]),
  ...functionWith('tick', { EVENT_BUS_NAME: ref('Bus') }, [putEvents]),
  ...functionWith('broken', { STAGE: 'local' }, []),
});

export const appTemplate = (): Template => ({
  Parameters: {
    TableName: read('table'),
    TableArn: read('table-arn'),
    StreamArn: read('stream'),
    RootKeyArn: read('root-key'),
    PublicBaseUrl: { Type: 'String' },
    ClockOffsetFile: { Type: 'String' },
  },
  Resources: {
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'fixture' } },
    Sending: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'fixture-sending' } },
    Contents: { Type: 'AWS::S3::Bucket' },
    ...queues(),
    ...functions(),
    Tick: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 hour)',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: att('tick', 'Arn'), RoleArn: att('tickRole', 'Arn') },
      },
    },
    authorizePermission: permission('authorize'),
    Authorizer: {
      Type: 'AWS::ApiGateway::Authorizer',
      Properties: {
        Type: 'TOKEN',
        IdentitySource: 'method.request.header.Authorization',
        AuthorizerResultTtlInSeconds: 30,
        AuthorizerUri: invocation('authorize'),
        RestApiId: ref('ApplicationApi'),
      },
    },
    ...api('ApplicationApi', 'fixture-application', [
      { path: ['v1', 'notes'], method: 'POST', target: 'put-note', isKeyed: true },
      { path: ['v1', 'broken'], method: 'GET', target: 'broken', isKeyed: true },
    ]),
    ...api('PublicApi', 'fixture-public', [
      { path: ['o', '{token}'], method: 'GET', target: 'show-note', isKeyed: false },
    ]),
    NotFound: {
      Type: 'AWS::ApiGateway::GatewayResponse',
      Properties: {
        RestApiId: ref('ApplicationApi'),
        ResponseType: 'UNAUTHORIZED',
        StatusCode: '401',
        ResponseParameters: {
          'gatewayresponse.header.Content-Type': "'application/problem+json'",
          'gatewayresponse.header.X-Correlation-Id': 'context.requestId',
        },
        ResponseTemplates: {
          'application/json': '{"title":"No valid API key","correlationId":"$context.requestId"}',
        },
      },
    },
  },
});
