import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { HandOff, HandOffTags, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingSms } from '#shared/channels/sms/rendering.ts';
import { contactTagOf } from '#shared/domain/contact/contact-tag.ts';
import type { TextRoute } from '#shared/domain/sending/text-route.ts';
import { TOO_LATE } from '../https/hand-over.ts';
import { within } from '../providers/clients.ts';
import { answerOfEndUserMessaging } from './answer.ts';

/** Seconds that `TimeToLive` takes (API reference of `SendTextMessage`). */
const SHORTEST_SECONDS = 5;
const LONGEST_SECONDS = 259_200;

/** Nobody owns what it would leave by: a human names it, or gives the advertiser another sender. */
const WITHOUT_ORIGIN = {
  answer: 'not-taken',
  retryable: false,
  cause: 'rejected:NO_ORIGINATION_IDENTITY',
} as const satisfies HandOff;

/** Our ids, by which an event of the text finds its message: none of them names a person. */
const contextOf = ({ advertiserId, messageId, contactId, isAnswer }: HandOffTags) => ({
  advertiserId,
  messageId,
  ...(contactId === undefined ? {} : { contactId: contactTagOf(contactId) }),
  ...(isAnswer === undefined ? {} : { use: 'answer' }),
});

/** `dd.ddddd`, as the API takes a price. */
const priceOf = (usd: number): string => usd.toFixed(5);

/**
 * Hands one SMS to AWS End User Messaging with one attempt, and sorts its answer. AWS gives it up at the end of the lawful hours, or as soon
 * as it is valid no longer; a text of which that comes within five seconds is not handed over. `client` comes from `sendingTextClient`.
 * https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
 */
export const smsByEndUserMessaging =
  (client: PinpointSMSVoiceV2Client, route: TextRoute): Provider<OutgoingSms> =>
  async (sms, tags, { timeoutMs, validForSeconds }): Promise<HandOff> => {
    // AWS counts from when the text comes, which may be as late as our patience ends: even then nothing is delivered after the last second.
    const seconds = Math.floor(validForSeconds - timeoutMs / 1_000);
    if (seconds < SHORTEST_SECONDS) return TOO_LATE;
    const origin = route.senderIds.includes(sms.senderId) ? sms.senderId : route.number;
    if (origin === undefined) return WITHOUT_ORIGIN;
    const command = new SendTextMessageCommand({
      DestinationPhoneNumber: sms.to,
      OriginationIdentity: origin,
      MessageBody: sms.text,
      MessageType: sms.isService ? 'TRANSACTIONAL' : 'PROMOTIONAL',
      ConfigurationSetName: route.configurationSet,
      Context: contextOf(tags),
      TimeToLive: Math.min(seconds, route.longestSeconds ?? LONGEST_SECONDS, LONGEST_SECONDS),
      ...(route.protectConfigurationId === undefined ? {} : { ProtectConfigurationId: route.protectConfigurationId }),
      ...(route.maxPriceUsd === undefined ? {} : { MaxPrice: priceOf(route.maxPriceUsd) }),
    });
    try {
      const { MessageId } = await client.send(command, within(timeoutMs));
      return MessageId ? { answer: 'taken', providerMessageId: MessageId } : { answer: 'unknown', cause: 'no-id' };
    } catch (error) {
      return answerOfEndUserMessaging(error);
    }
  };
