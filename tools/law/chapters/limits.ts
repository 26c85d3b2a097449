import { type ChapterPlan, situation, words } from './plan.ts';

export const LIMITS: ChapterPlan = {
  id: 'limits',
  title: words(
    'Secteurs interdits, mineurs, données sensibles, crédit',
    'Banned sectors, minors, sensitive data, credit',
  ),
  alsoQuoted: [
    { version: 'rgpd-9/2018-05-25', paragraph: '§ 2, a' },
    { version: 'l223-1/2026-08-11', paragraph: 'al. 4' },
  ],
  does: [
    words(
      '**Rénovation énergétique, énergies renouvelables, adaptation du logement** : la prospection des consommateurs est interdite : par message, depuis le 2 juillet 2025 ; par appel, pour l’énergie déjà auparavant, pour l’adaptation du logement depuis le 11 août 2026. Le consentement ne lève pas l’interdiction. L’exception est un contrat en cours de l’annonceur, prouvé, avec lequel l’offre a un rapport ; il faut encore un fondement. Rappeler qui a demandé une information n’est pas le démarcher (R. 223-4, pour les appels) : la demande est prouvée, l’appel a lieu dans les cinq jours ouvrables et s’en tient à son objet, les preuves sont gardées trois ans. Un tel appel part d’un modèle transactionnel (motif `request`). La vente au comptoir et les messages à plusieurs sujets sont soumis à une personne. Le contrat conclu malgré l’interdiction est nul.',
      '**Energy works, renewable energy, adaptation of homes**: prospecting consumers is banned: by message since 2 July 2025; by call, for energy already before, for the adaptation of homes since 11 August 2026. Consent does not lift the ban. The exception is a running contract of the advertiser, as shown, that the offer concerns; a basis is still needed. To call back whoever asked for information is no canvassing (R. 223-4, of calls): the request is shown, the call comes within five working days and keeps to its object, the proofs are kept for three years. Such a call leaves by a transactional template (reason `request`). Goods sold over the counter and messages on several subjects go to a human. A contract concluded in spite of the ban is void.',
    ),
    words(
      '**Compte personnel de formation (CPF)** : depuis le 21 décembre 2022, nul ne peut prospecter par appel, par message ou par courriel pour proposer une formation à financer par ce compte, ni pour recueillir des données qui le concernent. Le consentement ne lève pas l’interdiction, qui protège toute personne physique, consommateur ou non. La seule exception est une formation en cours chez l’annonceur, prouvée, lorsque le message porte sur cette formation même ; il faut encore un fondement. Une formation finançable, proposée sans qu’il soit question du compte ou parmi d’autres sujets, est soumise à une personne. La publicité qui ne s’adresse à personne en particulier n’est pas concernée.',
      '**Compte personnel de formation (CPF)**: since 21 December 2022 nobody may prospect by call, message or e-mail to offer training on that account, or to collect data about it. Consent does not lift the ban, which protects every human, consumer or not. The only exception is training under way with the advertiser, as shown, where the message is about that very training; a basis is still needed. Training that the account could pay for, offered without a word of it or among other subjects, goes to a human. Advertising that is addressed to nobody in particular is not concerned.',
    ),
    words(
      '**Mineurs.** Avant quinze ans, le consentement est donné conjointement par le mineur et un titulaire de l’autorité parentale : ni l’un ni l’autre seul ne suffit. Aval étend la règle aux autres fondements. L’accord du parent est enregistré avec sa date et un fichier qui le montre. De quinze à dix-sept ans, le mineur consent seul. Un âge inconnu est celui d’un adulte, sauf si le formulaire ou l’offre s’adresse aux enfants.',
      '**Minors.** Under fifteen, consent is given together by the minor and a holder of parental authority: neither alone is enough. Aval extends the rule to the other bases. The parent’s agreement is recorded with its day and a file that shows it. From fifteen to seventeen the minor consents alone. An unknown age is an adult’s, unless the form or the offer is aimed at children.',
    ),
    words(
      '**Données sensibles.** Une offre qui révèle la santé, la religion, les opinions ou la vie sexuelle exige dans Aval un consentement explicite qui nomme cet usage ; être client ne suffit pas. Le formulaire cite les mots de son texte qui le nomment (`explicitWords`). Ces mots doivent parler de ce que vise l’article 9 : santé, corps et sens, vie sexuelle, religion, opinions politiques, syndicat, origine, données génétiques ou biométriques ; le nom de l’annonceur, une formule d’accord ou le rappel d’un droit ne nomment rien. Le texte ne doit pas les exclure, ni leur phrase refuser cet usage ou n’accepter rien, et il doit être en français, anglais, allemand, espagnol, italien ou néerlandais. Une catégorie seule (`explicitFor`) ne suffit pas.',
      '**Sensitive data.** An offer that reveals health, religion, opinions or sex life needs in Aval an explicit consent that names this use; being a customer is not enough. The form quotes the words of its wording that name it (`explicitWords`). These words must speak of what article 9 is about: health, the body and its senses, sex life, religion, political opinions, trade unions, origin, genetic or biometric data; the name of the advertiser, a formula of agreement or a reminder of a right name nothing. The wording must not deny them, nor their sentence refuse this use or agree to nothing, and must be in French, English, German, Spanish, Italian or Dutch. A category alone (`explicitFor`) is not enough.',
    ),
    words(
      '**Crédit à la consommation par courriel.** Le message rappelle, de façon claire et visible, le droit de s’opposer sans frais à l’usage de ses données pour la prospection, et comment l’exercer. Une personne le vérifie une fois dans le modèle ; un texte libre n’est pas envoyé.',
      '**Consumer credit by e-mail.** The message recalls, clearly and visibly, the right to oppose, free of charge, the use of one’s data for prospecting, and how. A human checks it once in the template; free text is not sent.',
    ),
  ],
  open: [
    {
      codes: ['SECTOR_BAN_HOME_ENERGY', 'SECTOR_BAN_UNCERTAIN'],
      says: words(
        'Certains soutiennent qu’un consentement lèverait l’interdiction : aucun texte lu ne le dit. R. 223-4 n’a été lu qu’en résumé, et ne parle que des appels : qu’une réponse écrite à une demande soit permise de même se lit dans la définition du message transactionnel ; Aval ne compte pas les cinq jours et ne vérifie pas l’objet. Ce que couvre ce contrat se lit dans la table des produits de l’annonceur. Aucun texte ne dit ce qui le montre : Aval le tient pour en cours, sur sa référence, tant que sa fin n’est pas enregistrée, et, sur la dernière facture seule, pendant un an après elle. L’interdiction d’appeler est appliquée aux automates, bien que L. 223-7 les renvoie à L. 34-5. Jusqu’où va l’interdiction au-delà des travaux et de leurs équipements (vente au comptoir) n’est pas établi : une personne décide une fois par modèle.',
        'Some say that a consent lifts the ban: no text that was read says so. R. 223-4 was read in summary alone, and speaks of calls alone: that an answer in writing to a request is allowed as well is read in what a transactional message is; Aval does not count the five days, and does not check the object. What that contract covers is read in the advertiser’s table of goods. No text says what shows it: Aval holds it to run, on its reference, until its end is recorded, and, on the last invoice alone, for a year after it. The ban on calls is applied to automated calls, although L. 223-7 sends them to L. 34-5. How far the ban goes beyond works and their equipment (goods over the counter) is not settled: a human decides once for the template.',
      ),
    },
    {
      codes: ['SECTOR_BAN_CPF', 'SECTOR_BAN_CPF_UNCERTAIN'],
      says: words(
        'Nul ne peut savoir qui est titulaire d’un compte : l’interdiction est appliquée à toute personne physique. L’exception exige un lien direct avec l’action en cours : Aval demande un contrat de prestation en cours sur la même catégorie, et non sur une catégorie analogue ; un abonnement n’en est pas un. Le texte interdit de prospecter pour toute action finançable par le compte. Le Gouvernement a dit à l’Assemblée, le 6 octobre 2022, que seul est interdit le fait d’inviter à employer le compte : ce n’est pas écrit dans la loi, et une personne décide une fois par modèle.',
        'Nobody can know who holds an account: the ban is applied to every human. The exception asks for a direct link with the action under way: Aval asks for a contract for services that runs on the same category, and not on an analogous one; a subscription is none. The text bans prospecting for every action that the account can pay for. The Government said before the Assemblée on 6 October 2022 that only inviting people to use the account is banned: the law does not say so, and a human decides once for the template.',
      ),
    },
    {
      codes: ['CREDIT_REMINDER_UNCERTAIN'],
      says: words(
        'L. 312-9 parle de la publicité adressée « par courrier électronique ». L. 34-5 y comprend le SMS ; L. 223-8, du même code que L. 312-9, nomme à part les messages « sur un service de communications interpersonnelles ». Aval n’applique L. 312-9 qu’au courriel : qui envoie du crédit par SMS y rappelle de lui-même le droit de s’opposer, s’il lit autrement.',
        'L. 312-9 speaks of advertising sent “par courrier électronique”. L. 34-5 holds SMS to be in it; L. 223-8, of the same code as L. 312-9, names messages “sur un service de communications interpersonnelles” apart. Aval applies L. 312-9 to e-mail alone: whoever sends credit by SMS recalls the right to object there by themselves, if they read it otherwise.',
      ),
    },
    {
      codes: ['SENSITIVE_TARGETING'],
      says: words(
        'Le texte veut un consentement explicite à une finalité ; il ne dit pas comment la rédaction le montre. Aval exige des mots cités du formulaire, et les lit au moyen d’une liste de débuts de mots en six langues : un mot qui n’y est pas ne nomme encore rien. Que ces mots visent bien la catégorie de l’offre, la personne qui approuve le formulaire en répond. L’article 9, § 2 a d’autres exceptions que le consentement, non lues : le point d, pour un parti, un syndicat, une Église ou une autre fondation ou association sans but lucratif qui écrit à ses membres. Aval ne les connaît pas : qui déclare honnêtement `sensitive` sans un tel consentement est refusé. Message d’un parti ou d’un candidat : il ne vend rien, et rien n’est dit ici du droit électoral.',
        'The text wants a consent that is explicit for a purpose; it does not say how a wording shows it. Aval asks for words quoted of the form, and reads them by a list of how words begin in six languages: a word that is not in it names nothing yet. That these words mean the category of the offer, whoever approves the form answers for. Art. 9(2) has other exceptions than consent, not read: point d, of a party, a trade union, a church or another foundation or association without profit that writes to its members. Aval does not know them: whoever honestly declares `sensitive` without such a consent is refused. A message of a party or a candidate sells nothing, and nothing is said here of electoral law.',
      ),
    },
    {
      codes: ['MINOR_CONSENT_INVALID'],
      says: words(
        'L’article 45 parle de l’offre directe de services de la société de l’information ; Aval y soumet tout consentement à la prospection. Il dit « le ou les titulaires » : pour Aval, l’accord d’un seul suffit. Le texte ne dit pas ce que devient le consentement qu’un enfant a donné seul, une fois ses quinze ans passés : il reste nul, même si un parent l’approuve alors, et on le demande de nouveau. Il en va de même lorsque l’âge enregistré est corrigé : rien ne distingue une correction d’un anniversaire. **Autres personnes.** D’un majeur protégé, Aval ne sait ni qu’il l’est ni qui l’assiste ; d’un défunt, rien ne l’arrête que ce que l’on enregistre (une opposition, une adresse d’où les messages reviennent) ; d’une boîte que deux personnes partagent, il n’en voit qu’une : ce que l’une refuse, l’autre l’a refusé, et ce que l’une accepte, l’autre le reçoit.',
        'Art. 45 speaks of the direct offer of information society services; Aval holds every consent to prospecting to it. It says “le ou les titulaires”: for Aval one of them is enough. The text does not say what becomes of a consent that a child gave alone once the child is fifteen: it stays void, even if a parent approves it then, and the person is asked again. The same holds where the recorded age is corrected: a correction looks the same as a birthday. **Other persons.** Of an adult under a guardian Aval knows neither that nor who the guardian is; for a person who died nothing stops it but what is recorded (an opposition, an address from which messages come back); of a mailbox that two people share it sees one person: what one refuses the other refused, and what one agrees to the other gets.',
      ),
    },
    {
      codes: ['MINOR_CONSENT_UNCERTAIN'],
      setting: 'minors-from-fifteen-are-reviewed',
      says: words(
        'Un annonceur peut choisir de faire examiner les envois aux personnes de quinze à dix-sept ans.',
        'An advertiser may choose that a human looks at messages to people of fifteen to seventeen.',
      ),
    },
  ],
  situations: [
    situation('61', 'Pompe à chaleur, à un consommateur qui a consenti', 'A heat pump, to a consumer who agreed'),
    situation(
      'D17g',
      'La même, à un client sous contrat en cours sur ce sujet',
      'The same, to a customer under a running contract that it concerns',
    ),
    situation('D17m', 'La même, à un client qui a commandé une fois', 'The same, to a customer who ordered once'),
    situation('D17', 'Isolant vendu au comptoir', 'Insulation sold over the counter'),
    situation(
      'CPF-1',
      'Formation à financer par le CPF, à une personne qui a consenti',
      'Training to be paid from the CPF, to a person who agreed',
    ),
    situation('CPF-2', 'La même, à une personne qui suit cette formation', 'The same, to a person who attends it'),
    situation(
      'CPF-3',
      'Formation finançable par le CPF, sans qu’il en soit question',
      'Training that the CPF could pay for, without a word of it',
    ),
    situation('62', 'Consentement donné à quatorze ans, sans parent', 'A consent given at fourteen, without a parent'),
    situation('MIN-1b', 'Personne de seize ans qui a consenti', 'A person of sixteen who agreed'),
    situation(
      'SENS-1',
      'Offre qui révèle la santé, à une personne qui a accepté les offres',
      'An offer that reveals health, to a person who agreed to offers',
    ),
    situation('SENS-1b', 'La même, le formulaire nommant cet usage', 'The same, on a form that names this use'),
    situation('D27a', 'Prêt à un consommateur par courriel', 'A loan to a consumer by e-mail'),
  ],
};
