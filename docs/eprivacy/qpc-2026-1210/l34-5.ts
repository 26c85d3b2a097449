import { article, type Prohibition } from '#shared/law/article.ts';
import * as consent from '#shared/law/articles/cpce/l34-5-consent.ts';
import * as customer from '#shared/law/articles/cpce/l34-5-existing-customer.ts';
import * as form from '#shared/law/articles/cpce/l34-5-form.ts';
import * as professionals from '#shared/law/articles/cpce/l34-5-professionals.ts';
import * as refusal from '#shared/law/articles/cpce/l34-5-refusal-offered.ts';
import { FINE_OF_L34_5 } from '#shared/law/texts/administrative.ts';

/**
 * Conseil constitutionnel, 2026-1210 QPC of 25 June 2026: some paragraphs of L. 34-5 on cumulated prosecution fall on 31
 * October 2027. The decision was not read. This is the widest case: the fine of al. 8 falls as well. Every sentence of the
 * article is kept; only what breaking it costs is less.
 */
const WITHOUT_THE_FINE = article({
  id: 'l34-5/2027-10-31',
  code: 'Code des postes et des communications électroniques',
  number: 'L. 34-5',
  inForce: { from: '2027-10-31' },
  kind: 'statute',
});

const kept = <Kind extends Prohibition>(sentence: Kind): Kind => ({
  ...sentence,
  article: WITHOUT_THE_FINE,
  sanctions: sentence.sanctions?.filter((sanction) => sanction !== FINE_OF_L34_5),
});

export const withoutConsent = kept(consent.withoutConsent);
export const consentToAnotherChannel = kept(consent.consentToAnotherChannel);
export const wordingNamesNoChannel = kept(consent.wordingNamesNoChannel);
export const consentToAnotherPurpose = kept(consent.consentToAnotherPurpose);
export const consentToAnotherPerson = kept(consent.consentToAnotherPerson);
export const consentNotConfirmed = kept(consent.consentNotConfirmed);
export const consentThatHasEnded = kept(consent.consentThatHasEnded);
export const consentDrawnUnlawfully = kept(consent.consentDrawnUnlawfully);
export const professionalByCall = kept(professionals.professionalByCall);
export const exceptionByCall = kept(customer.exceptionByCall);
export const coordinatesFromOthers = kept(customer.coordinatesFromOthers);
export const collectionWithoutNotice = kept(customer.collectionWithoutNotice);
export const withoutSale = kept(customer.withoutSale);
export const freeAccount = kept(customer.freeAccount);
export const soldByAnother = kept(customer.soldByAnother);
export const otherGoods = kept(customer.otherGoods);
export const noRefusalOffered = kept(refusal.noRefusalOffered);
export const checkoutNotShown = kept(refusal.checkoutNotShown);
export const refusedAtCollection = kept(refusal.refusedAtCollection);
export const hiddenAdvertiser = kept(form.hiddenAdvertiser);
export const noMeansToObject = kept(form.noMeansToObject);
export const meansThatFail = kept(form.meansThatFail);
export const meansThatCost = kept(form.meansThatCost);
export const fakeReply = kept(form.fakeReply);
export const unrelatedSubject = kept(form.unrelatedSubject);
