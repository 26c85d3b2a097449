import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import type { Message, MessageStatus, PutBack } from '#shared/domain/message/message.ts';
import type { SentHoles } from '#shared/domain/message/sent-variant.ts';
import type { OwnText } from './contents.port.ts';

/** What is stored, encrypted, with a message. */
export interface MessageSecrets {
  readonly address: string;
  readonly mergeValues: Readonly<Record<string, string>>;
  /** Of a message without a template. Absent: it has one, or a release before this one accepted it. */
  readonly text?: OwnText | undefined;
}

/** A message with its secrets. */
export interface FoundMessage {
  readonly message: Message;
  readonly secrets: MessageSecrets;
  /** Encrypts for it, under the same key. Absent: its secrets were removed with its contact. */
  readonly encryptHoles?: EncryptHoles | undefined;
}

/** What the texts of a message said of its reader alone, encrypted as its secrets are. */
export type EncryptedHoles = string;
/** `undefined`: more than its message has room for. */
export type EncryptHoles = (holes: SentHoles) => EncryptedHoles | undefined;

export interface Messages {
  /**
   * Stores accepted messages, each with its request hash; the stream enqueues them. Per draft: stored now, stored before
   * by the same request, or the key was used with another body.
   */
  accept(
    access: AdvertiserAccess,
    drafts: readonly { message: Message; secrets: MessageSecrets; bodySha256: string }[],
  ): Promise<readonly ('stored' | 'already-stored' | 'reused-key')[]>;
  /** What the same request stored before, as it is now; `undefined`: nothing. */
  repeated(
    access: AdvertiserAccess,
    messageId: MessageId,
    bodySha256: string,
  ): Promise<Message | 'reused-key' | undefined>;
  /** `contactId`: of whom it may be the message of a campaign, of which only the claim is stored; its state is then not known. */
  get(access: AdvertiserAccess, messageId: MessageId, contactId?: ContactId): Promise<Message | undefined>;
  /** The message with its secrets in clear, strongly consistent. */
  getWithSecrets(access: AdvertiserAccess, messageId: MessageId): Promise<FoundMessage | undefined>;
  /** The message, and what its texts said of its reader alone, as far as that is kept. */
  getSent(
    access: AdvertiserAccess,
    messageId: MessageId,
  ): Promise<{ readonly message: Message; readonly holes: SentHoles } | undefined>;
  /** Whether it still has its secrets, strongly consistent: they go with an erasure of its contact. */
  hasSecrets(access: AdvertiserAccess, messageId: MessageId): Promise<boolean>;
  /**
   * Moves a message to a new state with these fields, if its present state is one of `PRIOR_STATES[status]`. Whatever follows a
   * refusal has its verdict, its reason and its instant no more, but for those among the fields: it is not what let the message go.
   * False when another state was found: the caller reads again. `isAnswered`: people answer this message, so that it is
   * found by its `providerMessageId` from now on, for as long as it is kept. `holes`: kept with its secrets, where it still has these.
   */
  move(
    access: AdvertiserAccess,
    messageId: MessageId,
    status: MessageStatus,
    fields: Partial<Message>,
    options?: { readonly isAnswered?: boolean; readonly holes?: EncryptedHoles | undefined },
  ): Promise<boolean>;
  /**
   * Notes on a message that waits that it is put back. False when it was put back as often already, or waits no more:
   * another entry of the queue is the one to act on, and this one puts nothing.
   */
  notePutBack(access: AdvertiserAccess, messageId: MessageId, putBack: PutBack): Promise<boolean>;
}
