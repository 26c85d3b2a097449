/**
 * The register: every prohibition there is, past versions included. Adding an article is one file and its lines here.
 * Names are imported one by one, so that the examples beside the rules stay out of every bundle.
 */
import {
  holidays,
  holidays2024,
  quietHours,
  quietHours2024,
  quietSomewhere,
  quietSomewhere2024,
  quietSomewhereBefore,
} from './articles/af2m/charter.ts';
import { senderNotAdmitted, senderNotAdmitted2019 } from './articles/af2m/sender.ts';
import { forbiddenCallerId, ordinaryNumberOnText } from './articles/arcep/caller-id.ts';
import { capacityNotShownAlone, capacityNotShownBefore } from './articles/cnil/b2b-former.ts';
import { brokenChain, unnamedPartner } from './articles/cnil/partners.ts';
import {
  capacityNotShown,
  firmOfOne,
  interestInOffersOfOthers,
  professionalNotInformed,
  unrelatedToProfession,
} from './articles/cnil/professionals.ts';
import { relationalWithoutRefusal } from './articles/cnil/relational.ts';
import { renewalAfterOpposition, renewalAskedBefore, renewalTooEarly } from './articles/cnil/renewal.ts';
import { forgottenProspect, formerCustomer } from './articles/cnil/retention.ts';
import { callingDays, callingDays2023, callingHours, callingHours2023 } from './articles/consommation/d223-9.ts';
import { callingDays2023ByRegion, callingDaysByRegion } from './articles/consommation/d223-9-by-region.ts';
import { attemptQuota, attemptQuota2023 } from './articles/consommation/d223-9-quota.ts';
import { hiddenAdvertisingByMail, mailWithMeansThatFail, mailWithoutMeans } from './articles/consommation/l122-8.ts';
import { hiddenNumber, numberClosedToCalls } from './articles/consommation/l221-17.ts';
import {
  homeEnergyAmongOthersByCall2026,
  homeEnergyAmongOthersByCallBefore,
  homeEnergyByCall2026,
  homeEnergyByCallBefore,
} from './articles/consommation/l223-1.ts';
import { consentDrawnByCall, customerCalledWithoutConsent } from './articles/consommation/l223-1-consent.ts';
import { homeEnergyAmongOthers, homeEnergyWorks } from './articles/consommation/l223-8.ts';
import { creditWithoutReminder } from './articles/consommation/l312-9.ts';
import { oldConsentToCalls } from './articles/consommation/r223-1.ts';
import {
  consentDrawnUnlawfully,
  consentNotConfirmed,
  consentThatHasEnded,
  consentToAnotherChannel,
  consentToAnotherPerson,
  consentToAnotherPurpose,
  withoutConsent,
  wordingNamesNoChannel,
  wordingNamesNoChannelBefore,
} from './articles/cpce/l34-5-consent.ts';
import {
  collectionWithoutNotice,
  coordinatesFromOthers,
  exceptionByCall,
  freeAccount,
  otherGoods,
  soldByAnother,
  withoutSale,
} from './articles/cpce/l34-5-existing-customer.ts';
import {
  fakeReply,
  hiddenAdvertiser,
  meansThatCost,
  meansThatFail,
  noMeansToObject,
  unrelatedSubject,
} from './articles/cpce/l34-5-form.ts';
import { professionalByCall } from './articles/cpce/l34-5-professionals.ts';
import { checkoutNotShown, noRefusalOffered, refusedAtCollection } from './articles/cpce/l34-5-refusal-offered.ts';
import { heldAfterAnnulment, heldAfterAnnulmentBefore } from './articles/house/annulment.ts';
import { numberNotOpened } from './articles/house/caller-id.ts';
import { dailyCeiling } from './articles/house/ceiling.ts';
import { uncertainClass } from './articles/house/class.ts';
import { dayOffSomewhere } from './articles/house/days-off.ts';
import { hiddenSender } from './articles/house/hidden-sender.ts';
import { holidayCourtesy } from './articles/house/holidays.ts';
import {
  legalPersonOpposedAfterDecision,
  legalPersonOpposedToAll,
  legalPersonOpposedToChannel,
  legalPersonOpposedToPurpose,
  legalPersonRefusedRelational,
} from './articles/house/legal-person-oppositions.ts';
import { AS_FOR_PERSONS } from './articles/house/legal-person-rights.ts';
import {
  LEGAL_PERSON_OPPOSED_WITH_SURVEYS,
  legalPersonOpposedToAllBefore,
  legalPersonOpposedToAllWithSurveys,
} from './articles/house/legal-person-versions.ts';
import { childWithoutConsent } from './articles/house/minors.ts';
import {
  basisOfFranceAlone,
  callToLegalPerson,
  noRulesForCountry,
  textToLegalPerson,
  unbuiltChannel,
} from './articles/house/mission.ts';
import { pretendedReturn } from './articles/house/oppositions.ts';
import { basisOfOffersAlone } from './articles/house/purposes.ts';
import { sundayCourtesy } from './articles/house/sunday.ts';
import { deadAddress } from './articles/house/undeliverable.ts';
import { hiddenAdvertising } from './articles/lcen/20.ts';
import { childAlone, minorFromFifteen } from './articles/lil/45.ts';
import { ADDRESSES_OF_HOUSES_TOO, guessedAddress, scrapedAddress } from './articles/penal/226-18.ts';
import { actThatIsNoConsent } from './articles/rgpd/4-11.ts';
import { customerOfSector, formWasRebuilt, invalidatedConsent, prospectOfSector } from './articles/rgpd/5.ts';
import {
  alteredEvidence,
  consentWithoutRecord,
  evidenceNotHeld,
  incompleteEvidence,
  withdrawnConsent,
} from './articles/rgpd/7.ts';
import { sensitiveOffer } from './articles/rgpd/9.ts';
import { noProcessingNotice, sourceNotNamed, sourceNotNamedAtFirst } from './articles/rgpd/13-14.ts';
import { restrictedUse, restrictedUseOfAnyone } from './articles/rgpd/18.ts';
import { opposedAfterDecision, opposedToAll, opposedToChannel, opposedToPurpose } from './articles/rgpd/21.ts';
import { relationalRefused } from './articles/rgpd/21-relational.ts';
import { OPPOSED_WITH_SURVEYS, opposedToAllBefore, opposedToAllWithSurveys } from './articles/rgpd/21-versions.ts';
import { CPF_TRAINING } from './articles/travail/l6323-8-1.ts';
import type { Amendment } from './editions/amendment.ts';
import { BY_THE_TEXT } from './editions/by-the-text.ts';
import { EACH_FAULT_SAID } from './editions/each-fault-said.ts';
import { MOVED_SAID } from './editions/moved-said.ts';
import { SANCTIONS_THAT_FIT } from './editions/sanctions-that-fit.ts';
import { rulebookOf } from './fold/rulebook.ts';

/** In the order in which a lawyer would read them: principle, bases, evidence, persons, form, time, house rules. */
export const REGISTER = [
  ...[withoutConsent, consentToAnotherChannel, wordingNamesNoChannel, consentToAnotherPurpose],
  ...[consentToAnotherPerson, consentNotConfirmed, consentThatHasEnded, consentDrawnUnlawfully],
  ...[consentDrawnByCall, customerCalledWithoutConsent, professionalByCall, interestInOffersOfOthers],
  ...[exceptionByCall, coordinatesFromOthers, collectionWithoutNotice, withoutSale, freeAccount],
  ...[soldByAnother, otherGoods, noRefusalOffered, checkoutNotShown, refusedAtCollection],
  ...[hiddenAdvertiser, hiddenNumber, hiddenSender],
  ...[noMeansToObject, mailWithoutMeans, meansThatFail, mailWithMeansThatFail],
  ...[meansThatCost, fakeReply, unrelatedSubject],
  ...[actThatIsNoConsent, consentWithoutRecord, incompleteEvidence, formWasRebuilt, alteredEvidence],
  ...[evidenceNotHeld, withdrawnConsent, invalidatedConsent, sensitiveOffer, noProcessingNotice, sourceNotNamed],
  ...[legalPersonOpposedToAll, legalPersonOpposedToChannel, legalPersonOpposedToPurpose],
  ...[legalPersonOpposedAfterDecision, legalPersonRefusedRelational, ...AS_FOR_PERSONS],
  ...[opposedToAll, opposedToChannel, opposedToPurpose, opposedAfterDecision, pretendedReturn, restrictedUse],
  ...[relationalRefused, unnamedPartner, brokenChain, capacityNotShown, firmOfOne, unrelatedToProfession],
  ...[professionalNotInformed, guessedAddress, scrapedAddress, childAlone, childWithoutConsent, homeEnergyWorks],
  ...[forgottenProspect, formerCustomer, prospectOfSector, customerOfSector],
  ...[minorFromFifteen, homeEnergyAmongOthers, creditWithoutReminder],
  ...[homeEnergyByCallBefore, homeEnergyByCall2026, homeEnergyAmongOthersByCallBefore, homeEnergyAmongOthersByCall2026],
  ...CPF_TRAINING,
  ...[renewalAfterOpposition, renewalAskedBefore, renewalTooEarly, relationalWithoutRefusal],
  ...[hiddenAdvertising, hiddenAdvertisingByMail, ordinaryNumberOnText, senderNotAdmitted2019, senderNotAdmitted],
  ...[forbiddenCallerId, numberNotOpened, numberClosedToCalls, oldConsentToCalls],
  ...[callingHours2023, callingDays2023, attemptQuota2023, callingHours, callingDays, attemptQuota],
  ...[quietHours2024, holidays2024, quietSomewhere2024, quietHours, sundayCourtesy, holidayCourtesy],
  ...[quietSomewhere, dayOffSomewhere],
  ...[
    unbuiltChannel,
    noRulesForCountry,
    basisOfFranceAlone,
    callToLegalPerson,
    basisOfOffersAlone,
    textToLegalPerson,
    dailyCeiling,
    uncertainClass,
    heldAfterAnnulment,
    deadAddress,
  ],
];

/** The edition that no amendment made. Its name is its day. */
export const FIRST_EDITION = '2026-11-25';

/** What each later edition changed, oldest first: `{ edition: '2026-12-15', added: [newOne], removed: [formerOne] }`. */
export const AMENDMENTS: readonly Amendment[] = [
  { edition: '2026-11-27', added: [deadAddress], removed: [] },
  { edition: '2026-11-28', added: [restrictedUseOfAnyone], removed: [] },
  { edition: '2026-11-29', added: [holidayCourtesy], removed: [holidays] },
  { edition: '2026-11-29.2', added: [quietSomewhere, dayOffSomewhere], removed: [quietSomewhereBefore] },
  { edition: '2026-11-30', added: [wordingNamesNoChannel], removed: [wordingNamesNoChannelBefore] },
  {
    edition: '2026-11-30.2',
    added: [opposedToAllWithSurveys, legalPersonOpposedToAllWithSurveys, capacityNotShownAlone],
    removed: [opposedToAllBefore, legalPersonOpposedToAllBefore, capacityNotShownBefore],
  },
  {
    edition: '2026-11-30.3',
    added: [
      ...[opposedToAll, opposedToChannel, opposedAfterDecision, relationalRefused],
      ...[legalPersonOpposedToAll, legalPersonOpposedToChannel, legalPersonOpposedAfterDecision],
      legalPersonRefusedRelational,
    ],
    removed: [...OPPOSED_WITH_SURVEYS, ...LEGAL_PERSON_OPPOSED_WITH_SURVEYS],
  },
  {
    edition: '2026-11-30.4',
    added: [
      ...[...CPF_TRAINING, basisOfOffersAlone, sourceNotNamed, guessedAddress, scrapedAddress],
      ...[heldAfterAnnulment, callingDays2023, callingDays],
    ],
    removed: [
      ...[sourceNotNamedAtFirst, ...ADDRESSES_OF_HOUSES_TOO],
      ...[heldAfterAnnulmentBefore, callingDays2023ByRegion, callingDaysByRegion],
    ],
  },
  { edition: '2026-11-30.5', ...EACH_FAULT_SAID },
  { edition: '2026-11-30.6', ...SANCTIONS_THAT_FIT },
  {
    edition: '2026-11-30.7',
    added: [...MOVED_SAID.added, ...BY_THE_TEXT.added, consentThatHasEnded],
    removed: [...MOVED_SAID.removed, ...BY_THE_TEXT.removed],
  },
];

/** The law of this build. Each verdict stores the name of its edition, and is given again by that edition. */
export const RULEBOOK = rulebookOf(REGISTER, AMENDMENTS.at(-1)?.edition ?? FIRST_EDITION);
