import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { Failure } from '#shared/domain/failure.ts';
import { type ContactId, type Instant, MessageId } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { Message, TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { stated } from '#shared/domain/stated.ts';
import { monthOf } from '#shared/domain/time/instant.ts';
import { contactOf } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { refuseOtherZone } from '../contacts/other-zone.ts';
import type { RequestedMessage } from '../messages/accept-messages.ts';
import { refuseWrongAddress, validityOf } from '../messages/draft-checks.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { MakingPorts } from '../send/making-steps.ts';
import type { TemplateVersions } from '../settings/versions.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import { type InventedContact, inventedReader } from './invented-contact.ts';
import type { StatedWhy } from './shown-why.ts';

/** Whose message is looked at: a real contact's, or one that is invented for it. */
type PreviewReader =
  | { readonly address: Address }
  | { readonly invented: InventedContact; readonly why: StatedWhy | undefined };

/** The message that a preview is of, as `POST /v1/messages` would take it. */
export interface AskedPreview
  extends Pick<RequestedMessage, 'purpose' | 'partner' | 'basis' | 'sender' | 'reference' | 'mergeValues'> {
  readonly access: AdvertiserAccess;
  readonly template: TemplateReference;
  readonly reader: PreviewReader;
  /** The caller's key has `contacts:read`. */
  readonly mayReadContacts: boolean;
}

export interface PreviewPorts extends Omit<MakingPorts, 'tokens' | 'templates'> {
  readonly fingerprints: Fingerprints;
  readonly templates: Pick<TemplateVersions, 'get' | 'approvalOf'>;
  /** Inert ones: nothing that a preview shows can oppose. */
  readonly tokens: Pick<Tokens, 'mint' | 'mailboxes'>;
}

/** No message has this id. */
export const MESSAGE_ID = MessageId.parse(`msg_${'0'.repeat(22)}`);

interface Reader {
  readonly contactId: ContactId;
  readonly address: string;
  readonly vetReads: VetReads;
}

/** Throws `insufficient-scope` for a real contact and a key that may not read contacts, `address-expected`, `invalid-request`. */
export const readerOf = async (
  ports: PreviewPorts,
  asked: AskedPreview,
  { channelKind }: TemplateVersion,
  at: Instant,
): Promise<Reader> => {
  const { access, reader, mayReadContacts } = asked;
  if ('invented' in reader) {
    const { advertiserId } = access;
    refuseOtherZone(reader.invented.declared, '/invented/zone');
    const { read, ...named } = inventedReader(
      advertiserId,
      addressKindOf(channelKind) ?? KIND_NOT_KNOWN,
      reader.invented,
      at,
    );
    return { ...named, vetReads: { read: async () => read } };
  }
  if (!mayReadContacts)
    throw new Failure('insufficient-scope', 'A preview for a real contact asks for the scope contacts:read.', {
      errors: [{ pointer: '/contact', detail: 'a real contact' }],
    });
  refuseWrongAddress(channelKind, reader.address.kind);
  const { contactId, deliverable } = await contactOf(ports.fingerprints, access, reader.address);
  return { contactId, address: deliverable, vetReads: ports.vetReads };
};

export const messageOf = (
  asked: AskedPreview,
  template: TemplateVersion,
  contactId: ContactId,
  at: Instant,
): Message => {
  const { partner, basis, sender, reference } = asked;
  return {
    advertiserId: asked.access.advertiserId,
    messageId: MESSAGE_ID,
    contactId,
    channel: template.channelKind,
    purpose: asked.purpose,
    ...stated({ partner, basis, sender, reference }),
    offerCategory: template.category,
    contentSha256: template.contentSha256,
    template: asked.template,
    acceptedAt: at,
    validUntil: validityOf(template.channelKind, undefined, at),
    status: 'accepted',
    claimMonth: monthOf(at),
  };
};
