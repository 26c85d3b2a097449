import { type Words, words } from '../texts/text.ts';

/** What exactly was found of a basis, by code and by the `detail` that is stored. */
export const DETAILS_OF_BASIS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  CONSENT_WRONG_PURPOSE: {
    'partner-not-named': words(
      'Le message ne nomme pas le partenaire dont il porte les offres.',
      'The message does not name the partner whose offers it brings.',
    ),
  },
  CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE: {
    'by-call': words(
      'L’annonceur a appelé pour le demander un consommateur qui n’avait pas consenti aux appels et avec qui aucun contrat n’était en cours, ou qui s’y était opposé.',
      'The advertiser called to ask for it a consumer who had not agreed to calls and with whom no contract ran, or who had opposed them.',
    ),
  },
  SOFT_OPT_IN_CHANNEL_NOT_COVERED: {
    'no-contract-runs': words(
      'Le client est un consommateur, et aucun contrat en cours ne se rapporte à l’offre.',
      'The customer is a consumer, and no contract that runs concerns the offer.',
    ),
  },
  CONSENT_MISSING: {
    'profession-not-recorded': words(
      'Ni la fonction de ce professionnel, ni l’information qui lui a été donnée ne sont enregistrées.',
      'Neither the function of this professional nor what informed them is on record.',
    ),
    scraped: words(
      'Un programme a collecté l’adresse, à l’insu de la personne.',
      'A program gathered the address, without the person’s knowledge.',
    ),
    guessed: words('L’adresse a été déduite ou devinée.', 'The address was guessed.'),
    'under-15': words('La personne a moins de quinze ans.', 'The person is under fifteen.'),
    'age-not-recorded': words(
      'L’offre s’adresse aux enfants, et l’âge de la personne n’est pas enregistré.',
      'The offer is aimed at children, and the age of the person is not on record.',
    ),
    'organisation-not-recorded': words(
      'Rien n’est enregistré de l’organisme dont ce peut être l’adresse générale (organisation).',
      'Nothing is on record of the organisation whose general address it may be (organisation).',
    ),
    'quality-not-recorded': words(
      'La qualité de la personne n’est pas enregistrée (kind).',
      'The quality of the person is not on record (kind).',
    ),
  },
  CONSENT_EXPIRED: {
    'by-its-words': words('Le terme que le formulaire énonçait est passé.', 'The end that the form said has passed.'),
  },
  PARTNER_NOT_NAMED_AT_COLLECTION: {
    'partner-not-in-message': words(
      'Le message ne nomme pas le partenaire dont il porte les offres.',
      'The message does not name the partner whose offers it brings.',
    ),
    'partner-not-on-form': words(
      'Le formulaire ne nommait pas le partenaire dont le message porte les offres.',
      'The form did not name the partner whose offers the message brings.',
    ),
    'advertiser-not-on-form': words(
      'Le formulaire, d’un autre organisme, ne nommait pas l’annonceur.',
      'The form, of another organisation, did not name the advertiser.',
    ),
  },
  REOPT_IN_NOT_VALID: {
    solicited: words(
      'Un message ou un appel l’a demandé à la personne, qui s’était opposée.',
      'A message or call asked the person for it, who had opposed.',
    ),
    'by-another': words('Un autre organisme l’a recueilli.', 'Another organisation collected it.'),
    unproven: words(
      'Il n’a été ni constaté par Aval, ni prouvé par un fichier (proof).',
      'Aval did not see it, and no file shows it (proof).',
    ),
  },
  SOFT_OPT_IN_NO_REFUSAL_OFFERED: {
    'not-recorded': words(
      'Rien n’est enregistré d’un refus offert à la commande : aucun formulaire n’est connu, ou ses mots qui l’offrent manquent (refusal).',
      'Nothing is on record of a refusal offered with the order: no form is known, or its words that offer one are missing (refusal).',
    ),
    costs: words(
      'Refuser n’y est pas libre, simple ou sans frais.',
      'To refuse is not free, simple or without charge there.',
    ),
    later: words('On ne peut y refuser que plus tard.', 'One can refuse only later there.'),
    'something-else': words(
      'Ses mots refusent autre chose que les offres de l’annonceur, ou n’en refusent aucune.',
      'Its words refuse something else than the advertiser’s offers, or none.',
    ),
    misleads: words('Sa présentation trompe.', 'Its design misleads.'),
    'other-means': words('Ses mots ne refusent qu’un autre moyen.', 'Its words refuse another means alone.'),
  },
  B2B_PROFESSION_LINK_NOT_SHOWN: {
    'function-not-recorded': words(
      'La fonction de la personne n’est pas enregistrée.',
      'The function of the person is not on record.',
    ),
  },
  ANOTHER_BASIS_HOLDS: {
    consent: words('Un consentement le permet.', 'A consent allows it.'),
    'existing-customer': words('Une vente le permet.', 'A sale allows it.'),
    'professional-interest': words(
      'L’intérêt que porte la fonction de la personne le permet.',
      'The interest of the person’s function allows it.',
    ),
    'legal-person': words(
      'L’adresse générale d’une personne morale le permet.',
      'The general address of a legal person allows it.',
    ),
  },
  SOFT_OPT_IN_NO_SALE: {
    cancelled: words('La commande a été annulée.', 'The order was cancelled.'),
    quote: words('Il s’agit d’un devis.', 'It is a quote.'),
    basket: words('Il s’agit d’un panier abandonné.', 'It is an abandoned basket.'),
    lead: words('Il s’agit d’une simple demande.', 'It is a mere request.'),
    contest: words('Il s’agit d’un jeu-concours.', 'It is a contest.'),
    'account-only': words('Il s’agit d’un compte sans commande.', 'It is an account without an order.'),
    donation: words('Il s’agit d’un don.', 'It is a donation.'),
    membership: words('Il s’agit d’une adhésion.', 'It is a membership.'),
    'not-recorded': words('La nature de la relation n’est pas enregistrée.', 'The kind of relation is not recorded.'),
  },
  CONSENT_WITHDRAWN: {
    withdrawn: words('La personne l’a retiré.', 'The person withdrew it.'),
    invalidated: words('L’annonceur l’a invalidé.', 'The advertiser invalidated it.'),
    moved: words(
      'La personne a une autre adresse depuis, où il vaut comme avant.',
      'The person has another address since, where it counts as before.',
    ),
    corrected: words(
      'L’adresse était erronée, et l’annonceur l’a corrigée : qui a consenti ne la lit pas.',
      'The address was wrong, and the advertiser corrected it: whoever agreed does not read it.',
    ),
  },
  CONSENT_MECHANISM_INVALID: {
    'pre-ticked': words('La case était cochée d’avance.', 'The box was ticked in advance.'),
    terms: words('C’est l’acceptation de conditions générales.', 'It is the acceptance of terms.'),
    implied: words('C’est un silence ou la poursuite de la navigation.', 'It is silence, or browsing on.'),
    bundled: words('Un seul bouton valait commande et consentement.', 'One button was both the order and the consent.'),
    tied: words('Le service en dépendait.', 'The service depended on it.'),
    misleading: words('La présentation était trompeuse.', 'The design was misleading.'),
    'not-free': words('La personne n’avait pas de libre choix.', 'The person had no free choice.'),
    'not-informed': words(
      'La personne n’était pas informée de ce à quoi elle consentait.',
      'The person was not informed of what they agreed to.',
    ),
  },
};
