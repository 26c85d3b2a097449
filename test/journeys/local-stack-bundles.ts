/** Bundles of the hand-made assembly: what each function does, in a few lines, with unmodified SDKs. */
export const BUNDLES: Readonly<Record<string, string>> = {
  authorize: `
    import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
    const client = new SecretsManagerClient({});
    let calls = 0;
    export const handler = async (event) => {
      calls += 1;
      const secret = await client.send(new GetSecretValueCommand({ SecretId: process.env.ROOT_KEY_SECRET_ID }));
      const isKnown = event.authorizationToken === 'Bearer aval_root_' + JSON.parse(secret.SecretString).key1;
      const resource = event.methodArn.split('/').slice(0, 2).join('/') + '/*';
      const Statement = [{ Action: 'execute-api:Invoke', Effect: isKnown ? 'Allow' : 'Deny', Resource: resource }];
      return { principalId: 'root', policyDocument: { Version: '2012-10-17', Statement }, context: { scopes: 'all', calls } };
    };`,
  'put-note': `
    import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
    const client = new DynamoDBClient({ maxAttempts: 1 });
    export const handler = async (event) => {
      const asked = JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body);
      if (asked.wait) await new Promise((resolve) => setTimeout(resolve, asked.wait));
      if (asked.exit) process.exit(3);
      try {
        if (asked.scan) await client.send(new ScanCommand({ TableName: process.env.TABLE_NAME }));
        const item = { pk: { S: asked.id }, sk: { S: 'NOTE' }, text: { S: asked.text ?? '' } };
        if (asked.expiresAt) item.expiresAt = { N: String(asked.expiresAt) };
        await client.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: item }));
      } catch (error) {
        return { statusCode: 503, headers: { 'content-type': 'text/plain' }, body: error.name };
      }
      const body = JSON.stringify({ id: asked.id, authorizer: event.requestContext.authorizer, query: event.multiValueQueryStringParameters });
      return { statusCode: 201, multiValueHeaders: { 'x-two': ['a', 'b'] }, body };
    };`,
  'show-note': `
    import { readFileSync } from 'node:fs';
    export const handler = async (event, context) => {
      const now = new Date(Date.now() + Number(readFileSync(process.env.CLOCK_OFFSET_FILE, 'utf8'))).toISOString();
      const variables = Object.keys(process.env).sort();
      return { statusCode: 200, body: JSON.stringify({ token: event.pathParameters.token, now, left: context.getRemainingTimeInMillis(), variables }) };
    };`,
  outbox: `
    import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
    import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    const queue = new SQSClient({});
    const bus = new EventBridgeClient({});
    export const handler = async (event) => {
      for (const record of event.Records) {
        const id = record.dynamodb.Keys.pk.S;
        const detail = JSON.stringify({ id, change: record.eventName, by: record.userIdentity?.principalId });
        await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.EVENT_BUS_NAME, Source: 'aval', DetailType: 'note.changed.v1', Detail: detail }] }));
        if (record.eventName !== 'INSERT' || id.startsWith('quiet')) continue;
        const entry = { Id: '1', MessageBody: JSON.stringify({ id, text: record.dynamodb.NewImage.text.S }) };
        await queue.send(new SendMessageBatchCommand({ QueueUrl: process.env.SEND_QUEUE_URL, Entries: [entry] }));
      }
      return { batchItemFailures: [] };
    };`,
  'send-message': `
    import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
    import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
    const ses = new SESv2Client({ maxAttempts: 1 });
    const sns = new SNSClient({ maxAttempts: 1 });
    const email = (id, text) => ses.send(new SendEmailCommand({
      FromEmailAddress: 'Maison Test <news@maison.example>', Destination: { ToAddresses: [id + '@example.fr'] },
      ConfigurationSetName: process.env.SES_CONFIGURATION_SET, EmailTags: [{ Name: 'note', Value: id }],
      Content: { Simple: { Subject: { Data: 'Note ' + id }, Body: { Text: { Data: text }, Html: { Data: '<p>' + text + '</p>' } },
        Headers: [{ Name: 'List-Unsubscribe', Value: '<' + process.env.PUBLIC_BASE_URL + '/o/' + id + '>' }] } },
    }));
    const sms = (text) => sns.send(new PublishCommand({ PhoneNumber: '+33612345678', Message: text,
      MessageAttributes: { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'MAISON' } } }));
    export const handler = async (event) => {
      const batchItemFailures = [];
      for (const record of event.Records) {
        const { id, text } = JSON.parse(record.body);
        try {
          if (id.startsWith('crash') && record.attributes.ApproximateReceiveCount === '1') process.exit(1);
          if (id.startsWith('poison')) throw new Error('poison');
          await (id.startsWith('sms') ? sms(text) : email(id, text));
        } catch (error) {
          console.log(error.name + ' ' + error.message);
          if (id.startsWith('poison')) batchItemFailures.push({ itemIdentifier: record.messageId });
        }
      }
      return { batchItemFailures };
    };`,
  'apply-sms-reply': `
    import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    const bus = new EventBridgeClient({});
    export const handler = async (event) => {
      for (const record of event.Records) {
        const Detail = JSON.parse(record.body).Message;
        await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.EVENT_BUS_NAME, Source: 'aval', DetailType: 'sms.replied.v1', Detail }] }));
      }
      return { batchItemFailures: [] };
    };`,
  tick: `
    import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    const bus = new EventBridgeClient({});
    export const handler = async () => {
      await bus.send(new PutEventsCommand({ Entries: [{ EventBusName: process.env.EVENT_BUS_NAME, Source: 'aval', DetailType: 'ticked.v1', Detail: '{}' }] }));
    };`,
  broken: `import './not-there.mjs'; export const handler = async () => ({});`,
};
