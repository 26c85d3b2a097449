/** Art. 18 GDPR: what is restricted is kept, and used with the person's consent alone (§ 2), until the controller lifts it (§ 3). */

import type { Ask } from '../ask.ts';
import { canLift, holds, judgeConsent } from '../consent.ts';
import { consentsAt, type Ledger, type Moment, ms, type Spoken, upTo } from '../ledger.ts';

/** Restrictions asked for by then and not lifted by then. The duty begins when the request is on record. */
const standing = (ledger: Ledger, moment: Moment): readonly Spoken[] =>
  ledger.restrictions.filter(
    ({ index, recorded }) =>
      upTo(recorded, moment) &&
      !ledger.records.some(
        (act) => act.kind === 'restriction-lifted' && act.ofAct === index && upTo(act.recorded, moment),
      ),
  );

/** Whether the data may only be kept. */
export const isRestricted = (ledger: Ledger, moment: Moment): boolean => standing(ledger, moment).length > 0;

/**
 * § 2, "avec le consentement de la personne concernée": one that came after the request, from the person, with its proof (as OPP-4
 * asks), and on which the message rests. A consent of before is what the person asked not to use.
 */
const isConsentedSince = (ledger: Ledger, restriction: Spoken, ask: Ask, moment: Moment): boolean =>
  consentsAt(ledger, moment).some(
    (consent) =>
      ms(consent.body.givenAt) > restriction.recorded &&
      consent.index > restriction.place &&
      canLift(ledger, consent, ask, moment) &&
      holds(judgeConsent(ledger, consent, ask, moment)),
  );

/** Whether a restriction keeps back an offer that names this basis, or none. */
export const isRestrictedForOffers = (ledger: Ledger, ask: Ask, moment: Moment, named?: unknown): boolean =>
  standing(ledger, moment).some(
    (restriction) =>
      !(
        ['consent', undefined].includes(named as string | undefined) &&
        isConsentedSince(ledger, restriction, ask, moment)
      ),
  );
