import { type ChapterPlan, situation, words } from './plan.ts';

export const CONSENT: ChapterPlan = {
  id: 'consent',
  title: words('Le consentement', 'Consent'),
  alsoQuoted: [
    { version: 'rgpd-7/2018-05-25', paragraph: '§ 2' },
    { version: 'rgpd-7/2018-05-25', paragraph: '§ 4' },
    { version: 'l223-2/2026-08-11', paragraph: 'al. 1' },
    { version: 'r223-1/2026-08-11', paragraph: 'I, dernier alinéa' },
    { version: 'r223-3/2026-08-11', paragraph: 'al. 1' },
    { version: 'lcen-22/2004-06-21', paragraph: 'al. 2' },
  ],
  does: [
    words(
      '**Quand il en faut un.** Avant le premier message à une personne physique, sauf [client](#existing-customer) ou [professionnel](#professionals). Il est donné pour un canal, une finalité (offres propres, offres de partenaires, suivi des ouvertures) et une personne morale : un accord pour le courriel ne vaut pas pour le SMS, un accord donné à une société ne vaut pas pour une société sœur.',
      '**When it is needed.** Before the first message to a natural person, save a [customer](#existing-customer) or a [professional](#professionals). It is given for one channel, one purpose (own offers, partners’ offers, counting of opens) and one legal person: consent to e-mail is no consent to SMS, consent to a company is none to its sister company.',
    ),
    words(
      '**Par quel acte.** Une case vide que la personne coche, un bouton de choix, une signature, un oui oral enregistré. Jamais une case précochée, l’acceptation de conditions générales, le silence ou la poursuite de la navigation, un bouton unique pour commander et consentir, un service, un contrat ou un lot qui en dépend, une présentation trompeuse.',
      '**By which act.** An empty box that the person ticks, a choice button, a signature, a recorded spoken yes. Never a pre-ticked box, acceptance of terms, silence or continued browsing, one button for order and consent, a service, contract or prize that depends on it, a misleading design.',
    ),
    words(
      '**Ce que doit dire le formulaire.** Qui écrira (la personne morale), par quels canaux, pour quoi, les partenaires nommés s’il y en a, comment retirer son accord, et un lien vers la mention d’information. Par exemple : « J’accepte de recevoir par courriel et par SMS les offres de la société Valmy. Je peux retirer mon accord à tout moment. » Pour des appels, R. 223-1 veut cinq mentions : l’identité du professionnel et de qui appelle pour lui, avec la nature des biens ou services ; le choix de consentir ou non ; la période (un an au plus) ; le droit de retrait et ses modalités ; l’accès à la preuve sur support durable. Aval ne vérifie pas que ces mentions y sont : la personne qui approuve la version en répond. À qui donne son numéro, on dit que le démarchage téléphonique suppose son accord, et le contrat le rappelle (L. 223-2) : Aval ne le vérifie pas. Chaque version du formulaire est enregistrée telle qu’elle a été montrée et approuvée par une personne nommée.',
      '**What the form must say.** Who will write (the legal person), by which channels, what for, the partners by name if there are any, how to withdraw, and a link to the notice. For instance: “I agree to get offers of the company Valmy by e-mail and SMS. I can withdraw at any time.” For calls R. 223-1 asks for five pieces: who the professional is and who calls for it, with the nature of the goods or services; the choice to consent or not; the period (a year at most); the right to withdraw and how; access to the proof on a durable medium. Aval does not check that they are there: whoever approves the version answers for it. Whoever gives a number is informed that calls need consent, and the contract says so (L. 223-2): Aval does not check that. Each version of the form is recorded as it was shown, and a named human approves it.',
    ),
    words(
      '**Double confirmation.** La loi ne l’exige pas ; c’est un moyen de preuve. Si l’annonceur la demande, le consentement ne compte qu’une fois confirmé. Demander cette confirmation n’est pas demander un consentement par un message : la personne vient de le donner. Un seul envoi, sans offre ni relance.',
      '**Double opt-in.** The law does not ask for it; it is a means of proof. If the advertiser asks for it, the consent counts only once confirmed. To ask for that confirmation is not to ask for a consent by a message: the person just gave it. One message, without an offer or a reminder.',
    ),
    words(
      '**Durée.** Aucun texte ne limite dans le temps le consentement au courriel et au SMS : il dure jusqu’au retrait, dans la limite de la [conservation des données](#retention). Si le formulaire énonce un terme (« pendant six mois »), déclarez-le avec cette version : le consentement cesse alors, pour tout canal. Le consentement aux appels dure un an au plus (Aval compte 365 jours) à compter de son recueil, même antérieur au 11 août 2026, jour où R. 223-1 a pris effet (lecture d’Aval : aucune disposition transitoire n’a été lue), sans renouvellement tacite. Bloctel : les articles sur cette liste d’opposition ont été abrogés ou remplacés le 11 août 2026 ; le démarchage par téléphone exige désormais un accord préalable, ce que L. 34-5 exigeait déjà pour l’automate. **Retrait.** À tout moment, aussi simplement qu’il a été donné ; pour les appels, de vive voix suffit. Le passé reste licite ; pour l’avenir, le retrait vaut [opposition](#opposition).',
      '**How long.** No text limits consent to e-mail and SMS in time: it lasts until withdrawn, as long as the [data may be kept](#retention). Where the form says an end (“for six months”), declare it with this version: the consent ends then, on every channel. Consent to calls lasts a year at most (Aval counts 365 days) from its collection, also one before 11 August 2026, the day on which R. 223-1 took effect (a reading of Aval: no transitional provision was read), without tacit renewal. Bloctel: the articles on this opposition list were repealed or replaced on 11 August 2026; canvassing by telephone now needs prior consent, which L. 34-5 already asked for automated calls. **Withdrawal.** At any time, as simply as it was given; for calls, by word of mouth. The past stays lawful; for the future it is an [opposition](#opposition).',
    ),
    words(
      '**Demander un consentement par un message** est interdit à qui n’a pas déjà un fondement pour écrire, et le consentement ainsi obtenu ne vaut rien. On le demande là où la personne vient d’elle-même : espace client, commande, caisse, courrier postal. À un client, on peut le demander par courriel. De même d’un **appel** de l’annonceur à un consommateur depuis le 11 août 2026 (L. 223-1, al. 1 et 4) : sans consentement antérieur aux appels ni contrat en cours, ou malgré une opposition, le consentement qu’il recueille ne vaut rien, pour quelque canal que ce soit. Ce que coûte un envoi sans consentement : voir [les sanctions](#sanctions).',
      '**Asking for a consent by a message** is forbidden to whoever has no basis for writing already, and a consent so obtained is void. It is asked for where the person comes of their own accord: account page, checkout, till, post. A customer may be asked by e-mail. So it is of a **call** of the advertiser to a consumer since 11 August 2026 (L. 223-1, al. 1 and 4): without an earlier consent to calls or a contract that runs, or in spite of an opposition, the consent that it collects is void, for whatever channel. What sending without consent costs: see [the sanctions](#sanctions).',
    ),
    words(
      '**Fichier d’un tiers, partenaires.** L’annonceur devait être nommé, le jour de la collecte, dans la liste montrée ; « nos partenaires » ne suffit pas, et une liste complétée plus tard ne vaut que pour l’avenir. Le consentement ne passe pas de partenaire en partenaire. L’annonceur détient lui-même la preuve : la garantie donnée par contrat ne suffit pas. Le premier message indique la source. Qui reçoit une opposition, partenaire ou collecteur, la répercute à l’autre.',
      '**Another’s file, partners.** The advertiser must have been named, on the day of collection, in the list that was shown; “our partners” is not enough, and a list completed later counts only for the future. Consent does not pass from partner to partner. The advertiser holds the proof: a warranty in a contract is not enough. The first message names the source. Whoever receives an opposition, partner or collector, passes it on to the other.',
    ),
  ],
  open: [
    {
      codes: ['CONSENT_CHANNEL_UNCERTAIN', 'CONSENT_PENDING_CONFIRMATION', 'CONSENT_WRONG_PURPOSE'],
      says: words(
        'Le modèle de phrase de la CNIL ne nomme aucun canal. Lecture prudente : une personne examine une fois cette version du formulaire. Il en va de même des mots cités pour un canal qui n’en nomment aucun, de « par voie électronique » pour un autre moyen que le courriel, et d’un texte dans une autre langue que le français, l’anglais, l’allemand, l’espagnol, l’italien ou le néerlandais ; d’un terme que le texte énonce et que personne n’a déclaré, et des heures auxquelles on accepte d’être appelé ; de mots qui ne portent que sur une réponse, un document, une seule chose (un retour en stock, une demande) ou les offres d’autrui, qui excluent les offres (« hors prospection »), qui rapportent l’accord d’un autre (« mon ami accepte ») ou, pour l’automate, qui annoncent l’appel d’un conseiller ; et d’un même geste qui accepte les offres et autre chose (des conditions générales, une commande, un compte, un jeu, un programme, un ticket, un code) : l’alinéa 2 veut un consentement libre et spécifique. Une case, ou une phrase, propre aux offres suffit ; renvoyer à une politique, ou l’avoir lue, n’est pas l’accepter. « Tant que mon compte reste ouvert » vaut jusqu’à la clôture du compte : l’annonceur enregistre un retrait lorsque la personne l’a clos, et ne fonde plus rien sur ce consentement lorsqu’il l’a clos lui-même ; « y compris pendant les soldes » et « une seule lettre par semaine » n’énoncent aucun terme. Des mots qui nomment un autre canal, ou qui refusent celui-ci, n’en portent aucun. Aucun texte n’impose de faire confirmer : si l’annonceur l’a demandé, rien ne montre avant la confirmation que le titulaire de l’adresse a consenti. L’alinéa 2 ne parle que du consentement : qu’un professionnel ne reçoive que les offres propres de l’annonceur est une lecture de la doctrine.',
        'CNIL’s own model sentence names no channel. Cautious reading: a human looks once at this version of the form. So it is of words quoted for a channel that name none, of “par voie électronique” for another means than e-mail, and of a text in another language than French, English, German, Spanish, Italian or Dutch; of an end that the text says and nobody declared, and of hours at which one agrees to be called; of words that are about an answer, a paper, one thing (back in stock, a request) or the offers of others alone, that leave offers out (“hors prospection”), that report the agreement of somebody else (“mon ami accepte”) or, for a machine, that announce the call of an adviser; and of one act that agrees to offers and to something else (terms, an order, an account, a game, a programme, a receipt, a code): al. 2 asks for a consent that is free and specific. A box, or a sentence, for offers alone is enough; to refer to a policy, or to have read it, is not to agree to it. “Tant que mon compte reste ouvert” holds until the account is closed: the advertiser records a withdrawal where the person closed it, and rests nothing on the consent any more where it closed it itself; “y compris pendant les soldes” and “une seule lettre par semaine” say no end. Words that name another channel, or refuse this one, carry none. No text asks for a confirmation: where the advertiser asked for one, nothing shows before it that the holder of the address consented. Al. 2 speaks of consent alone: that a professional gets the advertiser’s own offers alone is a reading of the doctrine.',
      ),
    },
    {
      codes: ['CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE'],
      says: words(
        'Aucun texte n’interdit en toutes lettres de demander un consentement par courriel. L’article 22 de la LCEN l’a permis pendant six mois en 2004, puis a présumé le refus : hors de cette période, Aval le tient pour interdit. L. 223-1 interdit l’appel sans dire ce que vaut le consentement qu’il obtient : Aval le tient pour nul. Il admet l’appel à qui un contrat en cours lie l’annonceur, quel que soit l’objet de ce contrat. Il ne compte pour tel qu’un contrat de services ou un abonnement payant : une commande en cours de livraison n’en est pas un. Il admet aussi l’appel que la personne a demandé pour une date et une heure précises, dans la demi-heure qui les suit. L’appel à un professionnel au sujet de sa profession n’est pas visé : le consentement qu’il recueille vaut pour les offres qui concernent sa fonction, et non pour les autres, auxquelles on consent en consommateur. **Presse.** L. 223-5, al. 1 (lu dans sa version d’avant le 11 août 2026) lève l’interdiction de L. 223-1 pour la prospection en vue de la fourniture de journaux, de périodiques ou de magazines. Aval ne sait pas ce que l’appel offrait, et refuse aussi le consentement qu’un journal a recueilli ainsi : point ouvert.',
        'No text forbids in so many words to ask for a consent by e-mail. Art. 22 LCEN allowed it for six months in 2004 and then presumed a refusal: outside that period Aval holds it to be forbidden. L. 223-1 forbids the call and does not say what the consent is worth that it fetched: Aval holds it to be void. It admits the call to one with whom a contract of the advertiser runs, whatever the contract is about. Only a contract for services or a paid subscription counts as one: an order in delivery does not. It also admits the call that the person asked for at a precise date and hour, within half an hour of it. A call to a professional about the profession is not covered: the consent that it fetched holds for offers that concern the function, and not for others, to which one agrees as a consumer. **Press.** L. 223-5, al. 1 (read as it was before 11 August 2026) lifts the ban of L. 223-1 for prospecting to supply newspapers, periodicals or magazines. Aval does not know what the call offered, and refuses the consent that a newspaper collected so as well: an open point.',
      ),
    },
    {
      codes: ['CONSENT_EXPIRED'],
      setting: 'automated-calls-by-l34-5-alone',
      says: words(
        'La durée d’un an est prévue pour les appels « par voie téléphonique » ; L. 223-7 renvoie les automates à L. 34-5, qui n’en prévoit pas. Aval l’applique à l’automate, sauf autre choix.',
        'The term of a year is set for calls “par voie téléphonique”; L. 223-7 sends automated calls to L. 34-5, which has none. Aval applies it to automated calls, unless chosen otherwise.',
      ),
    },
    {
      codes: [],
      says: words(
        'Une liste de partenaires derrière un lien suffit-elle ? La CJUE doit se prononcer (C-317/25) : voir [ePrivacy et ce qui vient](eprivacy.md). **Une seule case** pour les offres de l’annonceur et celles de partenaires nommés : Aval l’admet, par une lecture ; aucun texte lu n’exige deux cases. **Société absorbée, fichier client vendu** : les oppositions faites à la société absorbée doivent être reprises, ce que l’annonceur fait en les enregistrant ; ses consentements et ses clients sont, pour Aval, ceux d’une autre personne morale, et sont refusés : lecture que nul texte lu ne tranche. Il en va de même du fichier d’un fonds vendu.',
        'Is a list of partners behind a link enough? The CJEU is to decide (C-317/25): see [ePrivacy and what is to come](eprivacy.md). **One box** for the offers of the advertiser and those of named partners: Aval admits it, by a reading; no text that was read asks for two. **A company that another absorbed, a customer file that is sold**: the oppositions made to the absorbed company go on after it, which the advertiser sees to by recording them; its consents and customers are, for Aval, those of another legal person, and are refused: a reading that no text read settles. So it is of the file of a business that is sold.',
      ),
    },
  ],
  situations: [
    situation(
      '1',
      'Personne inscrite par le formulaire de l’annonceur : courriel',
      'A person who signed up on the advertiser’s form: an e-mail',
    ),
    situation(
      '2b',
      'Personne dont rien n’est enregistré : courriel',
      'A person of whom nothing is recorded: an e-mail',
    ),
    situation('4', 'Case précochée', 'A pre-ticked box'),
    situation(
      '5',
      'Acceptation des conditions générales, et rien d’autre',
      'Acceptance of the terms, and nothing else',
    ),
    situation('7', 'Consentement au courriel ; SMS', 'Consent to e-mail; an SMS'),
    situation(
      '8',
      'Consentement donné à une société ; une société sœur écrit',
      'Consent to a company; its sister company writes',
    ),
    situation('6', 'Lien de confirmation non suivi', 'A confirming link that was not followed'),
    situation('31', 'Consentement aux appels donné il y a 366 jours', 'Consent to calls given 366 days ago'),
    situation('D9', 'Formulaire dont le texte ne nomme aucun canal', 'A form whose text names no channel'),
    situation(
      'D10',
      'Consentement obtenu par un message sans fondement',
      'Consent obtained by a message without a basis',
    ),
    situation(
      'D10a',
      'Message fondé sur un consentement demandé par courriel à un client',
      'A message on a consent that a customer was asked for by e-mail',
    ),
    situation(
      '9d',
      'Formulaire « et nos partenaires », sans les nommer',
      'A form that says “and our partners”, and names none',
    ),
    situation(
      '37',
      'Fichier acheté, garanti par contrat, sans preuve',
      'A bought file, warranted by contract, without proof',
    ),
    situation(
      '34',
      'Fichier d’un partenaire qui nommait l’annonceur, preuve détenue',
      'A partner’s file whose form named the advertiser, proof held',
    ),
    situation('36', 'Fichier revendu par le partenaire d’un partenaire', 'A file resold by a partner’s partner'),
  ],
};
