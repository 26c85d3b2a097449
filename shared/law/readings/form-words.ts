import type { Bilingual } from '#shared/domain/missing.ts';

interface Words {
  readonly sentence: Bilingual;
  readonly remedy: Bilingual;
}

/** The property of the form version that a reason speaks of. */
export const POINTERS_OF_REASONS: Readonly<Record<string, string>> = {
  CONSENT_MECHANISM_INVALID: '/mechanism',
  EVIDENCE_INCOMPLETE: '/reconstruction',
  CONSENT_CHANNEL_UNCERTAIN: '/channels',
  CONSENT_WRONG_CHANNEL: '/channels',
  CONSENT_WRONG_PURPOSE: '/purposes',
  CONSENT_WRONG_CONTROLLER: '/partnersNamed',
  PARTNER_NOT_NAMED_AT_COLLECTION: '/partnersNamed',
};

/** What evidence a form version can lack, by the property that is missing (GDPR 7(1), D9). */
export const EVIDENCE_OF_FORM: Readonly<Record<string, Words>> = {
  '/mechanism': {
    sentence: {
      fr: 'On ne sait pas par quel acte la personne accepte.',
      en: 'By what act a person agrees is not known.',
    },
    remedy: {
      fr: 'Indiquez l’acte : checkbox, choice-button, signature ou spoken-yes.',
      en: 'Say the act: checkbox, choice-button, signature or spoken-yes.',
    },
  },
  '/defaultState': {
    sentence: {
      fr: 'On ne sait pas si la case était cochée avant que la personne agisse.',
      en: 'Whether the box was ticked before the person acted is not known.',
    },
    remedy: {
      fr: 'Indiquez l’état initial : empty, ticked ou not-applicable.',
      en: 'Say the state before the act: empty, ticked or not-applicable.',
    },
  },
  '/shown': {
    sentence: {
      fr: 'Rien ne montre le formulaire tel que les personnes l’ont vu.',
      en: 'Nothing shows the form as people saw it.',
    },
    remedy: {
      fr: 'Gardez une capture, une maquette ou le formulaire vierge, et donnez son empreinte SHA-256 et son type.',
      en: 'Keep a screenshot, a layout or the blank form, and give its SHA-256 and media type.',
    },
  },
  '/notice': {
    sentence: {
      fr: 'Aucune information sur le traitement des données n’accompagne le formulaire.',
      en: 'No notice on the processing of data goes with the form.',
    },
    remedy: {
      fr: 'Donnez la version et l’adresse de la notice qui était présentée avec le formulaire.',
      en: 'Give the version and the place of the notice that was shown with the form.',
    },
  },
  '/approver': {
    sentence: {
      fr: 'Personne n’a approuvé cette version du formulaire.',
      en: 'Nobody approved this version of the form.',
    },
    remedy: {
      fr: 'Faites-la approuver par une personne nommée.',
      en: 'Have a named human approve it.',
    },
  },
  '/reconstruction': {
    sentence: {
      fr: 'Les jours de la reconstitution ne sont pas des dates, ou sont à venir.',
      en: 'The days of the reconstruction are no dates, or are still to come.',
    },
    remedy: {
      fr: 'Donnez le premier et le dernier jour au format AAAA-MM-JJ.',
      en: 'Give the first and the last day as YYYY-MM-DD.',
    },
  },
};

/** What a form version lacks for the exception of customers (L. 34-5, al. 4). */
export const MISSING_FOR_SALES: Readonly<Record<string, Words>> = {
  '/form/notice': {
    sentence: {
      fr: 'Sans notice, une vente faite avec ce formulaire ne permet pas d’écrire au client.',
      en: 'Without a notice, a sale made with this form supports no message to the customer.',
    },
    remedy: {
      fr: 'Donnez la version et l’adresse de la notice qui était présentée avec le formulaire.',
      en: 'Give the version and the place of the notice that was shown with the form.',
    },
  },
  '/form/refusal': {
    sentence: {
      fr: 'Ce formulaire n’offre pas de refuser la prospection : une vente faite avec lui ne permet pas d’écrire au client sans son consentement.',
      en: 'This form offers no refusal of prospecting: a sale made with it supports no message to the customer without consent.',
    },
    remedy: {
      fr: 'Si le formulaire offre un refus simple et gratuit, donnez ses termes dans refusal.',
      en: 'If the form offers a free and simple refusal, give its words in refusal.',
    },
  },
};

/** A refusal that costs, that is of something else, that comes later, and one of other means than those of L. 34-5, al. 4: each is there, and offers nothing. */
export const REFUSALS_OF_NO_USE = {
  costs: {
    sentence: {
      fr: 'Refuser coûte, d’après ces termes, plus qu’un appel ou un message ordinaire, ou n’est pas simple : une vente faite avec ce formulaire ne permet pas d’écrire au client sans son consentement.',
      en: 'Refusing by these words costs more than an ordinary call or message, or is not simple: a sale made with this form supports no message to the customer without consent.',
    },
    remedy: {
      fr: 'Offrez un refus gratuit et simple, sans contrepartie : une case, un lien, ou un numéro sans surcoût.',
      en: 'Offer a free and simple refusal, with nothing in return: a box, a link, or a number at no extra cost.',
    },
  },
  later: {
    sentence: {
      fr: 'Ces termes ne permettent de refuser que plus tard, et non au moment où les coordonnées sont recueillies : une vente faite avec ce formulaire ne permet pas d’écrire au client sans son consentement.',
      en: 'By these words one can refuse later alone, and not when the address is collected: a sale made with this form supports no message to the customer without consent.',
    },
    remedy: {
      fr: 'Offrez le refus sur le formulaire même : une case, ou une adresse à laquelle écrire ; et donnez ces termes dans refusal.',
      en: 'Offer the refusal on the form itself: a box, or an address to write to; and give these words in refusal.',
    },
  },
  'something-else': {
    sentence: {
      fr: 'Ce refus porte sur autre chose que vos offres (celles d’autrui, des cookies, une enquête), ne porte que sur une partie d’elles, les accepte ou rappelle seulement un droit : une vente faite avec ce formulaire ne permet pas d’écrire au client sans son consentement.',
      en: 'This refusal is of something else than your offers (those of others, cookies, a survey), of a part of them alone, agrees to them or only recalls a right: a sale made with this form supports no message to the customer without consent.',
    },
    remedy: {
      fr: 'Offrez de refuser vos propres offres, et donnez les termes qui l’offrent dans refusal.',
      en: 'Offer to refuse your own offers, and give the words that offer it in refusal.',
    },
  },
  'other-means': {
    sentence: {
      fr: 'Ce refus porte sur un autre moyen que l’e-mail, le SMS et le MMS : une vente faite avec ce formulaire ne permet pas d’écrire au client par ceux-ci sans son consentement.',
      en: 'This refusal is of another means than e-mail, SMS and MMS: a sale made with this form supports no message to the customer by these without consent.',
    },
    remedy: {
      fr: 'Offrez de refuser les offres par e-mail, SMS et MMS, ou toutes les offres.',
      en: 'Offer to refuse offers by e-mail, SMS and MMS, or all offers.',
    },
  },
} as const satisfies Readonly<Record<string, Words>>;
