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
  /** Beside those of every mail. */
  readonly headers?: readonly { readonly name: string; readonly value: string }[] | undefined;
}

export interface InboundMailOptions {
  readonly model: Model;
  readonly topics: Topics;
  readonly now: () => string;
  /** Called when the topic does not let SES publish. */
  readonly onDenied: (topicArn: string) => void;
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
const notificationOf = (mail: SentMail, topicArn: string, timestamp: string): JsonObject => ({
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
    action: { type: 'Stop', topicArn },
  },
  mail: {
    timestamp,
    source: mail.from,
    messageId: randomUUID().replaceAll('-', ''),
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

/** Mail that arrives by the receipt rules of the template, as SES brings it. */
export const createInboundMail =
  ({ model, topics, now, onDenied }: InboundMailOptions) =>
  /** Throws `RangeError` where no rule takes the mail: SES would refuse it. */
  async (mail: SentMail): Promise<void> => {
    const rule = model.ofType('AWS::SES::ReceiptRule').find((each) => takes(each, mail.to));
    if (rule === undefined) throw new RangeError('No receipt rule takes mail for this address.');
    const source = receiptRuleArn(rule.properties);
    for (const action of listOf(at(rule.properties, 'Rule', 'Actions'))) {
      const topicArn = textOf(at(action, 'StopAction', 'TopicArn'));
      if (topicArn === '') continue;
      if (allowsService(model, topicArn, 'ses.amazonaws.com', 'sns:Publish', source))
        await topics.publish(topicArn, notificationOf(mail, topicArn, now()));
      else onDenied(topicArn);
    }
  };
