import * as z from 'zod/mini';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageNotFound } from '#shared/domain/failure.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { Message, type MessageStatus } from '#shared/domain/message/message.ts';
import { fillVariant, type SentHoles } from '#shared/domain/message/sent-variant.ts';
import { readStored } from '#shared/domain/read-stored.ts';
import { readable } from '#shared/domain/unreadable.ts';
import type { ProofReader } from '../../retention/proof-archive.port.ts';
import type { Messages } from '../messages.port.ts';
import type { SentFacts, SentToRecipients } from './sent-to-recipients.port.ts';
import type { SentVariants } from './sent-variants.port.ts';

/** What its proof knows of a message. */
const OfProof = z.pick(Message, {
  messageId: true,
  contactId: true,
  channel: true,
  status: true,
  template: true,
  contentSha256: true,
  verdict: true,
  handedOffAt: true,
  bytesSha256: true,
  variantSha256: true,
});

/** A message as it left. */
export interface SentShown extends SentFacts {
  /** What the provider was handed, or what is known of it. `undefined`: it left before that was kept, or nobody knows whether it did. */
  readonly sent: unknown;
  /** Byte for byte: its hash is the one of what was handed over. */
  readonly isExact: boolean;
  /** What was of the reader and is known no more: each is shown by its name in braces. */
  readonly emptyHoles: readonly string[];
}

/** Messages of these may have left. */
const MAY_HAVE_LEFT: readonly MessageStatus[] = ['sent', 'unknown', 'unknown-final', 'undelivered'];

interface ShowPorts {
  readonly messages: Pick<Messages, 'getSent'>;
  readonly variants: Pick<SentVariants, 'get'>;
  readonly recipients: SentToRecipients;
  readonly proofs: Pick<ProofReader, 'find'>;
}

interface Asked {
  readonly access: AdvertiserAccess;
  readonly messageId: MessageId;
  /** To whom it went: the archive finds it by them. Absent: it is looked for among the messages alone. */
  readonly contactId?: ContactId | undefined;
}

/** As the message says it, while it is kept; then as its proof does. */
const factsOf = async (
  { messages, recipients, proofs }: ShowPorts,
  { access, messageId, contactId }: Asked,
): Promise<{ readonly facts: SentFacts; readonly holes: SentHoles } | undefined> => {
  const found = await messages.getSent(access, messageId);
  const isTheirs = contactId === undefined || found?.message.contactId === contactId;
  if (found !== undefined) return isTheirs ? { facts: found.message, holes: found.holes } : undefined;
  if (contactId === undefined) return undefined;
  const proof = await proofs.find(access, contactId, `SENT#${messageId}`);
  if (proof !== undefined) return { facts: readable(() => readStored(OfProof, proof.facts)), holes: {} };
  return recipients.find(access, messageId, contactId);
};

/**
 * A message as it left: its variant with its holes filled, and whether that is what was handed over, by the hash of the time. No renderer
 * has a part in it. Throws `message-not-found` for what never left.
 */
export const showSentMessage = async (ports: ShowPorts, asked: Asked): Promise<SentShown> => {
  const found = await factsOf(ports, asked);
  if (found === undefined || !MAY_HAVE_LEFT.includes(found.facts.status)) throw messageNotFound();
  const { facts, holes } = found;
  const { variantSha256, bytesSha256 } = facts;
  const variant = variantSha256 && (await ports.variants.get(asked.access, variantSha256));
  if (!variant) return { ...facts, sent: undefined, isExact: false, emptyHoles: [] };
  const { sent, empty } = fillVariant(variant, holes);
  return { ...facts, sent, isExact: empty.length === 0 && sha256OfJson(sent) === bytesSha256, emptyHoles: empty };
};
