import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { orUnavailable } from '../or-unavailable.ts';

/** Publishes on the topic where replies wait: `message` in JSON. Throws `dependency-unavailable` where it could not be published. */
export const repliesTopicOf = (client: SNSClient, topicArn: string) => ({
  publish: async (message: object): Promise<void> => {
    const publish = new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(message) });
    await orUnavailable(client.send(publish), (cause) => dependencyUnavailable('The topic of replies', cause));
  },
});
