import { randomUUID } from 'node:crypto';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { REGION } from './template/attributes.ts';
import { textOf } from './template/json.ts';
import type { Model } from './template/model.ts';

/** A text message that a person sends back. */
export interface SmsReply {
  /** The person's number, E.164. */
  readonly from: string;
  /** The number or code replied to; absent: the one that the last message to this person names. */
  readonly to?: string | undefined;
  readonly body: string;
}

/** The number to reply to, as a message names it: "STOP 36063", "Stop SMS: envoyez STOP au 36063". */
export const replyCodeIn = (text: string): string | undefined =>
  /(?:STOP|ARR[EÊ]T)[^\d+]{0,20}(\+?\d{4,15})/i.exec(text)?.[1];

/** The topic on which replies arrive: the one that feeds the queue of this function. */
export const repliesTopic = (model: Model, queueArn: string | undefined): string | undefined => {
  const subscription = model
    .ofType('AWS::SNS::Subscription')
    .find(({ properties }) => textOf(properties.Endpoint) === queueArn);
  return subscription && textOf(subscription.properties.TopicArn);
};

/** Publishes replies as AWS End User Messaging does ("Two-way SMS messaging"), on the template's topic. */
export const createSmsReplies = (messagingUrl: string, topicArn: string | undefined) => {
  const credentials = { accessKeyId: 'provider', secretAccessKey: 'local' };
  const client = new SNSClient({ endpoint: messagingUrl, region: REGION, credentials, maxAttempts: 1 });
  return {
    /** Resolves to the reply's id. `previous` is the id of the message it answers. */
    publish: async (reply: Required<SmsReply>, previous: string | undefined): Promise<string> => {
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
      await client.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(message) }));
      return inboundMessageId;
    },
    close: () => client.destroy(),
  };
};
