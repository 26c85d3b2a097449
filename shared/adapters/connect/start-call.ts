import { type ConnectClient, StartOutboundVoiceContactCommand } from '@aws-sdk/client-connect';
import type { HandOff, HandOffTags, Provider } from '#shared/app/send/providers.port.ts';
import type { OutgoingCall } from '#shared/channels/automated-call/rendering.ts';
import { contactTagOf } from '#shared/domain/contact/contact-tag.ts';
import type { CallRoute } from '#shared/domain/sending/call-route.ts';
import { RING_SECONDS } from '#shared/domain/sending/handover.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { type SpokenAs, spokenAs, withoutAttributes } from '#shared/domain/sending/spoken-as.ts';
import { TOO_LATE } from '../https/hand-over.ts';
import { within } from '../providers/clients.ts';
import { answerOfConnect } from './answer.ts';

/** Seconds of ringing that Amazon Connect takes, at the least (API reference of `StartOutboundVoiceContact`). */
const SHORTEST_RING_SECONDS = 15;

/** What Amazon Polly speaks at once: characters with tags, and without (`TextLengthExceededException`, Amazon Polly). */
const MOST_CHARACTERS = 6000;
const MOST_SPOKEN = 3000;

/** A neural voice of Amazon Polly for each language that a script is in ("Available voices", Amazon Polly, read on 2026-11-29). */
const VOICES: Readonly<Record<SpokenAs, string>> = {
  'fr-FR': 'Lea',
  'en-GB': 'Amy',
  'de-DE': 'Vicki',
  'es-ES': 'Lucia',
  'it-IT': 'Bianca',
  'nl-NL': 'Laura',
};

const notTaken = (cause: string): HandOff => ({ answer: 'not-taken', retryable: false, cause: `rejected:${cause}` });

/** What the flow reads: words and voice, and our ids, by which an event of the call finds its message. None names a person by itself. */
const attributesOf = (ssml: string, voice: string, { advertiserId, messageId, contactId }: HandOffTags) => ({
  script: withoutAttributes(ssml),
  voice,
  advertiserId,
  messageId,
  ...(contactId === undefined ? {} : { contactId: contactTagOf(contactId) }),
});

/** The instance and the flow, which the ARN of a flow names last. */
const idsIn = (flowArn: string) => {
  const [, instanceId, flowId] = /:instance\/([^/]+)\/contact-flow\/([^/]+)$/.exec(flowArn) ?? [];
  return { InstanceId: instanceId, ContactFlowId: flowId };
};

/**
 * Begins one call by Amazon Connect with one attempt, and sorts its answer. It rings 25 seconds at most, and no second after the lawful hours;
 * a call of which less than 15 seconds are left is not begun. Our name of the message is its `ClientToken`, so that a request that comes twice
 * is one call. `client` comes from `sendingCallClient`.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html
 */
export const callByConnect =
  (client: ConnectClient, route: CallRoute): Provider<OutgoingCall> =>
  async (call, tags, { timeoutMs, validForSeconds }): Promise<HandOff> => {
    // It rings once it is taken, which may be as late as our patience ends.
    const ringSeconds = Math.min(RING_SECONDS, Math.floor(validForSeconds - timeoutMs / 1_000));
    if (ringSeconds < SHORTEST_RING_SECONDS) return TOO_LATE;
    if (!route.numbers.includes(call.callerId)) return notTaken('CALLER_NOT_OF_INSTANCE');
    const language = spokenAs(call.ssml);
    if (language === undefined) return notTaken('no-voice');
    const attributes = attributesOf(call.ssml, VOICES[language], tags);
    const spoken = attributes.script.replaceAll(/<[^<>]*>/g, '');
    if (attributes.script.length > MOST_CHARACTERS || spoken.length > MOST_SPOKEN) return notTaken('too-long');
    const command = new StartOutboundVoiceContactCommand({
      ...idsIn(route.flowArn),
      DestinationPhoneNumber: call.to,
      SourcePhoneNumber: call.callerId,
      ClientToken: providerReferenceOf(tags.messageId),
      Attributes: attributes,
      // Without it nobody is hung up on; it takes this type of traffic, and no other.
      AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: false },
      TrafficType: 'CAMPAIGN',
      RingTimeoutInSeconds: ringSeconds,
    });
    try {
      const { ContactId } = await client.send(command, within(timeoutMs));
      return ContactId ? { answer: 'taken', providerMessageId: ContactId } : { answer: 'unknown', cause: 'no-id' };
    } catch (error) {
      return answerOfConnect(error);
    }
  };
