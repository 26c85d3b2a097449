import { type ChapterPlan, situation, words } from './plan.ts';

export const WHAT_IS_PROSPECTING: ChapterPlan = {
  id: 'scope',
  title: words('Ce qui est de la prospection', 'What is prospecting'),
  alsoQuoted: [
    { version: 'l34-5/2020-07-26', paragraph: 'al. 3' },
    { version: 'l32/2026-03-31', paragraph: '32°' },
  ],
  does: [
    words(
      '**Par défaut, tout message est de la prospection.** Il ne cesse de l’être que s’il est tiré d’un modèle enregistré qui dit le contraire et qu’une personne nommée a approuvé. Un texte libre est toujours de la prospection. C’est l’objectif du message qui compte, et non le nom qu’on lui donne. Une newsletter qui promeut, même indirectement, une offre payante est de la prospection (CJUE, C-654/23 ; arrêt non lu).',
      '**By default every message is prospecting.** It is not only if it is made from a stored template that says otherwise and that a named human approved. Free text is always prospecting. The aim of the message counts, not its name. A newsletter that promotes a paid offer, even indirectly, is prospecting (CJEU, C-654/23; judgment not read).',
    ),
    words(
      '**Message transactionnel** (confirmation de commande, facture, livraison, contrat, sécurité du compte, réponse à une demande) : il répond à un acte ou à un contrat de la personne. Aucun consentement n’est requis ; il est envoyé même à qui s’est opposé à tout, sans horaires et sans lien d’opposition. Il dit seulement de qui il vient et comment joindre l’expéditeur. Une personne rédige le modèle, une autre l’approuve, et chaque message cite ce dont il parle (commande, facture).',
      '**Transactional message** (order confirmation, invoice, delivery, contract, account security, answer to a request): it follows from an act or a contract of the person. It needs no consent; it is sent even to people who opposed everything, at any hour and without a link to oppose. It only says who sends it and how to contact the sender. One person writes the template, another approves it, and each message names what it is about (order, invoice).',
    ),
    words(
      '**Offre dans un message transactionnel** (prix, remise, produit nommé, invitation à acheter, à essayer ou à recommander) : le modèle est soumis à une personne. En attendant sa décision, et si elle refuse, ses messages sont traités comme de la prospection : il leur faut un fondement, et ils ne partent pas vers qui s’est opposé. Si elle l’approuve, ils partent comme transactionnels. Mieux vaut placer l’offre dans une partie publicitaire du modèle : là où la prospection est refusée, Aval retire cette partie et envoie le reste. **Numéro surtaxé.** Un message qui incite à appeler un numéro surtaxé ou à y envoyer un SMS est de la prospection par l’effet de la loi, quoi qu’on ait décidé de son modèle.',
      '**Offer in a transactional message** (a price, a discount, a named product, an invitation to buy, try or recommend): the template goes to a human. Until the decision, and if it is no, its messages are judged as prospecting: they need a basis, and do not go to people who opposed. If it is yes, they are sent as transactional. It is better to put the offer into an advertising part of the template: where prospecting is refused, Aval leaves that part out and sends the rest. **Surcharged number.** A message that incites to call a surcharged number, or to text one, is prospecting by law, whatever was decided on its template.',
    ),
    words(
      '**Message relationnel** (enquête de satisfaction, suivi de la relation) : il ne repose pas sur un consentement, en principe sur l’intérêt légitime. Une personne examine le modèle une fois ; rien ne part avant. Le message porte un moyen de refuser les suivants. Il n’est pas envoyé à qui a tout refusé, ni à qui a refusé par le moyen qu’un tel message portait, même si la personne a consenti depuis à des offres ; ni à une [adresse aspirée ou devinée](#professionals).',
      '**Relational message** (satisfaction survey, follow-up): it does not rest on consent, but as a rule on legitimate interest. A human reviews the template once; nothing is sent before. The message carries a means to refuse the next ones. It is not sent to a person who refused everything, nor to one who refused by the means of such a message, even if the person agreed to offers since; nor to an [address that was scraped or guessed](#professionals).',
    ),
    words(
      '**Canaux.** Aval envoie ou vérifie le courriel, le SMS, le MMS et l’appel d’un automate. Au sens de L. 34-5, le courrier électronique comprend le SMS et le MMS. La télécopie, le RCS, l’appel d’une personne, la notification d’application et le message privé sur un réseau social ne sont pas pris en charge : rien n’y est envoyé. Aval n’écrit pas non plus à une adresse d’où les messages reviennent (règle d’Aval) : jusqu’à un nouveau consentement si la boîte n’existe pas, quatorze jours si le prestataire la bloque, et aussi longtemps qu’elle a refusé nos messages trois jours différents au cours des trente derniers. Un agent vocal qui compose seul les numéros est traité comme un automate d’appel : il répond aux mots de L. 32, 32°, mais aucune décision de la CNIL ni de l’Arcep n’a été trouvée, et c’est une lecture d’Aval (L. 34-5 renvoie encore au 6°, qui définit aujourd’hui autre chose).',
      '**Channels.** Aval sends or checks e-mail, SMS, MMS and automated calls. In L. 34-5 electronic mail includes SMS and MMS. Fax, RCS, calls by a person, push notifications and private messages on social networks are not supported: nothing is sent by them. Nor does Aval write to an address from which mail comes back (a rule of Aval): until a new consent if there is no such mailbox, for fourteen days if the provider blocks it, and as long as it refused our messages on three different days of the last thirty. A voice agent that dials by itself is judged as an automated call: it meets the words of L. 32, 32°, but no decision of CNIL or Arcep was found, and it is a reading of Aval (L. 34-5 still refers to the 6°, which defines something else today).',
    ),
    words(
      '**Hors de France.** Dans l’Espace économique européen (Åland comprise), au Royaume-Uni et en Suisse, la loi du pays n’est pas chargée : seul le consentement est admis, et toutes les exigences de forme demeurent ; un client belge qui n’a jamais consenti ne reçoit donc rien. Aval y applique aussi, par une lecture, les règles françaises qui protègent la personne (voir ce qui reste ouvert). Dans tout autre pays, dont Jersey, Guernesey, Man, le Svalbard et le Vatican, rien n’est envoyé. Le pays est celui qui est déclaré, sinon celui du numéro de téléphone (d’un +44 donné à Jersey, Jersey), sinon la France.',
      '**Outside France.** In the European Economic Area (Åland included), the United Kingdom and Switzerland the law of the country is not loaded: consent is the only basis, and all duties of form apply; a Belgian customer who never consented thus gets nothing. By a reading, Aval also applies there the French rules that protect the person (see what stays open). In any other country, such as Jersey, Guernsey, Man, Svalbard and the Vatican, nothing is sent. The country is the one declared, else that of the telephone number (of a +44 that is given to Jersey, Jersey), else France.',
    ),
  ],
  open: [
    {
      codes: [],
      says: words(
        'Quelles règles françaises valent à l’étranger et outre-mer ? Aucun texte lu ne le dit. **À l’étranger**, Aval applique à qui vit dans l’Espace économique européen, au Royaume-Uni ou en Suisse les règles françaises qui protègent le consommateur (code de la consommation, L. 223-1, L. 223-8, L. 312-9, R. 223-1, D. 223-9), le titulaire d’un compte de formation (code du travail, L. 6323-8-1) et le mineur (loi Informatique et libertés, art. 45), et les heures de la charte des SMS : lecture d’Aval, la plus stricte tant que la loi du pays n’est pas chargée. Un verdict cite alors ces textes, et L. 34-5, comme une lecture, sans leurs sanctions ; il garde celles du RGPD et des articles 226-18 et 226-18-1 du code pénal, dont la règle vise qui traite les données. Les jours fériés de L. 3133-1 ne le sont, pour un appel, que pour la personne que le droit français protège : un Belge est appelé le 14 juillet, même sur un numéro français. **En Nouvelle-Calédonie, en Polynésie française et à Wallis-et-Futuna**, Aval applique toutes les règles françaises, par la même lecture, et le verdict le signale (`RULE_PACK_EXTENSION_UNCERTAIN`). Or le code de la consommation n’y vaut pas tout entier. D’après son article L. 252-1 (version du 4 octobre 2024, non lu à la source), son livre II n’est étendu à Wallis-et-Futuna que pour les articles L. 222-1 à L. 222-16-2, L. 222-18 et L. 242-15 : ni L. 223-1, ni L. 223-8, ni L. 242-16. La Polynésie française et la Nouvelle-Calédonie ont leurs propres textes (délibérations n° 2003-85 APF et n° 236 de 2006, non lues). L’extension de L. 34-5 et du code du travail à ces collectivités n’a pas été lue non plus. Vers les Terres australes, où personne ne vit à demeure, rien n’est envoyé.',
        'Which French rules hold abroad and overseas? No text that was read says. **Abroad**, Aval applies to whoever lives in the European Economic Area, the United Kingdom or Switzerland the French rules that protect the consumer (Code de la consommation, L. 223-1, L. 223-8, L. 312-9, R. 223-1, D. 223-9), the holder of a training account (Code du travail, L. 6323-8-1) and the minor (loi Informatique et libertés, art. 45), and the hours of the SMS charter: a reading of Aval, the stricter one as long as the law of the country is not loaded. A verdict then cites these texts, and L. 34-5, as a reading, without their sanctions; it keeps those of the GDPR and of art. 226-18 and 226-18-1 of the Code pénal, whose rule is for whoever handles the data. The holidays of L. 3133-1 are holidays, for a call, of the person whom French law protects alone: a Belgian is called on 14 July, on a French number too. **In New Caledonia, French Polynesia and Wallis and Futuna** Aval applies all French rules, by the same reading, and the verdict says so (`RULE_PACK_EXTENSION_UNCERTAIN`). Yet the Code de la consommation does not hold there whole. By its art. L. 252-1 (version of 4 October 2024, not read at its source) its book II extends to Wallis and Futuna art. L. 222-1 to L. 222-16-2, L. 222-18 and L. 242-15 alone: neither L. 223-1, nor L. 223-8, nor L. 242-16. French Polynesia and New Caledonia have texts of their own (délibérations n° 2003-85 APF and n° 236 of 2006, not read). Whether L. 34-5 and the Code du travail extend to these collectivities was not read either. To the Terres australes, where nobody lives for good, nothing is sent.',
      ),
    },
    {
      codes: ['CLASS_UNCERTAIN', 'RELATIONAL_REFUSAL_MISSING'],
      says: words(
        'Où passe la frontière du message relationnel ? L. 34-5 vise tout ce qui promeut, même indirectement. Lecture prudente : une personne décide, une fois par modèle. La CNIL demande que l’on puisse refuser facilement un tel message, sans dire comment : Aval y place les moyens d’opposition de la prospection.',
        'Where does the relational message end? L. 34-5 covers all that promotes, even indirectly. Cautious reading: a human decides, once for the template. CNIL asks that such a message can be refused easily, and does not say how: Aval uses the means of opposition of prospecting.',
      ),
    },
    {
      codes: [],
      setting: 'non-commercial-appeals',
      says: words(
        'L’appel aux dons d’une association est traité comme une offre : il lui faut un consentement, ou une vente à un client. La loi ne dit rien d’autre. D’anciennes pages de la CNIL admettaient une exception pour la prospection qui n’est pas commerciale (caritative par exemple) ; son maintien en 2026 n’a pas été trouvé. L’annonceur qui la retient peut écrire par courriel, SMS ou MMS à ses donateurs et à ses adhérents, si, lors de la collecte, ils ont été informés et ont pu refuser. L’appel ne doit vanter ni biens ni services : l’annonceur le déclare, Aval ne le vérifie pas. **Autres messages.** Une offre d’emploi adressée à un candidat ne vend rien à qui la reçoit : aucun texte lu n’en parle, et Aval la traite comme une offre, à moins qu’elle ne réponde à une demande. Les publicités affichées entre les courriels d’une boîte ne sont pas des messages qu’Aval envoie ; la CNIL les tient pour de la prospection (lu de seconde main).',
        'An appeal of a charity is judged like an offer: it needs a consent, or a sale to a customer. The law says nothing else. Earlier pages of CNIL had an exception for prospecting that is not commercial (for charity, for instance); whether it is kept in 2026 was not found. An advertiser that relies on it may write by e-mail, SMS or MMS to its donors and members who, at collection, were informed and could refuse. The appeal must promote neither goods nor services: the advertiser declares so, and Aval does not check it. **Other messages.** A job that is offered to a candidate sells nothing to whoever gets it: no text that was read speaks of it, and Aval judges it like an offer, unless it answers a request. Ads shown between the e-mails of a mailbox are no messages that Aval sends; CNIL holds them to be prospecting (read at second hand).',
      ),
    },
  ],
  situations: [
    situation(
      '55',
      'Confirmer une commande à une personne qui s’est opposée à la prospection',
      'Confirming an order to a person who opposed prospecting',
    ),
    situation(
      '56',
      'La même confirmation, avec une remise dans le texte',
      'The same confirmation, with a discount in its text',
    ),
    situation(
      '55g',
      'La même, la remise étant dans une partie publicitaire : elle est retirée, le reste part',
      'The same, with the discount in an advertising part: it is left out, the rest is sent',
    ),
    situation('56b', 'La même, qui invite à appeler un numéro surtaxé', 'The same, asking to call a surcharged number'),
    situation(
      '55c',
      'Confirmer une commande par SMS, un dimanche dans la nuit',
      'Confirming an order by SMS on a Sunday night',
    ),
    situation(
      'D5',
      'Envoyer une enquête de satisfaction que personne n’a examinée',
      'Sending a satisfaction survey that nobody reviewed',
    ),
    situation(
      'D5d',
      'Envoyer une enquête approuvée à une personne qui a tout refusé',
      'Sending an approved survey to a person who refused everything',
    ),
    situation(
      '72',
      'Écrire à une personne qui vit en Autriche et a consenti',
      'Writing to a person in Austria who consented',
    ),
    situation('D28', 'Appeler aux dons un donateur, sans réglage', 'Asking a donor for a gift, without the setting'),
    situation('D28b', 'Le même appel, la lecture retenue', 'The same appeal, with the reading recorded'),
    situation('D15', 'Écrire à une personne qui vit aux États-Unis', 'Writing to a person in the United States'),
  ],
};
