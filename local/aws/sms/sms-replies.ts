import { randomUUID } from 'node:crypto';
import type { Deployment } from '../../boot/deployment.ts';
import { textOf } from '../../template/json.ts';
import type { Topics } from '../topics.ts';

/** A text message that a person sends back. */
export interface SmsReply {
  /** The person's number, E.164. */
  readonly from: string;
  /** The number or code replied to; absent: the one that the last message to this person names. */
  readonly to?: string | undefined;
  readonly body: string;
}

/** A reply on its way into the deployment. */
export interface SentReply extends Required<SmsReply> {
  readonly id: string;
  /** Instant of the stack’s clock. */
  readonly at: string;
}

/** The number to reply to that a text message names in its words, as a phone shows it; `undefined`: it names none. */
export type NumberIn = (text: string) => string | undefined;

/** How replies to text messages find the deployment, which no template says. */
export interface SmsReplyOptions {
  /** The function that receives replies: they are published on the topic that feeds its queue. */
  readonly consumer: string;
  readonly numberIn: NumberIn;
}

/** The way of replies into the deployment. */
export interface SmsReplies {
  /** The number to reply to that a text message names. */
  numberIn(text: string): string | undefined;
  /** Resolves to the reply's id. `previous` is the id of the message it answers. */
  publish(reply: Required<SmsReply>, previous: string | undefined): Promise<string>;
}

/** The topic on which replies arrive: the one that feeds the queue of the function that receives them. */
export const repliesTopic = ({ model, sources, functionNamed }: Deployment, consumer: string): string | undefined => {
  const deployed = functionNamed(consumer)?.name;
  const queue = sources.queues.find(({ functionName }) => functionName === deployed);
  const subscriptions = model.ofType('AWS::SNS::Subscription');
  const found = subscriptions.find(({ properties }) => textOf(properties.Endpoint) === queue?.queueArn);
  return found && textOf(found.properties.TopicArn);
};

/** Publishes replies as AWS End User Messaging does ("Two-way SMS messaging"), on the template's topic. */
export const openSmsReplies = (
  deployment: Deployment,
  topics: Topics,
  options: SmsReplyOptions | undefined,
): SmsReplies => {
  const topicArn = options && repliesTopic(deployment, options.consumer);
  return {
    numberIn: (text) => options?.numberIn(text),
    publish: async (reply, previous) => {
      if (topicArn === undefined) throw new Error('No topic of the template feeds the queue of SMS replies.');
      const inboundMessageId = randomUUID();
      const message = {
        originationNumber: reply.from,
        destinationNumber: reply.to,
        messageKeyword: reply.body.trim().split(/\s+/)[0]?.toUpperCase() ?? '',
        messageBody: reply.body,
        inboundMessageId,
        ...(previous === undefined ? {} : { previousPublishedMessageId: previous }),
      };
      await topics.publish(topicArn, message);
      return inboundMessageId;
    },
  };
};
