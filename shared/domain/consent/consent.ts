import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { FactId, Instant, Sha256, Siren } from '../ids.ts';
import { ImportedFrom } from '../import/imported-from.ts';
import { Channels, Purpose } from '../message/channel.ts';
import { line } from '../text/text.ts';
import { FormReference } from './form-version.ts';

/** Who collected a consent, where it was not the advertiser; each later hand adds one (FR-PARTNER-1). */
const Collector = z.strictObject({
  siren: about('SIREN of the organisation, nine digits.', Siren),
  name: about('Its name, 1 to 120 characters.', line(120)),
});

/** The proof file that the advertiser holds: its hash, never its content here. */
const Proof = z.strictObject({
  sha256: about('SHA-256 of the file, in lower-case hexadecimal.', Sha256),
  mediaType: about(
    'The media type of the file, such as application/pdf, at most 100 characters. Absent: not said.',
    z.optional(line(100)),
  ),
});

/** What is said of a consent without channels where its form does not say them. */
export const CHANNELS_EXPECTED = 'expected, where the form does not carry exactly one channel';

/**
 * A consent as recorded: what was agreed to, with which form version, when, and the evidence. Stored even when it
 * cannot support anything (D23); the verdict judges it.
 */
export const ConsentFacts = named(
  'ConsentFacts',
  z.strictObject({
    channels: about('The channels that the person agreed to, 1 to {max}.', Channels),
    purpose: about('What the person agreed to. Absent in a request: own-offers.', z._default(Purpose, 'own-offers')),
    form: about(
      'The form version shown. Absent: the wording is not known, and the consent supports nothing.',
      z.optional(FormReference),
    ),
    givenAt: about('When the person agreed.', Instant),
    collector: about('The partner that collected the consent. Absent: the advertiser did.', z.optional(Collector)),
    transferredBy: about(
      'The organisations through which the consent came after its collector, in order, at most 5. Absent in a request: none.',
      z._default(z.array(Collector).check(z.maxLength(5)), []),
    ),
    proof: about(
      'The proof file that the advertiser holds: its hash, never its content. Absent: none.',
      z.optional(Proof),
    ),
    confirmation: about(
      'pending: nobody has shown yet that the holder of the address wants it, so it supports nothing. confirmed: its holder confirmed. Absent: no confirmation was asked.',
      z.optional(z.enum(['pending', 'confirmed'])),
    ),
    imported: about(
      'Where it was before it was imported. Absent: it was recorded by a call, an event or a page.',
      z.optional(ImportedFrom),
    ),
    drawnBy: about(
      'What carried the request for consent; an unlawful message supports nothing. call: you called the person, which lifts nothing that they opposed and, since 11 August 2026, asks a consumer for nothing without leave to call; of a call that they made, say nothing. Absent: not known.',
      z.optional(z.enum(['own-site', 'message', 'shop', 'call', 'event'])),
    ),
  }),
);
export type ConsentFacts = z.infer<typeof ConsentFacts>;

/** What supported a consent that followed its person to another address, where it was given. */
export const FOLLOWED_FIELDS = {
  copiedFrom: about(
    'The consent at the former address that followed its person here. Absent: it was given at this address.',
    z.optional(FactId),
  ),
  askedLawfully: about(
    'The message that asked for it, at a former address, was lawful there. Absent: not known, or no message did.',
    z.optional(z.literal(true)),
  ),
};

/** Why a change of address ended a consent. */
export const EndedBecause = z.enum(['moved', 'corrected']);
export type EndedBecause = z.infer<typeof EndedBecause>;

/** A consent in the standing. `observed`: we saw the act ourselves (hosted form, preference page, confirmation). */
export const Consent = z.extend(ConsentFacts, {
  kind: about('Always consent.', z.literal('consent')),
  id: about('The id of the consent.', FactId),
  seq: about('The position of the event that recorded it among the events of the contact.', z.int()),
  recordedAt: about('When it was recorded, in UTC.', Instant),
  state: about(
    'given: it counts. pending: it awaits its confirmation. withdrawn: by the person. invalidated: by an operator.',
    z.enum(['given', 'pending', 'withdrawn', 'invalidated']),
  ),
  endedAt: about('When it was withdrawn or invalidated, in UTC. Absent: it was not.', z.optional(Instant)),
  endedBecause: about(
    'What ended it, where a change of address did. moved: the person is written to at another address, where it counts as before. corrected: the address was wrong. Absent: it has not ended, or otherwise.',
    z.optional(EndedBecause),
  ),
  observed: about('True when Aval saw the act itself.', z._default(z.boolean(), false)),
  ...FOLLOWED_FIELDS,
  seal: about(
    'A hash over all the fields above, which shows tampering: evidence that was altered counts as none.',
    z.string(),
  ),
});
export type Consent = z.infer<typeof Consent>;

/** What a consent is in the standing when it is recorded: one that awaits its confirmation is pending. */
export const stateWhenRecorded = ({ confirmation }: Pick<ConsentFacts, 'confirmation'>): 'given' | 'pending' =>
  confirmation === 'pending' ? 'pending' : 'given';
