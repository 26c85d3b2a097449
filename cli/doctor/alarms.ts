import { ListSubscriptionsByTopicCommand, NotFoundException, type SNSClient } from '@aws-sdk/client-sns';
import { type Finding, fail, ok } from './finding.ts';

/** Who is subscribed to a topic: `confirmed` are reached, `pending` never followed the link that AWS sent them. */
export interface Readers {
  readonly confirmed: number;
  readonly pending: number;
}

/** Whom alarms of a stage reach; nothing before the first deployment, when there is no topic. */
export const ofAlarmReaders = (readers: Readers | undefined): readonly Finding[] => {
  if (readers === undefined) return [];
  const { confirmed, pending } = readers;
  if (confirmed > 0) return [ok('alarms', `${confirmed} who read them`)];
  const says = pending > 0 ? 'nobody confirmed to read them' : 'nobody is subscribed to them';
  return [
    fail(
      'alarms',
      `${says}: they wake nobody`,
      'Follow the link in the mail of AWS Notifications to `alarms.email`; the console of SNS sends it again.',
    ),
  ];
};

/** SNS names a subscription that waits for its confirmation so, in place of its ARN. */
const PENDING = 'PendingConfirmation';

/** Looks at the first hundred; `undefined`: there is no such topic. */
export const readersInAws = async (client: SNSClient, TopicArn: string): Promise<Readers | undefined> => {
  try {
    const { Subscriptions = [] } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    const arns = Subscriptions.map(({ SubscriptionArn }) => SubscriptionArn);
    const confirmed = arns.filter((arn) => arn?.startsWith('arn:')).length;
    return { confirmed, pending: arns.filter((arn) => arn === PENDING).length };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};
