import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { allowsService } from '../iam/resource-policy.ts';
import type { Topics } from '../topics.ts';
import type { Tenants } from './email-tenants.ts';
import type { ReceivedMail } from './received-mail.ts';

/** What can become of a mail, in the words of SES; `type`, `subType` and `status` of a bounce. */
export type MailFate =
  | { readonly event: 'Send' | 'Reject' | 'DeliveryDelay' }
  | { readonly event: 'Bounce'; readonly type: string; readonly subType: string; readonly status?: string }
  | { readonly event: 'Complaint'; readonly feedbackType?: string; readonly subType?: string };

/** The mailbox simulator of SES, by the local part of its addresses, whatever follows a `+`. */
const SIMULATOR: Readonly<Record<string, MailFate>> = {
  bounce: { event: 'Bounce', type: 'Permanent', subType: 'General', status: '5.1.1' },
  ooto: { event: 'Bounce', type: 'Transient', subType: 'General' },
  complaint: { event: 'Complaint', feedbackType: 'abuse' },
  suppressionlist: { event: 'Bounce', type: 'Permanent', subType: 'Suppressed' },
};
const ON_LIST: MailFate = { event: 'Bounce', type: 'Permanent', subType: 'OnTenantSuppressionList' };
/** Template names of the events that a destination may ask for. */
const MATCHING = {
  Send: 'send',
  Reject: 'reject',
  Bounce: 'bounce',
  Complaint: 'complaint',
  DeliveryDelay: 'deliveryDelay',
};
/** SES reports a little later than it answers. */
const DELAY_MS = 100;

/** A mail, with what its request said beside its content. */
export interface TakenMail {
  readonly mail: ReceivedMail;
  readonly set: string;
  readonly tenant: string;
}

interface Report {
  readonly topicArn: string;
  readonly event: JsonObject;
}

export interface EmailReportsOptions {
  readonly model: Model;
  readonly topics: Topics;
  readonly tenants: Tenants;
  readonly now: () => string;
  /** Called when the topic does not let SES publish. */
  readonly onDenied: (topicArn: string) => void;
}

const detailOf = (fate: MailFate, to: string, timestamp: string): JsonObject => {
  const feedbackId = randomUUID();
  if (fate.event === 'Bounce') {
    const { type, subType, status } = fate;
    const recipient = { emailAddress: to, action: 'failed', ...(status === undefined ? {} : { status }) };
    const bounced = { bounceType: type, bounceSubType: subType, bouncedRecipients: [recipient] };
    return { bounce: { ...bounced, timestamp, feedbackId } };
  }
  if (fate.event === 'Complaint') {
    const { feedbackType, subType = null } = fate;
    const type = feedbackType === undefined ? {} : { complaintFeedbackType: feedbackType };
    return {
      complaint: {
        complainedRecipients: [{ emailAddress: to }],
        complaintSubType: subType,
        timestamp,
        feedbackId,
        ...type,
      },
    };
  }
  return { [`${fate.event.charAt(0).toLowerCase()}${fate.event.slice(1)}`]: {} };
};

/** The event as SES publishes it ("Contents of event data that Amazon SES publishes to Amazon SNS"). */
const eventOf = ({ mail, set, tenant }: TakenMail, fate: MailFate, now: string): JsonObject => ({
  eventType: fate.event,
  ...detailOf(fate, mail.to, now),
  mail: {
    timestamp: mail.at,
    source: mail.from,
    sendingAccountId: ACCOUNT,
    messageId: mail.id,
    destination: [mail.to],
    headersTruncated: false,
    headers: [
      { name: 'To', value: mail.to },
      { name: 'Subject', value: mail.subject },
      ...mail.headers.map((each) => ({ ...each })),
    ],
    commonHeaders: { from: [mail.from], to: [mail.to], subject: mail.subject },
    tags: {
      'ses:configuration-set': [set],
      ...(tenant ? { 'ses:tenant-name': [tenant] } : {}),
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  },
});

/** What SES reports of mails, on the topics that the template's event destinations name. */
export const createEmailReports = ({ model, topics, tenants, now, onDenied }: EmailReportsOptions) => {
  const published: Report[] = [];
  const mails = new Map<string, TakenMail>();
  let pending = 0;
  const send = async (reports: readonly Report[]) => {
    pending += 1;
    await wait(DELAY_MS);
    for (const { topicArn, event } of reports) await topics.publish(topicArn, event);
    pending -= 1;
  };
  const topicsFor = (set: string, fate: MailFate) =>
    model
      .ofType('AWS::SES::ConfigurationSetEventDestination')
      .filter(({ properties }) => textOf(properties.ConfigurationSetName) === set)
      .map(({ properties }) => properties.EventDestination)
      .filter((each) => listOf(at(each, 'MatchingEventTypes')).map(textOf).includes(MATCHING[fate.event]))
      .map((each) => textOf(at(each, 'SnsDestination', 'TopicARN')))
      .filter((topicArn) => {
        const sourceArn = `arn:aws:ses:${REGION}:${ACCOUNT}:configuration-set/${set}`;
        const isAllowed = allowsService(model, topicArn, 'ses.amazonaws.com', 'sns:Publish', sourceArn);
        if (!isAllowed) onDenied(topicArn);
        return isAllowed;
      });
  const keepList = (fate: MailFate, tenant: string, to: string) => {
    if (fate.event === 'Bounce' && fate.type === 'Permanent' && !fate.subType.startsWith('On'))
      tenants.suppress(tenant, to, 'BOUNCE');
    if (fate.event !== 'Complaint') return;
    if (fate.feedbackType === 'not-spam') tenants.forgive(tenant, to);
    else if (fate.subType === undefined) tenants.suppress(tenant, to, 'COMPLAINT');
  };
  const report = (taken: TakenMail, ...fates: readonly MailFate[]): Promise<void> => {
    const reports = fates.flatMap((fate) => {
      keepList(fate, taken.tenant, taken.mail.to);
      return topicsFor(taken.set, fate).map((topicArn) => ({ topicArn, event: eventOf(taken, fate, now()) }));
    });
    published.push(...reports);
    return send(reports);
  };
  return {
    /** Reports on a mail that was taken; false when it is on the list of its tenant, and reaches nobody. */
    onTaken: (taken: TakenMail): boolean => {
      const { to } = taken.mail;
      mails.set(to, taken);
      const isSuppressed = tenants.isSuppressed(taken.tenant, to);
      const [, name = ''] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/.exec(to) ?? [];
      const fate = isSuppressed ? ON_LIST : SIMULATOR[name];
      void report(taken, { event: 'Send' }, ...(fate === undefined ? [] : [fate]));
      return !isSuppressed;
    },
    /** Reports on the last mail to an address. */
    reportOn: async (to: string, fate: MailFate) => {
      const taken = mails.get(to);
      if (taken === undefined) throw new RangeError('No mail was taken for this address.');
      await report(taken, fate);
    },
    /** Publishes all reports again, the last one first: SNS delivers at least once, and in any order. */
    repeat: () => send(published.toReversed()),
    pending: () => pending,
    /** What SES says of the sender of these mails: hard bounces and complaints of all mails; nothing before the first. */
    reputation: (): Readonly<Record<string, number>> => {
      const count = (isCounted: (event: JsonObject) => boolean) =>
        published.filter(({ event }) => isCounted(event)).length;
      const sent = count(({ eventType }) => eventType === 'Send');
      const bounced = count(({ bounce }) => at(bounce, 'bounceType') === 'Permanent');
      const complained = count(({ eventType }) => eventType === 'Complaint');
      return sent === 0 ? {} : { BounceRate: bounced / sent, ComplaintRate: complained / sent };
    },
  };
};
export type EmailReports = ReturnType<typeof createEmailReports>;
