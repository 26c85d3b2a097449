import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { OfferCategory } from '#shared/domain/ids.ts';
import { Channel, Purpose } from '#shared/domain/message/channel.ts';
import { BasisKind, Partner, SubjectReference, TemplateReference } from '#shared/domain/message/message.ts';
import { AnyInstant } from './any-instant.ts';
import { ContactAddress } from './contact-address.ts';

/** What a caller says of a message, whether it asks about it or sends it. */
export const messageParts = {
  contact: about('The address that the message goes to.', ContactAddress),
  channel: about('The channel by which it goes; it must fit the address.', Channel),
  purpose: about('What the message is for. Absent: own-offers.', z._default(Purpose, 'own-offers')),
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
