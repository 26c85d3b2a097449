import type { Why } from '#shared/channels/content/mentions.ts';
import type { RenderedOn } from '#shared/channels/renderings.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Claim, Message, PutBack } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { EncryptedHoles, EncryptHoles, MessageSecrets } from '../messages/messages.port.ts';
import type { VetInput } from '../verdicts/vet-reads.port.ts';
import type { ClaimOutcome } from './claims.port.ts';
import type { HandOff, HandOffTags } from './providers.port.ts';
import type { MessageReference, QueueEntry } from './send-queue.port.ts';

/** One delivery of the send queue. `timeLeftMs` is what the function has left. */
export interface SendJob extends QueueEntry {
  /** How often this very entry was delivered, this time included. */
  readonly receiveCount: number;
  readonly timeLeftMs: () => number;
}

/** A message taken up for sending, with its address and merge values in clear. */
export interface DecryptedMessage {
  readonly access: AdvertiserAccess;
  readonly reference: HandOffTags;
  readonly message: Message;
  readonly secrets: MessageSecrets;
  /** Encrypts what its texts said of its reader alone, under the key of its secrets. Absent: there is no such key. */
  readonly encryptHoles?: EncryptHoles | undefined;
}

/** All that is read for one verdict: the one Query, and what caches and the content store hold. */
export interface SendInput extends VetInput {
  readonly advertiser: Advertiser;
  readonly formOf: VetRequest['formOf'];
  readonly content: Content;
  /** What is sent where the prospecting blocks of the template are left out; `undefined`: it has none. */
  readonly contentWithoutBlocks: Content | undefined;
  /** The template version that gave the content, if one did. */
  readonly template: TemplateVersion | undefined;
}

/** A verdict on stored facts, and the request it was computed from, which the check of the bytes asks again. */
export interface Vetted {
  readonly request: VetRequest;
  readonly verdict: StoredVerdict;
  /** What a preview says of why, where the verdict names no basis. Absent: nothing, and no bytes are made then. */
  readonly shownWhy?: Why | undefined;
}

/** The very bytes that would be handed over, and what reads them again. */
export type Rendered = RenderedOn<SentChannel> & {
  readonly bytesSha256: string;
  /** Until when it may be delivered: its validity, or the end of the lawful hours before that. Absent: its validity. */
  readonly lawfulUntil?: Instant;
  /** Where a provider that reports by HTTPS says what became of it. Absent: it was made to be looked at. */
  readonly callbackUrl?: string;
};

/** What was kept of what is about to leave. */
export interface KeptSent {
  /** The name of what it shares with other readers. */
  readonly variantSha256: string;
  /** What its texts say of its reader alone. `undefined`: nothing can be kept with its message. */
  readonly holes: EncryptedHoles | undefined;
}

/** Bytes that may go on, or the verdict that stops the message at them. */
export type Checked = { readonly rendered: Rendered } | { readonly stopped: StoredVerdict };

/**
 * The send path's steps, in their order: read, vet, render, verify, keep, claim, hand off, settle (`open` takes the message
 * up first; `release` undoes our own claim). Each is one function, so that a test can stop the process around it.
 */
export interface SendSteps {
  open(job: MessageReference): Promise<DecryptedMessage | undefined>;
  read(decrypted: DecryptedMessage): Promise<SendInput>;
  /** With the reasons for which bytes that held blocks that promote were stopped: they are left out (D5). */
  vet(decrypted: DecryptedMessage, input: SendInput, blocksStoppedBy?: readonly StoredReason[]): Promise<Vetted>;
  render(decrypted: DecryptedMessage, input: SendInput, vetted: Vetted): Promise<Checked>;
  verify(decrypted: DecryptedMessage, input: SendInput, vetted: Vetted, rendered: Rendered): Promise<Checked>;
  /** Keeps what is about to leave without what is of its reader, and encrypts that. Throws while it cannot be kept. */
  keep(decrypted: DecryptedMessage, rendered: Rendered): Promise<KeptSent>;
  claim(decrypted: DecryptedMessage, input: SendInput, entry: Claim): Promise<ClaimOutcome>;
  handOff(decrypted: DecryptedMessage, rendered: Rendered, timeLeftMs: number): Promise<HandOff>;
  settle(decrypted: DecryptedMessage, settlement: Settlement): Promise<void>;
  release(decrypted: DecryptedMessage, entry: Claim): Promise<boolean>;
  /** Registers the opposition that the provider answered with. */
  oppose(decrypted: DecryptedMessage): Promise<void>;
  /** See `Messages.notePutBack`. */
  notePutBack(job: MessageReference, putBack: PutBack): Promise<boolean>;
}

/** How a hand-off ended, once and for all: what `settle` writes. */
export type Settlement =
  | {
      readonly state: 'sent';
      readonly fields: Partial<Message>;
      readonly holes?: EncryptedHoles | undefined;
    }
  | {
      readonly state: 'unknown';
      /** It was not handed over later than this: 24 hours later it is `unknown-final`. */
      readonly leftBy: Instant;
      readonly fields: Partial<Message>;
      readonly holes?: EncryptedHoles | undefined;
    };
