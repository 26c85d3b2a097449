import * as z from 'zod/mini';
import { FormReference } from '../consent/form-version.ts';
import { FactId, Instant, OfferCategory, Siren } from '../ids.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** What kind of relation it is: only the first three are sales; the rest are recorded and judged (FR-SOFT-2). */
export const SaleType = z.enum([
  'order',
  'service-contract',
  'paid-subscription',
  'free-account',
  'account-only',
  'quote',
  'lead',
  'contest',
  'basket',
]);
export type SaleType = z.infer<typeof SaleType>;

/** A sale as recorded, with what was said and offered when the coordinates were collected. */
export const SaleFacts = z.strictObject({
  /** The advertiser's reference of the order or contract. */
  reference: text(100),
  type: SaleType,
  soldAt: Instant,
  lines: z.array(z.strictObject({ category: OfferCategory })).check(z.maxLength(50)),
  /** The checkout or contract form shown: notice and refusal offered are read from it. */
  form: z.optional(FormReference),
  /** The person used the refusal offered. */
  refused: z._default(z.boolean(), false),
  /** From whom the coordinates came; the exception needs the person (S2). */
  coordinatesFrom: z._default(z.enum(['data-subject', 'marketplace', 'group-company', 'third-party']), 'data-subject'),
  /** SIREN of the seller where it is not the advertiser (S5). */
  sellerSiren: z.optional(Siren),
  cancelledAt: z.optional(Instant),
  /** End of the contract or subscription; absent: the sale date counts. */
  relationEndedAt: z.optional(Instant),
});
export type SaleFacts = z.infer<typeof SaleFacts>;

/** A sale in the standing. */
export const Sale = z.extend(SaleFacts, {
  kind: z.literal('sale'),
  id: FactId,
  seq: z.int(),
  recordedAt: Instant,
  /** Of all the above (`seal.ts`): evidence that was altered is none. */
  seal: z.string(),
});
export type Sale = z.infer<typeof Sale>;
