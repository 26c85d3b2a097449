import { type Advertiser, displayNameOf, namesOf } from '#shared/domain/advertiser/advertiser.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { lettersOf, showsAny } from '#shared/domain/sending/shown-names.ts';

/** Who the reader will see, and where a reply is received. */
export interface SenderFacts {
  /** It is one of the advertiser's registered senders of this channel. */
  readonly senderIsRegistered: boolean;
  /** Its display name holds the legal name or a registered trade name (D18). */
  readonly senderShowsTheAdvertiser: boolean;
  /** SMS sender id, or the number that a call shows; `undefined`: none. */
  readonly senderId: string | undefined;
  /** The SMS sender id is the legal name or a registered trade name, but for case, accents and signs. */
  readonly senderIdIsAName: boolean;
  /** Code that receives STOP for this sender. */
  readonly replyCode: string | undefined;
}

/** True for a display name that holds a registered name in whole words, but for case, accents and signs. */
export const showsName = (name: string, advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): boolean =>
  showsAny(name, namesOf(advertiser));

/** The legal name or a registered trade name, but for case, accents and signs. */
export const isOneOfTheNames = (id: string, advertiser: Pick<Advertiser, 'legalName' | 'tradeNames'>): boolean =>
  lettersOf(id) !== '' && namesOf(advertiser).some((name) => lettersOf(name) === lettersOf(id));

/**
 * The sender asked for, else the advertiser's first of that channel. An advertiser that registers no number for calls calls
 * from none (L10).
 */
export const senderFacts = ({
  message,
  advertiser,
}: {
  readonly message: Pick<VetRequest['message'], 'channel' | 'sender'>;
  readonly advertiser: Pick<Advertiser, 'senders' | 'legalName' | 'tradeNames'>;
}): SenderFacts => {
  const { channel, sender } = message;
  if (channel === 'email') {
    const found = advertiser.senders.email.find(({ address }) => sender === undefined || address === sender);
    return {
      senderIsRegistered: found !== undefined,
      senderShowsTheAdvertiser: found !== undefined && showsName(displayNameOf(found, advertiser), advertiser),
      senderId: undefined,
      senderIdIsAName: false,
      replyCode: undefined,
    };
  }
  if (channel === 'sms' || channel === 'mms') {
    const found = advertiser.senders.sms.find(({ senderId }) => sender === undefined || senderId === sender);
    const senderId = found?.senderId ?? sender;
    return {
      senderIsRegistered: found !== undefined,
      senderShowsTheAdvertiser: true,
      senderId,
      senderIdIsAName: isOneOfTheNames(senderId ?? '', advertiser),
      replyCode: found?.replyCode,
    };
  }
  const { calls } = advertiser.senders;
  const found = calls?.find(({ callerId }) => sender === undefined || callerId === sender);
  return {
    senderIsRegistered: channel !== 'automated-call' || found !== undefined,
    senderShowsTheAdvertiser: true,
    senderId: found?.callerId ?? sender,
    senderIdIsAName: false,
    replyCode: undefined,
  };
};
