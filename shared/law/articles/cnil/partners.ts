import { article } from '../../article.ts';
import type { Example } from '../../example.ts';

/** CNIL, sheet on transfers to partners (28 December 2018); Canal+ SAN-2023-015. C-317/25 pending at the last check. */
const PARTNERS = article({
  id: 'cnil-partners/2018-12-28',
  code: 'CNIL, transmission des données à des partenaires à des fins de prospection',
  number: 'fiche du 28 décembre 2018',
  inForce: { from: '2018-12-28' },
  kind: 'doctrine',
  url: 'https://www.cnil.fr/fr/transmission-des-donnees-des-partenaires-des-fins-de-prospection-electronique',
});

/** The advertiser must be in the partner list of the form version that was shown. */
export const unnamedPartner = PARTNERS.forbidsRelyingOn(['consent'], 'PARTNER_NOT_NAMED_AT_COLLECTION', {
  when: (consent) => consent.namesNoSuchPartner,
});
export const unnamedPartnerExamples: readonly Example[] = [
  ['“nos partenaires”, unnamed', { basis: { namesNoSuchPartner: true } }, 'forbidden'],
  ['the advertiser is named', { basis: { namesNoSuchPartner: false } }, 'not forbidden'],
];

/** A partner may not pass the consent on to another partner. */
export const brokenChain = PARTNERS.forbidsRelyingOn(['consent'], 'PARTNER_CHAIN_BROKEN', {
  when: (consent) => consent.passedThroughOtherHands,
});
export const brokenChainExamples: readonly Example[] = [
  ['a partner’s partner handed it on', { basis: { passedThroughOtherHands: true } }, 'forbidden'],
  ['straight from the collector', { basis: { passedThroughOtherHands: false } }, 'not forbidden'],
];
