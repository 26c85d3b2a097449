import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { isErased } from '#shared/domain/ledger/erased.ts';
import type { Actor, NewLedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { isAbout } from '#shared/domain/opposition/is-about.ts';
import { usabilityOfConsent, wasCalledLawfully } from '#shared/law/readings/usability.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';

/** All consents of an address, with the first of those that were given again: it counts where the later one shows nothing. */
export const everyConsent = ({ consents, givenBefore = [] }: Standing): readonly Consent[] => [
  ...givenBefore,
  ...consents,
];

/** Those that the person gave, that still count, whose use is not restricted, and that nothing said at the new address speaks against. */
export const followingConsents = (former: Standing, { oppositions, erasedAt }: Standing): readonly Consent[] =>
  isErased(former) || former.restrictions !== undefined
    ? []
    : everyConsent(former).filter(
        (consent) =>
          consent.state === 'given' &&
          (former.childUntil === undefined || consent.givenAt > former.childUntil) &&
          (erasedAt === undefined || consent.givenAt > erasedAt) &&
          !oppositions.some(({ of }) => isAbout(of, consent)),
      );

/** The words and the proof follow, and that Aval saw the act; that a mailbox confirmed is of the former address. */
export const consentAt = (contactId: ContactId, given: Consent, actor: Actor): NewLedgerEvent => {
  const {
    kind: _k,
    id,
    seq: _s,
    recordedAt: _r,
    state: _t,
    endedAt: _e,
    endedBecause: _b,
    observed,
    askedLawfully,
    ...rest
  } = given;
  const { copiedFrom: _from, confirmation: _c, seal: _l, ...consent } = rest;
  const asked = askedLawfully && { askedLawfully };
  return { type: 'consent-given', id: factIdOf(contactId, id), consent, observed, copiedFrom: id, ...asked, actor };
};

/** What it takes to judge a consent where it was given. */
export interface JudgingAlsoPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
  readonly reviews: Pick<Reviews, 'find'>;
  readonly vetReads: VetReads;
  readonly clock: Clock;
}

const wasAsked = ({ drawnBy }: Consent): boolean => drawnBy === 'message' || drawnBy === 'call';

const FAULT = 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE';

/**
 * These consents, and of each that a message or a call asked for whether that was lawful: judged with all that is recorded at the address at
 * which it was given, which does not follow. Nothing is read where neither asked.
 *
 * @param standing what is recorded at that address
 */
export const withHowAsked = async (
  { advertisers, formVersions, reviews, vetReads, clock }: JudgingAlsoPorts,
  access: AdvertiserAccess,
  standing: Standing,
  consents: readonly Consent[],
): Promise<readonly Consent[]> => {
  if (!consents.some(wasAsked)) return consents;
  const at = clock.now();
  const { address = '' } = await vetReads.read(access, standing.contactId, at);
  const advertiser = await knownAdvertiser(advertisers, access);
  const formOf = await formsOfStanding(formVersions, access, standing);
  const to = { address, isPublicMailbox: isPublicMailbox(address) };
  const { result } = await withDecisions(reviews, access, (decisions) =>
    consents.map((consent): Consent => {
      if (!wasAsked(consent)) return consent;
      const context = { at, advertiser, standing, formOf, decisions, ...to };
      const isLawful =
        consent.drawnBy === 'call'
          ? wasCalledLawfully(context, consent)
          : !usabilityOfConsent(context, consent).reasons.some(({ code }) => code === FAULT);
      return isLawful ? { ...consent, askedLawfully: true } : consent;
    }),
  );
  return result;
};
