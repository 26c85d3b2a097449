import { type ChapterPlan, situation, words } from './plan.ts';

export const OPPOSITION: ChapterPlan = {
  id: 'opposition',
  title: words('L’opposition', 'Opposition'),
  alsoQuoted: [
    { version: 'rgpd-21/2018-05-25', paragraph: '§ 2' },
    { version: 'rgpd-21/2018-05-25', paragraph: '§ 4' },
    { version: 'rgpd-12/2018-05-25', paragraph: '§ 3' },
  ],
  does: [
    words(
      '**L’opposition l’emporte sur tout fondement**, consentement et qualité de client compris. Elle n’a pas à être motivée, ne coûte rien et ne demande ni compte, ni mot de passe, ni pièce d’identité : un clic, un STOP, une touche ou un mot suffit.',
      '**An opposition is stronger than every basis**, consent and custom included. It needs no reason, costs nothing, and asks for no account, password or identity paper: a click, a STOP, a key or a word is enough.',
    ),
    words(
      '**Elle prend effet aussitôt.** Aval relit les oppositions au moment même de remettre le message : un message en file d’attente n’est pas envoyé. L. 34-5 ne fixe aucun délai en jours ; le mois de l’article 12 du RGPD est un délai pour répondre à la personne, non pour continuer à lui écrire.',
      '**It takes effect at once.** Aval reads the oppositions again at the very moment of handing the message over: a queued message is not sent. L. 34-5 gives no number of days; the month of art. 12 GDPR is for answering the person, not for going on writing.',
    ),
    words(
      '**Portée.** Le lien d’un courriel vaut pour le courriel ; STOP, pour les SMS et les MMS ; la touche, pour les appels. La page d’opposition propose aussi de tout refuser. Ce que la personne demande à l’annonceur, par une lettre ou un courriel, au téléphone, en magasin ou dans son compte, vaut dans la mesure de sa demande (un canal, des offres, ou tout) et pour toutes ses coordonnées : celles que l’annonceur a reliées comme étant à elle, et celles qu’il relie ensuite. Tout refuser, sur la page d’opposition ou en répondant « plus aucune publicité », vaut aussi pour toutes ces coordonnées. De même la réponse par SMS qui nomme d’autres canaux (« plus d’appels », « STOP SMS et mails »), pour ceux-ci. Sinon, un lien, un STOP ou une touche ne valent que pour l’adresse ou le numéro d’où ils viennent. L’opposition vise la personne morale : toutes ses marques. Une réponse ambiguë compte comme une opposition, tant qu’une personne n’en a pas jugé autrement.',
      '**What it covers.** The link of an e-mail covers e-mail; STOP covers SMS and MMS; a key covers calls. The opposition page also offers to refuse everything. What people ask the advertiser, by letter or e-mail, by phone, in a shop or in their account, covers what they ask (a channel, some offers, or everything), at all their addresses: those that the advertiser linked as one person’s, and those that it links later. To refuse everything, on the opposition page or by the answer “no more advertising”, covers all these addresses too. So does a text that names other channels (“no calls any more”, “STOP SMS and e-mails”), for these. Otherwise a link, a STOP or a key covers only the address or number that it came from. An opposition is to the legal person, with all its brands. A doubtful reply counts as an opposition, as long as no human decided otherwise.',
    ),
    words(
      '**Retrait et refus valent opposition.** Qui retire un consentement s’oppose aussi, pour le même canal et la même finalité : on ne peut pas se rabattre sur un autre fondement. Qui refuse lors de la collecte s’oppose dans la mesure de ce qu’il a refusé (un canal, une finalité, ou tout) ; si l’on n’a pas enregistré quoi, il a tout refusé. Une case laissée vide ne signifie rien.',
      '**To withdraw or refuse is to oppose.** Whoever withdraws a consent also opposes, for the same channel and purpose: no other basis takes its place. Whoever refuses at collection opposes what was refused (a channel, a purpose, or everything); where nobody recorded what, everything was. A box left empty means nothing.',
    ),
    words(
      '**Ce qui la lève.** Seulement un consentement que la personne donne elle-même, plus tard, prouvé, et dans la limite de ce consentement. Ni un achat, ni la création d’un compte, ni un import de fichier, ni une fusion de fiches. À instants égaux, l’opposition demeure. Un consentement porte sur des offres : il ne lève rien pour les [messages relationnels](#scope), que la personne avait aussi refusés (lecture d’Aval). On n’écrit pas à la personne pour la reconquérir.',
      '**What lifts it.** Only a consent that the person gives later, in person, proven, and within that consent. No purchase, no new account, no imported file, no merging of records. If both have the same instant, the opposition remains. A consent is to offers: it lifts nothing for [relational messages](#scope), which the person had refused as well (a reading of Aval). Nobody is written to in order to be won back.',
    ),
    words(
      '**Conservation (liste repoussoir).** Elle ne sert qu’à ne plus écrire. La CNIL demande au moins trois ans, sous forme d’empreintes (lu de seconde main) ; aucun maximum n’a été trouvé. Dans Aval, la personne y est reconnue par une empreinte à clé de son adresse (HMAC-SHA-256), jamais par l’adresse en clair ; une opposition n’expire jamais, et aucun réexamen n’est prévu.',
      '**How long it is kept (suppression list).** It serves only not to write to the person. CNIL asks for at least three years, as fingerprints (read at second hand); no maximum was found. In Aval the person is known there by a keyed fingerprint of the address (HMAC-SHA-256), never by the address in clear; an opposition never expires, and no review of it is planned.',
    ),
    words(
      '**Enregistrée par erreur.** Une opposition derrière laquelle il n’y a aucun acte de la personne (fichier mal lu, appel de l’API fait à tort) peut être annulée, avec une cause, une preuve et les noms de deux personnes différentes, que l’annonceur indique ; ni prospection ni message relationnel ne part vers ce contact pendant vingt-quatre heures. Ne peut jamais l’être celle qui est venue d’un lien, d’un clic unique, d’un STOP, d’une réponse, d’une touche, de la page d’opposition ou d’une plainte.',
      '**Recorded by mistake.** An opposition without any act of the person behind it (a file read wrongly, a call of the API made by mistake) can be annulled, with a cause, evidence and the names of two different persons, whom the advertiser names; neither prospecting nor a relational message goes to this contact for twenty-four hours. Never one that came by a link, one click, a STOP, a reply, a key, the opposition page or a complaint.',
    ),
    words(
      '**Limitation (article 18 du RGPD).** Qui demande la limitation n’a pas demandé l’effacement : ses données restent, et Aval n’envoie plus rien, pas même une confirmation de commande, jusqu’à ce que la réponse à sa demande la lève. La personne en est avertie avant. **Coût d’une erreur.** Prospecter une personne qui s’est opposée est un délit : voir [ce que coûte un manquement](#sanctions).',
      '**Restriction (art. 18 GDPR).** Whoever asks for a restriction did not ask for erasure: their data stay, and Aval sends nothing more, not even an order confirmation, until the answer to their request lifts it. The person is informed before. **What a mistake costs.** Prospecting a person who opposed is a crime: see [what a breach costs](#sanctions).',
    ),
  ],
  open: [
    {
      codes: ['REOPT_IN_NOT_VALID', 'USE_RESTRICTED'],
      says: words(
        'Aucun texte ne dit ce qui lève une opposition. Lecture prudente : ce qui précède, et rien pour les messages relationnels, qui ne reposent sur aucun consentement. Quant à la limitation, l’article 18, § 2 réserve ce à quoi la personne consent : Aval n’en fait un fondement pour aucun envoi, et un consentement enregistré ne la lève pas.',
        'No text says what lifts an opposition. Cautious reading: the above, and nothing for relational messages, which rest on no consent. As to the restriction, art. 18(2) leaves what the person consents to: for Aval that is a basis of no message, and no consent that is recorded lifts it.',
      ),
    },
    {
      codes: ['RELATIONAL_REFUSED'],
      says: words(
        'Un message relationnel n’est pas de la prospection. Ce qui l’arrête est donc le droit de s’opposer à un traitement fondé sur l’intérêt légitime (art. 21, § 1), et non l’opposition à la prospection ; ni l’amende de L. 34-5 ni l’article 226-18-1, pour la prospection, n’y sont attachés. Ce paragraphe parle de raisons propres à la personne ; la CNIL (10 juin 2026) demande que l’on puisse refuser facilement : Aval ne demande aucune raison, et tient que qui a tout refusé a aussi refusé ces messages.',
        'A relational message is no prospecting. What stops it is therefore the right to object to what rests on a legitimate interest (art. 21(1)), not the opposition to prospecting; neither the fine of L. 34-5 nor art. 226-18-1, on prospecting, goes with it. That paragraph speaks of grounds of the person’s own; CNIL (10 June 2026) asks that one can refuse easily: Aval asks for no grounds, and holds that whoever refused everything refused these messages too.',
      ),
    },
    {
      codes: [],
      setting: 'sms-stop-covers-everything',
      says: words(
        'L’article 21 parle de la prospection en général : un STOP pourrait valoir pour tout. Par défaut, il vaut pour les SMS et les MMS.',
        'Art. 21 speaks of prospecting as such: a STOP might cover everything. By default it covers SMS and MMS.',
      ),
    },
  ],
  situations: [
    situation('14', 'SMS à une personne qui a répondu STOP', 'An SMS to a person who answered STOP'),
    situation(
      '15',
      'Courriel à la même personne, qui y avait consenti',
      'An e-mail to the same person, who had agreed to e-mail',
    ),
    situation(
      '16',
      'SMS à une personne qui a répondu « plus aucune publicité » à un courriel',
      'An SMS to a person who answered an e-mail with “no more advertising”',
    ),
    situation(
      '13',
      'Courriel à une personne opposée qui a de nouveau acheté',
      'An e-mail to a person who opposed, then bought again',
    ),
    situation(
      '12',
      'Courriel à une personne opposée, qu’un fichier importé dit « opt-in »',
      'An e-mail to a person who opposed, and whom an imported file calls “opt-in”',
    ),
    situation(
      '11b',
      'Courriel à une personne opposée qui a consenti de nouveau par un formulaire, preuve à l’appui',
      'An e-mail to a person who opposed, then agreed again on a form, with proof',
    ),
    situation(
      '64',
      'Message permis à 12 h, opposition à 12 h 02, message encore en file d’attente',
      'A message allowed at 12:00, an opposition at 12:02, the message still queued',
    ),
    situation(
      '67',
      'Client qui a retiré son consentement : peut-on lui écrire en tant que client ?',
      'A customer who withdrew the consent: may one write as to a customer?',
    ),
    situation(
      'D3b',
      'Client qui n’a refusé que les SMS à la commande : courriel',
      'A customer who refused only SMS when ordering: an e-mail',
    ),
    situation('45', 'contact@ d’une société qui a demandé l’arrêt', 'contact@ of a company that asked to stop'),
  ],
};
