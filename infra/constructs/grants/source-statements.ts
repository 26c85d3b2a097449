import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { through } from './key-statements.ts';
import { isOfTable } from './table-statements.ts';

/** What Lambda does with the function's role to read a queue for it. */
export const consumeStatement = (queueArn: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queueArn],
  });

/** What Lambda does with the function's role to read the table's stream, and to keep what failed in S3. */
export const streamStatements = (
  name: FunctionName,
  stream: { streamArn: string; failuresArn: string; keyArn: string; region: string },
): PolicyStatement[] => [
  new PolicyStatement({
    actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
    resources: [stream.streamArn],
  }),
  new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${stream.failuresArn}/*`] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [stream.failuresArn] }),
  ...(
    [
      // Who reads the table may open its key already.
      ...(manifest[name].grants.some(isOfTable) ? [] : [['kms:Decrypt', 'dynamodb'] as const]),
      ['kms:GenerateDataKey', 's3'],
    ] as const
  ).map(
    ([action, service]) =>
      new PolicyStatement({
        actions: [action],
        resources: [stream.keyArn],
        conditions: through(service, stream.region),
      }),
  ),
];
