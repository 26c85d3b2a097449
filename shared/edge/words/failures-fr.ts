/** What failures say of a request, in French, by the sentence that the code says. `{}` is a hole, `{1}` what it holds. */
export const FAILURES_FR: Readonly<Record<string, string>> = {
  '1 field is invalid.': '1 champ n’est pas valable.',
  '{} fields are invalid.': '{1} champs ne sont pas valables.',
  'A request holds at most 1 MiB.': 'Une requête compte au plus 1 Mio.',
  'A content holds at most 256 KiB.': 'Un contenu compte au plus 256 Kio.',
  'With its values a message holds at most 512 KiB.': 'Avec ses valeurs, un message compte au plus 512 Kio.',
  'Send the header Content-Type: application/json.': 'Envoyez l’en-tête Content-Type: application/json.',
  'The body is not JSON in UTF-8.': 'Le corps n’est pas du JSON en UTF-8.',
  'The body is neither the state of a message nor a reply.':
    'Le corps n’indique ni l’état d’un message ni une réponse.',
  'The body has more than 64 arrays and objects inside each other.':
    'Le corps compte plus de 64 tableaux et objets les uns dans les autres.',
  'The values of a message hold at most 256 KiB.': 'Les valeurs d’un message comptent au plus 256 Kio.',
  'What would be stored holds more than 400 KB.': 'Ce qui serait enregistré compte plus de 400 Ko.',
  'Send Authorization: Bearer with an API key.': 'Envoyez l’en-tête Authorization: Bearer avec une clé d’API.',
  'The deployment does not admit this source.': 'Le déploiement n’admet pas cette source.',
  'This asks for the scope {}.': 'Il faut la portée {1}.',
  'To answer a request for erasure erases the contact: this asks for the scope contacts:erase, too.':
    'Répondre à une demande d’effacement efface le contact : il faut aussi la portée contacts:erase.',
  'The person asked that the data of this contact are kept and not used (GDPR art. 18).':
    'La personne a demandé que les données de ce contact soient conservées et ne soient plus utilisées (RGPD, art. 18).',
  'This template asks for the scope {}.': 'Ce modèle demande la portée {1}.',
  'A preview for a real contact asks for the scope contacts:read.':
    'L’aperçu pour un contact réel demande la portée contacts:read.',
  'Your own key lacks the scope {}.': 'Votre propre clé n’a pas la portée {1}.',
  'This key is bound to several advertisers: say which one.':
    'Cette clé est liée à plusieurs annonceurs : précisez lequel.',
  'Send an Idempotency-Key header, so that a repeated call is not a second act.':
    'Envoyez un en-tête Idempotency-Key, pour qu’un appel répété ne soit pas un second acte.',
  'This Idempotency-Key was used for another request.': 'Cet Idempotency-Key a servi à une autre requête.',
  'No item was taken.': 'Aucun élément n’a été pris.',
  'Part of the batch is not stored yet. What is stored is not stored twice.':
    'Une partie du lot n’est pas encore enregistrée. Ce qui l’est ne le sera pas deux fois.',
  'No such advertiser with settings in force, or this key is not bound to it.':
    'Cet annonceur n’existe pas ou n’a pas de paramètres en vigueur, ou cette clé ne lui est pas liée.',
  'No such template version at this advertiser.': 'Cette version de modèle n’existe pas chez cet annonceur.',
  'No such contact at this advertiser.': 'Ce contact n’existe pas chez cet annonceur.',
  'This contact was erased. Only what the person did since then is recorded.':
    'Ce contact a été effacé. Seul ce que la personne a fait depuis est enregistré.',
  'No such consent at this advertiser.': 'Ce consentement n’existe pas chez cet annonceur.',
  'No such consent, sale, withdrawal or opposition at this advertiser.':
    'Ce consentement, cette vente, ce retrait ou cette opposition n’existe pas chez cet annonceur.',
  'No such message at this advertiser.': 'Ce message n’existe pas chez cet annonceur.',
  'No such campaign at this advertiser.': 'Cette campagne n’existe pas chez cet annonceur.',
  'This campaign is finished: no run is to come, and each recipient has a final state.':
    'Cette campagne est terminée : aucun envoi n’est à venir, et chaque destinataire a un état définitif.',
  'This campaign was cancelled. Nothing brings it back.': 'Cette campagne a été annulée. Rien ne la rétablit.',
  'No second key has approved this campaign yet.': 'Aucune seconde clé n’a encore approuvé cette campagne.',
  'This campaign waits for no approval.': 'Cette campagne n’attend aucune approbation.',
  'The time of this campaign had passed before it was approved.':
    'L’heure de cette campagne était passée avant son approbation.',
  'This campaign ends too early to reach anybody.': 'Cette campagne prend fin trop tôt.',
  'No run of this campaign is to come.': 'Aucun envoi de cette campagne n’est à venir.',
  'This campaign has ended: no run of it is to come.': 'Cette campagne a pris fin : aucun envoi n’en est à venir.',
  'This run has started: its report says what came of it.':
    'Cet envoi a commencé : son bilan dit ce qu’il en est advenu.',
  'This campaign had no such run.': 'Cette campagne n’a pas eu cet envoi.',
  'No such review at this advertiser.': 'Cet examen n’existe pas chez cet annonceur.',
  'No such API key, or this key may not see it.':
    'Cette clé d’API n’existe pas, ou la vôtre n’a pas le droit de la voir.',
  'This key was revoked or has expired: no other takes its place.':
    'Cette clé a été révoquée ou a expiré : aucune autre ne la remplace.',
  'This API key was revoked or has expired.': 'Cette clé d’API a été révoquée ou a expiré.',
  'Some keys that it created are not revoked yet.': 'Certaines des clés qu’elle a créées ne sont pas encore révoquées.',
  'No content is stored under this hash.': 'Aucun contenu n’est enregistré sous cette empreinte.',
  'This link cannot be read. Nothing was recorded.': 'Ce lien est illisible. Rien n’a été enregistré.',
  'No such version of the settings of this advertiser.': 'Cette version des paramètres de l’annonceur n’existe pas.',
  'No such form version at this advertiser.': 'Cette version de formulaire n’existe pas chez cet annonceur.',
  'Settings are stored already, and this call would replace all of them.':
    'Des paramètres sont déjà enregistrés, et cet appel les remplacerait tous.',
  'The state is not the one that If-Match or If-None-Match asks for.':
    'L’état n’est pas celui que demande If-Match ou If-None-Match.',
  'Not bound to this advertiser: a message from it would hide who writes.':
    'N’est pas attribué à cet annonceur : un message qui l’utilise cacherait qui écrit.',
  'Bound to another advertiser, which must give it up first.':
    'Attribué à un autre annonceur, qui doit d’abord y renoncer.',
  'Identities are bound with a key of every-advertiser.':
    'Les identités s’attribuent avec une clé liée à every-advertiser.',
  'No other key than the one that put this template version approved it yet.':
    'Aucune autre clé que celle qui a enregistré cette version de modèle ne l’a encore approuvée.',
  'This template version is a draft: no message is made from it.':
    'Cette version de modèle est un brouillon : aucun message n’en est fait.',
  'This key made it, or one of the two keys made or replaced the other.':
    'C’est cette clé qui l’a créée, ou l’une des deux clés a créé ou remplacé l’autre.',
  'This version exists with other content. Store the change under a new version.':
    'Cette version existe avec un autre contenu. Enregistrez la modification sous une nouvelle version.',
  'This contact holds as many bases as can be kept. Oppositions are still recorded.':
    'Ce contact a autant de bases légales qu’il est possible d’en garder. Les oppositions sont toujours enregistrées.',
  'This test would not be sent: the errors say why.': 'Cet essai ne serait pas envoyé : les erreurs disent pourquoi.',
  'Twenty others got tests of this advertiser in the last thirty days.':
    'Vingt autres contacts ont reçu des essais de cet annonceur dans les trente derniers jours.',
  'A person has at most 25 contacts.': 'Une personne a au plus 25 contacts.',
  'Another request changed it first. Try again.': 'Une autre requête l’a modifié avant. Réessayez.',
  'What is stored of this contact cannot be read.': 'Ce qui est enregistré de ce contact ne peut pas être lu.',
  'This took too long. What was stored stays stored.': 'Cela a pris trop de temps. Ce qui a été enregistré le reste.',
  '{} cannot be reached now.': '{1} est injoignable en ce moment.',
  'The store of oppositions': 'Le registre des oppositions',
  'The store of contacts': 'Le registre des contacts',
  'The log of what became of texts': 'Le journal du sort des SMS',
  'A line of the log of texts': 'Une ligne du journal des SMS',
  'The store of API keys': 'Le registre des clés d’API',
  'The store of keys': 'Le registre des clés',
  'The store of identities': 'Le registre des identités',
  'The store of texts': 'Le registre des textes',
  'The store of form versions': 'Le registre des versions de formulaire',
  'The store of template versions': 'Le registre des versions de modèle',
  'The store of reply codes': 'Le registre des codes de réponse',
  'The store of advertisers': 'Le registre des annonceurs',
  'The store of received mails': 'Le registre des courriels reçus',
  'The store of reviews': 'Le registre des examens',
  'The list of messages': 'La liste des messages',
  'The store of messages': 'Le registre des messages',
  'The store of secrets': 'Le coffre des secrets',
  'The key of the archive': 'La clé des archives',
  'The store of what was sent': 'Le registre de ce qui a été envoyé',
  'The store of contents': 'Le registre des contenus',
  'The list of test recipients': 'La liste des destinataires d’essais',
  'The list of due messages': 'La liste des messages à envoyer',
  'The lists of waiting messages': 'Les listes des messages en attente',
  'The list of what is parked': 'La liste de ce qui est mis de côté',
  'The table': 'La table',
  'What opens keys': 'Ce qui ouvre les clés',
  'The bucket of given-up records': 'Le compartiment des enregistrements abandonnés',
  'A queue': 'Une file',
  'The send queue': 'La file d’envoi',
  'The queue of campaigns': 'La file des campagnes',
  'What was said with a call': 'Le registre de ce qui a été dit lors d’un appel',
  'The topic of replies': 'Le canal des réponses',
  'The store of campaigns': 'Le registre des campagnes',
  'What the account may send': 'Ce que le compte peut envoyer',
  'What an advertiser may send': 'Ce qu’un annonceur peut envoyer',
  'The event bus': 'Le bus d’événements',
  'The audience index': 'L’index des audiences',
  'The store of lists': 'Le registre des listes',
  'The store of requests': 'Le registre des demandes',
  'The store of disclosures': 'Le registre des transmissions',
  'The store of notifications': 'Le registre des notifications',
  'No such request at this advertiser.': 'Cette demande n’existe pas chez cet annonceur.',
  'There is nothing to lift: this is no restriction that was answered and is in force.':
    'Il n’y a rien à lever : ce n’est pas une limitation à laquelle il a été répondu et qui est en vigueur.',
  'Only a request of access or portability is answered with files.':
    'Seule une demande d’accès ou de portabilité reçoit une réponse par fichiers.',
  'This request was refused.': 'Cette demande a été refusée.',
  'This request was answered already.': 'Il a déjà été répondu à cette demande.',
  'This request was extended already: once is all.': 'Cette demande a déjà été prolongée : une seule fois est admise.',
  'This request was acknowledged already.': 'Il a déjà été accusé réception de cette demande.',
  'The month is over: it can no longer be extended.': 'Le mois est écoulé : il n’est plus possible de prolonger.',
  'The store of jobs': 'Le registre des tâches',
  'The store of files': 'Le registre des fichiers',
  'The queue of jobs': 'La file des tâches',
  'No such upload at this advertiser, or its file is deleted.':
    'Cet annonceur n’a pas ce dépôt de fichier, ou le fichier est supprimé.',
  'The check of this import has not finished.': 'La vérification de cet import n’est pas terminée.',
  'The file of this upload did not arrive yet.': 'Le fichier de ce dépôt n’est pas encore arrivé.',
  'No such job at this advertiser.': 'Cet annonceur n’a pas cette tâche.',
  'No such list at this advertiser.': 'Cet annonceur n’a pas cette liste.',
  'What says whether messages may leave': 'Ce qui dit si des messages peuvent partir',
  'The index of messages by their provider': 'L’index des messages par leur prestataire',
  'The store of codes': 'Le registre des codes',
  'The provider of codes': 'Le prestataire qui envoie les codes',
  'The provider of answers': 'Le prestataire qui envoie les réponses',
  'The store of confirmations': 'Le registre des confirmations',
  'The list of claims': 'La liste des envois engagés',
  'The store of rounds': 'Le registre des tournées',
  'The journal': 'Le journal',
  'The list of STOP of a provider': 'La liste des STOP d’un prestataire',
  'The list of opt-outs of AWS': 'La liste d’opposition d’AWS',
  'A page of the list of a provider': 'Une page de la liste d’un prestataire',
  'The list of STOP of a provider, or a row of it': 'La liste des STOP d’un prestataire, ou l’une de ses lignes',
  'The list of suppressed addresses': 'La liste des adresses supprimées',
  'The person acted, and Aval saw it: nothing annuls that.':
    'La personne a agi, et Aval en a été témoin : rien ne peut l’annuler.',
  'This record was written for another contact of the person: annul the record of that contact.':
    'Cet enregistrement a été écrit pour un autre contact de la personne : annulez celui de ce contact.',
  'The channel {} reaches {}.': 'Le canal {1} s’adresse à {2}.',
};
