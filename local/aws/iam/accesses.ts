import { ACCOUNT, REGION, streamArn } from '../../template/attributes.ts';
import { at, type Json, listOf, objectOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import type { AwsCall } from '../call.ts';
import { hashKeyOf, leadingKeysOf } from './leading-keys.ts';
import { modelAccesses } from './model-accesses.ts';
import { callAccesses, textAccesses } from './origin-accesses.ts';
import type { Access } from './policy.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${rest}`;
const tableArn = (table: Json | undefined) => arn('dynamodb', `table/${textOf(table).replace(/^arn:.*:table\//, '')}`);

const TRANSACTION_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

const transactionAccesses = (call: AwsCall, model: Model): readonly Access[] =>
  listOf(call.input.TransactItems).flatMap((item) =>
    Object.entries(objectOf(item)).map(([kind, request]) => ({
      action: `dynamodb:${TRANSACTION_ACTIONS[kind] ?? kind}`,
      resource: tableArn(at(request, 'TableName')),
      context: leadingKeysOf(request, hashKeyOf(model, at(request, 'TableName'))),
    })),
  );

const dynamodb = (call: AwsCall, model: Model): readonly Access[] => {
  const action = `dynamodb:${call.operation}`;
  if (call.input.TransactItems !== undefined) return transactionAccesses(call, model);
  if (call.input.StreamArn !== undefined) {
    const table = /table\/([^/]+)/.exec(textOf(call.input.StreamArn))?.[1] ?? '';
    return [{ action, resource: streamArn(table) }];
  }
  const tables =
    call.input.RequestItems === undefined ? [call.input.TableName] : Object.keys(objectOf(call.input.RequestItems));
  const index = textOf(call.input.IndexName);
  return tables.map((table) => {
    const asked = at(call.input.RequestItems, textOf(table)) ?? call.input;
    return {
      action,
      resource: `${tableArn(table)}${index ? `/index/${index}` : ''}`,
      context: leadingKeysOf(asked, hashKeyOf(model, table)),
    };
  });
};

const sqs = (call: AwsCall): readonly Access[] => {
  const name = textOf(call.input.QueueUrl).split('/').at(-1) || textOf(call.input.QueueName);
  return [{ action: `sqs:${call.operation.replace(/Batch$/, '')}`, resource: arn('sqs', name) }];
};

/** Publishing to a phone number is authorised on the number itself, so only a policy on `*` allows it (SNS and IAM). */
const sns = (call: AwsCall): readonly Access[] => {
  const resource = [call.input.TopicArn, call.input.TargetArn, call.input.PhoneNumber].map(textOf).find(Boolean) ?? '*';
  return [{ action: `sns:${call.operation.replace(/Batch$/, '')}`, resource }];
};

/** What S3 asks for: of one version that is named, another right. */
const s3Action = ({ operation, url }: AwsCall): string => {
  const action = operation === 'HeadObject' ? 'GetObject' : operation;
  return /^(?:Get|Delete)Object$/.test(action) && /[?&]versionId=/.test(url) ? `${action}Version` : action;
};

const s3 = (call: AwsCall): readonly Access[] => {
  const [bucket = '', ...key] = new URL(call.url, 'http://aws.local').pathname
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const resource = `arn:aws:s3:::${[bucket, ...key].join('/')}`;
  if (call.operation === 'GetObjectLockConfiguration')
    return [{ action: 's3:GetBucketObjectLockConfiguration', resource }];
  if (key.length === 0) return [{ action: 's3:ListBucket', resource }];
  const action = s3Action(call);
  return [{ action: `s3:${action}`, resource }];
};

const addressIn = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** The sending identity (the address, else its domain) and the configuration set must both be allowed. */
const sesv2 = (call: AwsCall, isIdentity: (name: string) => boolean): readonly Access[] => {
  const action = `ses:${call.operation}`;
  if (/^(?:Create|Get)Tenant/.test(call.operation)) {
    const resource = textOf(call.input.ResourceArn);
    const tenant = { action, resource: arn('ses', `tenant/${textOf(call.input.TenantName)}/tn-1`) };
    return resource ? [tenant, { action, resource }] : [tenant];
  }
  if (!call.operation.startsWith('Send')) return [{ action, resource: '*' }];
  const address = addressIn(textOf(call.input.FromEmailAddress));
  const identity = isIdentity(address) ? address : (address.split('@')[1] ?? address);
  const recipients = listOf(at(call.input, 'Destination', 'ToAddresses')).map(textOf);
  const context = { 'ses:FromAddress': [address], 'ses:Recipients': recipients };
  const set = textOf(call.input.ConfigurationSetName);
  const accesses = [{ action, resource: arn('ses', `identity/${identity}`), context }];
  return set ? [...accesses, { action, resource: arn('ses', `configuration-set/${set}`), context }] : accesses;
};

const secretsmanager = (call: AwsCall, model: Model): readonly Access[] => {
  const id = textOf(call.input.SecretId);
  return [
    { action: `secretsmanager:${call.operation}`, resource: model.find(id, 'AWS::SecretsManager::Secret')?.arn ?? id },
  ];
};

/** The key that a call needs a right to: the one it names, or the one that a ciphertext names. */
export const keyAsked = ({ input }: Pick<AwsCall, 'input'>, model: Model): string => {
  const named = textOf(input.KeyId);
  const blob = Buffer.from(textOf(input.CiphertextBlob), 'base64');
  const id = named === '' ? blob.subarray(1, 1 + (blob[0] ?? 0)).toString('utf8') : named;
  return model.find(id, 'AWS::KMS::Key')?.arn ?? id;
};

/** Directly, and so without `kms:ViaService`; with the words that the call says. */
const kms = (call: AwsCall, model: Model): readonly Access[] => {
  const said = Object.entries(objectOf(call.input.EncryptionContext));
  const context = {
    'kms:EncryptionContextKeys': said.map(([name]) => name),
    ...Object.fromEntries(said.map(([name, word]) => [`kms:EncryptionContext:${name}`, [textOf(word)]])),
  };
  return [{ action: `kms:${call.operation}`, resource: keyAsked(call, model), context }];
};

const ssm = (call: AwsCall): readonly Access[] =>
  [call.input.Name, call.input.Path, ...listOf(call.input.Names)]
    .filter((name) => name !== undefined)
    .map((name) => ({
      action: `ssm:${call.operation}`,
      resource: arn('ssm', `parameter/${textOf(name).replace(/^\//, '')}`),
    }));

/** A log group is compared with its streams, though none is named; who asks for what is hidden needs a right beside (`logs:Unmask`). */
const logs = ({ operation, input }: AwsCall): readonly Access[] => {
  const group = textOf(input.logGroupName) || textOf(input.logGroupIdentifier);
  const resource = group === '' ? '*' : arn('logs', `log-group:${group}:log-stream:`);
  const action = `logs:${operation}`;
  return input.unmask === true
    ? [
        { action, resource },
        { action: 'logs:Unmask', resource },
      ]
    : [{ action, resource }];
};

const events = (call: AwsCall, model: Model): readonly Access[] =>
  listOf(call.input.Entries).map((entry) => {
    const bus = textOf(at(entry, 'EventBusName')) || 'default';
    const context = {
      'events:source': [textOf(at(entry, 'Source'))],
      'events:detail-type': [textOf(at(entry, 'DetailType'))],
    };
    return {
      action: 'events:PutEvents',
      resource: model.find(bus, 'AWS::Events::EventBus')?.arn ?? arn('events', `event-bus/${bus}`),
      context,
    };
  });

/** What a call needs to be allowed, in the words of the Service Authorization Reference. */
export const accessesOf = (call: AwsCall, model: Model): readonly Access[] => {
  const isIdentity = (name: string) =>
    model.ofType('AWS::SES::EmailIdentity').some((identity) => identity.name === name);
  const per: Readonly<Record<string, () => readonly Access[]>> = {
    dynamodb: () => dynamodb(call, model),
    sqs: () => sqs(call),
    sns: () => sns(call),
    s3: () => s3(call),
    sesv2: () => sesv2(call, isIdentity),
    secretsmanager: () => secretsmanager(call, model),
    kms: () => kms(call, model),
    ssm: () => ssm(call),
    logs: () => logs(call),
    'sms-voice': () => textAccesses(call),
    connect: () => callAccesses(call, model),
    bedrock: () => modelAccesses(call),
    // Everybody may ask who they are (AWS STS, GetCallerIdentity).
    sts: () => [],
    events: () => events(call, model),
  };
  return per[call.service]?.() ?? [{ action: `${call.service}:${call.operation}`, resource: '*' }];
};
