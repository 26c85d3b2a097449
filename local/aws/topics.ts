import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { REGION } from '../template/attributes.ts';
import type { JsonObject } from '../template/json.ts';
import { untilClosed } from './until-closed.ts';

/** Publishes on topics as a service of AWS does. */
export interface Topics {
  publish(topicArn: string, message: JsonObject): Promise<void>;
  close(): void;
}

/** Topics of the emulator at this URL. */
export const openTopics = (messagingUrl: string): Topics => {
  const credentials = { accessKeyId: 'provider', secretAccessKey: 'local' };
  const client = new SNSClient({ endpoint: messagingUrl, region: REGION, credentials });
  const { carry, close } = untilClosed(client);
  return {
    publish: (TopicArn, message) =>
      carry(client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }))),
    close,
  };
};
