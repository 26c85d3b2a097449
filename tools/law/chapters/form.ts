import { type ChapterPlan, situation, words } from './plan.ts';

export const FORM: ChapterPlan = {
  id: 'form',
  title: words('Ce que le message doit dire', 'What the message must say'),
  alsoQuoted: [
    { version: 'l221-16/2026-04-03', paragraph: 'al. 1' },
    { version: 'l122-10/2026-04-03', paragraph: 'al. 1' },
    { version: 'af2m-sms/2026-03-01', paragraph: '§ B.1.1' },
    { version: 'af2m-sms/2026-03-01', paragraph: '§ B.3, opposition' },
    { version: 'af2m-sms/2026-03-01', paragraph: '§ C.1.2' },
    { version: 'lil-82/2019-06-01', paragraph: 'al. 4' },
    { version: 'cnil-2026-042/2026-03-12', paragraph: '§ 2.1' },
  ],
  does: [
    words(
      '**Quel que soit le fondement**, y compris vers une adresse générique. Aval ajoute ce qui manque, puis relit le message final comme le ferait le logiciel du destinataire ; ce qui manque encore entraîne un refus. Si l’adresse vient d’ailleurs, le premier message dit d’où.',
      '**Whatever the basis**, generic addresses included. Aval adds what is missing, then reads the final message again as the reader’s program would; what is still missing leads to a refusal. If the address came from elsewhere, the first message says from where.',
    ),
    words(
      '**Courriel.** Le nom de l’annonceur dans l’expéditeur et dans le corps ; qu’il s’agit de publicité, dès la réception (pour Aval, un nom enregistré en expéditeur et un pied de page qui le dit suffisent : ni « Publicité » ni rien d’autre n’est ajouté à l’objet) ; pourquoi la personne le reçoit ; un lien d’opposition gratuit et qui fonctionne ; le lien vers la mention d’information ; les en-têtes de désinscription en un clic (RFC 8058, exigés par Gmail et Yahoo, non par la loi).',
      '**E-mail.** The advertiser’s name in the sender and in the body; that it is advertising, on receipt (for Aval a registered name in From and a footer that says so are enough: neither “Publicité” nor anything else is added to the subject); why the person gets it; a free link to oppose that works; the link to the notice; the headers for one-click opposition (RFC 8058, asked for by Gmail and Yahoo, not by law).',
    ),
    words(
      '**SMS et MMS.** Le nom de l’annonceur au début, STOP et le numéro court de l’expéditeur à la fin : « Caves Dubois : −20 % jusqu’au 30 novembre ! STOP 36123 ». 36xxx pour la promotion, 38xxx pour les messages fonctionnels seulement. La charte demande le nom au début du premier message, et exclut d’inciter à appeler un numéro surtaxé (de ce point, seul un résumé a été lu) : c’est un contrat. Ce qu’Aval compose commence par le nom ; d’un texte composé ailleurs, Aval vérifie que le nom y figure, et ni sa place ni les numéros à appeler. Le 33700 sert à signaler un abus, non à s’opposer. Trois segments au plus par défaut, STOP compris. L’émetteur affiché est enregistré : soit un nom (onze lettres ou chiffres au plus, dont une lettre, sans accent ni espace ; pas un mot générique, PROMO par exemple, étranger au nom de la société), soit le numéro court 36xxx, soit un numéro de plateforme (0937, 0938, 09390 à 09394). Jamais un numéro ordinaire à dix chiffres, en 01 à 05, 06, 07 ou 09.',
      '**SMS and MMS.** The advertiser’s name first, STOP and the short code of the sender last: “Caves Dubois: -20 % until 30 November! STOP 36123”. 36xxx for promotion, 38xxx for functional messages alone. The charter asks for the name at the beginning of the first message, and bars inciting to call a surcharged number (of that a summary alone was read): it is a contract. What Aval composes begins with the name; of a text made by another system Aval checks that the name is there, and neither where nor which numbers one is to call. 33700 serves to report abuse, not to oppose. Three segments at most by default, STOP included. The sender shown is registered: a name (at most eleven letters or digits, one letter at least, without accent or space; no generic word, such as PROMO, that is not the firm’s name), or the short code 36xxx, or a platform number (0937, 0938, 09390 to 09394). Never an ordinary number of ten digits, of 01 to 05, 06, 07 or 09.',
    ),
    words(
      '**Automate d’appel.** Pour qui l’on appelle et comment s’opposer, au début et à la fin du message ; au début, que l’appel est commercial, s’il s’adresse à un consommateur. Pour s’opposer : une touche si le numéro la reçoit, sinon un numéro non surtaxé. Le numéro affiché est enregistré et pris dans les plages ouvertes aux automates (0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949, 0937, 0938, 09390 à 09394, 09010 à 09014, 07000 à 07004, et d’intérêt général : 01510, 02810, 03410, 04410, 05410, 09410) : jamais un numéro ordinaire à dix chiffres, en 01 à 05, 06, 07 ou 09.',
      '**Automated call.** For whom one calls and how to oppose, at the beginning and at the end of the message; at its beginning, that it is commercial, where it is to a consumer. To oppose: a key if the number receives it, else a number without surcharge. The number shown is registered and of a range open to automates (0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948, 0949, 0937, 0938, 09390 to 09394, 09010 to 09014, 07000 to 07004, and of general interest: 01510, 02810, 03410, 04410, 05410, 09410): never an ordinary number of ten digits, of 01 to 05, 06, 07 or 09.',
    ),
    words(
      '**Objet du courriel.** En rapport avec l’offre, ni vide, ni imitant une réponse ou un transfert (« Re: », « Tr: »).',
      '**Subject of the e-mail.** Related to the offer, not empty, not imitating a reply or a forwarded mail (“Re:”, “Fw:”).',
    ),
    words(
      '**S’opposer ne coûte rien** de plus que l’envoi de la demande ; ni numéro surtaxé, ni formulaire à remplir. Le moyen doit fonctionner : Aval ne connaît que ceux qu’il reçoit ; un autre est examiné par une personne.',
      '**To oppose costs nothing** but sending the request; no surcharged number, no form to fill in. The means must work: Aval knows those that it receives; another one is reviewed by a human.',
    ),
    words(
      '**Pixel de suivi.** Compter les ouvertures demande un consentement propre (finalité « suivi »), distinct de celui de recevoir les offres. Sans lui, Aval retire l’image et envoie le reste. Exception : une adresse collectée avant le 14 avril 2026, dont le titulaire a été informé avant le 15 juillet 2026 et ne s’y est pas opposé (la recommandation a été adoptée le 12 mars 2026 et publiée le 14 avril). La CNIL exempte de consentement certaines mesures d’ouverture (délivrabilité d’un service demandé, sécurité). Aval est plus strict : rien ne montre qu’une image ne sert qu’à cela.',
      '**Tracking pixel.** Counting opens needs a consent of its own (purpose `tracking`), apart from that to get offers. Without it Aval removes the image and sends the rest. Exception: an address collected before 14 April 2026 whose owner was informed before 15 July 2026 and did not oppose it (the recommendation was adopted on 12 March 2026 and published on 14 April). CNIL exempts some counting of opens from consent (deliverability of a service that was asked for, security). Aval is stricter: nothing shows that an image serves these alone.',
    ),
  ],
  open: [
    {
      codes: ['ADVERTISER_HIDDEN', 'CALLER_ID_FORBIDDEN', 'SENDER_ID_INVALID'],
      says: words(
        'L. 221-17, al. 2 veut que le numéro affiché soit affecté au professionnel, et L. 223-7 renvoie les automates à L. 34-5 : Aval l’applique aux appels à des consommateurs, et tient un numéro non enregistré pour un numéro d’un autre. Qu’un courriel parte d’une boîte enregistrée est une règle d’Aval. L’Arcep admet des exceptions de volume, pour les appels comme pour les messages, hors numéros mobiles : Aval ne les emploie pas. L’arrêté auquel L. 221-17, al. 3 renvoie pour les appels à des consommateurs n’a pas été lu : Aval tient pour fermées les tranches que le plan de numérotation ferme aux automates, et les numéros surtaxés. Le plan ne parle que des numéros territorialisés (01 à 05, 06, 07 et 09) : qu’un automate n’affiche aucun autre numéro qui ne lui soit ouvert (surtaxé, court, étranger) est une règle d’Aval.',
        'L. 221-17, al. 2 asks that the number shown be assigned to the professional, and L. 223-7 sends automated calls to L. 34-5: Aval applies it to calls to consumers, and takes a number that is not registered for that of somebody else. That a mail comes from a registered mailbox is a rule of Aval. Arcep admits exceptions by volume, for calls as for messages, mobile numbers aside: Aval does not use them. The order to which L. 221-17, al. 3 leaves calls to consumers was not read: Aval takes for closed the ranges that the numbering plan closes to automated systems, and surcharged numbers. The plan speaks of ordinary numbers alone (01 to 05, 06, 07 and 09): that an automated system shows no other number that is not open to it (surcharged, short, of another country) is a rule of Aval.',
      ),
    },
    {
      codes: ['OPPOSITION_NOT_FREE'],
      setting: 'link-only-opposition-in-sms',
      says: words(
        'Un STOP au prix normal d’un SMS est tenu pour gratuit. Un SMS peut-il ne porter qu’un lien, sans STOP ? Par défaut, non.',
        'A STOP at the normal price of a text message is held to be free. May an SMS carry a link alone, without STOP? By default, no.',
      ),
    },
    {
      codes: ['PROCESSING_NOTICE_MISSING'],
      says: words(
        'L’article 13 demande l’information lors de la collecte. Que chaque courriel y mène est un choix d’Aval ; pour un SMS, elle est sur le formulaire et sur la page d’opposition.',
        'Art. 13 asks for the information at collection. That each e-mail leads to it is a choice of Aval; for an SMS it is on the form and on the opposition page.',
      ),
    },
    {
      codes: ['AD_NOT_RECOGNISABLE', 'OPPOSITION_MENTION_MISSING', 'OPPOSITION_ROAD_NOT_WORKING'],
      says: words(
        'L’article 20 de la LCEN vise la publicité accessible en ligne (lu dans une copie d’entre 2014 et 2020, non dans sa version d’après la loi du 21 mai 2024) ; Aval y soumet aussi le SMS, le MMS et l’appel, qu’il tient pour reconnaissables au moyen de s’opposer qu’ils portent (STOP) : il n’exige là aucun autre mot d’un SMS ni d’un MMS. D’un appel à un consommateur, L. 221-16, al. 1 veut qu’il dise au début sa nature commerciale. L’article a été lu tel qu’il était avant le 11 août 2026 ; sa rédaction depuis lors n’a pas été trouvée, et Aval tient qu’elle le demande encore. Un mot de publicité, de commerce, d’offre, de vente ou de remise parmi les cinquante premiers y suffit pour Aval, un prix seul non ; L. 223-7 renvoie les automates à L. 34-5, et l’article leur est appliqué quand même. Pour le courriel, L. 122-8 n’admet le corps du message qu’« en cas d’impossibilité technique » : que l’expéditeur et le pied de page suffisent est une lecture d’Aval. Au sens de L. 34-5, le courrier électronique comprend le SMS ; dans le code de la consommation, L. 223-8 nomme à côté de lui les messages « sur un service de communications interpersonnelles » : Aval n’applique L. 122-8 qu’au courriel.',
        'Art. 20 LCEN speaks of advertising accessible online (read in a copy of between 2014 and 2020, and not as it is since the law of 21 May 2024); Aval holds SMS, MMS and calls to it as well, and takes them to be recognisable by the means to oppose that they carry (STOP): of an SMS or MMS it asks for no other word there. Of a call to a consumer L. 221-16, al. 1 asks that it say first that it is commercial. The article was read as it was before 11 August 2026; its words since then were not found, and Aval holds that they still ask it. For Aval a word of advertising, commerce, an offer, a sale or a discount among the first fifty is enough, a price alone is not; L. 223-7 sends automated calls to L. 34-5, and the article is applied to them all the same. For e-mail L. 122-8 admits the body only “en cas d’impossibilité technique”: that sender and footer are enough is a reading of Aval. In L. 34-5 “courrier électronique” holds SMS; in the code de la consommation L. 223-8 names messages “sur un service de communications interpersonnelles” beside it: Aval applies L. 122-8 to e-mail alone.',
      ),
    },
  ],
  situations: [
    situation(
      'P3c',
      'Courriel sans moyen d’opposition, ni mention, ni signe de publicité',
      'An e-mail without means to oppose, notice or sign of advertising',
    ),
    situation('P3a', 'Courriel qui ne nomme personne', 'An e-mail that names nobody'),
    situation('58', 'Objet « Re: votre commande » pour une offre', 'The subject “Re: your order” for an offer'),
    situation('59b', 'Objet vide', 'An empty subject'),
    situation('51', 'SMS trop long pour STOP', 'An SMS too long for its STOP'),
    situation('52', 'SMS affiché depuis un 06', 'An SMS shown from a mobile number'),
    situation(
      'VOICE-2',
      'Automate qui affiche un 06 non enregistré',
      'An automated call that shows an unregistered mobile number',
    ),
    situation(
      'INFO-3',
      'Premier message à une adresse trouvée ailleurs, source omise',
      'The first message to an address found elsewhere, without its source',
    ),
    situation('D19', 'Moyen d’opposition qu’Aval ne connaît pas', 'A means of opposition that Aval does not know'),
    situation(
      '63',
      'Pixel de suivi, personne qui n’a accepté que les offres : il est retiré',
      'A tracking pixel, to one who agreed to offers alone: it is removed',
    ),
  ],
};
