/** L. 34-5, al. 4: what lifts a condition of the exception for existing customers. */

import type { BasisException } from '../../article.ts';
import { type BasisFacts, isSupport } from '../../facts/basis.ts';

/** The basis that al. 4 is about. */
export const CUSTOMER = ['existing-customer'] as const;

/** An account beside paid ones: whether it is a sale is a question. */
export const isFreeAccount = ({ saleType }: BasisFacts) => saleType === 'free-account';
/** CJEU C-654/23: a human decides whether such an account is a sale (D6). */
export const isOpenFreeAccount: BasisException = {
  says: {
    en: 'a free account in a paid model: see `SOFT_OPT_IN_FREEMIUM_REVIEW`',
    fr: 'il s’agit d’un compte gratuit dans une offre payante : voir `SOFT_OPT_IN_FREEMIUM_REVIEW`',
  },
  source: 'CJUE, C-654/23',
  when: (sale) => isFreeAccount(sale) && !sale.wasCancelled,
};
/** D7: CNIL's page lists the exception for automates too; an advertiser may record that reading. */
export const automatesWereChosen: BasisException = {
  says: {
    en: 'the advertiser recorded the other reading, with a justification',
    fr: 'l’annonceur a retenu l’autre lecture, en la justifiant',
  },
  source: 'CNIL, page de janvier 2022 sur les automates d’appel',
  when: (_, facts) => facts.readings.includes('existing-customers-by-automated-call'),
};
/** CJEU C-654/23 (13 November 2025): a free account inside a paid model can be a sale; recorded after review (D6). */
export const freeAccountsWereReviewed: BasisException = {
  says: {
    en: 'the advertiser recorded that its free accounts are sales',
    fr: 'l’annonceur a retenu que ses comptes gratuits sont des ventes',
  },
  source: 'CJUE, C-654/23',
  when: (_, facts) => facts.readings.includes('free-account-is-a-sale'),
};
/**
 * D28: pages of CNIL before 2026 name a second exception, for prospecting that is not commercial, under the same conditions at
 * collection and in each message. No article has it; an advertiser may record that reading, for electronic mail.
 */
const APPEALS = {
  says: {
    en: 'it is an appeal that sells nothing, by electronic mail, to one who gave or is a member, and the advertiser recorded this reading of the doctrine',
    fr: 'c’est un appel qui ne vend rien, par courrier électronique, à un donateur ou à un adhérent, et l’annonceur a retenu cette lecture de la doctrine',
  },
  source: 'CNIL, pages antérieures à 2026 sur le courriel et les SMS, deuxième exception',
} as const;
const isAppealToSupport: BasisException['when'] = (relation, facts) =>
  facts.readings.includes('non-commercial-appeals') &&
  facts.offerIsNonCommercialAppeal === true &&
  isSupport(relation) &&
  !relation.wasCancelled;
/** By call the exception for customers is refused as a whole, and nothing else is held against the gift; unless that was lifted for sales. */
export const appealsWereChosen: BasisException = {
  ...APPEALS,
  when: (relation, facts) =>
    isAppealToSupport(relation, facts) &&
    (facts.channel !== 'automated-call' || !automatesWereChosen.when(relation, facts)),
};
/** Of editions before 2026-12-01.2: by call the gift was also said to be no sale, and the appeal not analogous. */
export const appealsByMailWereChosen: BasisException = {
  ...APPEALS,
  when: (relation, facts) => facts.channel !== 'automated-call' && isAppealToSupport(relation, facts),
};
