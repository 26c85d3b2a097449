import { article, type MessageException } from '../../article.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { messageOffersNothing } from '../../readings/class-of.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { RGPD_COPIED } from '../../texts/sources.ts';

/** GDPR, art. 9: data that reveal health, sex life, opinions or religion. Which offers do is the advertiser's declaration. */
const RGPD_9 = article({
  id: 'rgpd-9/2018-05-25',
  code: 'Règlement (UE) 2016/679 (RGPD)',
  number: '9',
  inForce: { from: '2018-05-25' },
  kind: 'regulation',
  read: RGPD_COPIED,
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj?locale=fr',
});

const explicitConsentNamesTheUse: MessageException = {
  says: {
    en: 'an explicit consent names the use',
    fr: 'un consentement explicite nomme cet usage',
  },
  paragraph: '§ 2, a',
  quote: 'la personne concernée a donné son consentement explicite',
  when: (facts) => facts.hasExplicitConsentToSensitiveUse,
};

const ofSensitive = {
  sanctions: SANCTIONS.principles,
  paragraph: '§ 1',
  concerns: { recipient: 'natural-person' },
  when: (facts: Facts) => facts.offerIsSensitive,
  unless: [explicitConsentNamesTheUse, messageOffersNothing],
} as const;

/** §1: an offer that reveals such data, to a person chosen for it. Its detail says what the form of a consent lacks. */
export const sensitiveOffer = RGPD_9.forbids('SENSITIVE_TARGETING', {
  ...ofSensitive,
  detail: ({ sensitiveUseLacks }) => sensitiveUseLacks,
  reading:
    'The text asks for a consent that is explicit for a purpose: how its wording shows that, it does not say. Read strictly: the form quotes words of its wording that speak of what § 1 names, in a language that is read, and that it does not deny (SENS-1). Checked 2026-11-30.',
});
/** Of editions before 2026-11-30.5: it did not say what the form lacks. */
export const sensitiveOfferAlone = RGPD_9.forbids('SENSITIVE_TARGETING', ofSensitive);
/** Of both sentences; a function, so that no bundle holds what it is not asked for. */
/* @__NO_SIDE_EFFECTS__ */ const sensitiveExamples = (): readonly Example[] => [
  ['hearing aids, to consenting subscribers', { offerIsSensitive: true }, 'forbidden'],
  ['the wording names that use', { offerIsSensitive: true, hasExplicitConsentToSensitiveUse: true }, 'not forbidden'],
  [
    'the question whether one wants to stay, from a template about it',
    {
      offerIsSensitive: true,
      declaredClass: 'renewal-request',
      renewal: { opensAt: 0, wasAsked: false, opposition: undefined },
    },
    'not forbidden',
  ],
  [
    'contact@ of a company, whose address is no personal data',
    { offerIsSensitive: true, isRoleAddressOfLegalPerson: true },
    'not forbidden',
  ],
  ['wine', { offerIsSensitive: false }, 'not forbidden'],
];
export const sensitiveOfferExamples = sensitiveExamples();
export const sensitiveOfferAloneExamples = sensitiveExamples();
