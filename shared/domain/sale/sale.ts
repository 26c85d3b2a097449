import * as z from 'zod/mini';
import { about, named } from '../about.ts';
import { FormReference } from '../consent/form-version.ts';
import { FactId, Instant, OfferCategory, Siren } from '../ids.ts';
import { ImportedFrom } from '../import/imported-from.ts';
import { OppositionScope } from '../opposition/opposition.ts';
import { line, prose } from '../text/text.ts';
import { Day } from '../time/day.ts';

/**
 * What kind of relation it is: only the first three are sales; the rest are recorded and judged (FR-SOFT-2). A gift and a
 * membership sell nothing: appeals may rest on them, by a recorded reading (D28).
 */
export const SaleType = z.enum([
  'order',
  'service-contract',
  'paid-subscription',
  'free-account',
  'donation',
  'membership',
  'account-only',
  'quote',
  'lead',
  'contest',
  'basket',
]);
export type SaleType = z.infer<typeof SaleType>;

/** A refusal made when the coordinates were collected, as far as it was recorded. */
export const Refusal = z.strictObject({
  of: about(
    'What was refused. Absent: read from the words where they are of partners alone, and everything otherwise.',
    z.optional(OppositionScope),
  ),
  words: about(
    'The words beside the box, or those of the script, at most 1000 characters: never what the person wrote. Absent: not recorded.',
    z.optional(prose(1000)),
  ),
});
export type Refusal = z.infer<typeof Refusal>;

/** What a refusal opposes: what it says, and everything where that was not recorded (D3). */
export const whatWasRefused = ({ of }: Refusal): OppositionScope => of ?? { scope: 'global' };

/** What shows that a relation runs, or ran: a contract, or the last invoice made out under it. */
const RelationEvidence = z
  .strictObject({
    contractReference: about(
      'Your reference of the contract, 1 to 100 characters: it runs until you record its end. Absent: not said.',
      z.optional(line(100)),
    ),
    lastInvoice: about(
      'The last invoice made out. Alone it shows the relation up to its day, and a contract that runs for a year after it. Absent: not said.',
      z.optional(
        z.strictObject({
          reference: about('Your reference of the invoice, 1 to 100 characters.', line(100)),
          issuedOn: about('The day on which it was issued: YYYY-MM-DD.', Day),
        }),
      ),
    ),
  })
  .check(
    z.refine(
      (shown) => shown.contractReference !== undefined || shown.lastInvoice !== undefined,
      'a contract reference or the last invoice is expected',
    ),
  );

/** Whether the relation with the customer still runs (RET-3). Its end is no act of the person. */
export const Relation = named(
  'Relation',
  z.discriminatedUnion('state', [
    z.strictObject({
      state: about('running: the contract or subscription still runs.', z.literal('running')),
      shownBy: about('What shows that it runs: a contract reference, the last invoice, or both.', RelationEvidence),
    }),
    z.strictObject({
      state: about('ended: the contract or subscription is over.', z.literal('ended')),
      endedAt: about('When it ended.', Instant),
      shownBy: about('What shows the relation. Absent: nothing was given.', z.optional(RelationEvidence)),
    }),
  ]),
);
export type Relation = z.infer<typeof Relation>;

/** A sale as recorded, with what was said and offered when the coordinates were collected. */
export const SaleFacts = named(
  'SaleFacts',
  z.strictObject({
    reference: about(
      'Your reference of the order or contract, 1 to 100 characters. The same reference again replaces the sale.',
      line(100),
    ),
    type: about(
      'What kind of relation it is; only order, service-contract and paid-subscription are sales. donation and membership: what appeals may rest on under the reading non-commercial-appeals.',
      SaleType,
    ),
    soldAt: about('When it was sold.', Instant),
    lines: about(
      'What was sold, at most 50 lines.',
      z
        .array(
          z.strictObject({
            category: about('The category of the goods or service: a word of your own.', OfferCategory),
          }),
        )
        .check(z.maxLength(50)),
    ),
    form: about(
      'The checkout or contract form shown: whether a refusal was offered is read from it. Absent: not known.',
      z.optional(FormReference),
    ),
    refusal: about(
      'The refusal that the person expressed when the coordinates were collected: an opposition, for every address of the person. Absent: nothing was refused.',
      z.optional(Refusal),
    ),
    boughtAs: about(
      'In what quality the person bought; a purchase as a professional shows a kind other than consumer, and only on such a one is a professional written to as that. Absent: consumer, unless a legal person bought.',
      z.optional(z.enum(['consumer', 'professional'])),
    ),
    coordinatesFrom: about(
      'From whom the address came; the exception needs the person. Absent in a request: data-subject.',
      z._default(z.enum(['data-subject', 'marketplace', 'group-company', 'third-party']), 'data-subject'),
    ),
    sellerSiren: about(
      'SIREN of the seller, where it is not the advertiser. Absent: the advertiser sold.',
      z.optional(Siren),
    ),
    cancelledAt: about('When it was cancelled. Absent: it was not.', z.optional(Instant)),
    imported: about(
      'Where it was before it was imported. Absent: it was recorded by a call or an event.',
      z.optional(ImportedFrom),
    ),
    relation: about(
      'Whether the contract or subscription still runs, or when it ended: the customer’s term of retention counts from its end. Absent, or of an order or a donation, which is performed once: from the date of the sale.',
      z.optional(Relation),
    ),
  }),
);
export type SaleFacts = z.infer<typeof SaleFacts>;

/** A sale in the standing. */
export const Sale = z.extend(SaleFacts, {
  kind: about('Always sale.', z.literal('sale')),
  id: about('The id of the sale.', FactId),
  seq: about('The position of the event that recorded it among the events of the contact.', z.int()),
  recordedAt: about('When it was recorded, in UTC.', Instant),
  seal: about(
    'A hash over all the fields above, which shows tampering: evidence that was altered counts as none.',
    z.string(),
  ),
});
export type Sale = z.infer<typeof Sale>;
