import * as z from 'zod/mini';
import { ContactTag } from '../../domain/contact/contact-tag.ts';
import { AdvertiserId, type Instant, MessageId } from '../../domain/ids.ts';
import { saidAt } from '../../domain/sending/provider-event.ts';

const Id = z.string().check(z.regex(/^[\w-]{1,128}$/));
const InstanceArn = z.string().check(z.regex(/^arn:[\w-]+:connect:[\w-]*:\d{12}:instance\/[\w-]{1,100}$/));
/** A word of theirs; anything else says nothing. */
const word = z.catch(z.optional(z.string()), undefined);

/**
 * What Amazon Connect publishes of a call that ended; fields not named here are let pass.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export const CallEnded = z.object({
  source: z.literal('aws.connect'),
  detail: z.object({
    eventType: z.literal('DISCONNECTED'),
    contactId: Id,
    instanceArn: InstanceArn,
    connectedToSystemTimestamp: word,
    disconnectTimestamp: word,
    disconnectReason: word,
    answeringMachineDetectionStatus: word,
  }),
});
export type CallEnded = z.infer<typeof CallEnded>;

/** What was said with a call of ours: who must find its message, and what its flow set. */
export const OurAttributes = z.object({
  advertiserId: AdvertiserId,
  messageId: MessageId,
  contactId: z.optional(ContactTag),
  /** The flow began to speak: a person answered. */
  spoken: z.optional(z.string()),
  /** A key was pressed. */
  pressed: z.optional(z.string()),
});

/**
 * What a flow says to the function that it invokes; fields not named here are let pass, the number among them.
 * https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export const FlowSaid = z.object({
  Details: z.object({
    ContactData: z.object({ ContactId: Id, Attributes: OurAttributes }),
    Parameters: z.object({ pressed: z.literal('key') }),
  }),
});
export type FlowSaid = z.infer<typeof FlowSaid>;

/** When Amazon Connect says that something did not happen. */
const NEVER = /^1970-/;

/** What an event says of a call. `now`: where it says no instant that can be. */
export const endedCallIn = ({ detail }: CallEnded, now: Instant) => ({
  callId: detail.contactId,
  instanceId: detail.instanceArn.replace(/^.*\//, ''),
  at: saidAt(detail.disconnectTimestamp, now),
  isConnected: detail.connectedToSystemTimestamp !== undefined && !NEVER.test(detail.connectedToSystemTimestamp),
  reason: detail.disconnectReason,
  detected: detail.answeringMachineDetectionStatus,
});
