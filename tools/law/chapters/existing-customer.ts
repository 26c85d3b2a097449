import { type ChapterPlan, situation, words } from './plan.ts';

export const EXISTING_CUSTOMER: ChapterPlan = {
  id: 'existing-customer',
  title: words('L’exception pour les clients', 'The exception for customers'),
  alsoQuoted: [{ version: 'cnil-customers/2026-06-10', paragraph: 'sur les clients' }],
  does: [
    words(
      '**Sans consentement, un client peut recevoir** des courriels, des SMS et des MMS, si toutes ces conditions sont réunies : ses coordonnées ont été recueillies auprès de lui ; il a été informé du traitement ; une vente ou une prestation a été conclue ; le vendeur et l’annonceur sont la même personne morale ; l’offre porte sur des produits ou services analogues ; il a pu refuser, simplement et sans frais, lors de la collecte et dans chaque message ; il ne s’est pas opposé ; la relation n’a pas pris fin depuis plus de trois ans. Qu’une seule manque, et il faut un consentement. L’exception ne vaut **jamais** pour les offres d’un partenaire ou d’une société du groupe, ni, par défaut, pour les appels d’un automate.',
      '**Without consent a customer may get** e-mails, SMS and MMS, if all of this holds: the coordinates were collected from the customer in person; the customer was informed of the processing; a sale or supply of services was concluded; seller and advertiser are the same legal person; the offer concerns analogous goods or services; the customer could refuse, simply and free of charge, at collection and in each message; the customer did not oppose; the relation ended no more than three years ago. If one is missing, consent is needed. The exception **never** holds for offers of a partner or of another company of the group, nor, by default, for automated calls.',
    ),
    words(
      '**Est une vente** : une commande, un contrat de service, un abonnement payant. N’en sont pas : un devis, un panier abandonné, un jeu-concours, un téléchargement, une demande de renseignements, un compte sans commande, une commande annulée.',
      '**A sale is** an order, a service contract, a paid subscription. No sale: a quote, an abandoned basket, a contest, a download, a request for information, an account without an order, a cancelled order.',
    ),
    words(
      '**Qui dit ce qui est analogue ?** L’annonceur, à l’avance et en le justifiant : une table dans ses réglages donne, pour chaque catégorie vendue, celles qu’il peut proposer. Une catégorie est analogue à elle-même. Proposer des verres à qui a acheté du vin n’est permis que si la table le dit.',
      '**Who says what is analogous?** The advertiser, in advance and with a justification: a table in its settings gives, for each category sold, those that may be offered. A category is analogous to itself. Offering glasses to a buyer of wine is allowed only if the table says so.',
    ),
    words(
      '**À la commande**, il faut donc, près du champ de l’adresse, la mention d’information et un moyen de refuser, par exemple une case vide : « Je ne souhaite pas recevoir d’offres de la société Valmy sur des produits analogues. » On n’a pas à cocher pour recevoir ; on doit pouvoir cocher pour refuser. À défaut, l’exception est perdue pour cette vente et ne se rattrape pas plus tard.',
      '**At the checkout** there must be, beside the field for the address, the notice and a way to refuse, for instance an empty box: “I do not want offers of the company Valmy on analogous goods.” Nobody has to tick in order to receive; everybody must be able to tick in order to refuse. Without it the exception is lost for this sale, and cannot be had later.',
    ),
  ],
  open: [
    {
      codes: ['SOFT_OPT_IN_CHANNEL_NOT_COVERED'],
      setting: 'existing-customers-by-automated-call',
      says: words(
        'L’alinéa 4 ne vise que le courrier électronique ; la page de la CNIL de janvier 2022 citait aussi les automates. Par défaut : refus. Depuis le 11 août 2026, L. 223-1, al. 1 interdit en outre d’appeler un consommateur sans son consentement, sauf dans le cadre d’un contrat en cours (al. 4) : qu’il ait acheté n’y change rien. L. 223-5 en excepte la presse, ce qu’Aval ne sait pas reconnaître (voir [le consentement](#consent)). L. 223-7 renvoie les automates à L. 34-5 ; Aval leur applique pourtant cet alinéa, comme l’interdiction sectorielle et les décrets. Ce réglage ne suffit donc, pour un consommateur, qu’avec un contrat en cours que l’offre concerne, ou avec l’autre lecture (`automated-calls-by-l34-5-alone`), dont l’annonceur répond.',
        'Al. 4 speaks of electronic mail alone; CNIL’s page of January 2022 also named automated calls. By default: refused. Since 11 August 2026 L. 223-1, al. 1 forbids besides to call a consumer without consent, save within a contract that runs (al. 4): a purchase changes nothing. L. 223-5 excepts the press, which Aval does not recognise (see [consent](#consent)). L. 223-7 sends automated calls to L. 34-5; Aval applies this paragraph to them all the same, as the ban on a sector and the decrees. So this setting is enough, for a consumer, only with a contract that runs and that the offer concerns, or with the other reading (`automated-calls-by-l34-5-alone`), for which the advertiser answers.',
      ),
    },
    {
      codes: ['SOFT_OPT_IN_NO_SALE'],
      says: words(
        'Le texte ne dit rien d’une commande annulée après la collecte : elle n’est pas tenue pour une vente.',
        'The text says nothing of an order cancelled after collection: it is not held to be a sale.',
      ),
    },
    {
      codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
      setting: 'free-account-is-a-sale',
      says: words(
        'Un compte gratuit à côté d’une offre payante est-il une vente ? La CJUE l’a admis (C-654/23, 13 novembre 2025 ; arrêt non lu) ; pour la CNIL, la simple création d’un compte ne suffit pas, et sa page de 2026 admettrait certains cas (à vérifier). Une personne décide une fois.',
        'Is a free account beside a paid offer a sale? The CJEU admitted it (C-654/23, 13 November 2025; judgment not read); for CNIL the mere creation of an account is not enough, and its page of 2026 may admit some cases (to be checked). A human decides once.',
      ),
    },
  ],
  situations: [
    situation(
      '21',
      'Commande de vin, refus offert ; offre de vin',
      'An order of wine, refusal offered; an offer of wine',
    ),
    situation(
      '21b',
      'Offre d’une catégorie que la table de l’annonceur dit analogue',
      'An offer of a category that the advertiser’s table calls analogous',
    ),
    situation('22', 'Offre d’une autre catégorie', 'An offer of another category'),
    situation('23', 'Devis sans commande', 'A quote, and no order'),
    situation('24', 'Compte sans commande', 'An account without an order'),
    situation('25', 'Compte gratuit à côté d’une offre payante', 'A free account beside paid ones'),
    situation('26', 'Commande sans moyen de refuser', 'An order without a way to refuse'),
    situation('27', 'Refus coché à la commande', 'The refusal ticked at the checkout'),
    situation('28', 'Adresse venue de la société mère, qui a vendu', 'An address from the parent company, which sold'),
    situation('29', 'Appel d’un automate à un client', 'An automated call to a customer'),
    situation('RET-3', 'Dernière commande il y a trois ans et un jour', 'The last order three years and a day ago'),
  ],
};
