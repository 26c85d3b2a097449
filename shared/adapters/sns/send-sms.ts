import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { HandOff, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { answerOf } from '../providers/answer.ts';
import { within } from '../providers/clients.ts';

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/** What the reader sees it come from: a name is a sender id, which has a letter at least; a code or a number is one of the account. */
const shownAs = (senderId: string): string =>
  /^\+?\d+$/.test(senderId) ? 'AWS.MM.SMS.OriginationNumber' : 'AWS.SNS.SMS.SenderID';

/**
 * The request for one SMS, of the promotional kind unless it answers the person, and under the sender whose reply code the text carries.
 * https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 */
const publishSmsCommand = (sms: OutgoingSms) =>
  new PublishCommand({
    PhoneNumber: sms.to,
    Message: sms.text,
    MessageAttributes: {
      [shownAs(sms.senderId)]: text(sms.senderId),
      'AWS.SNS.SMS.SMSType': text(sms.isService ? 'Transactional' : 'Promotional'),
    },
  });

/** Hands one SMS to SNS with one attempt, and sorts its answer. `client` comes from `sendingSnsClient`. */
export const smsBySns =
  (client: SNSClient): Provider<OutgoingSms> =>
  async (sms, _tags, { timeoutMs }): Promise<HandOff> => {
    try {
      const { MessageId } = await client.send(publishSmsCommand(sms), within(timeoutMs));
      return MessageId ? { answer: 'taken', providerMessageId: MessageId } : { answer: 'unknown', cause: 'no-id' };
    } catch (error) {
      return answerOf(error);
    }
  };
