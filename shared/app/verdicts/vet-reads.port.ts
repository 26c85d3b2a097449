import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import type { EncryptHoles } from '../messages/messages.port.ts';

/** Everything one vet needs of one contact: one strongly consistent Query (docs/access-patterns.md). */
export interface VetInput {
  readonly standing: Standing | undefined;
  /** Sends from the month of (now − 30 days − longest validity) on, all channels. */
  readonly sends: readonly Sends[];
  /** Of a call: calls to other numbers of the person. Absent: none is known. */
  readonly callsBeside?: readonly Sends[] | undefined;
  /** What was sent to addresses that the person left or took of late. Absent: they changed none, or nothing was. */
  readonly sendsBeside?: readonly Sends[] | undefined;
  /** The clear address kept with the standing, if any. */
  readonly address: string | undefined;
  /** Encrypts what this message said of this contact alone, under its own key. Absent: no address is kept, nor its key. */
  readonly encryptHolesOf?: ((messageId: MessageId) => EncryptHoles) | undefined;
  /** When it was asked: what was written since may not be in it. */
  readonly readAt: Instant;
}

export interface VetReads {
  /**
   * `address`: the one that is written to, normalised as a provider is given it; absent: the one that is kept. What partners listed
   * of it is in the standing.
   */
  read(access: AdvertiserAccess, contactId: ContactId, at: Instant, address?: string): Promise<VetInput>;
  /**
   * What was called of the same person at other numbers that are known as theirs, in the time that a quota looks back. Asked of calls alone.
   * Absent: this reader does not know who is one person, and counts the calls to the one number.
   */
  callsBeside?(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<readonly Sends[]>;
}

/** What was sent to one contact, as far back as a vet reads. */
export interface SendsReads {
  /** A read that fails throws `OPPOSITION_STORE_UNAVAILABLE`. */
  of(access: AdvertiserAccess, contactId: ContactId, at: Instant): Promise<readonly Sends[]>;
}
