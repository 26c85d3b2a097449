import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import type { ConsentFacts } from '../domain/consent.ts';
import { missingEvidence } from '../domain/law/evidence.ts';
import type { Actor } from '../domain/ledger-event.ts';
import { contactOf, knownAdvertiser, refuseFuture } from './contact-of.ts';
import type { Address, Advertisers, Clock, Fingerprints, FormVersions, Ledger, RequestSeal } from './ports.ts';
import { type RecordedFact, recordFact } from './record-fact.ts';

export interface RecordConsent {
  readonly scope: AdvertiserScope;
  readonly address: Address;
  readonly consent: ConsentFacts;
  readonly actor: Actor;
  readonly request: RequestSeal;
}

/** A recorded fact, with the evidence it lacks as pointers into it; below `/form`, fields of the form version. */
export interface JudgedFact extends RecordedFact {
  readonly missing: readonly string[];
}

/**
 * Records a consent with its evidence, also when it can found nothing (D23): the verdict judges it. Refused only when
 * malformed, future-dated or naming an unknown advertiser, or by `standing-full`.
 */
export const recordConsent = async (
  ports: {
    readonly ledger: Ledger;
    readonly clock: Clock;
    readonly advertisers: Advertisers;
    readonly formVersions: FormVersions;
    readonly fingerprints: Fingerprints;
  },
  { scope, address, consent, actor, request }: RecordConsent,
): Promise<JudgedFact> => {
  refuseFuture(ports.clock.now(), { '/givenAt': consent.givenAt });
  await knownAdvertiser(ports.advertisers, scope);
  const contact = contactOf(ports.fingerprints, scope, address);
  const form = consent.form && (await ports.formVersions.get(scope, consent.form));
  const fact = await recordFact(ports, scope, contact, request, (id) => ({
    type: 'consent-given',
    id,
    consent,
    observed: false,
    actor,
  }));
  return { ...fact, missing: missingEvidence(consent, form) };
};
