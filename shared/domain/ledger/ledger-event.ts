import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { ConsentFacts, FOLLOWED_FIELDS } from '../consent/consent.ts';
import { Through } from '../consent/through.ts';
import { DeclaredFacts, IS_GENERAL_ADDRESS } from '../contact/contact.ts';
import { FailureKind } from '../contact/delivery-failure.ts';
import { ContactId, FactId, Instant } from '../ids.ts';
import {
  coversRelational,
  fromPartner,
  Opposition,
  OppositionScope,
  receivedBy,
  Via,
} from '../opposition/opposition.ts';
import { SaleFacts } from '../sale/sale.ts';
import { AnnulmentFacts } from './annulment.ts';

/** Who caused an event: an API key, a source of events, a person on a public page, a provider, or the clock. Never personal data. */
export const Actor = named(
  'Actor',
  z.discriminatedUnion('by', [
    z.strictObject({
      by: about('A call of the API.', z.literal('api-key')),
      apiKeyId: about('The id of the key that made the call.', z.string()),
    }),
    z.strictObject({
      by: about('An event of an application on the bus.', z.literal('event-source')),
      source: about('The source of the event, which the deployment admits.', z.string()),
    }),
    z.strictObject({ by: about('The person, by a link or a reply.', z.literal('person')) }),
    z.strictObject({ by: about('The provider of a channel, by what it reported.', z.literal('provider')) }),
    z.strictObject({ by: about('Aval itself, by its clock.', z.literal('system')) }),
  ]),
);
export type Actor = z.infer<typeof Actor>;

const common = {
  v: about('The version of the shape of this event.', z.literal(1)),
  seq: about('The position of the event among those of the contact: 1, 2, 3.', z.int()),
  recordedAt: about('When it was recorded, in UTC.', Instant),
  actor: about('Who caused it.', Actor),
};
const id = about('The id of what it records.', FactId);
const consentId = about('The consent that it ends.', FactId);
const occurredAt = about('When the person acted, in UTC.', Instant);

/** What shows an opposition. Never what the person said, in clear. */
const Evidence = z.strictObject({
  sha256: about('SHA-256 of the file, in lower-case hexadecimal.', z.string()),
  mediaType: about('The media type of the file. Absent: not said.', z.optional(z.string())),
  reference: about('How the file is found again. Absent: not said.', z.optional(z.string())),
});

/**
 * A fact of the ledger: append-only, ordered by `seq`, never by a clock. The standing is the fold of these
 * (`applyEvent`), nothing else.
 */
export const LedgerEvent = named(
  'LedgerEvent',
  z.discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: about('The advertiser declared facts about the contact.', z.literal('contact-declared')),
      declared: about('What was declared; later declarations replace field by field.', DeclaredFacts),
      isGeneralAddress: about(IS_GENERAL_ADDRESS, z.optional(z.literal(true))),
    }),
    z.strictObject({
      ...common,
      type: about('The contact was linked to a person.', z.literal('person-linked')),
      person: about('In answers always the word linked: the fingerprint of the person is not shown.', z.string()),
    }),
    z.strictObject({
      ...common,
      type: about('The link to a person ended; no opposition did.', z.literal('person-unlinked')),
      reason: about('Why, in the words of the operator.', z.string()),
    }),
    z.strictObject({
      ...common,
      type: about('The person is written to at another address; both contacts say so.', z.literal('address-changed')),
      id,
      from: about('The contact of the former address.', ContactId),
      to: about('The contact of the new address.', ContactId),
      madeBy: about('Who made the change: consents follow the person alone.', z.enum(['person', 'advertiser'])),
      occurredAt: about('When it was changed, in UTC.', Instant),
      through: about('Contacts by way of which corrections led back. Absent: none.', z.optional(Through)),
    }),
    z.strictObject({
      ...common,
      type: about('A consent was recorded.', z.literal('consent-given')),
      id,
      consent: about('The consent as it was recorded.', ConsentFacts),
      observed: about('True when Aval saw the act itself.', z.boolean()),
      ...FOLLOWED_FIELDS,
    }),
    z.strictObject({
      ...common,
      type: about('The person withdrew a consent; it also opposes in its scope (D3).', z.literal('consent-withdrawn')),
      consentId,
      id,
      occurredAt,
      copiedFrom: about(
        'The contact of the same person where the consent was withdrawn that this one is a copy of. Absent: it was withdrawn here.',
        z.optional(z.string()),
      ),
    }),
    z.strictObject({
      ...common,
      type: about('An operator ended a consent; it opposes nothing (D3).', z.literal('consent-invalidated')),
      consentId,
      reason: about('Why, in the words of the operator.', z.string()),
    }),
    z.strictObject({
      ...common,
      type: about('A sale was recorded.', z.literal('sale-recorded')),
      id,
      sale: about('The sale as it was recorded.', SaleFacts),
    }),
    z.strictObject({
      ...common,
      type: about('An opposition was registered.', z.literal('opposition-registered')),
      id,
      of: about('What the person opposes.', OppositionScope),
      via: about('The way by which the opposition came.', Via),
      occurredAt,
      messageId: about('The message whose instructions the person used. Absent: not known.', z.optional(z.string())),
      coversRelational,
      receivedBy,
      fromPartner,
      evidence: about('What shows that the person opposed. Absent: nothing was given.', z.optional(Evidence)),
      copiedFrom: about(
        'The contact of the same person from which it was copied. Absent: it was registered here.',
        z.optional(z.string()),
      ),
    }),
    z.strictObject({
      ...common,
      type: about(
        'An act of the person was recorded, which moves the clock of retention.',
        z.literal('activity-recorded'),
      ),
      id,
      act: about('What the person did.', z.string()),
      occurredAt,
    }),
    z.strictObject({
      ...common,
      type: about('A message came back from the address.', z.literal('delivery-failed')),
      id,
      kind: about('What it says of the address.', FailureKind),
      code: about('What the provider called it: NoEmail, MailboxFull.', z.string()),
      occurredAt: about('When it came back, in UTC.', Instant),
      messageId: about(
        'The message that came back. Absent: the provider had the address on its own list.',
        z.optional(z.string()),
      ),
    }),
    z.strictObject({
      ...common,
      type: about(
        'A record that never was an act of the person was undone; it stays here (D4).',
        z.literal('record-annulled'),
      ),
      id,
      recordId: about('The record that was undone.', FactId),
      ...AnnulmentFacts.shape,
    }),
    z.strictObject({
      ...common,
      type: about('The contact was erased: all before it is gone but its oppositions.', z.literal('contact-erased')),
      id,
      occurredAt: about('When the person asked for it, in UTC.', Instant),
      kept: about('The oppositions that remain.', z.array(Opposition)),
      formerly: about(
        'The contacts of addresses that this one had followed: partners that have one of these are notified of who opposes here. Absent: none.',
        z.optional(z.array(ContactId)),
      ),
    }),
    z.strictObject({
      ...common,
      type: about('The use of the contact was restricted: nothing is sent to it.', z.literal('use-restricted')),
      id,
      occurredAt: about('When the person asked for it, or it followed them here, in UTC.', Instant),
      alsoOf: about(
        'Other contacts of the person that the same restriction was written to, from here. Absent: none.',
        z.optional(z.array(ContactId)),
      ),
    }),
    z.strictObject({
      ...common,
      type: about('A restriction of its use was lifted.', z.literal('restriction-lifted')),
      id,
      restrictionId: about('The restriction that was lifted.', FactId),
    }),
  ]),
);
export type LedgerEvent = z.infer<typeof LedgerEvent>;
type OmitFromEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event before the ledger gives it its position. */
export type NewLedgerEvent = OmitFromEach<LedgerEvent, 'seq' | 'v' | 'recordedAt'>;
