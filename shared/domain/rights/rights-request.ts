import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { AdvertiserId, ContactId, FactId, Instant, Sha256 } from '../ids.ts';
import { RECEIVED_VIA } from '../opposition/opposition.ts';
import { prose } from '../text/text.ts';
import { ExportExtent, ExportLanguage } from './export-job.ts';

/** What a person may ask of their data: GDPR art. 15, 20, 16, 17, 18, 21; a question is none of these. */
export const RightsKind = z.enum([
  'access',
  'portability',
  'rectification',
  'erasure',
  'restriction',
  'opposition',
  'question',
]);
export type RightsKind = z.infer<typeof RightsKind>;

/** How a request came to an advertiser. */
export const ReceivedVia = z.enum(RECEIVED_VIA);
export type ReceivedVia = z.infer<typeof ReceivedVia>;

/** How a request came in: to the advertiser, or in the preference centre. */
const RequestedVia = z.enum([...RECEIVED_VIA, 'preference-page']);

/** Who made it. */
export const RequestedBy = z.enum(['person', 'representative']);

/** How a human made sure who asks; a document is looked at and never stored (GDPR art. 12, § 6). */
export const Identity = z.enum(['no-doubt', 'account', 'callback', 'document-seen']);
export type Identity = z.infer<typeof Identity>;

/** How Aval made sure who asks: a code was sent to the address of the contact and typed. */
const KnownBy = z.literal('code');

/**
 * What is done about a request, by whoever answers it. `exported`: what is held is gathered into files. A version that does not know it does not
 * read the request, since it would lose the evidence (docs/decisions/0058).
 */
export const RightsAction = z.enum(['acknowledged', 'extended', 'exported', 'answered', 'refused', 'lifted']);
export type RightsAction = z.infer<typeof RightsAction>;

/** open: to be answered. lifted: of a restriction, which is no longer in force. */
export const RightsState = z.enum(['open', 'answered', 'refused', 'lifted']);
export type RightsState = z.infer<typeof RightsState>;

/** Words that people write about a request: stored encrypted, and removed when the contact is erased. */
export const RightsWords = prose(4000);

const identity = about(
  'How a human made sure who asks: no-doubt (nothing made it doubtful), account (they were signed in), callback (they were called or written to at what is known of them), document-seen (a document was looked at, since there was a doubt, which doubt says; it is not kept). Absent: nobody had to.',
  z.optional(Identity),
);

const Step = z.strictObject({
  action: about('What was done.', RightsAction),
  at: about('When it was recorded, in UTC.', Instant),
  identity,
  about: about(
    'Of exported: whose contacts are in the files: person (all that are certainly theirs) or contact (the named one alone). Absent: person.',
    z.optional(ExportExtent),
  ),
  language: about('Of exported: the language of the page. Absent: that of your settings.', z.optional(ExportLanguage)),
});

/** One thing that was done about a request, as it is stored. */
export const StoredStep = z.extend(Step, {
  apiKeyId: z.string(),
  /** The call that did it: the same again finds it. */
  requestId: z.string(),
  bodySha256: Sha256,
});
export type StoredStep = z.infer<typeof StoredStep>;

/** A step with what was written about it. */
export const RightsStep = named(
  'RightsStep',
  z.extend(Step, {
    decider: about('The human who did it, by name. Absent: removed with the contact.', z.optional(z.string())),
    reason: about(
      'Why, in the words of that human. Absent: none was given, or it was removed with the contact.',
      z.optional(z.string()),
    ),
    doubt: about(
      'Of document-seen: what made it doubtful who asks. Absent: no document was seen, or it was removed with the contact.',
      z.optional(z.string()),
    ),
  }),
);

const facts = {
  id: about('The id of the request.', FactId),
  advertiserId: about('The advertiser.', AdvertiserId),
  contactId: about('The contact that it concerns. It says nothing of the address.', ContactId),
  alsoOf: about(
    'Of a restriction and of an erasure: the other contacts that the person had when it was recorded. A restriction holds for them, too. An erasure leaves them: where the person asks for all, record and answer one for each. Absent: none.',
    z.optional(z.array(ContactId)),
  ),
  kind: about('What is asked for.', RightsKind),
  via: about('How it came in; preference-page: the person asked in the preference centre.', RequestedVia),
  by: about('Who made it.', RequestedBy),
  identity: about(
    'How Aval made sure who asks: code (one was sent to the address of the contact, and typed in the preference centre: at the moment of the request, or later, by whoever confirmed there that it is theirs). Absent: it did not.',
    z.optional(KnownBy),
  ),
  identifiedAt: about(
    'When the person confirmed in the preference centre that the request is theirs, in UTC. Absent: they did not, or they made it there.',
    z.optional(Instant),
  ),
  state: about(
    'open: to be answered. answered, refused: it was. lifted: of a restriction that is no longer in force.',
    RightsState,
  ),
  receivedAt: about('When you received it, in UTC.', Instant),
  recordedAt: about('When it was recorded, in UTC.', Instant),
  dueAt: about('The last instant at which an answer is in time, in UTC: the end of a day in Paris.', Instant),
  acknowledgedAt: about(
    'When the person was first informed that it is dealt with, in UTC. Absent: not yet.',
    z.optional(Instant),
  ),
  closedAt: about('When it was answered or refused, in UTC. Absent: it is open.', z.optional(Instant)),
};

/** A request as it is stored, without the words that people wrote about it. */
export const RightsRequest = z.strictObject({
  ...facts,
  /** Of access, asked for in the centre: the line that was chosen, by which the person finds it again. Absent: that of its kind. */
  line: z.optional(z.literal('recipients')),
  steps: z.array(StoredStep),
  /** A step that is being carried out: nobody takes another one before it is done. */
  reserved: z.optional(StoredStep),
  /** Grows with each change. */
  revision: z.int(),
});
export type RightsRequest = z.infer<typeof RightsRequest>;

/** What people wrote about a request: of the person, and of whoever answered, by step. */
export const RightsTexts = z.strictObject({
  words: z.optional(z.string()),
  steps: z.array(
    z.strictObject({
      decider: z.optional(z.string()),
      reason: z.optional(z.string()),
      /** Of a document that was seen. */
      doubt: z.optional(z.string()),
    }),
  ),
});
export type RightsTexts = z.infer<typeof RightsTexts>;

/** What is shown of a request. */
export const ShownRequest = z.strictObject({
  ...facts,
  words: about('What the person wrote or said. Absent: nothing, or removed with the contact.', z.optional(z.string())),
  steps: about('What was done about it, the oldest first.', z.array(RightsStep)),
});

/** A request with its words. */
export interface WithWords {
  readonly request: RightsRequest;
  readonly texts: RightsTexts;
}

/** The same; `texts` is absent once they were removed. */
export interface FullRequest {
  readonly request: RightsRequest;
  readonly texts?: RightsTexts | undefined;
}
