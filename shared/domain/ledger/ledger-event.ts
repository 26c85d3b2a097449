import * as z from 'zod/mini';
import { ConsentFacts } from '../consent/consent.ts';
import { DeclaredFacts } from '../contact/contact.ts';
import { FactId, Instant } from '../ids.ts';
import { OppositionScope, Road } from '../opposition/opposition.ts';
import { SaleFacts } from '../sale/sale.ts';
import { AnnulmentContent } from './annulment.ts';

/** Who caused an event: an API key, a person by a public road, or the clock. Never personal data. */
export const Actor = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('api-key'), apiKeyId: z.string() }),
  z.strictObject({ by: z.literal('person') }),
  z.strictObject({ by: z.literal('system') }),
]);
export type Actor = z.infer<typeof Actor>;

const common = { v: z.literal(1), seq: z.int(), recordedAt: Instant, actor: Actor };

/**
 * A fact of the ledger: append-only, ordered by `seq`, never by a clock. The standing is the fold of these
 * (`applyEvent`), nothing else.
 */
export const LedgerEvent = z.discriminatedUnion('type', [
  /** What the advertiser declares about the contact; later declarations replace field by field. */
  z.strictObject({ ...common, type: z.literal('contact-declared'), declared: DeclaredFacts }),
  /** The contact joined a person; the id is the keyed fingerprint of `personRef`. */
  z.strictObject({ ...common, type: z.literal('person-linked'), person: z.string() }),
  z.strictObject({
    ...common,
    type: z.literal('consent-given'),
    id: FactId,
    consent: ConsentFacts,
    observed: z.boolean(),
  }),
  /** The person withdrew: it ends the consent and opposes in its scope (D3). */
  z.strictObject({
    ...common,
    type: z.literal('consent-withdrawn'),
    consentId: FactId,
    id: FactId,
    occurredAt: Instant,
  }),
  /** An operator's correction: ends the consent alone (D3). */
  z.strictObject({ ...common, type: z.literal('consent-invalidated'), consentId: FactId, reason: z.string() }),
  z.strictObject({ ...common, type: z.literal('sale-recorded'), id: FactId, sale: SaleFacts }),
  z.strictObject({
    ...common,
    type: z.literal('opposition-registered'),
    id: FactId,
    of: OppositionScope,
    road: Road,
    occurredAt: Instant,
    messageId: z.optional(z.string()),
    /** What the person said or pressed, as a mapping version and hash, never in clear. */
    evidence: z.optional(
      z.strictObject({ sha256: z.string(), mediaType: z.optional(z.string()), reference: z.optional(z.string()) }),
    ),
    /** Copied from this contact of the same person. */
    copiedFrom: z.optional(z.string()),
  }),
  /** An act of the person that moves a retention clock (RET-2). */
  z.strictObject({ ...common, type: z.literal('activity-recorded'), id: FactId, act: z.string(), occurredAt: Instant }),
  /** A record that never was an act of the person is undone, and stays in the ledger (D4); `recordId` names it. */
  z.strictObject({
    ...common,
    type: z.literal('record-annulled'),
    id: FactId,
    recordId: FactId,
    ...AnnulmentContent.shape,
  }),
]);
export type LedgerEvent = z.infer<typeof LedgerEvent>;
type OmitFromEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event before the ledger gives it its place. */
export type NewLedgerEvent = OmitFromEach<LedgerEvent, 'seq' | 'v' | 'recordedAt'>;
