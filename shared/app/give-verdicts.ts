import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import { Failure } from '../domain/failure.ts';
import type { Instant } from '../domain/ids.ts';
import { addSeconds } from '../domain/instant.ts';
import { vet } from '../domain/law/vet.ts';
import type { StoredVerdict } from '../domain/verdict.ts';
import type { ProposedMessage } from '../domain/vet.ts';
import { contactOf, knownAdvertiser } from './contact-of.ts';
import { refuseWrongAddress, validityOf } from './draft-checks.ts';
import { formsOfStanding } from './forms-of-standing.ts';
import type { Address, Advertisers, Clock, Fingerprints, FormVersions, VetReads } from './ports.ts';

/** A message that one asks about. */
export type Asked = Omit<ProposedMessage, 'validUntil'> & { readonly address: Address };

/** A verdict given in advance, and until when it may be relied upon as a courtesy (OPP-2). */
export interface GivenVerdict {
  readonly verdict: StoredVerdict;
  readonly verdictExpiresAt: Instant;
}

interface Ports {
  readonly vetReads: VetReads;
  readonly advertisers: Advertisers;
  readonly formVersions: FormVersions;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
}

/** Ten minutes: what was read may be overtaken by an opposition at any moment (OPP-2). */
const VERDICT_SECONDS = 600;

/**
 * Says of each message whether it may be sent now, and why; sends nothing. An item that is a failure, or names no
 * address of its channel, does not lose the others. Throws `advertiser-not-found`, and `dependency-unavailable` naming
 * `OPPOSITION_STORE_UNAVAILABLE` when the standings cannot be read: then there is no verdict at all (D24).
 */
export const giveVerdicts = (
  ports: Ports,
  { scope, items }: { readonly scope: AdvertiserScope; readonly items: readonly (Asked | Failure)[] },
): Promise<readonly (GivenVerdict | Failure)[]> =>
  Promise.all(items.map((item) => (item instanceof Failure ? item : verdictOrFailure(ports, scope, item))));

/** What is wrong with one item becomes its outcome; what is wrong with the call or the stores ends it. */
const verdictOrFailure = async (ports: Ports, scope: AdvertiserScope, item: Asked): Promise<GivenVerdict | Failure> => {
  try {
    return await verdictOn(ports, scope, item);
  } catch (error) {
    if (error instanceof Failure && (error.code === 'invalid-request' || error.code === 'address-expected'))
      return error;
    throw error;
  }
};

const verdictOn = async (ports: Ports, scope: AdvertiserScope, asked: Asked): Promise<GivenVerdict> => {
  const { address, ...message } = asked;
  refuseWrongAddress(message.channel, address.kind);
  const { contactId, deliverable } = contactOf(ports.fingerprints, scope, address);
  const at = ports.clock.now();
  // Before the settings: an unreadable standing is the answer that a caller must hear by its name.
  const { standing, sends } = await ports.vetReads.read(scope, contactId, at);
  const advertiser = await knownAdvertiser(ports.advertisers, scope);
  const formOf = await formsOfStanding(ports.formVersions, scope, standing);
  const validUntil = validityOf(message.channel, undefined, at);
  const request = {
    at,
    message: { ...message, validUntil },
    address: deliverable,
    standing,
    sends,
    advertiser,
    formOf,
  };
  return { verdict: vet(request), verdictExpiresAt: addSeconds(at, VERDICT_SECONDS) };
};
