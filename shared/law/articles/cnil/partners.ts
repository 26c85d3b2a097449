import { article, type BasisProhibition } from '../../article.ts';
import type { Example } from '../../example.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { CNIL_PARTNERS_QUOTED } from '../../texts/sources.ts';

/** CNIL, sheet on transfers to partners (28 December 2018); Canal+ SAN-2023-015. C-317/25 pending at the last check. */
const PARTNERS = article({
  id: 'cnil-partners/2018-12-28',
  code: 'CNIL, transmission des données à des partenaires à des fins de prospection',
  number: 'fiche du 28 décembre 2018',
  inForce: { from: '2018-12-28' },
  kind: 'doctrine',
  takenOn: '2026-11-24',
  read: CNIL_PARTNERS_QUOTED,
  url: 'https://www.cnil.fr/fr/la-prospection-vers-les-particuliers-b-c-quelles-regles-pour-transmettre-des-donnees-des-partenaires',
});

/** The partner whose offers are sent, or the advertiser where another collected, must be in the list that was shown. */
const UNNAMED: Pick<BasisProhibition, 'sanctions' | 'when'> = {
  sanctions: SANCTIONS.consent,
  when: (consent) => consent.namesNoSuchPartner,
};
export const unnamedPartner = PARTNERS.forbidsRelyingOn(['consent'], 'PARTNER_NOT_NAMED_AT_COLLECTION', {
  ...UNNAMED,
  quote: 'n’est valable que pour ces derniers',
  detail: ({ partnersNotNamed }) => partnersNotNamed,
});
/** Of editions before 2026-11-30.5: it did not say who is not named, and where, and quoted what is asked of the form alone. */
export const unnamedPartnerAlone = PARTNERS.forbidsRelyingOn(['consent'], 'PARTNER_NOT_NAMED_AT_COLLECTION', {
  ...UNNAMED,
  quote: 'La personne doit pouvoir identifier les partenaires, destinataires des données, depuis le formulaire',
});
/* @__NO_SIDE_EFFECTS__ */
const unnamedExamples = (more: readonly Example[]): readonly Example[] => [
  ['“nos partenaires”, unnamed; or a message that names none', { basis: { namesNoSuchPartner: true } }, 'forbidden'],
  [
    'the advertiser, or the partner of the message, is named',
    { basis: { namesNoSuchPartner: false } },
    'not forbidden',
  ],
  ...more,
];
export const unnamedPartnerAloneExamples = unnamedExamples([]);
export const unnamedPartnerExamples = unnamedExamples([
  [
    'a message that does not say whose offers it brings',
    { basis: { namesNoSuchPartner: true, partnersNotNamed: ['partner-not-in-message'] } },
    'forbidden',
  ],
]);

/** A partner may not pass the consent on to another partner. */
export const brokenChain = PARTNERS.forbidsRelyingOn(['consent'], 'PARTNER_CHAIN_BROKEN', {
  quote: 'n’est valable que pour ces derniers',
  sanctions: SANCTIONS.consent,
  when: (consent) => consent.passedThroughOtherHands,
});
export const brokenChainExamples: readonly Example[] = [
  ['a partner’s partner handed it on', { basis: { passedThroughOtherHands: true } }, 'forbidden'],
  ['straight from the collector', { basis: { passedThroughOtherHands: false } }, 'not forbidden'],
];
