/** What becomes of a text, in the words of End User Messaging. */
export interface FateOfText {
  readonly eventType: string;
  readonly isFinal?: boolean;
  readonly description?: string;
}

interface OfText {
  /** As `SendTextMessage` was given it. */
  readonly context: object;
  readonly to: string;
  /** As its answer named it. */
  readonly messageId: string;
}

/** An event written after AWS End User Messaging SMS, "Example event data", "SMS example log"; `at` in Unix milliseconds. */
export const textEventOf = (
  { context, to, messageId }: OfText,
  { eventType, isFinal = true, description = 'Message has been accepted by phone carrier' }: FateOfText,
  at: number,
): object => ({
  eventType,
  eventVersion: '1.0',
  eventTimestamp: at,
  isFinal,
  originationPhoneNumber: 'MAISONVALMY',
  destinationPhoneNumber: to,
  isoCountryCode: 'FR',
  isInternationalSend: false,
  mcc: '208',
  mnc: '01',
  messageId,
  messageRequestTimestamp: at,
  messageEncoding: 'GSM',
  messageType: 'PROMOTIONAL',
  messageStatus: eventType.replace(/^TEXT_/, ''),
  messageStatusDescription: description,
  context,
  totalMessageParts: 1,
  totalMessagePrice: 0.09582,
  totalCarrierFee: 0.0,
});
