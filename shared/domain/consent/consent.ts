import * as z from 'zod/mini';
import { FactId, Instant, Sha256, Siren } from '../ids.ts';
import { Channel, Purpose } from '../message/channel.ts';
import { FormReference } from './form-version.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** Who collected a consent, where it was not the advertiser; each later hand adds one (FR-PARTNER-1). */
const Collector = z.strictObject({ siren: Siren, name: text(120) });

/** The proof file that the advertiser holds: its hash, never its content here. */
const Proof = z.strictObject({ sha256: Sha256, mediaType: text(100) });

/**
 * A consent as recorded: what was agreed to, with which form version, when, and the evidence. Stored even when it cannot
 * ground anything (D23); the verdict judges it.
 */
export const ConsentFacts = z.strictObject({
  channels: z.array(Channel).check(z.minLength(1), z.maxLength(12)),
  purpose: z._default(Purpose, 'own-offers'),
  /** The form version shown; absent means the wording is not known (`EVIDENCE_INCOMPLETE`). */
  form: z.optional(FormReference),
  /** When the person agreed (UTC). */
  givenAt: Instant,
  /** The person who agreed gave these coordinates to the advertiser, or to a partner named here. */
  collector: z.optional(Collector),
  /** Hands through which the consent came after its collector, in order; empty when it came directly. */
  transferredBy: z._default(z.array(Collector).check(z.maxLength(5)), []),
  proof: z.optional(Proof),
  /**
   * `pending`: the address was typed, and nobody has shown yet that its holder wants it; it grounds nothing.
   * `confirmed`: its holder confirmed; it takes the place of the pending one. Absent: no confirmation was asked.
   */
  confirmation: z.optional(z.enum(['pending', 'confirmed'])),
  /** What carried the request, when a message did: an unlawful message grounds nothing. */
  drawnBy: z.optional(z.enum(['own-site', 'message', 'shop', 'call', 'event'])),
});
export type ConsentFacts = z.infer<typeof ConsentFacts>;

/** A consent in the standing. `observed`: we saw the act ourselves (hosted form, preference page, confirmation). */
export const Consent = z.extend(ConsentFacts, {
  kind: z.literal('consent'),
  id: FactId,
  /** Ledger position; orders events where clocks do not. */
  seq: z.int(),
  recordedAt: Instant,
  state: z.enum(['given', 'pending', 'withdrawn', 'invalidated']),
  endedAt: z.optional(Instant),
  observed: z._default(z.boolean(), false),
  /** Of all the above, by the event that last changed it (`seal.ts`): evidence that was altered is none. */
  seal: z.string(),
});
export type Consent = z.infer<typeof Consent>;

/** What a consent is in the standing when it is recorded: one that awaits its confirmation is pending. */
export const stateWhenRecorded = ({ confirmation }: Pick<ConsentFacts, 'confirmation'>): 'given' | 'pending' =>
  confirmation === 'pending' ? 'pending' : 'given';
