import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { faultsOfAddress } from '#shared/domain/contact/address.ts';
import { type Failure, invalidRequest } from '#shared/domain/failure.ts';
import { OfferCategory } from '#shared/domain/ids.ts';
import { addressKindOf, CHANNELS, Channel, OfferPurpose } from '#shared/domain/message/channel.ts';
import { channelOfBytes, type FinalBytes, type InlineContent, namedContent } from '#shared/domain/message/content.ts';
import { BasisKind, Partner, SubjectReference, TemplateReference } from '#shared/domain/message/message.ts';
import { AnyInstant } from './any-instant.ts';
import { addressOf, ContactAddress } from './contact-address.ts';

/** What a caller says of a message, whether it asks about it or sends it. */
export const messageParts = {
  contact: about('The address that the message goes to.', ContactAddress),
  channel: about(
    'The channel by which it goes; it must fit the address. May be left out: it is then the channel of the content or bytes in this request, else email for an e-mail address; a telephone number without them needs it said.',
    z.optional(Channel),
  ),
  purpose: about('What the message is for. Absent: own-offers.', z._default(OfferPurpose, 'own-offers')),
  partner: about(
    'The legal person whose offers they are, for partner-offers alone; the form that was shown must name it. Absent: a message of partner-offers is refused.',
    z.optional(Partner),
  ),
  basis: about(
    'The basis that the message relies on; only that one is then looked at. Absent: every recorded basis is.',
    z.optional(BasisKind),
  ),
  offerCategory: about(
    'What the message offers: a category of the advertiser. Required unless a template is named, which has its own.',
    z.optional(OfferCategory),
  ),
  sender: about(
    'The e-mail address, SMS sender id or number to send from: one of the senders in the settings. Absent: the first.',
    z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(254))),
  ),
  template: about(
    'The template version that the message is made from. Absent: free text, which is prospecting.',
    z.optional(TemplateReference),
  ),
  reference: about(
    'What the message is about: your own reference of the order, invoice, contract, appointment, 1 to 100 characters. Required where the template is transactional.',
    z.optional(SubjectReference),
  ),
  validUntil: about(
    'Until when the message may wait, at most 30 days. Absent: 72 hours for e-mail, 24 hours for other channels.',
    z.optional(AnyInstant),
  ),
};

/** Fields of one message that have a value. */
export const MOST_VALUES = 1000;

/** What a field can be called (docs/merge-fields.md): no space, and of the punctuation of ASCII `-`, `.` and `_` alone. */
const FIELD_NAME = /^[^\s!-,/:-@[-^`{-~]{1,64}$/;

/** What goes into the fields of a content. */
export const mergeValues = about(
  'Values for the fields {{name}} of subject, HTML and text, by field name, at most 1000 of at most 1000 characters each; HTML is escaped. With them the parts of a message hold at most 512 KiB. Absent: none.',
  z._default(
    z
      .record(z.string().check(z.regex(FIELD_NAME)), z.string().check(z.maxLength(1000)))
      .check(z.refine((values) => Object.keys(values).length <= MOST_VALUES, `at most ${MOST_VALUES} values`)),
    {},
  ),
);

interface Said {
  readonly contact: ContactAddress;
  readonly channel?: Channel | undefined;
  readonly content?: InlineContent | { readonly sha256: string } | undefined;
  readonly bytes?: FinalBytes | undefined;
}

/**
 * The channel of a message: the one said, else that of its content or bytes, else the only one that reaches such an
 * address. An `invalid-request` failure where nothing of this says it.
 */
export const channelOf = ({ contact, channel, content, bytes }: Said): Channel | Failure => {
  if (channel !== undefined) return channel;
  if (content !== undefined && !('sha256' in content)) return namedContent(content).channel;
  if (bytes !== undefined) return channelOfBytes(bytes);
  const address = addressOf(contact);
  const [only, ...more] = CHANNELS.filter((each) => addressKindOf(each) === address.kind);
  if (only !== undefined && more.length === 0) return only;
  return invalidRequest([
    ...faultsOfAddress(address),
    { pointer: '/channel', detail: 'expected, where neither content nor address says it' },
  ]);
};
