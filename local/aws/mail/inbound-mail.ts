import { randomUUID } from 'node:crypto';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { allowsService } from '../iam/resource-policy.ts';
import type { Topics } from '../topics.ts';

/** A mail that a person, or a program, sends to a domain whose mail SES receives. */
export interface SentMail {
  /** Of the envelope; empty: nobody is to be answered, as of a bounce. */
  readonly from: string;
  /** Of the envelope. */
  readonly to: string;
  readonly subject?: string | undefined;
  /** Its plain text, for a rule that keeps it. */
  readonly text?: string | undefined;
  /** The whole mail as it is written (RFC 5322), for a rule that keeps it; absent: one is made of the rest. */
  readonly raw?: string | undefined;
  /** Beside those of every mail. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | undefined;
}

export interface InboundMailOptions {
  readonly model: Model;
  readonly topics: Topics;
  /** Puts an object of a bucket. */
  readonly put: (bucket: string, key: string, bytes: Buffer) => Promise<void>;
  readonly now: () => string;
  /** Called when a topic does not let SES publish, or a bucket does not let it put: `sns:Publish on <ARN>`. */
  readonly onDenied: (what: string) => void;
}

/** The mailboxes of a rule: an address, a domain, or a point and a domain for those below it ("Receipt rules"). */
const takes = (rule: Resource, to: string): boolean => {
  const host = to.slice(to.lastIndexOf('@') + 1).toLowerCase();
  return listOf(at(rule.properties, 'Rule', 'Recipients'))
    .map((each) => textOf(each).toLowerCase())
    .some((each) => each === to.toLowerCase() || each === host || (each.startsWith('.') && host.endsWith(each)));
};

/** As SES names the rule for which it publishes. */
export const receiptRuleArn = (properties: JsonObject): string =>
  `arn:aws:ses:${REGION}:${ACCOUNT}:receipt-rule-set/${textOf(properties.RuleSetName)}:receipt-rule/${textOf(at(properties, 'Rule', 'Name'))}`;

/** What SES publishes of a mail received, where the action is not SNS: no content ("Contents of notifications for Amazon SES email receiving"). */
const notificationOf = (mail: SentMail, action: JsonObject, messageId: string, timestamp: string): JsonObject => ({
  notificationType: 'Received',
  receipt: {
    timestamp,
    processingTimeMillis: 40,
    recipients: [mail.to],
    ...Object.fromEntries(
      ['spamVerdict', 'virusVerdict', 'spfVerdict', 'dkimVerdict', 'dmarcVerdict'].map((name) => [
        name,
        { status: 'DISABLED' },
      ]),
    ),
    action,
  },
  mail: {
    timestamp,
    source: mail.from,
    messageId,
    destination: [mail.to],
    headersTruncated: false,
    headers: [
      { name: 'Return-Path', value: `<${mail.from}>` },
      { name: 'From', value: mail.from },
      { name: 'To', value: mail.to },
      { name: 'Subject', value: mail.subject ?? '' },
      ...(mail.headers ?? []).map((each) => ({ ...each })),
    ],
    commonHeaders: { returnPath: mail.from, from: [mail.from], to: [mail.to], subject: mail.subject ?? '' },
  },
});

/** A bucket under a key takes an object of SES where its own policy and that of the key let it ("Give Amazon SES permission to write to an S3 bucket"). */
const mayPut = (model: Model, bucketName: string, objectArn: string, source: string): boolean => {
  const bucket = model.ofType('AWS::S3::Bucket').find(({ name }) => name === bucketName);
  const [encryption] = listOf(at(bucket?.properties, 'BucketEncryption', 'ServerSideEncryptionConfiguration'));
  const key = textOf(at(encryption, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'));
  const ses = 'ses.amazonaws.com';
  return (
    bucket !== undefined &&
    allowsService(model, bucket.arn, ses, 's3:PutObject', source, objectArn) &&
    (key === '' || allowsService(model, key, ses, 'kms:GenerateDataKey', source))
  );
};

/** A mail as it is written, of what a caller says of it. */
const rawOf = (mail: SentMail): string =>
  [
    `Return-Path: <${mail.from}>`,
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Subject: ${mail.subject ?? ''}`,
    ...(mail.headers ?? []).map(({ name, value }) => `${name}: ${value}`),
    'Content-Type: text/plain; charset=utf-8',
    '',
    mail.text ?? '',
  ].join('\r\n');

/** Mail that arrives by the receipt rules of the template, as SES brings it. */
export const createInboundMail =
  ({ model, topics, put, now, onDenied }: InboundMailOptions) =>
  /** Throws `RangeError` where no rule takes the mail: SES would refuse it. */
  async (mail: SentMail): Promise<void> => {
    const rule = model.ofType('AWS::SES::ReceiptRule').find((each) => takes(each, mail.to));
    if (rule === undefined) throw new RangeError('No receipt rule takes mail for this address.');
    const source = receiptRuleArn(rule.properties);
    const messageId = randomUUID().replaceAll('-', '');
    const publish = async (topicArn: string, action: JsonObject): Promise<void> => {
      if (topicArn === '') return;
      if (allowsService(model, topicArn, 'ses.amazonaws.com', 'sns:Publish', source))
        await topics.publish(topicArn, notificationOf(mail, { ...action, topicArn }, messageId, now()));
      else onDenied(`sns:Publish on ${topicArn}`);
    };
    for (const action of listOf(at(rule.properties, 'Rule', 'Actions'))) {
      const kept = at(action, 'S3Action');
      if (kept === undefined) {
        await publish(textOf(at(action, 'StopAction', 'TopicArn')), { type: 'Stop' });
        continue;
      }
      const bucketName = textOf(at(kept, 'BucketName'));
      const objectKey = `${textOf(at(kept, 'ObjectKeyPrefix'))}${messageId}`;
      const objectArn = `arn:aws:s3:::${bucketName}/${objectKey}`;
      if (!mayPut(model, bucketName, objectArn, source)) onDenied(`s3:PutObject on ${objectArn}`);
      else {
        await put(bucketName, objectKey, Buffer.from(mail.raw ?? rawOf(mail), 'utf8'));
        const where = { bucketName, objectKey, objectKeyPrefix: textOf(at(kept, 'ObjectKeyPrefix')) };
        await publish(textOf(at(kept, 'TopicArn')), { type: 'S3', ...where });
      }
    }
  };
