import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { normaliseAddress } from '#shared/domain/contact/address.ts';
import type { Actor } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { type Usability, usabilityOfConsent } from '#shared/law/readings/usability.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Address } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import type { RequestHash } from './ledger.port.ts';
import { type JudgingPorts, noLongerInForce, type RecordedFact, recordFact } from './record-fact.ts';
import { type GivenConsent, shownForm } from './shown-form.ts';

export interface RecordConsent {
  readonly access: AdvertiserAccess;
  readonly address: Address;
  readonly consent: GivenConsent;
  readonly actor: Actor;
  readonly request: RequestHash;
  /** Looks at the standing that the consent is appended to; throws, and nothing is recorded. Not asked of a repeated request. */
  readonly beforehand?: ((seen: Standing) => void) | undefined;
}

/**
 * A recorded fact as the law judges it by itself (D23): what it can support, and the evidence it lacks, with pointers
 * into it; below `/form`, fields of the form version.
 */
export interface JudgedFact extends RecordedFact, Usability {}

/** A recorded consent, with what its receipt says (PROOF-3). */
export interface RecordedConsent extends JudgedFact {
  readonly consent: ConsentFacts;
  readonly advertiser: Advertiser;
  /** The form version shown; `undefined` when none of that name is stored. */
  readonly form: FormVersion | undefined;
}

/**
 * Records a consent with its evidence, also when it can support nothing (D23): the verdict judges it. A form given with it
 * is stored first. Refused only when malformed, future-dated, without a channel that anything says, or naming an unknown
 * advertiser, or by `standing-full`.
 */
export const recordConsent = async (
  ports: JudgingPorts,
  { access, address, consent: given, actor, request, beforehand }: RecordConsent,
): Promise<RecordedConsent> => {
  const at = ports.clock.now();
  refuseFuture(at, { '/givenAt': given.givenAt });
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  normaliseAddress(address);
  const { form: _form, channels: _said, ...rest } = given;
  const { reference, version: form, channels } = await shownForm(ports, access, given);
  const consent: ConsentFacts = { ...rest, channels, ...(reference === undefined ? {} : { form: reference }) };
  const fact = await withContact(ports.fingerprints, access, address, (contact) =>
    recordFact(ports, access, contact, request, (id, seen) => {
      if (seen !== undefined) beforehand?.(seen);
      return { type: 'consent-given', id, consent, observed: false, actor };
    }),
  );
  // All that the standing cites: what a message asked for rests on what came before.
  const formOf = await formsOfStanding(ports.formVersions, access, fact.standing);
  const context = { at, advertiser, standing: fact.standing, formOf };
  const inForce = fact.standing.consents.find(({ id }) => id === fact.id);
  const { result: usability } = await withDecisions(ports.reviews, access, (decisions) =>
    inForce
      ? usabilityOfConsent({ ...context, decisions }, inForce)
      : noLongerInForce('EVIDENCE_MISSING', consent.channels),
  );
  return {
    ...fact,
    ...usability,
    consent,
    advertiser,
    form,
  };
};
