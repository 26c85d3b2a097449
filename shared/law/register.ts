/**
 * The register: every prohibition there is, past versions included. Adding an article is one file and its lines here.
 * Names are imported one by one, so that the examples beside the rules stay out of every bundle.
 */
import {
  holidays2024,
  quietHours,
  quietHours2024,
  quietSomewhere,
  quietSomewhere2024,
} from './articles/af2m/charter.ts';
import { senderNotAdmitted, senderNotAdmitted2019 } from './articles/af2m/sender.ts';
import { forbiddenCallerId, ordinaryNumberOnText } from './articles/arcep/caller-id.ts';
import { brokenChain, unnamedPartner } from './articles/cnil/partners.ts';
import { unrelatedToProfession } from './articles/cnil/profession-link.ts';
import {
  capacityNotShown,
  firmOfOne,
  interestInOffersOfOthers,
  professionalNotInformed,
} from './articles/cnil/professionals.ts';
import { relationalWithoutRefusal } from './articles/cnil/relational.ts';
import { renewalAfterOpposition, renewalAskedBefore, renewalTooEarly } from './articles/cnil/renewal.ts';
import { forgottenProspect, formerCustomer } from './articles/cnil/retention.ts';
import { callingDays, callingDays2023, callingHours, callingHours2023 } from './articles/consommation/d223-9.ts';
import { attemptQuota, attemptQuota2023 } from './articles/consommation/d223-9-quota.ts';
import { hiddenAdvertisingByMail, mailWithMeansThatFail, mailWithoutMeans } from './articles/consommation/l122-8.ts';
import { callOfHiddenNature, callOfHiddenNatureBefore } from './articles/consommation/l221-16.ts';
import { hiddenNumber, numberClosedToCalls } from './articles/consommation/l221-17.ts';
import {
  homeEnergyAmongOthersByCall2026,
  homeEnergyAmongOthersByCallBefore,
  homeEnergyByCall2026,
  homeEnergyByCallBefore,
} from './articles/consommation/l223-1.ts';
import {
  calledOnConsentDrawnByCall,
  consentDrawnByCall,
  customerCalledWithoutConsent,
} from './articles/consommation/l223-1-consent.ts';
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
} from './articles/cpce/l34-5-consent.ts';
import {
  collectionWithoutNotice,
  coordinatesFromOthers,
  exceptionByCall,
  freeAccount,
  soldByAnother,
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
import { otherGoods, withoutSale } from './articles/cpce/l34-5-sale.ts';
import { wordingNamesNoChannel } from './articles/cpce/l34-5-wording.ts';
import { heldAfterAnnulment } from './articles/house/annulment.ts';
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
import { guessedAddress, scrapedAddress } from './articles/penal/226-18.ts';
import { RELATIONAL_TO_GATHERED } from './articles/penal/226-18-relational.ts';
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
import { noProcessingNotice, sourceNotNamed } from './articles/rgpd/13-14.ts';
import { restrictedUse } from './articles/rgpd/18.ts';
import { opposedAfterDecision, opposedToAll, opposedToChannel, opposedToPurpose } from './articles/rgpd/21.ts';
import { relationalRefused } from './articles/rgpd/21-relational.ts';
import { CPF_TRAINING } from './articles/travail/l6323-8-1.ts';
import { AMENDMENTS, FIRST_EDITION } from './editions/amendments.ts';
import { rulebookOf } from './fold/rulebook.ts';

/** In the order in which a lawyer would read them: principle, bases, evidence, persons, form, time, house rules. */
export const REGISTER = [
  ...[withoutConsent, consentToAnotherChannel, wordingNamesNoChannel, consentToAnotherPurpose],
  ...[consentToAnotherPerson, consentNotConfirmed, consentThatHasEnded, consentDrawnUnlawfully],
  ...[
    consentDrawnByCall,
    calledOnConsentDrawnByCall,
    customerCalledWithoutConsent,
    professionalByCall,
    interestInOffersOfOthers,
  ],
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
  ...[professionalNotInformed, guessedAddress, scrapedAddress, ...RELATIONAL_TO_GATHERED],
  ...[childAlone, childWithoutConsent, homeEnergyWorks],
  ...[forgottenProspect, formerCustomer, prospectOfSector, customerOfSector],
  ...[minorFromFifteen, homeEnergyAmongOthers, creditWithoutReminder],
  ...[homeEnergyByCallBefore, homeEnergyByCall2026, homeEnergyAmongOthersByCallBefore, homeEnergyAmongOthersByCall2026],
  ...CPF_TRAINING,
  ...[renewalAfterOpposition, renewalAskedBefore, renewalTooEarly, relationalWithoutRefusal],
  ...[hiddenAdvertising, hiddenAdvertisingByMail, ordinaryNumberOnText, senderNotAdmitted2019, senderNotAdmitted],
  ...[callOfHiddenNatureBefore, callOfHiddenNature],
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

/** The law of this build. Each verdict stores the name of its edition, and is given again by that edition. */
export const RULEBOOK = rulebookOf(REGISTER, AMENDMENTS.at(-1)?.edition ?? FIRST_EDITION);
